#include "directives/verbs.hpp"

namespace giaoban::directives {

Outcome<Directive> return_work(Context& context, const Reckoning& reckoning, const WithReason& request) {
  TRY(task, take(context, reckoning, request.id, &assigns));
  Faults faults;
  check_words(faults, request.reason, "/reason");
  if (faults.any()) return faults.problem();
  if (task.status.progress != Progress::awaiting_acceptance) return not_submitted();
  note(context, {.directive = request.id, .kind = EventKind::returned, .text = request.reason});
  return show(context, reckoning, request.id);
}

}  // namespace giaoban::directives
