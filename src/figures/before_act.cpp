#include "figures/before_act.hpp"

#include "figures/fraction.hpp"

namespace giaoban::figures {

std::optional<Total> before_act(const Columns& columns, const std::string& indicator, const std::string& unit, Month month, int months_back) {
  auto i = columns.find_indicator(indicator);
  auto u = columns.find_unit(unit);
  if (!i || !u || unchanged(columns, *u)) return {};
  auto total = total_of(columns, {*i, *u, last_day(month)}, month.plus(-months_back));
  if (!total.known || !total.additive) return {};
  return total;
}

void fill_before_act(const Columns& columns, const std::string& indicator, const std::string& unit, Month month, CellValues& cell) {
  auto fill = [&](std::optional<int64_t>& base, std::optional<Total>& exact, int months_back) {
    if (base) return;
    auto total = before_act(columns, indicator, unit, month, months_back);
    auto whole = total ? rounded(Fraction::of(total->amount.numerator, total->amount.denominator), 0) : std::nullopt;
    if (!whole) return;
    base = whole->units;
    exact = total;
  };
  fill(cell.last_month, cell.month_before, 1);
  fill(cell.last_year, cell.year_before, 12);
}

}  // namespace giaoban::figures
