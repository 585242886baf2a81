#pragma once
// Random figures, and the slow, plain way to add them up: a list of changes, walked each time. For tests.
#include <rapidcheck.h>

#include <map>
#include <set>

#include "figures/columns.hpp"

namespace giaoban::figures::random {

inline Indicator indicator(std::string code, Kind kind, int32_t scale = 0) {
  Indicator i;
  i.code = std::move(code);
  i.kind = kind;
  i.scale = i.decimals = scale;
  i.since = Month::of(2020, 1);
  return i;
}

enum : IndicatorIndex { flow, stock, part, whole, rate, average, price_index };
inline std::vector<Indicator> indicators() {
  auto percent = indicator("rate", Kind::ratio, 1);
  percent.numerator = "part";
  percent.denominator = "whole";
  return {indicator("flow", Kind::flow),   indicator("stock", Kind::stock),      indicator("part", Kind::flow),
          indicator("whole", Kind::flow),  percent,                              indicator("average", Kind::average, 1),
          indicator("index", Kind::index, 1)};
}

inline constexpr Month april = Month{2021 * 12 + 3};

struct Oracle {
  std::vector<UnitNode> units;
  std::vector<Change> changes;  // units as places in `units`

  static bool within(const std::vector<UnitNode>& tree, const std::string& unit, const std::string& above) {
    for (std::string code = unit; !code.empty();) {
      if (code == above) return true;
      std::string up;
      for (auto& u : tree)
        if (u.code == code) up = u.parent;
      code = up;
    }
    return false;
  }
  /// The last change known then.
  const Change* last(IndicatorIndex i, size_t unit, Month month, Sequence as_of = newest) const {
    const Change* out = nullptr;
    for (auto& c : changes)
      if (c.indicator == i && c.unit == unit && c.month == month && c.sequence <= as_of) out = &c;
    return out && out->value ? out : nullptr;
  }
  std::vector<size_t> communes() const {
    std::vector<size_t> out;
    for (size_t k = 0; k < units.size(); ++k)
      if (units[k].commune) out.push_back(k);
    return out;
  }
};

/// A random tree of units named by `prefix`, its leaves communes.
inline std::vector<UnitNode> tree(const std::string& prefix, int most) {
  int n = *rc::gen::inRange(2, most);
  std::vector<UnitNode> out{{prefix + "0", "", false}};
  std::set<std::string> parents;
  for (int k = 1; k < n; ++k) {
    auto parent = fmt::format("{}{}", prefix, *rc::gen::inRange(0, k));
    parents.insert(parent);
    out.push_back({fmt::format("{}{}", prefix, k), parent, false});
  }
  for (size_t k = 1; k < out.size(); ++k) out[k].commune = !parents.contains(out[k].code);
  return out;
}

inline std::vector<Change> changes(const Oracle& o, int most, bool negative = false) {
  std::vector<Change> out;
  auto communes = o.communes();
  int how_many = *rc::gen::inRange(0, most);
  for (int k = 0; k < how_many; ++k) {
    Change c;
    c.sequence = k / 3 + 1;  // some of one entry share its number
    c.indicator = *rc::gen::element<IndicatorIndex>(flow, stock, part, whole);
    c.unit = static_cast<UnitIndex>(*rc::gen::elementOf(communes));
    c.month = april.plus(-*rc::gen::inRange(0, 16));
    c.state = *rc::gen::element(State::stand_in, State::estimate, State::official, State::official, State::revised);
    if (*rc::gen::inRange(0, 8)) c.value = *rc::gen::inRange<int64_t>(negative ? -40 : 0, 40);
    out.push_back(c);
  }
  return out;
}

inline Oracle figures(int most_units = 14, int most_changes = 80, bool negative = false) {
  Oracle o;
  o.units = tree("u", most_units);
  o.changes = changes(o, most_changes, negative);
  return o;
}

inline Change placed(const Oracle& o, const Columns& columns, Change change) {
  change.unit = *columns.store_units().find(o.units[change.unit].code);
  return change;
}

inline Columns columns_of(const Oracle& o) {
  Columns columns(indicators(), o.units);
  for (auto& change : o.changes) columns.apply(placed(o, columns, change));
  return columns;
}

}  // namespace giaoban::figures::random
