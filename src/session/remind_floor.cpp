#include "session/verbs.hpp"

namespace giaoban::session {

Outcome<Changed> remind_floor(Context& context, const ThisSession& asked) {
  TRY(session, wanted_open_to_lead(context, asked.session));
  auto turn = speaking(context.tx, session.id);
  if (!turn) return conflict({"Không có ai đang phát biểu.", "Nobody has the floor."});
  context.tx.exec("update session_turn set reminded_at = ? where id = ?", context.at(), turn->id);
  return Changed{session.id, turn->id};
}

}  // namespace giaoban::session
