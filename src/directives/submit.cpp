#include "directives/verbs.hpp"

namespace giaoban::directives {

Outcome<Directive> submit(Context& context, const Reckoning& reckoning, const WithWords& request) {
  TRY(task, take(context, reckoning, request.id, &speaks_for_unit));
  if (request.text) {
    Faults faults;
    check_words(faults, *request.text, "/text");
    if (faults.any()) return faults.problem();
  }
  if (task.status.progress == Progress::awaiting_acceptance) return waiting();
  // Closing needs evidence: a file, handed in now or with an earlier report.
  bool evidence = false;
  for (auto& e : task.events) evidence = evidence || e.file.has_value();
  if (!evidence)
    return conflict({"Chưa có minh chứng. Đính kèm sản phẩm của nhiệm vụ (ví dụ tờ trình, biên bản) rồi nộp lại.",
                     "There is no evidence yet. Attach what the task was to deliver (a submission, a record), then submit."});
  note(context, {.directive = request.id, .kind = EventKind::submitted, .text = request.text.value_or(Text{})});
  return show(context, reckoning, request.id);
}

}  // namespace giaoban::directives
