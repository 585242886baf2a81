#include "numbering/numbering.hpp"

#include <doctest/doctest.h>

#include "base/installation.hpp"
#include "support/database.hpp"

using namespace giaoban;

TEST_CASE("numbering: each body, year and type has its own series without gaps") {
  auto rights = Rights::load((installation() / "rules" / "rights.json").string());
  Actor actor;
  for (auto& url : db::test_urls()) {
    CAPTURE(url);
    auto database = db::Database::open(url, 1);
    database->migrate(numbering::migrations());
    auto take = [&](Instant at, const char* type, const char* body, bool keep = true) {
      int32_t number = 0;
      database->write([&](db::Transaction& tx) {
        Context context(tx, actor, rights, at, 1, false);
        number = numbering::next(context, type, body);
        return keep;
      });
      return number;
    };
    auto may = Instant::local(Date::of(2021, 5, 6), 8);
    CHECK(take(may, "TB", "VP") == 1);
    CHECK(take(may, "TB", "VP", false) == 2);  // rolled back with its document
    CHECK(take(may, "TB", "VP") == 2);
    CHECK(take(may, "TB", "UBND") == 1);
    CHECK(take(may, "GM", "VP") == 1);
    // Half past midnight in Vietnam is still last year in UTC: the local year counts.
    CHECK(take(Instant::local(Date::of(2022, 1, 1), 0, 30), "TB", "VP") == 1);
    CHECK(take(Instant::local(Date::of(2021, 12, 31), 23, 30), "TB", "VP") == 3);
    database->write([&](db::Transaction& tx) {
      numbering::begin_after(tx, "TB", "VP", 2021, 95);
      numbering::begin_after(tx, "TB", "VP", 2021, 7);  // never back
      CHECK(numbering::last(tx, "TB", "VP", 2021) == 95);
      CHECK(numbering::last(tx, "QĐ", "VP", 2021) == 0);
      return true;
    });
    CHECK(take(may, "TB", "VP") == 96);
  }
}
