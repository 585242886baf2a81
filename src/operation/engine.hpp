#pragma once
#include <set>
#include <string>

#include "db/database.hpp"
#include "operation/catalogue.hpp"
#include "operation/clock.hpp"

namespace giaoban {

/// What an operation answered.
struct Reply {
  bool done = false;
  std::string body;     ///< the response as JSON, the file's bytes, or the problem
  std::string file_name, content_type;  ///< of a file
  int status = 500;
  std::set<std::string> tables;                ///< read by a read, written by a change
  std::optional<std::string> session_token, device_token;  ///< see Context
};

/// Told of each commit after what is held in memory was brought up to date. No tables: any may have been written.
using OnCommit = std::function<void(const std::set<std::string>& tables_written)>;
/// Brings what is held in memory up to date with what others wrote to these tables; none: to any.
using Follow = std::function<void(db::Transaction&, const std::set<std::string>& tables_written)>;

/// Carries an operation out: right, request, transaction, journal entry, answer. The one door to the store,
/// used alike by HTTP, live views, the command line and the demo.
class Engine {
 public:
  Engine(db::Database& database, const Catalogue& catalogue, const Rights& rights, Clock& clock, bool demo)
      : database_(database), catalogue_(catalogue), rights_(rights), clock_(clock), demo_(demo) {}

  Reply read(const Operation& operation, const boost::json::value& request, const Actor& actor);
  /// `key`: the client's Idempotency-Key, or empty. A repeated key gets the first answer and changes nothing.
  Reply change(const Operation& operation, const boost::json::value& request, const Actor& actor, const std::string& key);
  /// What `change` would answer to a key that it knows already; nothing for a new one. For who would keep something first.
  std::optional<Reply> answer_before(const Operation& operation, const boost::json::value& request, const Actor& actor, const std::string& key);
  /// By name, for the program itself and for tests.
  Reply call(std::string_view name, const boost::json::value& request, const Actor& actor, const std::string& key = {});

  void on_commit(OnCommit f) { on_commit_ = std::move(f); }
  /// Where other processes write to the same store: memory was loaded at this entry of the journal, `f` keeps it up.
  void follow_others(int64_t loaded_at, Follow f);
  /// Another process has committed: memory first, then whoever watches.
  void heard(const db::Commit& commit);
  bool demo() const { return demo_; }
  const Catalogue& catalogue() const { return catalogue_; }
  db::Database& database() { return database_; }
  Clock& clock() { return clock_; }
  const Rights& rights() const { return rights_; }

 private:
  std::optional<Problem> right_missing(const Operation& operation, const Actor& actor) const;
  void follow(db::Transaction& tx, int64_t head, const std::set<std::string>& tables);

  db::Database& database_;
  const Catalogue& catalogue_;
  const Rights& rights_;
  Clock& clock_;
  const bool demo_;
  OnCommit on_commit_;
  Follow follow_;
  int64_t followed_to_ = 0;  // the entry up to which memory is right; touched in the turn to write only
  int64_t last_entry_ms_ = 0;
};

}  // namespace giaoban
