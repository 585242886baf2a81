#pragma once
// The demo city's columns as its data files give them, for tests. Each value's sequence is its day.
#include <doctest/doctest.h>

#include "base/installation.hpp"
#include "figures/figures_file.hpp"
#include "rules/data_file.hpp"
#include "rules/rules.hpp"

namespace giaoban::figures {

struct UnitLine {
  std::string code;
  Text name, short_name, place;
  std::string kind;
  std::optional<std::string> parent;
  std::string notation;
};
BOOST_DESCRIBE_STRUCT(UnitLine, (), (code, name, short_name, place, kind, parent, notation))
struct UnitsFile {
  Text about;
  std::vector<UnitLine> units;
};
BOOST_DESCRIBE_STRUCT(UnitsFile, (), (about, units))

inline const std::filesystem::path demo_city = installation() / "demo/mong-cai";

template <class T>
T demo_file(const std::string& name) {
  auto file = rules::read_file<T>(demo_city / name);
  if (!file) {
    for (auto& f : file.error().fields) MESSAGE(f.pointer << ": " << f.message.en);
    throw std::runtime_error(name);
  }
  return *file;
}

/// The house style as the project's rules give it.
inline rules::Wording house_wording() {
  return rules::Rules::load(installation() / "rules")->wording.on(Date::of(2021, 4, 30)).value;
}

inline Columns demo_columns() {
  std::vector<UnitNode> units;
  for (auto& u : demo_file<UnitsFile>("units.json").units)
    units.push_back({u.code, u.parent.value_or(""), u.kind == "ward" || u.kind == "commune"});
  auto indicators = demo_file<IndicatorsFile>("indicators.json").indicators;
  auto lines = entries(demo_file<FiguresFile>("figures.json"), indicators);
  REQUIRE(lines);
  Columns columns(indicators, units);
  for (auto& e : *lines)
    columns.apply({e.known.days, columns.find_indicator(e.indicator).value(),
                   columns.find_unit(e.unit).value(), e.month, e.value, e.state});
  for (auto& p : demo_file<PlansFile>("plans.json").plans) {
    auto i = columns.find_indicator(p.indicator).value();
    columns.apply_plan(p.known.days, i, columns.find_unit(p.unit).value(), p.year,
                       p.value.at_scale(columns.indicator(i).scale).value().units);
  }
  return columns;
}

}  // namespace giaoban::figures
