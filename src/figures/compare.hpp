#pragma once
// One figure against another: computed exactly from unrounded values, rounded half up once, when shown.
// Where not the same units have values on both sides, only those that have both are compared.
#include "figures/columns.hpp"
#include "figures/fraction.hpp"
#include "rules/rules.hpp"

namespace giaoban::figures {

enum class Measure {
  month,                 // the month's value
  month_on_month,        // against the month before
  year_on_year,          // against the same month of last year
  year_to_date,          // January to the month
  year_to_date_on_year,  // against the same months of last year
  plan_share,            // the year to date in percent of the year's plan
  on_december,           // the month against last December
  share,                 // the month in percent of the whole's
  contribution,          // percentage points of the whole's change of the year to date on last year
  per_head,              // the month for so many people
};
BOOST_DESCRIBE_ENUM(Measure, month, month_on_month, year_on_year, year_to_date, year_to_date_on_year,
                    plan_share, on_december, share, contribution, per_head)
/// Whether a measure sets two values of the same indicator side by side.
bool compares(Measure measure);

enum class Case {
  value,         // `shown` is the value itself
  change,        // … percent up (or down, when negative)
  level,         // … percent of the base
  times,         // … times the base
  flat,          // about the same
  points,        // … percentage points up (or down): of a ratio, or of the whole's change
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
  bool like_for_like = true;         // false: not the same units stand on both sides; then only `matched` count
  std::optional<int32_t> matched;    // unit-months that have both sides, where not all have
  bool has_number() const { return what <= Case::difference && what != Case::flat; }
};
BOOST_DESCRIBE_STRUCT(Comparison, (),
                      (measure, what, shown, state, coverage, base_coverage, like_for_like, matched))

struct Question {
  IndicatorIndex indicator = 0;
  UnitIndex unit = 0;
  Month month;
  Measure measure = Measure::month;
  Sequence as_of = newest;
  std::optional<UnitIndex> whole;           // of a share or contribution; the unit's parent when not said
  std::optional<IndicatorIndex> population;  // of per_head: how many people there are
  int64_t heads = 1;                         // … and for how many of them the value is given
  std::optional<Date> frame;                 // units as they stand on this day; the month's own when absent
};

/// The same question in the units of a day.
inline Question in_frame(Question question, Date day) {
  question.frame = day;
  return question;
}

Comparison evaluate(const Columns& columns, const Question& question, const rules::Wording& wording);

/// The percent, times or points between two totals; what `evaluate` does once it has both.
Comparison compare(const Total& now, const Total& base, const Indicator& indicator, Style style,
                   const rules::Wording& wording);

/// Both sides of a comparing measure. Where not the same units have values in both, `matched` says how many
/// unit-months do and the totals are of those alone.
struct Sides {
  Total now, base;  // their coverage is that of everything reported
  std::optional<int32_t> matched;
};
Sides sides(const Columns& columns, const Question& question);

/// A part's contribution to the change of a whole, in percentage points of the whole's base: the parts'
/// contributions add up to the whole's change exactly.
std::optional<Fraction> contribution(const Sides& part, const Sides& whole);

/// The place of a unit among those beside it (same parent), the largest first; equal ones share their place.
/// By the exact value of the measure. Nothing when the unit has none.
struct Rank {
  int32_t place = 0, of = 0;
};
BOOST_DESCRIBE_STRUCT(Rank, (), (place, of))
std::optional<Rank> rank(const Columns& columns, const Question& question);

/// The unrounded value of a measure: the amount in the indicator's own unit, or the ratio of both sides
/// (1.26 for "tăng 26%"; of a ratio indicator the points between them).
std::optional<Fraction> exact(const Columns& columns, const Question& question);

/// Whether a ratio reaches the threshold that it is held to; nothing when there is none or no value.
std::optional<bool> meets_threshold(const Columns& columns, IndicatorIndex i, UnitIndex u, Month month,
                                    Sequence as_of = newest, std::optional<Date> frame = {});

}  // namespace giaoban::figures
