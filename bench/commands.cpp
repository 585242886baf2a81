#include <fmt/format.h>

#include <boost/json.hpp>
#include <fstream>
#include <functional>
#include <iostream>

#include "app/commands.hpp"
#include "bench.hpp"

namespace giaoban::app {
namespace {

struct Options {
  std::string name = "all", json;
  double scale = 1;
  bool alone = false;
};

const std::vector<std::pair<std::string, std::function<void(const bench::Say&, const Options&)>>> benches{
    {"start", [](auto& say, auto&) { bench::start(say); }},
    {"read", [](auto& say, auto&) { bench::read(say); }},
    {"live", [](auto& say, auto&) { bench::live(say); }},
    {"screen", [](auto& say, auto&) { bench::screen(say); }},
    {"documents", [](auto& say, auto&) { bench::documents(say); }},
    {"spreadsheet", [](auto& say, auto&) { bench::spreadsheet(say); }},
    {"figures", [](auto& say, auto& o) { bench::figures(say, o.scale, !o.alone); }}};

void print(const bench::Figure& figure) {
  std::cout << fmt::format("  {:<58} {:>12.2f} {:<4}", figure.name, figure.value, figure.unit);
  if (figure.peer_value) std::cout << fmt::format("  {:>10.2f}  x{:<6.2f} {}", *figure.peer_value, *figure.ratio, figure.peer);
  else if (!figure.peer.empty()) std::cout << "  " << figure.peer;
  std::cout << std::endl;
}

boost::json::object entry_of(const bench::Figure& figure) {
  auto or_null = [](const std::optional<double>& number) { return number ? boost::json::value(*number) : boost::json::value(nullptr); };
  return {{"name", figure.name}, {"value", figure.value}, {"unit", figure.unit}, {"peer", figure.peer}, {"machine", figure.machine},
          {"peer_value", or_null(figure.peer_value)}, {"ratio", or_null(figure.ratio)}};
}

int measure(const Options& o) {
  boost::json::array list;
  auto say = [&](const bench::Figure& figure) {
    print(figure);
    list.push_back(entry_of(figure));
    if (!o.json.empty()) std::ofstream(o.json) << boost::json::serialize(list) << "\n";
  };
  bool known = false;
  for (auto& [name, f] : benches) {
    if (o.name != "all" && o.name != name) continue;
    known = true;
    std::cout << name << std::endl;
    f(say, o);
  }
  if (!known) {
    std::cerr << "No bench named " << o.name << ". There are: all start read live screen documents spreadsheet figures\n";
    return 2;
  }
  return 0;
}

}  // namespace

void add_bench(CLI::App& cli, Chosen& chosen) {
  auto o = std::make_shared<Options>();
  auto* c = cli.add_subcommand("bench", "Measure, each figure beside a peer in the same run; ratio = how many times better");
  c->add_option("name", o->name, "all, start, read, live, screen, documents, spreadsheet or figures")->capture_default_str();
  c->add_option("--scale", o->scale, "Of figures: so much of the load, to try it quickly")->check(CLI::Range(0.002, 1.0))->capture_default_str();
  c->add_flag("--alone", o->alone, "Of figures: without the databases, which take most of the time");
  c->add_option("--json", o->json, "Also write [{name, value, unit, peer, peer_value, ratio, machine}] to this file");
  c->callback([o, &chosen] { chosen = [o] { return measure(*o); }; });
}

}  // namespace giaoban::app
