#include "session/agenda.hpp"

namespace giaoban::session {

Outcome<Place> changeable(Context& context, int64_t id) {
  auto found = item(context.tx, id);
  if (!found) return not_found({"Không có nội dung này.", "There is no such item."});
  TRY(session, wanted(context, found->session));
  if (session.state() == State::closed) return conflict(*why_not_open(session));
  return Place{session, *found};
}

void renumber(db::Transaction& tx, const std::vector<Item>& items) {
  int64_t number = 0;
  for (auto& item : items)
    if (++number != item.position) tx.exec("update session_item set position = ? where id = ?", number, item.id);
}

bool taken_up(db::Transaction& tx, int64_t item) {
  return tx.one_value<int64_t>("select count(*) from session_event where item = ? and kind = ?", item, Happened::taken_up) > 0;
}

}  // namespace giaoban::session
