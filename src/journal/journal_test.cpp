#include "journal/journal.hpp"

#include <doctest/doctest.h>

#include "support/database.hpp"

using namespace giaoban;

TEST_CASE("journal: the chain holds, and the first altered or missing entry is named") {
  for (auto& url : db::test_urls()) {
    auto database = db::Database::open(url, 1);
    database->migrate(journal::migrations());
    auto write = [&](auto f) { database->write([&](db::Transaction& tx) { f(tx); return true; }); };
    write([](db::Transaction& tx) {
      CHECK(journal::head(tx) == 0);
      for (int i = 1; i <= 5; ++i)
        journal::append(tx, {i, Instant{i * 1000}, 7, "chair", "mc", "session.open", "session/1", "{}", {}});
      CHECK(journal::head(tx) == 5);
      CHECK_FALSE(journal::verify(tx));
    });
    write([](db::Transaction& tx) { tx.exec("update journal set detail = ? where seq = ?", "{ }", 3); });
    write([](db::Transaction& tx) { CHECK(journal::verify(tx)->seq == 3); });
    write([](db::Transaction& tx) { tx.exec("update journal set detail = ? where seq = ?", "{}", 3); });
    write([](db::Transaction& tx) { tx.exec("delete from journal where seq = ?", 2); });
    write([](db::Transaction& tx) { CHECK(journal::verify(tx)->seq == 2); });
  }
}
