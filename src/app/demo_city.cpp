#include "app/demo_city.hpp"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <stdexcept>

#include "access/demo.hpp"
#include "app/demo_body.hpp"
#include "app/demo_history.hpp"
#include "base/installation.hpp"
#include "figures/across.hpp"
#include "rules/data_file.hpp"

namespace giaoban::app {
namespace fs = std::filesystem;
namespace {

const char* mark = "demo-loading";
const Date demo_day = Date::of(2021, 4, 28);

std::map<std::string, int32_t> scales_of(const demo::City& city) {
  std::map<std::string, int32_t> scales;
  for (auto& i : city.indicators) scales[i.code] = i.scale;
  return scales;
}

struct TilesFile {
  Text about;
  std::vector<figures::TileLine> tiles;
};
BOOST_DESCRIBE_STRUCT(TilesFile, (), (about, tiles))

/// April as far as it had come by that morning: what became known before, entered by each unit's own clerk.
std::vector<DemoStep> april(DemoCalls& as, const demo::City& city) {
  auto scales = scales_of(city);
  std::map<std::pair<Date, std::string>, boost::json::array> cells;
  std::map<std::string, Date> last;
  for (auto& e : city.figures) {
    if (e.month != Month::of(2021, 4)) continue;
    cells[{e.known, e.unit}].push_back(boost::json::object{{"indicator", e.indicator}, {"value", Decimal{e.value, scales.at(e.indicator)}.str()}});
    last[e.unit] = std::max(last[e.unit], e.known);
  }
  std::vector<DemoStep> steps;
  for (auto& [key, list] : cells) {
    auto unit = key.second;
    auto clerk = as.clerk_of(unit);
    boost::json::object request{{"unit", unit}, {"month", "2021-04"}, {"cells", list}};
    bool complete = last.at(unit) == key.first;
    steps.push_back({key.first, 15, [&as, unit, clerk, request, complete] {
                       as.call(clerk, "figures.enter", request);
                       if (complete) as.call(clerk, "figures.submit", {{"unit", unit}, {"month", "2021-04"}});
                     }});
  }
  return steps;
}

}  // namespace

std::vector<DemoStep> history(DemoCalls& as, const demo::City& city) {
  auto scales = scales_of(city);
  std::map<Date, boost::json::array> days;
  for (auto& e : city.figures) {
    if (e.month >= Month::of(2021, 4)) continue;
    days[e.known].push_back(boost::json::object{{"indicator", e.indicator}, {"unit", e.unit}, {"month", e.month.iso()},
                                                {"value", Decimal{e.value, scales.at(e.indicator)}.str()},
                                                {"state", boost::describe::enum_to_string(e.state, "")}, {"known", e.known.iso()}});
  }
  std::vector<DemoStep> steps;
  for (auto& [day, lines] : days)
    steps.push_back({day, 17, [&as, lines] { as.call("tong-hop", "figures.import", {{"lines", lines}, {"forms", "approved"}}); }});
  // Each month's report went out when its figures were there: March's on its first estimates, revised ten days later.
  for (Month month = Month::of(2020, 1); month <= Month::of(2021, 3); month = month.plus(1)) {
    auto named = fmt::format("{}/{}", month.month(), month.year());
    boost::json::object title{{"vi", "Báo cáo kinh tế – xã hội tháng " + named}, {"en", "Socio-economic report, " + named}};
    steps.push_back({first_day(month.plus(1)).plus(9), 18, [&as, month, title] {
                       as.call("tong-hop", "figures.publish", {{"month", month.iso()}, {"title", title}});
                     }});
  }
  return steps;
}

void place_tiles(DemoCalls& as, const std::string& account) {
  auto file = rules::read_file<TilesFile>(installation() / "demo" / "mong-cai" / "tiles.json");
  if (!file) throw std::runtime_error("demo/: " + json::text_of_problem(file.error()));
  figures::PlaceTilesRequest request;
  as.program.database->read([&](db::Transaction& tx) {
    for (auto& line : file->tiles)
      if (units::by_code(tx, line.unit)) request.tiles.push_back(line);
  });
  as.call(account, "figures.place_tiles", json::write(request).as_object());
}

void clear_unfinished_demo(const fs::path& data) {
  if (!fs::exists(data / mark)) return;
  for (auto* name : {"giaoban.db", "giaoban.db-wal", "giaoban.db-shm"}) fs::remove(data / name);
  fs::remove(data / mark);
}

std::optional<int> demo_in(Program& program) {
  if (!DemoLoad(program).needed()) return program.memory.clock.now().local_date().year() < 2025 ? 2021 : 2026;
  return {};
}

bool DemoLoad::needed() {
  bool empty = true, demo = false;
  program_.database->read([&](db::Transaction& tx) {
    empty = units::all(tx).empty();
    demo = access::demo_clock(tx).has_value();
  });
  // In demo mode anyone enters any seat with one click.
  if (!empty && !demo && program_.engine->demo())
    throw std::runtime_error("This store holds a real body's data. It is not opened in demo mode: anyone could enter any seat.");
  return empty;
}

demo::City DemoLoad::begin() {
  std::ofstream(program_.folder.path() / mark) << "1";
  auto city = demo::load(installation() / "demo" / "mong-cai");
  if (!city) throw std::runtime_error("demo/: " + json::text_of_problem(city.error()));
  program_.memory.clock.set(Instant::local(Date::of(2020, 1, 1), 8));
  program_.database->write([&](db::Transaction& tx) {
    load_body(tx, *city);
    figures::define(tx, city->indicators, city->plans, city->about_figures, 0);
    return true;
  });
  program_.database->read([&](db::Transaction& tx) { program_.memory.columns.load(tx); });
  return std::move(*city);
}

void DemoLoad::end(DemoCalls& as, Date morning, const std::string& account) {
  if (program_.engine->demo()) as.call(account, "demo.advance_clock", {{"to", Instant::local(morning, 8).iso()}});
  else as.on(morning, 8);
  fs::remove(program_.folder.path() / mark);
}

void load_demo_city(Program& program) {
  DemoLoad load(program);
  if (!load.needed()) return;
  auto city = load.begin();
  DemoCalls as(program, city);
  auto steps = history(as, city);
  auto planning = city.past.session.date.plus(-8);
  std::vector<DemoStep> earlier, later;
  for (auto& step : steps) (step.on < planning ? earlier : later).push_back(std::move(step));
  carry_out(as, std::move(earlier), planning);
  auto session = hold_past_session(as, city);
  for (auto& step : past_follow_up(as, city, session)) later.push_back(std::move(step));
  for (auto& step : april(as, city)) later.push_back(std::move(step));
  carry_out(as, std::move(later), demo_day);
  program.database->write([&](db::Transaction& tx) {
    for (auto& r : city.past.registers) numbering::begin_after(tx, r.type, r.body, r.year, r.last);
    return true;
  });
  place_tiles(as, "tong-hop");
  load.end(as, demo_day, "tong-hop");
}

}  // namespace giaoban::app
