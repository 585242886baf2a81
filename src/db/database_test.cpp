#include "db/database.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "db/connection.hpp"
#include "support/database.hpp"

using namespace giaoban;

namespace {
enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)
struct Row {
  int64_t id;
  Text name;
  std::optional<int64_t> big;
  Colour colour;
  bool flag;
  Date day;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, name, big, colour, flag, day))
}  // namespace

TEST_CASE("store: rows come back as they went in, on every database") {
  for (auto& url : db::test_urls()) {
    CAPTURE(url);
    auto database = db::Database::open(url, 1);
    database->migrate({{"t.1", "create table thing (id {id}, name_vi text not null, name_en text not null, big bigint, "
                               "colour text not null, flag bigint not null, day text not null);"}});
    database->write([&](db::Transaction& tx) {
      auto id = tx.insert("insert into thing(name_vi, name_en, big, colour, flag, day) values (?,?,?,?,?,?) returning id",
                          Text{"Đỏ ' \" ?", "Red"}, std::optional<int64_t>(9'007'199'254'740'993), Colour::green, true,
                          Date::of(2021, 5, 6));
      CHECK(id == 1);
      CHECK(tx.insert("insert into thing(name_vi, name_en, big, colour, flag, day) values (?,?,?,?,?,?) returning id",
                      Text{"", ""}, std::optional<int64_t>(), Colour::red, false, Date::of(2021, 5, 7)) == 2);
      CHECK(tx.tables_written() == std::set<std::string>{"thing"});
      return true;
    });
    database->read([&](db::Transaction& tx) {
      auto rows = tx.query<Row>("select id, name_vi, name_en, big, colour, flag, day from thing where id >= ? order by id", 1);
      REQUIRE(rows.size() == 2);
      CHECK(rows[0].big == 9'007'199'254'740'993);
      CHECK(rows[0].name.vi == "Đỏ ' \" ?");
      CHECK(rows[0].colour == Colour::green);
      CHECK(rows[0].flag);
      CHECK(rows[0].day == Date::of(2021, 5, 6));
      CHECK_FALSE(rows[1].big);
      CHECK(tx.one_value<int64_t>("select sum(big) from thing") == 9'007'199'254'740'993);
      CHECK_FALSE(tx.one<Row>("select id, name_vi, name_en, big, colour, flag, day from thing where id = ?", 99));
    });
    CHECK_THROWS_AS(database->read([](db::Transaction& tx) { tx.exec("delete from thing where id = ?", 1); }),
                    std::exception);
  }
}

TEST_CASE("store: what is refused or thrown leaves nothing behind") {
  for (auto& url : db::test_urls()) {
    CAPTURE(url);
    auto database = db::Database::open(url, 1);
    database->migrate({{"t.1", "create table thing (id {id}, name text not null unique);"}});
    auto insert = [](db::Transaction& tx, const char* name) { tx.exec("insert into thing(name) values (?)", name); };
    database->write([&](db::Transaction& tx) { insert(tx, "a"); return false; });
    CHECK_THROWS(database->write([&](db::Transaction& tx) -> bool { insert(tx, "b"); throw std::runtime_error("x"); }));
    CHECK_THROWS_AS(database->write([&](db::Transaction& tx) { insert(tx, "c"); insert(tx, "c"); return true; }),
                    db::ConstraintBroken);
    database->write([&](db::Transaction& tx) { insert(tx, "d"); return true; });
    database->read([&](db::Transaction& tx) {
      CHECK(tx.query<std::string>("select name from thing") == std::vector<std::string>{"d"});
    });
  }
}

TEST_CASE("store: the tables that a statement names are found in its text") {
  auto t = db::tables_named("select a from form f join unit u on u.id = f.unit where x = 'from nothing' and exists (select 1 from figure)");
  CHECK(t.read == std::set<std::string>{"form", "unit", "figure"});
  CHECK(t.written.empty());
  CHECK(db::tables_named("insert into form(a) values (?) on conflict (a) do update set a = 1").written == std::set<std::string>{"form"});
  CHECK(db::tables_named("update form set a = ?").written == std::set<std::string>{"form"});
  CHECK(db::tables_named("delete from form where a = ?").written == std::set<std::string>{"form"});
}
