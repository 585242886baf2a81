#pragma once
// The figures' data files of a demo city (or of an import): indicators, values with their vintages, plans.
#include <filesystem>

#include "figures/columns.hpp"

namespace giaoban::figures {

struct IndicatorsFile {
  Text about;
  std::vector<Indicator> indicators;
};
BOOST_DESCRIBE_STRUCT(IndicatorsFile, (), (about, indicators))

struct VintageLine {
  Month month;
  Decimal value;
  State state = State::official;
  Date known;
};
BOOST_DESCRIBE_STRUCT(VintageLine, (), (month, value, state, known))

/// One unit's values of one indicator. A month stands either in `official` (known on the 10th of the month
/// after) or, with its own history, in `vintages`.
struct Series {
  std::string indicator, unit;
  std::map<std::string, Decimal> official;
  std::vector<VintageLine> vintages;
};
BOOST_DESCRIBE_STRUCT(Series, (), (indicator, unit, official, vintages))

struct FiguresFile {
  Text about;
  std::vector<Series> series;
};
BOOST_DESCRIBE_STRUCT(FiguresFile, (), (about, series))

struct PlanLine {
  std::string indicator, unit;
  int32_t year = 0;
  Decimal value;
  int32_t version = 1;
  Date known;
  Text source;
  std::optional<int32_t> quarter;
};
BOOST_DESCRIBE_STRUCT(PlanLine, (), (indicator, unit, year, value, version, known, source, quarter))

struct PlansFile {
  Text about;
  std::vector<PlanLine> plans;
};
BOOST_DESCRIBE_STRUCT(PlansFile, (), (about, plans))

/// One value as it was entered, in whole units of its indicator's scale.
struct Entry {
  Date known;
  std::string indicator, unit;
  Month month;
  int64_t value = 0;
  State state = State::official;
};

/// Every value in the order in which it became known. Unknown indicators, months written wrong and values
/// with more decimals than their indicator holds are faults, each with its pointer.
Outcome<std::vector<Entry>> entries(const FiguresFile& file, const std::vector<Indicator>& indicators);

}  // namespace giaoban::figures
