// What a scenario may take as given: the demo's data, or a story told once in scenarios/given/.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/demo_files.hpp"
#include "base/installation.hpp"
#include "figures/figures_file.hpp"
#include "numbering/numbering.hpp"
#include "scenarios/play.hpp"

namespace giaoban::scenarios {
namespace {

const demo::City& city() {
  static const auto files = *demo::load(installation() / "demo" / "mong-cai");
  return files;
}

/// "04/05/2021"
Date day_of(std::string_view s) {
  auto date = s.size() == 10 ? Date::parse(std::string(s.substr(6, 4)) + "-" + std::string(s.substr(3, 2)) + "-" + std::string(s.substr(0, 2))) : std::nullopt;
  if (!date) throw Unreadable("no day: " + std::string(s));
  return *date;
}

}  // namespace

void give_indicators(Body& body) {
  body.database().write([&](db::Transaction& tx) {
    figures::define(tx, city().indicators, city().plans, city().about_figures, 0);
    return true;
  });
  body.database().read([&](db::Transaction& tx) { body.memory().columns.load(tx); });
}

void give_figures(Body& body, Date until) {
  give_indicators(body);
  body.clock().set(Instant::local(until, 18));
  std::map<std::string, int32_t> scales;
  for (auto& i : city().indicators) scales[i.code] = i.scale;
  // In one import: each line says itself on which day it became known.
  boost::json::array lines;
  for (auto& e : city().figures)
    if (e.known <= until)
      lines.push_back(boost::json::object{{"indicator", e.indicator}, {"unit", e.unit}, {"month", e.month.iso()}, {"value", Decimal{e.value, scales.at(e.indicator)}.str()},
                                          {"state", boost::describe::enum_to_string(e.state, "")}, {"known", e.known.iso()}});
  auto reply = body.engine().call("figures.import", boost::json::object{{"lines", lines}, {"forms", "submitted"}}, body.actor("tong-hop"));
  if (!reply.done) throw Unreadable("the demo’s figures were refused: " + reply.body);
}

bool Play::built_in(const std::string& what) {
  std::string_view s = what;
  constexpr std::string_view figures = "the city’s figures as known on ", registered = "the register of ";
  if (what == "the city’s indicators") return give_indicators(body_), true;
  if (s.starts_with(figures)) return give_figures(body_, day_of(s.substr(figures.size()))), true;
  if (s.starts_with(registered)) {  // "the register of TB at VP stands at 95 in 2021"
    std::istringstream words(what.substr(registered.size()));
    std::string type, at, body, stands, at_number, in;
    int last = 0, year = 0;
    if (!(words >> type >> at >> body >> stands >> at_number >> last >> in >> year)) throw Unreadable(place(line_).str() + ": “the register of TB at VP stands at 95 in 2021”");
    body_.database().write([&](db::Transaction& tx) {
      numbering::begin_after(tx, type, body, year, last);
      return true;
    });
    return true;
  }
  return false;
}

void Play::step(const Given& given) {
  if (built_in(given.what)) return;
  auto name = given.what;
  std::replace(name.begin(), name.end(), ' ', '-');
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
  auto file = std::filesystem::path(folder_) / "given" / (name + ".steps");
  std::ifstream in(file);
  if (!in) throw Unreadable(place(line_).str() + ": nothing is told in " + file.string());
  std::ostringstream text;
  text << in.rdbuf();
  auto called = "given/" + name + ".steps";
  auto line = line_;
  run(called, read_given(called, text.str()));
  line_ = line;
}

}  // namespace giaoban::scenarios
