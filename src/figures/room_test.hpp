#pragma once
// A body whose indicators, plans and published figures are the demo city's, as known on a day. For tests.
#include "figures/demo_city_test.hpp"
#include "figures/figures.hpp"
#include "support/body.hpp"

namespace giaoban::figures {

inline std::string import_text(const std::vector<Entry>& entries, const std::vector<Indicator>& indicators,
                               const std::string& forms) {
  std::string lines;
  for (auto& e : entries) {
    int32_t scale = 0;
    for (auto& i : indicators)
      if (i.code == e.indicator) scale = i.scale;
    lines += fmt::format(R"({}{{"indicator":"{}","unit":"{}","month":"{}","value":"{}","state":"{}","known":"{}"}})",
                         lines.empty() ? "" : ",", e.indicator, e.unit, e.month.iso(), Decimal{e.value, scale}.str(),
                         boost::describe::enum_to_string(e.state, ""), e.known.iso());
  }
  return R"({"lines":[)" + lines + R"(],"forms":")" + forms + R"("})";
}

/// Indicators and plans only.
inline void define_demo(Body& body) {
  auto file = demo_file<IndicatorsFile>("indicators.json");
  auto plans = demo_file<PlansFile>("plans.json").plans;
  body.database().write([&](db::Transaction& tx) {
    define(tx, file.indicators, plans, file.about, 0);
    return true;
  });
  body.database().read([&](db::Transaction& tx) { body.memory().columns.load(tx); });
}

/// … and every figure that was known by the day, each day's as an import of its own.
inline void load_demo(Body& body, Date until) {
  define_demo(body);
  auto indicators = demo_file<IndicatorsFile>("indicators.json").indicators;
  auto all = entries(demo_file<FiguresFile>("figures.json"), indicators);
  REQUIRE(all);
  body.clock().set(Instant::local(until, 18));
  std::map<Date, std::vector<Entry>> by_day;
  for (auto& e : *all)
    if (e.known <= until) by_day[e.known].push_back(e);
  for (auto& [day, entries] : by_day)
    body.call("figures.import", import_text(entries, indicators, "submitted"), "tong-hop");
}

/// What became known after load_demo's day, until this one.
inline void report_rest(Body& body, Date until) {
  auto from = body.clock().now().local_date();
  auto indicators = demo_file<IndicatorsFile>("indicators.json").indicators;
  auto all = entries(demo_file<FiguresFile>("figures.json"), indicators);
  REQUIRE(all);
  body.clock().set(Instant::local(until, 18));
  std::vector<Entry> late;
  for (auto& e : *all)
    if (e.known > from && e.known <= until) late.push_back(e);
  body.call("figures.import", import_text(late, indicators, "submitted"), "tong-hop");
}

/// Hải Hòa's form of April with every line filled but those named.
inline std::string hai_hoa_cells(const std::vector<std::string>& without = {}) {
  std::string cells;
  for (auto& [code, value] : std::vector<std::pair<std::string, std::string>>{
           {"retail_sales", "85.2"}, {"industrial_output", "48.0"}, {"visitors", "2.35"}, {"fishery_output", "118.4"},
           {"new_businesses", "12"}, {"vaccinated", "84"}, {"dossiers_handled", "412"}, {"dossiers_on_time", "409"},
           {"complaints", "1"}, {"poor_households", "0"}, {"illegal_entries", "2"}})
    if (std::find(without.begin(), without.end(), code) == without.end())
      cells += fmt::format(R"({}{{"indicator":"{}","value":"{}"}})", cells.empty() ? "" : ",", code, value);
  return R"({"unit":"hai-hoa","month":"2021-04","cells":[)" + cells + "]}";
}

inline const boost::json::object& line_of(const boost::json::value& form, const std::string& code) {
  for (auto& group : form.at("groups").as_array())
    for (auto& line : group.at("lines").as_array())
      if (line.at("indicator").at("code").as_string() == code) return line.as_object();
  FAIL("no line " << code);
  throw std::logic_error(code);
}
inline std::string text_at(const boost::json::value& v) { return std::string(v.as_string()); }

inline constexpr const char* hai_hoa = R"({"unit":"hai-hoa","month":"2021-04"})";

}  // namespace giaoban::figures
