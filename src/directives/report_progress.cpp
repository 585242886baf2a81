#include "directives/verbs.hpp"

namespace giaoban::directives {
namespace {

/// What is counted in one task: households, businesses, doses. More is a slip of the hand.
constexpr int64_t counted_max = 100'000'000;

void check_counted(Faults& faults, const ReportProgress& request) {
  if (request.done.has_value() != request.total.has_value()) {
    faults.add(request.done ? "/total" : "/done", {"Cần cả số đã xong và tổng số, hoặc để trống cả hai.", "Give both the number done and the total, or neither."});
    return;
  }
  if (!request.done) return;
  faults.require(*request.total > 0 && *request.total <= counted_max, "/total", {"Tổng số phải lớn hơn 0.", "The total must be greater than 0."});
  faults.require(*request.done >= 0, "/done", {"Số đã xong không được âm.", "The number done cannot be negative."});
  faults.require(*request.done <= *request.total, "/done", {"Số đã xong không được lớn hơn tổng số.", "The number done cannot exceed the total."});
}

}  // namespace

Outcome<Directive> report_progress(Context& context, const Reckoning& reckoning, const ReportProgress& request) {
  TRY(task, take(context, reckoning, request.id, &works_on));
  Faults faults;
  check_words(faults, request.text, "/text");
  check_counted(faults, request);
  check_file(context, faults, request.file, "/file");
  if (faults.any()) return faults.problem();
  if (task.status.progress == Progress::awaiting_acceptance) return waiting();
  note(context, {.directive = request.id, .kind = EventKind::progress, .text = request.text, .done = request.done, .total = request.total, .file = request.file});
  return show(context, reckoning, request.id);
}

}  // namespace giaoban::directives
