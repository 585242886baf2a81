#include "db/listener.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <condition_variable>
#include <deque>
#include <mutex>

#include "support/database.hpp"

using namespace giaoban;

namespace {

/// What was heard, in its order; a wait ends when it comes.
class Heard {
 public:
  void say(const db::Commit& commit) {
    std::lock_guard lock(mutex_);
    commits_.push_back(commit);
    came_.notify_all();
  }
  db::Commit next() {
    std::unique_lock lock(mutex_);
    REQUIRE(came_.wait_for(lock, std::chrono::seconds(20), [&] { return !commits_.empty(); }));
    auto first = commits_.front();
    commits_.pop_front();
    return first;
  }
  bool silent() {
    std::lock_guard lock(mutex_);
    return commits_.empty();
  }

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  std::deque<db::Commit> commits_;
};

void add_thing(db::Database& database, int64_t entry) {
  database.write([&](db::Transaction& tx) {
    tx.exec("insert into thing(n) values (?)", entry);
    tx.note_entry(entry);
    return true;
  });
}

}  // namespace

TEST_CASE("listener: hears what another commits and when it may have missed something; not its own, nor what was taken back") {
  for (auto& url : db::test_urls()) {
    auto one = db::Database::open(url, 1), other = db::Database::open(url, 1);
    one->migrate({{"t.1", "create table thing (n bigint not null);"}});
    Heard heard;
    auto listener = other->listen([&](const db::Commit& commit) { heard.say(commit); });
    if (one->dialect() == db::Dialect::sqlite) {
      CHECK_FALSE(listener);
      continue;
    }
    CHECK(heard.next().tables.empty());  // whatever came before
    add_thing(*other, 1);
    one->write([](db::Transaction& tx) {
      tx.exec("insert into thing(n) values (2)");
      return false;
    });
    add_thing(*one, 3);
    auto commit = heard.next();
    CHECK(commit.entry == 3);
    CHECK(commit.tables == std::set<std::string>{"thing"});
    // Every line breaks: it comes back by itself and says that something may have been missed; so do the others.
    one->read([](db::Transaction& tx) {
      tx.query<int64_t>("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
    });
    CHECK(heard.next().tables.empty());
    CHECK_THROWS_AS(add_thing(*one, 4), db::Unavailable);
    add_thing(*one, 5);
    CHECK(heard.next().entry == 5);
    listener.reset();
    add_thing(*one, 6);
    CHECK(heard.silent());
  }
}

TEST_CASE("listener: an announcement is read as it was written; other words are none") {
  rc::check([] {
    auto word = rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcdefghijklmnopqrstuvwxyz_0123456789")));
    db::Announcement said{*word, {*rc::gen::inRange<int64_t>(0, INT64_MAX), *rc::gen::container<std::set<std::string>>(rc::gen::nonEmpty(word))}};
    auto heard = db::announcement_in(db::announced(said));
    RC_ASSERT(heard.has_value());
    RC_ASSERT(heard->who == said.who);
    RC_ASSERT(heard->commit.entry == said.commit.entry);
    RC_ASSERT(heard->commit.tables == said.commit.tables || (heard->commit.tables.empty() && db::announced(said).size() < 7100));
  });
  for (auto* words : {"", "a", "a:b", "a:b:c", "a:1x:c", ":", "a::b"}) CHECK_FALSE(db::announcement_in(words));
}
