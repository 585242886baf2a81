#include "support/body.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>

#include "app/demo_body.hpp"
#include "base/installation.hpp"
#include "support/database.hpp"

namespace giaoban {

namespace {
/// Read once: every test starts from the same files.
const demo::City& demo_city() {
  static const auto city = *demo::load(installation() / "demo" / "mong-cai");
  return city;
}
/// A folder of files for each body, gone with it.
std::filesystem::path files_folder() {
  static std::atomic<int> bodies{0};
  return std::filesystem::temp_directory_path() / fmt::format("giaoban-body-{}-{}", ::getpid(), ++bodies);
}
}  // namespace

struct Body::Impl {
  app::Memory memory;
  Rights rights;
  Catalogue catalogue;
  std::unique_ptr<db::Database> database;
  std::unique_ptr<Engine> engine;
};

Body::Body(const std::string& url)
    : impl_(new Impl{app::Memory(*rules::Rules::load(installation() / "rules"), files::Store(files_folder())), Rights::load((installation() / "rules/rights.json").string()), {}, {}, {}}) {
  REQUIRE(sodium_init() >= 0);
  auto& i = *impl_;
  i.database = db::Database::open(url, 2);
  i.database->migrate(app::migrations());
  app::declare_rooms(i.catalogue, i.memory);
  i.memory.clock.set(Instant::local(Date::of(2021, 4, 28), 8));
  i.engine = std::make_unique<Engine>(*i.database, i.catalogue, i.rights, i.memory.clock, true);
  i.database->write([&](db::Transaction& tx) {
    app::load_body(tx, demo_city());
    return true;
  });
  i.database->read([&](db::Transaction& tx) { app::load_memory(tx, i.memory); });
}
Body::~Body() {
  std::error_code error;
  std::filesystem::remove_all(impl_->memory.files.folder(), error);
}

namespace {
struct ActorRow {
  int64_t account = 0, seat = 0, unit = 0;
  std::string unit_code;
  Office office = Office::unit_clerk;
  bool member = false;
};
BOOST_DESCRIBE_STRUCT(ActorRow, (), (account, seat, unit, unit_code, office, member))
}  // namespace

Actor Body::actor(const std::string& account) {
  if (account.empty()) return {};
  std::optional<ActorRow> row;
  impl_->database->read([&](db::Transaction& tx) {
    row = tx.one<ActorRow>("select a.id, t.id, t.unit, u.code, t.office, t.member from account a join seat t on t.id = a.seat "
                           "join unit u on u.id = t.unit where a.name = ?", account);
  });
  REQUIRE_MESSAGE(row.has_value(), "no account " << account);
  return {row->account, row->seat, row->unit, row->unit_code, row->office, row->member};
}

int64_t Body::unit(const std::string& code) {
  std::optional<units::Unit> unit;
  impl_->database->read([&](db::Transaction& tx) { unit = units::by_code(tx, code); });
  REQUIRE_MESSAGE(unit.has_value(), "no unit " << code);
  return unit->id;
}

Reply Body::attempt(const std::string& operation, const std::string& request, const std::string& who) {
  auto parsed = json::parse(request);
  REQUIRE_MESSAGE(parsed.has_value(), "bad JSON in the test: " << request);
  return impl_->engine->call(operation, *parsed, actor(who));
}

boost::json::value Body::call(const std::string& operation, const std::string& request, const std::string& who) {
  auto reply = attempt(operation, request, who);
  REQUIRE_MESSAGE(reply.done, operation << " as " << who << ": " << reply.body);
  return boost::json::parse(reply.body);
}

db::Database& Body::database() { return *impl_->database; }
Engine& Body::engine() { return *impl_->engine; }
Clock& Body::clock() { return impl_->memory.clock; }
app::Memory& Body::memory() { return impl_->memory; }

std::string fault_pointers(const Reply& reply) {
  CHECK(reply.status == 422);
  std::string out;
  auto answer = boost::json::parse(reply.body);
  for (auto& f : answer.at("fields").as_array()) out += std::string(f.at("pointer").as_string()) + " ";
  return out;
}

std::vector<std::unique_ptr<Body>> bodies() {
  std::vector<std::unique_ptr<Body>> out;
  for (auto& url : db::test_urls()) out.push_back(std::make_unique<Body>(url));
  return out;
}

}  // namespace giaoban
