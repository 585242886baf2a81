#include "session/verbs.hpp"

namespace giaoban::session {

Outcome<Changed> hand_over(Context& context, const HandOverAsked& asked) {
  TRY(session, wanted(context, asked.session));
  if (!leads(context.actor, session)) return forbidden();
  Faults faults;
  faults.require(may_chair(context, asked.seat), "/seat",
                 {"Chỉ giao quyền điều hành cho Chủ tịch hoặc một Phó Chủ tịch.", "Only the chair or a vice-chair can lead."});
  if (faults.any()) return faults.problem();
  if (session.state() == State::closed) return conflict(*why_not_open(session));
  if (session.chair == asked.seat) return conflict({"Người này đang điều hành phiên họp.", "This seat leads the session already."});
  context.tx.exec("update session set chair = ? where id = ?", asked.seat, session.id);
  happened(context, session.id, Happened::handed_over, {}, asked.seat);
  return Changed{session.id, session.id};
}

}  // namespace giaoban::session
