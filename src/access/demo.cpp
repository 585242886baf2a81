// The demo's doors: one click per seat, and a clock that can be moved on. Refused outside demo mode by the right.
#include "access/demo.hpp"

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

struct AdvanceClock {
  Instant to;
};
BOOST_DESCRIBE_STRUCT(AdvanceClock, (), (to))
struct DemoClock {
  Instant now;
};
BOOST_DESCRIBE_STRUCT(DemoClock, (), (now))

struct SignedInRow {
  std::string token_hash, csrf;
  Instant until;
  int64_t account = 0, seat = 0, unit = 0;
  std::string unit_code;
  Office office = Office::unit_clerk;
  bool member = false;
};
BOOST_DESCRIBE_STRUCT(SignedInRow, (), (token_hash, csrf, until, account, seat, unit, unit_code, office, member))

Outcome<DemoSeats> demo_seats(Context& context, const Nothing&) {
  DemoSeats out;
  out.now = context.now();
  for (auto& s : seats(context.tx, context.today())) out.seats.push_back({seat_ref(context.tx, s.id), s.member});
  return out;
}

Outcome<Me> enter(Context& context, const Enter& request, Sessions& sessions) {
  auto account = context.tx.one_value<int64_t>("select id from account where seat = ? and disabled = 0 order by id", request.seat);
  if (!account) return not_found({"Không có chức danh này.", "There is no such seat."});
  context.about("account/" + std::to_string(*account));
  return open_session(context, sessions, *account);
}

/// Whoever is signed in stays so: the days between are skipped, not lived.
void prolong_sign_ins(Context& context, Sessions& sessions, int64_t ms) {
  auto rows = context.tx.query<SignedInRow>(
      "select s.token_hash, s.csrf, s.until, a.id, t.id, t.unit, u.code, t.office, t.member from access_session s "
      "join account a on a.id = s.account join seat t on t.id = a.seat join unit u on u.id = t.unit "
      "where s.until >= ? and a.disabled = 0", context.at());
  context.tx.exec("update access_session set until = until + ? where until >= ?", ms, context.at());
  context.after_commit([&sessions, rows = std::move(rows), ms] {
    for (auto& r : rows)
      sessions.put(r.token_hash, {{r.account, r.seat, r.unit, r.unit_code, r.office, r.member}, r.csrf, r.until.plus_ms(ms)});
  });
}

Outcome<DemoClock> advance_clock(Context& context, const AdvanceClock& request, Sessions& sessions, Clock& clock) {
  auto step = request.to.ms - context.at().ms;
  Faults faults;
  faults.require(step > 0, "/to", {"Đồng hồ của bản trình diễn chỉ đi tới.", "The demo's clock only goes forward."});
  faults.require(step <= demo_advance_ms_max, "/to", {"Quá xa: mỗi lần nhiều nhất một năm.", "Too far: a year at most at a time."});
  if (faults.any()) return faults.problem();
  prolong_sign_ins(context, sessions, step);
  context.tx.exec("insert into demo_clock(one, at) values (1, ?) on conflict (one) do update set at = excluded.at", request.to);
  context.tx.note_written("minute");
  context.tx.note_written("day");
  context.about("clock");
  context.after_commit([&clock, to = request.to] { clock.set(to); });
  return DemoClock{request.to};
}

}  // namespace

std::optional<Instant> demo_clock(db::Transaction& tx) {
  auto at = tx.one_value<int64_t>("select at from demo_clock where one = 1");
  return at ? std::optional<Instant>(Instant{*at}) : std::nullopt;
}

void declare_demo(Catalogue& catalogue, Sessions& sessions, Clock& clock) {
  catalogue.read({.name = "demo.seats", .right = Right::demo, .summary = {"Các chức danh của bản trình diễn", "The demo's seats"}}, &demo_seats);
  catalogue.change({.name = "demo.advance_clock", .right = Right::demo, .summary = {"Đưa đồng hồ bản trình diễn tới một thời điểm", "Move the demo's clock on to a moment"}},
                   [&](Context& c, const AdvanceClock& r) -> Outcome<DemoClock> { return advance_clock(c, r, sessions, clock); });
  catalogue.change({.name = "demo.enter", .right = Right::demo, .summary = {"Vào bản trình diễn theo một chức danh", "Enter the demo in a seat"}, .before_sign_in = true},
                   [&sessions](Context& c, const Enter& r) -> Outcome<Me> { return enter(c, r, sessions); });
}

}  // namespace giaoban::access
