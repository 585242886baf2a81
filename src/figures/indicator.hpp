#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "base/json.hpp"

namespace giaoban::figures {

/// How an indicator behaves over time and over the tree of units.
/// flow: adds over both. stock: adds over units, stands at the end of a period. average, index: add over
/// neither. ratio: one flow over another, so that its total is the total of each, divided.
enum class Kind { flow, stock, average, ratio, index };
BOOST_DESCRIBE_ENUM(Kind, flow, stock, average, ratio, index)

/// Which way is good; a rise or fall itself is neutral.
enum class Direction { up, down, neutral };
BOOST_DESCRIBE_ENUM(Direction, up, down, neutral)

/// Who reports: every ward and commune, or the units named.
enum class Reporters { communes, named };
BOOST_DESCRIBE_ENUM(Reporters, communes, named)

/// "tăng 4,3%" or "bằng 104,9%": the offices use both, by habit of each indicator.
enum class Style { change, level };
BOOST_DESCRIBE_ENUM(Style, change, level)

/// "kế hoạch" or "dự toán".
enum class PlanWord { plan, budget };
BOOST_DESCRIBE_ENUM(PlanWord, plan, budget)

/// Other names that texts use for an indicator, by language: "kim ngạch XNK".
struct OtherNames {
  std::vector<std::string> vi, en;
};
BOOST_DESCRIBE_STRUCT(OtherNames, (), (vi, en))

/// How a year to date is made of months. Said only where it is not the kind's habit (see Indicator::over_time).
enum class OverTime { sum, last, mean, none };
BOOST_DESCRIBE_ENUM(OverTime, sum, last, mean, none)

/// Over what days a month is counted. own: from `from_day` of the month before, or of the month itself when it is not
/// after `to_day`.
enum class WindowKind { calendar_month, from_15th_to_14th, own };
BOOST_DESCRIBE_ENUM(WindowKind, calendar_month, from_15th_to_14th, own)

struct Window {
  WindowKind kind = WindowKind::calendar_month;
  std::optional<int32_t> from_day, to_day;
  /// The last day of a month's window: its cut-off.
  Date closes(Month month) const {
    if (kind == WindowKind::calendar_month) return last_day(month);
    int32_t day = kind == WindowKind::own ? to_day.value_or(31) : 14;
    return std::min(first_day(month).plus(day - 1), last_day(month));
  }
  bool operator==(const Window&) const = default;
};
BOOST_DESCRIBE_STRUCT(Window, (), (kind, from_day, to_day))

enum class PlanPeriod { year, quarter };
BOOST_DESCRIBE_ENUM(PlanPeriod, year, quarter)
/// What a share of the plan is a share of, by name: "kế hoạch vốn giao đầu năm".
struct PlanRule {
  PlanPeriod period = PlanPeriod::year;
  Text denominator;
};
BOOST_DESCRIBE_STRUCT(PlanRule, (), (period, denominator))

/// "theo khu vực": indicators whose sum is this one.
struct Breakdown {
  Text name;
  std::vector<std::string> parts;
};
BOOST_DESCRIBE_STRUCT(Breakdown, (), (name, parts))

struct Indicator {
  std::string code;
  Text name, short_name, unit_of_measure, group;
  Kind kind = Kind::flow;
  int32_t scale = 0;     // values are whole numbers of 10^-scale
  int32_t decimals = 0;  // shown
  Direction direction = Direction::neutral;
  Reporters reporters = Reporters::communes;
  std::vector<std::string> reporting_units;  // when named
  Style month_style = Style::change, year_style = Style::change;
  PlanWord plan_word = PlanWord::plan;
  std::optional<std::string> numerator, denominator;  // of a ratio: computed in percent, never entered
  std::optional<Decimal> at_least;                    // the threshold that a ratio is held to
  Month since;       // the first month that is reported: before it nothing is missing
  bool key = false;  // among the month's ten
  Text source;
  std::optional<Text> explanation;
  std::optional<Text> sentence_name;  // within a sentence, where the heading's name does not read well
  std::optional<OtherNames> also_called;

  std::optional<std::string> formula;  // over other indicators (figures/formula.hpp); computed, never entered
  std::optional<std::string> weight;   // of an average or index: the indicator that units are weighted by
  std::optional<OverTime> over_time_as;
  std::optional<Window> window;        // absent: its form's, rules/reporting.json
  std::optional<int32_t> due_days;     // working days after the cut-off; absent: rules/deadlines.json
  std::optional<PlanRule> plan;
  std::optional<std::vector<Breakdown>> breakdowns;
  std::optional<Month> until;  // the last month that is reported; absent: it goes on

  bool reported_in(Month month) const { return since <= month && (!until || month <= *until); }
  bool entered() const { return !numerator && !formula; }
  bool adds_over_units() const { return kind == Kind::flow || kind == Kind::stock; }
  OverTime over_time() const {
    if (over_time_as) return *over_time_as;
    switch (kind) {
      case Kind::flow: return OverTime::sum;
      case Kind::stock: return OverTime::last;
      case Kind::average: return OverTime::mean;
      case Kind::ratio:
      case Kind::index: break;
    }
    return OverTime::none;
  }
};
BOOST_DESCRIBE_STRUCT(Indicator, (),
                      (code, name, short_name, unit_of_measure, group, kind, scale, decimals, direction,
                       reporters, reporting_units, month_style, year_style, plan_word, numerator, denominator,
                       at_least, since, key, source, explanation, sentence_name, also_called, formula,
                       weight, over_time_as, window, due_days, plan, breakdowns, until))

/// What is known of a value. A later vintage never removes an earlier one.
enum class State : uint8_t {
  missing,   // nothing reported; 0 is a value, not this
  stand_in,  // the Office's estimate for a unit that has not reported
  estimate,  // the unit's own estimate
  official,
  revised,
};
BOOST_DESCRIBE_ENUM(State, missing, stand_in, estimate, official, revised)
inline bool is_estimate(State state) {
  return state == State::stand_in || state == State::estimate;
}

}  // namespace giaoban::figures
