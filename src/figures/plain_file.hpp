#pragma once
// Figures of one's own in one plain file, for the command line: no data folder, no server. See docs/indicator.md.
#include <filesystem>

#include "figures/columns.hpp"
#include "figures/guard/vocabulary.hpp"

namespace giaoban::figures {

/// An indicator with only what must be said; the rest has the usual value.
struct PlainIndicator {
  std::string code;
  Text name, unit_of_measure;
  Kind kind = Kind::flow;
  std::optional<int32_t> decimals;           // 1
  std::optional<Text> sentence_name;
  std::optional<OtherNames> also_called;
  std::optional<Direction> direction;        // up
  std::optional<Style> month_style, year_style;
  std::optional<PlanWord> plan_word;
  std::optional<std::string> numerator, denominator;
  std::optional<std::vector<std::string>> reported_by;  // every unit that has none below it, when absent
};
BOOST_DESCRIBE_STRUCT(PlainIndicator, (),
                      (code, name, unit_of_measure, kind, decimals, sentence_name, also_called, direction, month_style,
                       year_style, plan_word, numerator, denominator, reported_by))

struct PlainUnit {
  std::string code;
  Text name;
  std::optional<std::string> parent;  // nothing: the whole
};
BOOST_DESCRIBE_STRUCT(PlainUnit, (), (code, name, parent))

/// A later line for the same month is a later vintage.
struct PlainValue {
  std::string indicator;
  std::optional<std::string> unit;  // may be left out where there is one unit only
  Month month;
  Decimal value;
  std::optional<State> state;  // official
};
BOOST_DESCRIBE_STRUCT(PlainValue, (), (indicator, unit, month, value, state))

struct PlainPlan {
  std::string indicator;
  std::optional<std::string> unit;
  int32_t year = 0;
  Decimal value;
};
BOOST_DESCRIBE_STRUCT(PlainPlan, (), (indicator, unit, year, value))

struct PlainFile {
  Text about;
  std::vector<PlainIndicator> indicators;
  std::optional<std::vector<PlainUnit>> units;  // one unit for all, when absent
  std::vector<PlainValue> values;
  std::optional<std::vector<PlainPlan>> plans;
};
BOOST_DESCRIBE_STRUCT(PlainFile, (), (about, indicators, units, values, plans))

struct PlainFigures {
  Columns columns;
  std::vector<guard::UnitNames> units;
  Month last;  // the newest month that has a value
};

/// Every fault with its line and pointer.
Outcome<PlainFigures> read_plain(const std::filesystem::path& path);

}  // namespace giaoban::figures
