#pragma once
// A country to measure with: communes in provinces, indicators, months, a value in every cell but one of fifty.
// The values are a formula that every peer can compute too, so that all hold the same.
#include "figures/columns.hpp"

namespace giaoban::bench {

struct Nation {
  int communes = 3321, provinces = 34, indicators = 500, months = 120;
  Month first = Month::of(2016, 1);
  int64_t cells() const { return int64_t{communes} * indicators * months; }
  Month last() const { return first.plus(months - 1); }
  /// Which province a commune is in: neighbours by number.
  int province(int commune) const { return static_cast<int>(int64_t{commune} * provinces / communes); }
};

/// Nothing in one cell of fifty.
std::optional<int64_t> value_of(int indicator, int commune, int month);
/// The same in the SQL of all peers, of columns i, u and m.
std::string value_sql();
std::string present_sql();

std::vector<figures::Indicator> indicators_of(const Nation& country);
std::vector<figures::UnitNode> units_of(const Nation& country);
/// Forms arrive month by month, a journal entry each; then one value of a hundred is revised once.
figures::Columns columns_of(const Nation& country);

}  // namespace giaoban::bench
