#include "directives/verbs.hpp"

namespace giaoban::directives {

Outcome<Directive> add_evidence(Context& context, const Reckoning& reckoning, const AddEvidence& request) {
  TRY(task, take(context, reckoning, request.id, &works_on));
  Faults faults;
  check_file(context, faults, request.file, "/file");
  if (request.text) check_words(faults, *request.text, "/text");
  if (faults.any()) return faults.problem();
  if (task.status.progress == Progress::awaiting_acceptance) return waiting();
  for (auto& e : task.events)
    if (e.file == request.file) return conflict({"Tệp này đã là minh chứng của nhiệm vụ.", "This file is evidence of the task already."});
  note(context, {.directive = request.id, .kind = EventKind::evidence, .text = request.text.value_or(Text{}), .file = request.file});
  return show(context, reckoning, request.id);
}

}  // namespace giaoban::directives
