#include "session/agenda.hpp"

namespace giaoban::session {

Outcome<Changed> add_item(Context& context, const AddItemAsked& asked) {
  TRY(session, wanted(context, asked.session));
  Faults faults;
  check_item(context, "", asked.title, asked.presenter, asked.minutes, asked.note, faults);
  if (faults.any()) return faults.problem();
  if (session.state() == State::closed) return conflict(*why_not_open(session));
  if (items(context.tx, session.id).size() >= 40) return conflict({"Không quá 40 nội dung.", "No more than 40 items."});
  auto id = add_item(context, session.id,
                     NewItem{asked.title, asked.presenter, asked.minutes, asked.kind, asked.note.value_or(Text{})});
  happened(context, session.id, Happened::agenda_changed, id);
  return Changed{session.id, id};
}

}  // namespace giaoban::session
