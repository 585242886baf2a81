#include "app/program.hpp"

#include <sodium.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <stdexcept>

#include "access/demo.hpp"
#include "base/installation.hpp"
#include "base/json.hpp"
#include "documents/layout_rules.hpp"
#include "files/files.hpp"
#include "journal/journal.hpp"

namespace giaoban::app {
namespace {

rules::Rules load_rules() {
  auto rules = rules::Rules::load(installation() / "rules");
  if (!rules) throw std::runtime_error("rules/: " + json::text_of_problem(rules.error()));
  // Read now, so that a broken file is found at the start and not at a document.
  if (auto layouts = documents::use_layout_rules(installation() / "rules"); !layouts)
    throw std::runtime_error("rules/: " + json::text_of_problem(layouts.error()));
  return std::move(*rules);
}

}  // namespace

Program::Program(const Settings& settings)
    : folder(settings.data), memory(load_rules(), files::Store(settings.files.empty() ? folder.files() : settings.files)), rights(Rights::load((installation() / "rules/rights.json").string())) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium could not start");
  database = db::Database::open(settings.database.empty() ? folder.database_url() : settings.database, settings.readers);
  database->migrate(migrations());
  declare_rooms(catalogue, memory);
  engine = std::make_unique<Engine>(*database, catalogue, rights, memory.clock, settings.demo);
  database->read([&](db::Transaction& tx) {
    load_memory(tx, memory, folder.figures_snapshot());
    if (tx.dialect() == db::Dialect::postgresql)
      engine->follow_others(journal::head(tx), [this](db::Transaction& now, const std::set<std::string>& tables) { follow(now, memory, tables); });
    // A demo's clock goes on from its last entry: the days that it tells of do not run away while it is off.
    // So do the commands that write into a demo's store: an entry of today in it would carry its clock to today.
    auto moved = access::demo_clock(tx);
    if (!settings.demo && !moved) return;
    auto last = tx.one_value<int64_t>("select at from journal order by seq desc limit 1");
    if (moved) last = std::max(last.value_or(moved->ms), moved->ms);
    if (last) memory.clock.set(Instant{*last});
  });
}

void Program::share_files() {
  if (database->dialect() != db::Dialect::postgresql) return;
  database->write([&](db::Transaction& tx) {
    files::share_folder(tx, memory.files);
    return true;
  });
}

void Program::sweep_files() {
  auto gone = files::sweep(*database, memory.files, &files_named);
  if (gone > 0) spdlog::info("\"{} files that nothing names were taken away\"", gone);
}

std::unique_ptr<db::Listener> Program::listen_to_others() {
  return database->listen([this](const db::Commit& commit) { engine->heard(commit); });
}

}  // namespace giaoban::app
