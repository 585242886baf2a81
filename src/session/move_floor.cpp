#include "session/floor.hpp"

namespace giaoban::session {

Outcome<Changed> move_floor(Context& context, const MoveFloorAsked& asked) {
  TRY(place, waiting(context, asked.turn, false));
  std::vector<Turn> queue;
  for (auto& t : turns(context.tx, place.session.id))
    if (t.waiting()) queue.push_back(t);
  Faults faults;
  faults.require(asked.to >= 1 && asked.to <= static_cast<int64_t>(queue.size()), "/to",
                 {"Không có vị trí này trong danh sách.", "There is no such place in the queue."});
  if (faults.any()) return faults.problem();
  std::vector<int64_t> positions;  // the places that the queue has, shared out anew
  for (auto& t : queue) positions.push_back(t.position);
  std::erase_if(queue, [&](auto& t) { return t.id == asked.turn; });
  queue.insert(queue.begin() + (asked.to - 1), place.turn);
  for (size_t i = 0; i < queue.size(); ++i)
    if (queue[i].position != positions[i])
      context.tx.exec("update session_turn set position = ? where id = ?", positions[i], queue[i].id);
  return Changed{place.session.id, asked.turn};
}

}  // namespace giaoban::session
