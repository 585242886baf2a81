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

TEST_CASE("journal: an answer is given again for a day, to its own account; for a month it is known that it was given") {
  for (auto& url : db::test_urls()) {
    auto database = db::Database::open(url, 1);
    database->migrate(journal::migrations());
    database->write([&](db::Transaction& tx) {
      auto hash = journal::request_hash("{}");
      Instant then{1'000'000'000'000};
      auto keep = [&](const char* key, int64_t seq, Instant at) { journal::keep_answer(tx, 7, key, seq, at, {"report.comment", hash, std::string("words")}); };
      keep("first", 1, then);
      CHECK(journal::answer_to(tx, 7, "first")->body == "words");
      CHECK(journal::answer_to(tx, 7, "first")->request == hash);
      CHECK_FALSE(journal::answer_to(tx, 8, "first"));
      keep("second", 2, then.plus_ms(journal::answer_kept_ms));
      CHECK(journal::answer_to(tx, 7, "first")->body);
      keep("third", 3, then.plus_ms(journal::answer_kept_ms + 1));
      CHECK(journal::answer_to(tx, 7, "first"));
      CHECK_FALSE(journal::answer_to(tx, 7, "first")->body);
      keep("fourth", 4, then.plus_ms(journal::key_kept_ms + 1));
      CHECK_FALSE(journal::answer_to(tx, 7, "first"));
      CHECK(tx.one_value<int64_t>("select count(*) from answer_body") == 1);
      return true;
    });
  }
}
