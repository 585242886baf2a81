#pragma once
// Where a task stands, on two axes: how far the work is, and how that lies against the due date. Derived from
// what happened and the day it is; never stored, never typed in.
#include <memory>
#include <optional>
#include <vector>

#include "calendar/calendar.hpp"
#include "rules/rules.hpp"

namespace giaoban::directives {

enum class Progress { not_received, in_progress, awaiting_acceptance, returned, done };
BOOST_DESCRIBE_ENUM(Progress, not_received, in_progress, awaiting_acceptance, returned, done)
enum class Timing { done_on_time, done_late, in_time, due_soon, overdue, no_due_date };
BOOST_DESCRIBE_ENUM(Timing, done_on_time, done_late, in_time, due_soon, overdue, no_due_date)

enum class EventKind {
  received, assigned, progress, evidence, submitted, returned, accepted, extension_asked, extension_granted,
  extension_refused, reminded
};
BOOST_DESCRIBE_ENUM(EventKind, received, assigned, progress, evidence, submitted, returned, accepted, extension_asked,
                    extension_granted, extension_refused, reminded)

/// What the derivation needs of an event. Events come in the order in which they happened.
struct Happening {
  EventKind kind = EventKind::received;
  Date day;
  std::optional<Date> due;  ///< asked for, or granted
};

struct Status {
  Progress progress = Progress::not_received;
  Timing timing = Timing::no_due_date;
  std::optional<Date> due;  ///< in force: the original one, or the last that was granted
  /// Overdue and done late: working days past the limit. Due soon and in time: calendar days left.
  int32_t days = 0;
  bool extended = false;
  bool extension_asked = false;  ///< and not answered yet
  bool operator==(const Status&) const = default;
};

/// The calendar and the rule that say what is late and what is soon.
class Reckoning {
 public:
  explicit Reckoning(const rules::Rules& rules);
  Status status(std::optional<Date> original_due, const std::vector<Happening>& events, Date today) const;
  /// Last day in time: a due date on a day off rolls to the next working day (Civil Code, article 148).
  Date limit(Date due) const { return calendar_->roll_forward(due); }
  const calendar::Calendar& calendar() const { return *calendar_; }

 private:
  std::shared_ptr<const calendar::Calendar> calendar_;
  rules::Versions<rules::Deadline> due_soon_;
};

/// Still to be done: everything but done.
inline bool is_open(const Status& status) { return status.progress != Progress::done; }

}  // namespace giaoban::directives
