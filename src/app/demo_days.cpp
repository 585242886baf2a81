#include "app/demo_days.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "base/installation.hpp"

namespace giaoban::app {
namespace bj = boost::json;
namespace {

/// Units send in the afternoon; the Office stands in for the late ones before the day's work begins.
constexpr int hour_of_units = 15, hour_of_office = 8;
/// Sites are in their places this long before a session.
constexpr int64_t early_ms = 20 * 60'000;

struct Report {
  Instant at;
  std::string unit;
  bool stand_in = false, last = true;
  bj::array cells;
};

/// What is still to become known of a month, one entry a unit and day, in the order of time.
std::vector<Report> reports(const demo::City& city, Month month, Instant after, Instant to) {
  std::map<std::string, int32_t> scales;
  for (auto& i : city.indicators) scales[i.code] = i.scale;
  std::map<std::pair<int64_t, std::string>, Report> found;
  std::map<std::string, Instant> last;
  for (auto& e : city.figures) {
    if (e.month != month) continue;
    bool stand_in = e.state == figures::State::stand_in;
    auto at = Instant::local(e.known, stand_in ? hour_of_office : hour_of_units);
    if (!stand_in) last[e.unit] = std::max(last[e.unit], at);
    if (at <= after || at > to) continue;
    auto& report = found.try_emplace({at.ms, e.unit}, Report{at, e.unit, stand_in, true, {}}).first->second;
    report.cells.push_back(bj::object{{"indicator", e.indicator}, {"value", Decimal{e.value, scales.at(e.indicator)}.str()}});
  }
  std::vector<Report> out;
  for (auto& [key, report] : found) {
    report.last = !report.stand_in && last.at(report.unit) == report.at;
    out.push_back(std::move(report));
  }
  return out;
}

/// A form in which the unit has not written yet; the Office's stand-ins are not its own.
bool untouched(const bj::value& status) {
  return status.at("state").as_string() == "open" && status.at("held").as_int64() == 0 && status.at("filled").as_int64() == 0;
}

}  // namespace

void DemoDays::live_until(Instant to) {
  std::lock_guard lock(one_at_a_time_);
  if (to <= program_.memory.clock.now()) return;
  try {
    if (!city_) {
      auto city = demo::load(installation() / "demo" / "mong-cai");
      if (!city) throw std::runtime_error(json::text_of_problem(city.error()));
      city_ = std::move(*city);
    }
    DemoCalls as(program_, *city_);
    report_figures(as, to);
    join_session(as, to);
  } catch (const std::exception& e) {
    // Whoever walks the month has arranged it in another way than the demo tells; the clock goes on all the same.
    spdlog::warn("demo: the rest of the city stayed behind: {}", e.what());
  }
}

void DemoDays::come_to(DemoCalls& as, Instant at) {
  if (at > program_.memory.clock.now()) as.call("tong-hop", "demo.advance_clock", {{"to", at.iso()}});
}

void DemoDays::report_figures(DemoCalls& as, Instant to) {
  auto month = city_->next.session.month;
  for (auto& report : reports(*city_, month, program_.memory.clock.now(), to)) {
    auto coverage = as.call("tong-hop", "figures.coverage", {{"month", month.iso()}});
    auto& units = coverage.at("units").as_array();
    auto status = std::find_if(units.begin(), units.end(), [&](auto& u) { return u.at("unit").at("code").as_string() == report.unit; });
    if (status == units.end() || !untouched(*status)) continue;
    come_to(as, report.at);
    auto who = report.stand_in ? std::string("tong-hop") : as.clerk_of(report.unit);
    as.call(who, "figures.enter", {{"unit", report.unit}, {"month", month.iso()}, {"cells", report.cells}});
    if (report.last) as.call(who, "figures.submit", {{"unit", report.unit}, {"month", month.iso()}});
  }
}

void DemoDays::join_session(DemoCalls& as, Instant to) {
  auto listed = as.call("tong-hop", "session.list", {{"month", city_->next.session.month.iso()}});
  for (auto& one : listed.at("sessions").as_array()) {
    if (one.at("state").as_string() != "invited") continue;
    bj::object this_session{{"session", one.at("id")}};
    auto view = as.call("tong-hop", "session.show", this_session);
    auto starts = Instant::parse(view.at("starts").as_string());
    if (!starts || starts->ms - early_ms > to.ms) continue;
    come_to(as, Instant{starts->ms - early_ms});
    for (auto& unit : city_->units)
      if (unit.kind == "ward" || unit.kind == "commune") as.call(as.head_of(unit.code), "session.check_in", this_session);
  }
}

}  // namespace giaoban::app
