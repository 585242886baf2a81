#include "session/verbs.hpp"

namespace giaoban::session {

Outcome<Changed> end_floor(Context& context, const ThisSession& asked) {
  TRY(session, wanted(context, asked.session));
  auto turn = speaking(context.tx, session.id);
  // Whoever speaks may end its own turn.
  bool own = turn && turn->seat == context.actor.seat;
  if (!own && !leads(context.actor, session)) return forbidden();
  if (auto why = why_not_open(session)) return conflict(*why);
  if (!turn) return conflict({"Không có ai đang phát biểu.", "Nobody has the floor."});
  end_speaking(context, session.id);
  return Changed{session.id, turn->id};
}

}  // namespace giaoban::session
