#include "session/agenda.hpp"

namespace giaoban::session {

Outcome<Changed> edit_item(Context& context, const EditItemAsked& asked) {
  TRY(place, changeable(context, asked.item));
  Faults faults;
  check_item(context, "", asked.title, asked.presenter, asked.minutes, asked.note, faults);
  if (faults.any()) return faults.problem();
  context.tx.exec(
      "update session_item set title_vi = ?, title_en = ?, presenter = ?, minutes = ?, kind = ?, note_vi = ?, note_en = ? "
      "where id = ?",
      tidy(asked.title), asked.presenter, asked.minutes, asked.kind, tidy(asked.note.value_or(place.item.note)), asked.item);
  happened(context, place.session.id, Happened::agenda_changed, asked.item);
  return Changed{place.session.id, asked.item};
}

}  // namespace giaoban::session
