#include "directives/verbs.hpp"

namespace giaoban::directives {

Outcome<Directive> accept(Context& context, const Reckoning& reckoning, const WithWords& request) {
  TRY(task, take(context, reckoning, request.id, &assigns));
  if (request.text) {
    Faults faults;
    check_words(faults, *request.text, "/text");
    if (faults.any()) return faults.problem();
  }
  if (task.status.progress != Progress::awaiting_acceptance) return not_submitted();
  note(context, {.directive = request.id, .kind = EventKind::accepted, .text = request.text.value_or(Text{})});
  return show(context, reckoning, request.id);
}

}  // namespace giaoban::directives
