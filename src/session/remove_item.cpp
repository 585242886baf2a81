#include "session/agenda.hpp"

namespace giaoban::session {

Outcome<Changed> remove_item(Context& context, const ThisItem& asked) {
  TRY(place, changeable(context, asked.item));
  if (taken_up(context.tx, asked.item))
    return conflict({"Nội dung đã họp thì không bỏ được.", "An item that has been dealt with cannot be removed."});
  context.tx.exec("update session_turn set item = null where item = ?", asked.item);
  context.tx.exec("delete from session_item where id = ?", asked.item);
  renumber(context.tx, items(context.tx, place.session.id));
  happened(context, place.session.id, Happened::agenda_changed);
  return Changed{place.session.id, asked.item};
}

}  // namespace giaoban::session
