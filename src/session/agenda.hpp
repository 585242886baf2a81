#pragma once
#include "session/verbs.hpp"

namespace giaoban::session {
/// An item and its session, when the agenda may still be changed.
struct Place {
  Session session;
  Item item;
};
Outcome<Place> changeable(Context& context, int64_t item);
/// Writes the positions 1, 2, 3 … in this order.
void renumber(db::Transaction& tx, const std::vector<Item>& items);
/// Was it dealt with already?
bool taken_up(db::Transaction& tx, int64_t item);
}  // namespace giaoban::session
