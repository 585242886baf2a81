// giaoban demo: a fresh city, a server, and the whole April walked through it. Exit status 0 only if all held.
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <thread>

#include "app/application.hpp"
#include "app/commands.hpp"
#include "app/demo_city.hpp"
#include "app/demo_walk.hpp"
#include "app/program.hpp"
#include "base/installation.hpp"
#include "journal/journal.hpp"

namespace giaoban::app {
namespace fs = std::filesystem;
namespace {

struct DemoOptions {
  std::string out, data;
  unsigned short port = 0;
};

/// The city served as `giaoban serve --demo` does, on a thread of this process.
class Serving {
 public:
  Serving(const fs::path& data, unsigned short port)
      : program_({.data = data, .demo = true, .readers = workers + 1}), server_({host, port, workers}) {
    load_demo_city(program_);
    port_ = server_.listen();
    application_.emplace(program_, server_.loops(), StaticFiles(std::string()));
    thread_ = std::thread([this] { server_.run(*application_, [this] { application_->every_second(); }); });
  }
  ~Serving() {
    server_.stop();
    thread_.join();
  }
  unsigned short port() const { return port_; }
  static constexpr const char* host = "127.0.0.1";

 private:
  static constexpr int workers = 2;
  Program program_;
  net::Server server_;
  std::optional<Application> application_;
  unsigned short port_ = 0;
  std::thread thread_;
};

/// The data folder: the one given, which must be new, or one of our own that goes afterwards.
class Folder {
 public:
  explicit Folder(const std::string& given) : own_(given.empty()) {
    if (own_) {
      auto name = (fs::temp_directory_path() / "giaoban-demo-XXXXXX").string();
      if (!::mkdtemp(name.data())) throw std::runtime_error("Cannot make a folder in " + fs::temp_directory_path().string());
      path = name;
    } else {
      path = given;
      if (fs::exists(path / "giaoban.db")) throw std::runtime_error(given + " already holds data; the demo needs a new folder.");
    }
  }
  ~Folder() {
    std::error_code ignored;
    if (own_) fs::remove_all(path, ignored);
  }
  fs::path path;

 private:
  bool own_;
};

void walk_month(Walk& w) {
  walk_offices(w);
  walk_plan(w);
  walk_figures_until(w, Date::of(2021, 5, 4));
  walk_figures_approved(w);
  walk_report_draft(w);
  walk_figures_until(w, Date::of(2021, 5, 5));
  walk_figures_approved(w);
  walk_ratios(w);
  walk_report_final(w);
  walk_confirm(w);
  walk_session(w);
  walk_notice(w);
  walk_press(w);
  walk_directives(w);
  walk_overdue(w);
  walk_public(w);
}

/// After the server has gone: the folder opens again and its journal holds from the first entry to the last.
void walk_verify(Walk& w, const fs::path& data) {
  w.step("verify");
  Program program({.data = data, .demo = true, .readers = 1});
  program.database->read([&](db::Transaction& tx) {
    auto fault = journal::verify(tx);
    w.that(!fault, "the journal's chain holds", fault ? fault->what.en : "");
    w.held(std::to_string(journal::head(tx)) + " entries, chain holds, head " + journal::head_hash(tx).substr(0, 16) + "…");
  });
}

int demo(const DemoOptions& o) {
  spdlog::set_level(spdlog::level::warn);
  auto from = std::chrono::steady_clock::now();
  fs::create_directories(o.out);
  auto city = demo::load(installation() / "demo" / "mong-cai");
  if (!city) throw std::runtime_error("demo/: " + json::text_of_problem(city.error()));
  Folder folder(o.data);
  std::optional<Walk> walk;
  try {
    {
      Serving serving(folder.path, o.port);
      std::cout << "Móng Cái on 28/4/2021, served on http://" << Serving::host << ":" << serving.port() << std::endl;
      walk.emplace(*city, o.out, Serving::host, serving.port());
      walk_month(*walk);
    }
    walk_verify(*walk, folder.path);
  } catch (const std::exception& e) {
    std::cout << "✗ " << (walk ? walk->step() : "start") << ": " << e.what() << std::endl;
    return 1;
  }
  auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - from).count();
  std::cout << "All " << walk->steps_held() << " steps held in " << seconds << " s. Documents in " << o.out << ": report, invitation, notice (.docx, .pdf), story.html" << std::endl;
  return 0;
}

}  // namespace

void add_demo(CLI::App& cli, Chosen& chosen) {
  auto o = std::make_shared<DemoOptions>();
  auto* c = cli.add_subcommand("demo", "Walk the whole April session over HTTP, office by office, and check each step; exit status 0 only if all held");
  c->add_option("--out", o->out, "Folder for the documents: report, invitation, notice, story")->required();
  c->add_option("--data", o->data, "A new data folder to keep; a temporary one if not given");
  c->add_option("--port", o->port, "Port; a free one if not given");
  c->callback([o, &chosen] { chosen = [o] { return demo(*o); }; });
}

}  // namespace giaoban::app
