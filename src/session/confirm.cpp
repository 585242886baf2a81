#include "session/verbs.hpp"

namespace giaoban::session {

Outcome<Changed> confirm(Context& context, const ConfirmAsked& asked) {
  if (asked.seat && *asked.seat != context.actor.seat && !context.may(Right::session_plan)) return forbidden();
  TRY(session, wanted(context, asked.session));
  auto who = attendee(context.tx, session.id, asked.seat.value_or(context.actor.seat));
  if (!who) return forbidden();
  Faults faults;
  auto note = tidy({asked.note.value_or(""), ""}).vi;
  faults.require(length(note) <= 500, "/note", {"Ghi chú dài quá 500 ký tự.", "The note is longer than 500 characters."});
  faults.require(asked.presence != Presence::absent || !note.empty(), "/note",
                 {"Hãy ghi lý do vắng.", "Give the reason for being absent."});
  faults.require(asked.presence != Presence::substitute || !note.empty(), "/note",
                 {"Hãy ghi chức danh người dự thay.", "Say which office comes instead."});
  if (faults.any()) return faults.problem();
  switch (session.state()) {
    case State::planned: return conflict({"Chưa gửi giấy mời.", "The invitation has not been sent yet."});
    case State::invited: break;
    default: return conflict({"Phiên họp đã khai mạc; hãy điểm danh tại chỗ.", "The session is open: check in instead."});
  }
  context.tx.exec("update session_attendee set presence = ?, note = ?, confirmed_at = ? where id = ?", asked.presence, note,
                  context.at(), who->id);
  return Changed{session.id, who->id};
}

}  // namespace giaoban::session
