#include <spdlog/spdlog.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <thread>

#include "app/application.hpp"
#include "app/commands.hpp"
#include "app/demo_city.hpp"
#include "app/demo_days.hpp"
#include "app/program.hpp"
#include "base/installation.hpp"

namespace giaoban::app {
namespace {

struct ServeOptions {
  std::string data = "data", database, files, address = "127.0.0.1", page;
  std::vector<std::string> public_addresses;
  unsigned short port = 8080;
  int demo = 0;  // the year that it stands in
  bool quiet = false;
};

std::string page_folder(const std::string& given) {
  namespace fs = std::filesystem;
  if (!given.empty()) return given;
  for (auto& folder : {installation() / "ui" / "dist", installation() / "page"})
    if (fs::exists(folder / "index.html")) return folder.string();
  return {};
}

void load_demo(Program& program, const ServeOptions& o) {
  auto there = demo_in(program);
  if (there && *there != o.demo)
    throw std::runtime_error("The folder " + o.data + " holds the demo of " + std::to_string(*there) + ". Give another folder with --data for that of " + std::to_string(o.demo) + ".");
  if (o.demo == 2026) load_demo_2026(program);
  else load_demo_city(program);
}

int serve(const ServeOptions& o) {
  if (o.quiet) spdlog::set_level(spdlog::level::warn);
  // Two at least: one writes while another reads. More than the cores have nothing to run on.
  int workers = std::max(2, static_cast<int>(std::thread::hardware_concurrency()));
  if (o.demo && o.database.empty()) clear_unfinished_demo(o.data);
  Program program({.data = o.data, .database = o.database, .files = o.files, .demo = o.demo != 0, .readers = workers + 2});
  program.share_files();
  if (o.demo) load_demo(program, o);
  net::Server server({o.address, o.port, workers, o.public_addresses});
  auto port = server.listen();
  StaticFiles page(page_folder(o.page));
  Application application(program, server.loops(), std::move(page));
  DemoDays days(program);
  if (o.demo == 2021) application.before_the_clock_moves([&days](Instant to) { days.live_until(to); });
  auto others = program.listen_to_others();
  std::cout << "Giaoban: http://" << o.address << ":" << port << std::endl;
  server.run(application, [&] { application.every_second(); });
  try {
    program.database->read([&](db::Transaction& tx) { program.memory.columns.save(tx, program.folder.figures_snapshot()); });
  } catch (const std::exception& e) {
    spdlog::warn("{}", e.what());  // the next start reads the store instead
  }
  spdlog::info("\"stopped\"");
  return 0;
}

}  // namespace

void add_serve(CLI::App& cli, Chosen& chosen) {
  auto o = std::make_shared<ServeOptions>();
  auto* c = cli.add_subcommand("serve", "Serve the page and the API from one data folder");
  c->add_option("--data", o->data, "Folder that holds everything; made when it is not there")->capture_default_str();
  c->add_option("--port", o->port, "Port; 0 takes a free one")->capture_default_str();
  c->add_option("--address", o->address, "Address to listen on")->capture_default_str();
  c->add_option("--public-address", o->public_addresses, "Name or https://name under which people reach it through a web server before it; may be given several times");
  c->add_option("--database", o->database, "postgresql://… instead of SQLite in the data folder");
  c->add_option("--files", o->files, "Folder of the kept files, shared by all processes on one PostgreSQL; each has a data folder of its own");
  c->add_option("--page", o->page, "Folder of the built page, when it is not beside the program");
  c->add_flag("--demo{2021}", o->demo, "Demo mode: Móng Cái in April 2021, entered with one click a seat; --demo=2026: its six units of April 2026, five years on")
      ->check(CLI::IsMember({0, 2021, 2026}));
  c->add_flag("--quiet", o->quiet, "Log warnings and errors only");
  c->callback([o, &chosen] { chosen = [o] { return serve(*o); }; });
}

}  // namespace giaoban::app
