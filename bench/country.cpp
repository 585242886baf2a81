#include "country.hpp"

#include <fmt/format.h>

#include "figures/parallel.hpp"

namespace giaoban::bench {
namespace {

constexpr int64_t per_indicator = 1'000'003, per_commune = 7'919, per_month = 104'729;
constexpr int64_t scatter = 2'654'435'761, largest = 1'000'003, gaps_scatter = 40'503, gaps_prime = 9'973, gaps_one_of = 50;

int64_t mix(int indicator, int commune, int month) {
  return indicator * per_indicator + commune * per_commune + month * per_month;
}
std::string mix_sql() {
  return fmt::format("(i::bigint * {} + u::bigint * {} + m::bigint * {})", per_indicator, per_commune, per_month);
}

}  // namespace

std::optional<int64_t> value_of(int indicator, int commune, int month) {
  auto x = mix(indicator, commune, month);
  if (x * gaps_scatter % gaps_prime % gaps_one_of == 0) return {};
  return x * scatter % largest;
}
std::string value_sql() {
  return fmt::format("({} * {} % {})", mix_sql(), scatter, largest);
}
std::string present_sql() {
  return fmt::format("({} * {} % {} % {} <> 0)", mix_sql(), gaps_scatter, gaps_prime, gaps_one_of);
}

std::vector<figures::Indicator> indicators_of(const Nation& country) {
  std::vector<figures::Indicator> out;
  for (int k = 0; k < country.indicators; ++k) {
    figures::Indicator i;
    i.code = fmt::format("indicator_{}", k);
    i.name = i.short_name = {fmt::format("Chỉ tiêu {}", k), fmt::format("Indicator {}", k)};
    i.unit_of_measure = {"triệu đồng", "million dong"};
    i.kind = figures::Kind::flow;
    i.direction = figures::Direction::up;
    i.scale = i.decimals = 1;
    i.since = country.first;
    out.push_back(std::move(i));
  }
  return out;
}

std::vector<figures::UnitNode> units_of(const Nation& country) {
  std::vector<figures::UnitNode> out{{"country", "", false}};
  for (int p = 0; p < country.provinces; ++p) out.push_back({fmt::format("p{}", p), "country", false});
  for (int c = 0; c < country.communes; ++c)
    out.push_back({fmt::format("c{}", c), fmt::format("p{}", country.province(c)), true});
  return out;
}

figures::Columns columns_of(const Nation& country) {
  figures::Columns columns(indicators_of(country), units_of(country));
  columns.reserve(country.first, country.last());
  std::vector<figures::UnitIndex> unit;
  for (int c = 0; c < country.communes; ++c) unit.push_back(columns.find_unit(fmt::format("c{}", c)).value());
  auto entry = [&](int c, int m) { return figures::Sequence{m} * country.communes + c + 1; };
  for (int i = 0; i < country.indicators; ++i)
    for (int m = 0; m < country.months; ++m)
      for (int c = 0; c < country.communes; ++c)
        if (auto v = value_of(i, c, m))
          columns.absorb({entry(c, m), static_cast<uint32_t>(i), unit[static_cast<size_t>(c)], country.first.plus(m), v});
  // What is revised was first known otherwise: give the old value's vintage, then the same value again.
  figures::Sequence revision = entry(0, country.months);
  for (int i = 0; i < country.indicators; ++i)
    for (int m = 0; m < country.months; ++m)
      for (int c = (i + m) % 100; c < country.communes; c += 100)
        if (auto v = value_of(i, c, m))
          columns.absorb({++revision, static_cast<uint32_t>(i), unit[static_cast<size_t>(c)], country.first.plus(m), v,
                          figures::State::revised});
  columns.roll_up(figures::all_cores());
  return columns;
}

}  // namespace giaoban::bench
