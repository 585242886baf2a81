#include "session/verbs.hpp"

namespace giaoban::session {

Outcome<Changed> ask_floor(Context& context, const AskFloorAsked& asked) {
  if (asked.seat && *asked.seat != context.actor.seat && !context.may(Right::session_plan)) return forbidden();
  TRY(session, wanted(context, asked.session));
  auto who = attendee(context.tx, session.id, asked.seat.value_or(context.actor.seat));
  if (!who) return forbidden();
  auto note = tidy({asked.note.value_or(""), ""}).vi;
  Faults faults;
  faults.require(length(note) <= 200, "/note", {"Ghi chú dài quá 200 ký tự.", "The note is longer than 200 characters."});
  if (faults.any()) return faults.problem();
  if (auto why = why_not_open(session)) return conflict(*why);
  if (!who->here()) return conflict({"Hãy điểm danh trước khi đăng ký phát biểu.", "Check in before asking for the floor."});
  int64_t last = 0;
  for (auto& t : turns(context.tx, session.id)) {
    last = std::max(last, t.position);
    if (t.seat != who->seat) continue;
    if (t.waiting()) return conflict({"Đã đăng ký phát biểu rồi.", "The floor has been asked for already."});
    if (t.speaking()) return conflict({"Đang phát biểu.", "This delegate has the floor."});
  }
  auto id = context.tx.insert(
      "insert into session_turn(session, seat, item, position, limit_s, note, asked_at) values (?,?,?,?,?,?,?) returning id",
      session.id, who->seat, current_item(context.tx, session), last + 1, session.speaking_s, note, context.at());
  return Changed{session.id, id};
}

}  // namespace giaoban::session
