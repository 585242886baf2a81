#include "session/verbs.hpp"

namespace giaoban::session {

Outcome<Record> record(Context& context, const ShowAsked& asked) {
  TRY(session, wanted(context, asked.session));
  People people(context.tx);
  auto all_items = items(context.tx, session.id);
  Record out;
  for (auto& e : events(context.tx, session.id)) {
    RecordEntry entry{e.at, e.kind, {}, {}, {}, e.seconds};
    auto found = std::find_if(all_items.begin(), all_items.end(), [&](auto& i) { return i.id == e.item; });
    if (e.item && found != all_items.end()) {
      entry.item = found->position;
      entry.title = found->title;
    }
    if (e.seat) entry.called = people.called(*e.seat);
    out.entries.push_back(std::move(entry));
  }
  return out;
}

}  // namespace giaoban::session
