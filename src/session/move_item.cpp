#include "session/agenda.hpp"

namespace giaoban::session {

Outcome<Changed> move_item(Context& context, const MoveItemAsked& asked) {
  TRY(place, changeable(context, asked.item));
  auto all = items(context.tx, place.session.id);
  Faults faults;
  faults.require(asked.to >= 1 && asked.to <= static_cast<int64_t>(all.size()), "/to",
                 {"Không có vị trí này trong chương trình.", "There is no such place on the agenda."});
  if (faults.any()) return faults.problem();
  // What has been dealt with keeps its number: the record and the hall screen have shown it.
  for (auto& other : all) {
    bool passed = std::min(asked.to, place.item.position) <= other.position && other.position <= std::max(asked.to, place.item.position);
    if (passed && taken_up(context.tx, other.id))
      return conflict({"Nội dung đã họp giữ nguyên số thứ tự.", "An item that has been dealt with keeps its number."});
  }
  std::erase_if(all, [&](auto& i) { return i.id == asked.item; });
  all.insert(all.begin() + (asked.to - 1), place.item);
  renumber(context.tx, all);
  happened(context, place.session.id, Happened::agenda_changed, asked.item);
  return Changed{place.session.id, asked.item};
}

}  // namespace giaoban::session
