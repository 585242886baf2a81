#include "app/demo_city.hpp"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <stdexcept>

#include "app/demo_body.hpp"
#include "app/demo_past.hpp"
#include "base/installation.hpp"

namespace giaoban::app {
namespace fs = std::filesystem;
namespace {

const char* mark = "demo-loading";
const Date demo_day = Date::of(2021, 4, 28);

/// The history, one import a day on which something became known, by the Office's synthesis officer.
void load_history(DemoCalls& as, const demo::City& city) {
  std::map<std::string, int32_t> scales;
  for (auto& i : city.indicators) scales[i.code] = i.scale;
  std::map<Date, boost::json::array> days;
  for (auto& e : city.figures) {
    if (e.known >= demo_day || e.month >= Month::of(2021, 4)) continue;
    boost::json::object line{{"indicator", e.indicator}, {"unit", e.unit}, {"month", e.month.iso()},
                             {"value", Decimal{e.value, scales.at(e.indicator)}.str()},
                             {"state", boost::describe::enum_to_string(e.state, "")}, {"known", e.known.iso()}};
    days[e.known].push_back(line);
  }
  for (auto& [day, lines] : days) {
    as.on(day, 17);
    as.call("tong-hop", "figures.import", {{"lines", lines}, {"forms", "approved"}});
  }
}

/// April as far as it had come by that morning: what became known before, entered by each unit's own clerk.
void load_april(DemoCalls& as, const demo::City& city) {
  std::map<std::string, int32_t> scales;
  for (auto& i : city.indicators) scales[i.code] = i.scale;
  std::map<std::pair<Date, std::string>, boost::json::array> cells;
  std::map<std::string, bool> complete;
  for (auto& e : city.figures) {
    if (e.month != Month::of(2021, 4)) continue;
    bool before = e.known < demo_day;
    auto [it, fresh] = complete.emplace(e.unit, before);
    it->second = it->second && before;
    if (before)
      cells[{e.known, e.unit}].push_back(boost::json::object{{"indicator", e.indicator}, {"value", Decimal{e.value, scales.at(e.indicator)}.str()}});
  }
  for (auto& [key, list] : cells) {
    auto& [day, unit] = key;
    as.on(day, 15);
    auto clerk = as.clerk_of(unit);
    boost::json::object request{{"unit", unit}, {"month", "2021-04"}, {"cells", list}};
    auto form = as.call(clerk, "figures.enter", request);
    if (complete.at(unit)) as.call(clerk, "figures.submit", {{"unit", unit}, {"month", "2021-04"}});
  }
}

}  // namespace

void clear_unfinished_demo(const fs::path& data) {
  if (!fs::exists(data / mark)) return;
  for (auto* name : {"giaoban.db", "giaoban.db-wal", "giaoban.db-shm"}) fs::remove(data / name);
  fs::remove(data / mark);
}

void load_demo_city(Program& program) {
  bool empty = true;
  program.database->read([&](db::Transaction& tx) { empty = units::all(tx).empty(); });
  if (!empty) return;
  std::ofstream(program.folder.path() / mark) << "1";
  auto city = demo::load(installation() / "demo" / "mong-cai");
  if (!city) throw std::runtime_error("demo/: " + json::text_of_problem(city.error()));
  program.clock.set(Instant::local(Date::of(2020, 1, 1), 8));
  program.database->write([&](db::Transaction& tx) {
    load_body(tx, *city);
    figures::define(tx, city->indicators, city->plans, city->about_figures, 0);
    return true;
  });
  program.database->read([&](db::Transaction& tx) { program.memory.columns.load(tx); });
  DemoCalls as(program, *city);
  load_history(as, *city);
  load_past_session(as, *city);
  load_april(as, *city);
  program.database->write([&](db::Transaction& tx) {
    for (auto& r : city->past.registers) numbering::begin_after(tx, r.type, r.body, r.year, r.last);
    return true;
  });
  as.on(demo_day, 8);
  fs::remove(program.folder.path() / mark);
}

}  // namespace giaoban::app
