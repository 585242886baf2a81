// The demo's doors: one click per seat, and a clock that can be moved on. Refused outside demo mode by the right.
#include "access/me.hpp"

namespace giaoban::access {
namespace {

struct DemoSeat {
  SeatRef seat;
  bool member = false;
};
BOOST_DESCRIBE_STRUCT(DemoSeat, (), (seat, member))
struct DemoSeats {
  std::vector<DemoSeat> seats;
  Instant now;
};
BOOST_DESCRIBE_STRUCT(DemoSeats, (), (seats, now))
struct Enter {
  int64_t seat = 0;
};
BOOST_DESCRIBE_STRUCT(Enter, (), (seat))

Outcome<DemoSeats> demo_seats(Context& context, const Nothing&) {
  DemoSeats out;
  out.now = context.now();
  for (auto& s : seats(context.tx)) out.seats.push_back({seat_ref(context.tx, s.id), s.member});
  return out;
}

Outcome<Me> enter(Context& context, const Enter& request, Sessions& sessions) {
  auto account = context.tx.one_value<int64_t>("select id from account where seat = ? and disabled = 0 order by id", request.seat);
  if (!account) return not_found({"Không có chức danh này.", "There is no such seat."});
  context.about("account/" + std::to_string(*account));
  return open_session(context, sessions, *account);
}

}  // namespace

void declare_demo(Catalogue& catalogue, Sessions& sessions) {
  catalogue.read({.name = "demo.seats", .right = Right::demo, .summary = {"Các chức danh của bản trình diễn", "The demo's seats"}}, &demo_seats);
  catalogue.change({.name = "demo.enter", .right = Right::demo, .summary = {"Vào bản trình diễn theo một chức danh", "Enter the demo in a seat"}, .before_sign_in = true},
                   [&sessions](Context& c, const Enter& r) -> Outcome<Me> { return enter(c, r, sessions); });
}

}  // namespace giaoban::access
