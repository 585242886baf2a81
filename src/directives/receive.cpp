#include "directives/verbs.hpp"

namespace giaoban::directives {

Outcome<Directive> receive(Context& context, const Reckoning& reckoning, const Receive& request) {
  TRY(task, take(context, reckoning, request.id, &works_on));
  if (request.assigned_to) {
    Faults faults;
    check_words(faults, *request.assigned_to, "/assigned_to");
    if (faults.any()) return faults.problem();
  }
  bool fresh = task.status.progress == Progress::not_received;
  if (!fresh && !request.assigned_to) return conflict({"Nhiệm vụ đã được nhận trước đó.", "The task has been received before."});
  if (fresh) note(context, {.directive = request.id, .kind = EventKind::received});
  if (request.assigned_to) note(context, {.directive = request.id, .kind = EventKind::assigned, .text = *request.assigned_to});
  return show(context, reckoning, request.id);
}

}  // namespace giaoban::directives
