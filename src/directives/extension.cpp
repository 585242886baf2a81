#include "directives/verbs.hpp"

namespace giaoban::directives {
namespace {

/// More than a year on is another task, or a slip in the year.
constexpr int extension_days_max = 366;

/// Both, who asks and who grants, must name a later day and say why.
Outcome<bool> check(Context& context, const Open& task, const Extension& request) {
  Faults faults;
  check_words(faults, request.reason, "/reason");
  if (task.status.due) {
    auto today = context.at().local_date();
    faults.require(request.due > *task.status.due, "/due", {"Hạn mới phải sau hạn hiện tại.", "The new date must be after the present one."});
    faults.require(request.due >= today, "/due", {"Hạn mới không được ở quá khứ.", "The new date cannot lie in the past."});
    faults.require(request.due <= today.plus(extension_days_max), "/due", {"Hạn mới cách hôm nay quá một năm.", "The new date is more than a year away."});
  }
  if (faults.any()) return faults.problem();
  if (!task.status.due) return conflict({"Nhiệm vụ không có hạn nên không gia hạn.", "The task has no due date to extend."});
  if (task.status.progress == Progress::awaiting_acceptance) return waiting();
  return true;
}

}  // namespace

Outcome<Directive> ask_extension(Context& context, const Reckoning& reckoning, const Extension& request) {
  TRY(task, take(context, reckoning, request.id, &speaks_for_unit));
  TRY_ONLY(check(context, task, request));
  if (task.status.extension_asked) return conflict({"Đề nghị gia hạn trước đang chờ trả lời.", "The earlier request for more time waits for its answer."});
  note(context, {.directive = request.id, .kind = EventKind::extension_asked, .text = request.reason, .due = request.due});
  return show(context, reckoning, request.id);
}

Outcome<Directive> grant_extension(Context& context, const Reckoning& reckoning, const Extension& request) {
  TRY(task, take(context, reckoning, request.id, &assigns));
  TRY_ONLY(check(context, task, request));
  note(context, {.directive = request.id, .kind = EventKind::extension_granted, .text = request.reason, .due = request.due});
  return show(context, reckoning, request.id);
}

Outcome<Directive> refuse_extension(Context& context, const Reckoning& reckoning, const WithReason& request) {
  TRY(task, take(context, reckoning, request.id, &assigns));
  Faults faults;
  check_words(faults, request.reason, "/reason");
  if (faults.any()) return faults.problem();
  if (!task.status.extension_asked) return conflict({"Không có đề nghị gia hạn nào đang chờ.", "No request for more time is waiting."});
  note(context, {.directive = request.id, .kind = EventKind::extension_refused, .text = request.reason});
  return show(context, reckoning, request.id);
}

}  // namespace giaoban::directives
