#include "session/verbs.hpp"

namespace giaoban::session {

Outcome<Changed> extend_floor(Context& context, const ExtendFloorAsked& asked) {
  TRY(session, wanted(context, asked.session));
  if (!leads(context.actor, session)) return forbidden();
  Faults faults;
  faults.require(asked.seconds >= 15 && asked.seconds <= 1800, "/seconds",
                 {"Thêm từ 15 giây đến 30 phút.", "Extend by 15 seconds to 30 minutes."});
  if (faults.any()) return faults.problem();
  if (auto why = why_not_open(session)) return conflict(*why);
  auto turn = speaking(context.tx, session.id);
  if (!turn) return conflict({"Không có ai đang phát biểu.", "Nobody has the floor."});
  // Someone over time gets the extension from now on: what was overrun is not charged again.
  auto until = std::max(*turn->until, context.at()).plus_ms(asked.seconds * 1000);
  context.tx.exec("update session_turn set until = ?, limit_s = ? where id = ?", until, turn->limit_s + asked.seconds, turn->id);
  happened(context, session.id, Happened::floor_extended, turn->item, turn->seat, asked.seconds);
  return Changed{session.id, turn->id};
}

}  // namespace giaoban::session
