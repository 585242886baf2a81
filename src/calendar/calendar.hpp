#pragma once
#include "rules/rules.hpp"

namespace giaoban::calendar {

/// Working days of the state's bodies, from the yearly tables of rules/holidays.json. A year without a table
/// is reckoned by the Labour Code alone, and `warning` says so: its Tết, National Day and swapped days are
/// not known yet.
class Calendar {
 public:
  explicit Calendar(rules::Holidays holidays);

  bool is_working_day(Date day) const;
  /// Name of the holiday when the day is off for one.
  std::optional<Text> holiday(Date day) const;

  /// The n-th working day after `day` (before it for a negative n). The first day is not counted (Civil Code,
  /// article 147); n = 0 gives the day itself.
  Date add_working_days(Date day, int n) const;
  /// The first working day after `day`.
  Date next_working_day(Date day) const { return add_working_days(day, 1); }
  /// `day` itself if it is worked, else the next that is: a limit that ends on a day off (Civil Code, article
  /// 148).
  Date roll_forward(Date day) const { return is_working_day(day) ? day : next_working_day(day); }
  /// Working days after `from`, up to and with `to`; negative when `to` is the earlier.
  int working_days_between(Date from, Date to) const;

  /// The last day on which something with this deadline is in time, counted from the day that sets it off.
  Date limit(const rules::Deadline& deadline, Date from) const;

  /// What must be said when days between the two are reckoned without the year's own table.
  std::optional<Text> warning(Date from, Date to) const;

 private:
  bool weekend(Date day) const;
  void read_year(const rules::HolidayYear& year);
  void assume_year(int year);

  rules::Holidays holidays_;
  std::map<Date, Text> off_;
  std::vector<Date> worked_;  // weekend days worked, in order
  uint32_t weekend_days_ = 0;
};

}  // namespace giaoban::calendar
