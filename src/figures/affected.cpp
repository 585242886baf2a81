#include "figures/affected.hpp"

#include <algorithm>

namespace giaoban::figures {

std::vector<Question> affected(const Columns& columns, IndicatorIndex i, UnitIndex unit, Month month, Month last) {
  std::vector<std::pair<Month, Measure>> reach;
  auto add = [&](Month m, Measure measure) {
    if (m <= last) reach.emplace_back(m, measure);
  };
  add(month, Measure::month);
  add(month, Measure::month_on_month);
  add(month.plus(1), Measure::month_on_month);
  add(month, Measure::year_on_year);
  add(month.plus(12), Measure::year_on_year);
  add(month, Measure::on_december);
  for (int m = 1; month.month() == 12 && m <= 12; ++m) add(month.plus(m), Measure::on_december);
  for (Month m = month; m.year() == month.year(); m = m.plus(1)) {
    add(m, Measure::year_to_date);
    add(m, Measure::year_to_date_on_year);
    add(m, Measure::plan_share);
    add(m.plus(12), Measure::year_to_date_on_year);
  }
  std::vector<IndicatorIndex> indicators{i};
  for (IndicatorIndex k = 0; k < columns.indicators().size(); ++k)
    if (auto& r = columns.recipe(k); r.ratio() && (r.numerator == i || r.denominator == i)) indicators.push_back(k);
  std::vector<Question> out;
  out.reserve(reach.size() * indicators.size() * 4);
  for (auto k : indicators)
    for (auto u = unit; u != none; u = columns.store_units().parent(u))
      for (auto& [m, measure] : reach) out.push_back({k, u, m, measure, newest});
  return out;
}

}  // namespace giaoban::figures
