#include "session/verbs.hpp"

namespace giaoban::session {

Outcome<Changed> go_to_item(Context& context, const GoToItemAsked& asked) {
  TRY(session, wanted_open_to_lead(context, asked.session));
  auto wanted_item = item(context.tx, asked.item);
  Faults faults;
  faults.require(wanted_item && wanted_item->session == session.id, "/item",
                 {"Nội dung này không có trong chương trình.", "This item is not on the agenda."});
  if (faults.any()) return faults.problem();
  if (current_item(context.tx, session) == asked.item)
    return conflict({"Phiên họp đang ở nội dung này.", "The session is at this item already."});
  // Who speaks was speaking to the item before; who waits stays in the queue.
  end_speaking(context, session.id);
  happened(context, session.id, Happened::taken_up, asked.item);
  return Changed{session.id, asked.item};
}

}  // namespace giaoban::session
