#include "directives/verbs.hpp"

namespace giaoban::directives {

Outcome<Directive> remind(Context& context, const Reckoning& reckoning, const ById& request) {
  TRY(task, take(context, reckoning, request.id, &assigns));
  if (task.status.progress == Progress::awaiting_acceptance) return waiting();
  auto today = context.at().local_date();
  for (auto& e : task.events)  // once a day: a unit that is told five times listens to none
    if (e.kind == EventKind::reminded && e.day == today) return conflict({"Hôm nay đã nhắc việc này.", "This task's unit has been reminded today."});
  note(context, {.directive = request.id, .kind = EventKind::reminded});
  return show(context, reckoning, request.id);
}

}  // namespace giaoban::directives
