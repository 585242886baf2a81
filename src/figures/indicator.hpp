#pragma once
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

  bool entered() const { return !numerator; }
  bool adds_over_units() const { return kind == Kind::flow || kind == Kind::stock; }
};
BOOST_DESCRIBE_STRUCT(Indicator, (),
                      (code, name, short_name, unit_of_measure, group, kind, scale, decimals, direction,
                       reporters, reporting_units, month_style, year_style, plan_word, numerator, denominator,
                       at_least, since, key, source, explanation, sentence_name, also_called))

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
