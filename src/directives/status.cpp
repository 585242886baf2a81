#include "directives/status.hpp"

#include <algorithm>

namespace giaoban::directives {
namespace {

Progress progress_after(Progress before, EventKind kind) {
  switch (kind) {
    case EventKind::received:
    case EventKind::assigned: return before == Progress::not_received ? Progress::in_progress : before;
    // Work that is reported has been received; after a return it says that work goes on.
    case EventKind::progress:
    case EventKind::evidence:
      return before == Progress::not_received || before == Progress::returned ? Progress::in_progress : before;
    case EventKind::submitted: return Progress::awaiting_acceptance;
    case EventKind::returned: return Progress::returned;
    case EventKind::accepted: return Progress::done;
    default: return before;
  }
}

}  // namespace

Reckoning::Reckoning(const rules::Rules& rules)
    : calendar_(std::make_shared<calendar::Calendar>(rules.holidays)), due_soon_(rules.deadlines.due_soon) {}

Status Reckoning::status(std::optional<Date> original_due, const std::vector<Happening>& events, Date today) const {
  Status out;
  out.due = original_due;
  std::optional<Date> submitted;
  for (auto& event : events) {
    out.progress = progress_after(out.progress, event.kind);
    if (event.kind == EventKind::submitted) submitted = event.day;
    if (event.kind == EventKind::returned) submitted.reset();
    if (event.kind == EventKind::extension_asked) out.extension_asked = true;
    if (event.kind == EventKind::extension_refused) out.extension_asked = false;
    if (event.kind == EventKind::extension_granted) {
      out.due = event.due;
      out.extended = true;
      out.extension_asked = false;
    }
  }
  if (!out.due) return out;
  auto last = limit(*out.due);
  // The unit answers for the day it handed in, not for how long acceptance took.
  if (out.progress == Progress::done) {
    auto finished = submitted.value_or(today);
    out.timing = finished <= last ? Timing::done_on_time : Timing::done_late;
    if (finished > last) out.days = calendar_->working_days_between(last, finished);
    return out;
  }
  bool handed_in_time = out.progress == Progress::awaiting_acceptance && submitted && *submitted <= last;
  if (today > last && !handed_in_time) {
    out.timing = Timing::overdue;
    out.days = calendar_->working_days_between(last, today);
    return out;
  }
  out.days = std::max(0, out.due->days - today.days);
  bool soon = today <= last && today >= calendar_->limit(due_soon_.on(today).value, *out.due);
  out.timing = soon ? Timing::due_soon : Timing::in_time;
  return out;
}

}  // namespace giaoban::directives
