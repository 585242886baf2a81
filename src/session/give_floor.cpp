#include "session/verbs.hpp"

namespace giaoban::session {
namespace {

/// Whose turn it is: the one named, the seat called upon, or the first who waits.
Outcome<int64_t> next_turn(Context& context, const Session& session, const GiveFloorAsked& asked) {
  auto all = turns(context.tx, session.id);
  auto first = [&](auto fits) {
    auto found = std::find_if(all.begin(), all.end(), [&](auto& t) { return t.waiting() && fits(t); });
    return found == all.end() ? std::optional<int64_t>() : found->id;
  };
  if (asked.turn) {
    if (auto id = first([&](auto& t) { return t.id == *asked.turn; })) return *id;
    return conflict({"Lượt này không còn trong danh sách đăng ký.", "This turn is no longer in the queue."});
  }
  if (!asked.seat) {
    if (auto id = first([](auto&) { return true; })) return *id;
    return conflict({"Chưa có ai đăng ký phát biểu.", "Nobody has asked for the floor."});
  }
  if (auto id = first([&](auto& t) { return t.seat == *asked.seat; })) return *id;
  auto who = attendee(context.tx, session.id, *asked.seat);
  if (!who || !who->here()) return conflict({"Đại biểu này chưa có mặt.", "This delegate is not here."});
  int64_t last = 0;
  for (auto& t : all) {
    last = std::max(last, t.position);
    if (t.seat == *asked.seat && t.speaking()) return conflict({"Đại biểu này đang phát biểu.", "This delegate has the floor."});
  }
  return context.tx.insert(
      "insert into session_turn(session, seat, item, position, limit_s, note, asked_at) values (?,?,?,?,?,?,?) returning id",
      session.id, *asked.seat, current_item(context.tx, session), last + 1, session.speaking_s, "", context.at());
}

}  // namespace

Outcome<Changed> give_floor(Context& context, const GiveFloorAsked& asked) {
  TRY(session, wanted(context, asked.session));
  if (!leads(context.actor, session)) return forbidden();
  Faults faults;
  faults.require(!asked.turn || !asked.seat, "/seat",
                 {"Chọn một lượt đã đăng ký hoặc một đại biểu, không cả hai.", "Name a turn or a seat, not both."});
  faults.require(!asked.seconds || (*asked.seconds >= 30 && *asked.seconds <= 1800), "/seconds",
                 {"Thời gian phát biểu từ 30 giây đến 30 phút.", "The floor is given for 30 seconds to 30 minutes."});
  if (faults.any()) return faults.problem();
  if (auto why = why_not_open(session)) return conflict(*why);
  TRY(id, next_turn(context, session, asked));
  end_speaking(context, session.id);  // one speaks at a time
  auto given = *turn(context.tx, id);
  auto seconds = asked.seconds.value_or(given.limit_s);
  context.tx.exec("update session_turn set given_at = ?, until = ?, limit_s = ? where id = ?", context.at(),
                  context.at().plus_ms(seconds * 1000), seconds, id);
  happened(context, session.id, Happened::floor_given, current_item(context.tx, session), given.seat, seconds);
  return Changed{session.id, id};
}

}  // namespace giaoban::session
