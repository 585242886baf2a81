#include "session/floor.hpp"

namespace giaoban::session {

Outcome<Waiting> waiting(Context& context, int64_t id, bool own) {
  auto found = turn(context.tx, id);
  auto session = found ? find(context.tx, found->session) : std::nullopt;
  bool keeps_queue = context.may(Right::session_plan) || (session && leads(context.actor, *session));
  // Whether the turn exists is told only to who may touch it.
  if (!keeps_queue && !(own && found && found->seat == context.actor.seat)) return forbidden();
  if (!found) return not_found({"Không có lượt phát biểu này.", "There is no such turn."});
  TRY_ONLY(wanted(context, found->session));
  if (auto why = why_not_open(*session)) return conflict(*why);
  if (found->withdrawn_at) return conflict({"Lượt này đã rút khỏi danh sách.", "This turn has been withdrawn."});
  if (found->given_at) return conflict({"Lượt này đã được mời phát biểu.", "The floor has been given for this turn."});
  return Waiting{*session, *found};
}

Outcome<Changed> withdraw_floor(Context& context, const ThisTurn& asked) {
  TRY(place, waiting(context, asked.turn, true));
  context.tx.exec("update session_turn set withdrawn_at = ? where id = ?", context.at(), asked.turn);
  return Changed{place.session.id, asked.turn};
}

}  // namespace giaoban::session
