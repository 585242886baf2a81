#pragma once
// One figure against another: computed exactly from unrounded values, rounded half up once, when shown.
#include "figures/columns.hpp"
#include "rules/rules.hpp"

namespace giaoban::figures {

enum class Measure {
  month,                 // the month's value
  month_on_month,        // against the month before
  year_on_year,          // against the same month of last year
  year_to_date,          // January to the month
  year_to_date_on_year,  // against the same months of last year
  plan_share,            // the year to date in percent of the year's plan
};
BOOST_DESCRIBE_ENUM(Measure, month, month_on_month, year_on_year, year_to_date, year_to_date_on_year,
                    plan_share)

enum class Case {
  value,         // `shown` is the value itself
  change,        // … percent up (or down, when negative)
  level,         // … percent of the base
  times,         // … times the base
  flat,          // about the same
  points,        // of a ratio: … percentage points up (or down)
  difference,    // one side is below zero, where percents mislead: … in the indicator's own unit
  vanished,      // there was some, now there is none
  zero_base,     // there was none, now there is some
  both_zero,     // none then, none now
  no_base,       // nothing to compare with
  no_value,      // not reported
  not_additive,  // averages and indices of several units have no total
  beyond,        // too far apart for a number that says anything: look at what was typed
};
BOOST_DESCRIBE_ENUM(Case, value, change, level, times, flat, points, difference, vanished, zero_base,
                    both_zero, no_base, no_value, not_additive, beyond)

struct Comparison {
  Measure measure = Measure::month;
  Case what = Case::no_value;
  Decimal shown;                     // meaningful for value, change, level, times, points, difference
  State state = State::missing;      // of the present side
  Coverage coverage, base_coverage;  // unit-months, when the measure covers several months
  bool like_for_like = true;         // false: not the same units stand on both sides
  bool has_number() const { return what <= Case::difference && what != Case::flat; }
};
BOOST_DESCRIBE_STRUCT(Comparison, (), (measure, what, shown, state, coverage, base_coverage, like_for_like))

struct Question {
  IndicatorIndex indicator = 0;
  UnitIndex unit = 0;
  Month month;
  Measure measure = Measure::month;
  Sequence as_of = newest;
};

Comparison evaluate(const Columns& columns, const Question& question, const rules::Wording& wording);

/// The percent, times or points between two totals; what `evaluate` does once it has both.
Comparison compare(const Total& now, const Total& base, const Indicator& indicator, Style style,
                   const rules::Wording& wording);

/// Whether a ratio reaches the threshold that it is held to; nothing when there is none or no value.
std::optional<bool> meets_threshold(const Columns& columns, IndicatorIndex i, UnitIndex u, Month month,
                                    Sequence as_of = newest);

}  // namespace giaoban::figures
