#include "session/verbs.hpp"

namespace giaoban::session {

Outcome<Changed> close(Context& context, const ThisSession& asked) {
  TRY(session, wanted_open_to_lead(context, asked.session));
  end_speaking(context, session.id);
  context.tx.exec("update session_turn set withdrawn_at = ? where session = ? and given_at is null and withdrawn_at is null",
                  context.at(), session.id);
  context.tx.exec("update session set closed_at = ? where id = ?", context.at(), session.id);
  happened(context, session.id, Happened::closed, {}, context.actor.seat);
  return Changed{session.id, session.id};
}

}  // namespace giaoban::session
