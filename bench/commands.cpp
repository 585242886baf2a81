#include <fmt/format.h>

#include <boost/json.hpp>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>

#include "app/commands.hpp"
#include "bench.hpp"

namespace giaoban::app {
namespace {

const std::vector<std::pair<std::string, std::function<std::vector<bench::Figure>(double scale)>>> benches{
    {"start", [](double) { return bench::start(); }},   {"read", [](double) { return bench::read(); }},
    {"live", [](double) { return bench::live(); }},     {"screen", [](double) { return bench::screen(); }},
    {"documents", [](double) { return bench::documents(); }},
    {"spreadsheet", [](double) { return bench::spreadsheet(); }}, {"figures", &bench::figures}};

struct Options {
  std::string name = "all", json;
  double scale = 1;
};

int measure(const Options& o) {
  boost::json::array list;
  bool known = false;
  for (auto& [name, f] : benches) {
    if (o.name != "all" && o.name != name) continue;
    known = true;
    std::cout << name << "\n";
    for (auto& figure : f(o.scale)) {
      std::cout << fmt::format("  {:<58} {:>12.2f} {:<4}", figure.name, figure.value, figure.unit);
      if (figure.peer_value) std::cout << fmt::format("  {:>10.2f}  x{:<6.2f} {}", *figure.peer_value, *figure.ratio, figure.peer);
      else if (!figure.peer.empty()) std::cout << "  " << figure.peer;
      std::cout << std::endl;
      boost::json::object entry{{"name", figure.name}, {"value", figure.value}, {"unit", figure.unit}, {"peer", figure.peer}, {"machine", figure.machine}};
      entry["peer_value"] = figure.peer_value ? boost::json::value(*figure.peer_value) : boost::json::value(nullptr);
      entry["ratio"] = figure.ratio ? boost::json::value(*figure.ratio) : boost::json::value(nullptr);
      list.push_back(entry);
    }
  }
  if (!known) {
    std::cerr << "No bench named " << o.name << ". There are: all start read live screen documents spreadsheet figures\n";
    return 2;
  }
  if (!o.json.empty()) std::ofstream(o.json) << boost::json::serialize(list) << "\n";
  return 0;
}

}  // namespace

void add_bench(CLI::App& cli, Chosen& chosen) {
  auto o = std::make_shared<Options>();
  auto* c = cli.add_subcommand("bench", "Measure, each figure beside a peer in the same run; ratio = how many times better");
  c->add_option("name", o->name, "all, start, read, live, screen, documents, spreadsheet or figures")->capture_default_str();
  c->add_option("--scale", o->scale, "Of figures: so much of the load, to try it quickly")->check(CLI::Range(0.002, 1.0))->capture_default_str();
  c->add_option("--json", o->json, "Also write [{name, value, unit, peer, peer_value, ratio, machine}] to this file");
  c->callback([o, &chosen] { chosen = [o] { return measure(*o); }; });
}

}  // namespace giaoban::app
