#pragma once
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "db/transaction.hpp"

namespace giaoban::db {

/// A step of a room's schema, applied once, in the order given. `{id}` in the text becomes the dialect's
/// self-numbering primary key. Applied steps are never edited: a change is a new step.
struct Migration {
  std::string name;  ///< "figures.1"
  std::string sql;   ///< statements, each ended by ';'
};

/// The store could not do it: full disk, read-only, gone. Carries words for a person; nothing was written.
class Unavailable : public std::runtime_error {
 public:
  Unavailable(Text text, const std::string& cause) : std::runtime_error(cause), text(std::move(text)) {}
  Text text;
};
/// A uniqueness or foreign-key rule of the store was broken (a broken invariant, or two writers on PostgreSQL).
class ConstraintBroken : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What another process on the same PostgreSQL has committed.
struct Commit {
  int64_t entry = 0;             ///< number of its journal entry; 0: it made none
  std::set<std::string> tables;  ///< written; none: unknown, any may have been
};

class Listener;

class Database {
 public:
  /// `sqlite:PATH` or `postgresql://user@host/name`. Throws Unavailable.
  static std::unique_ptr<Database> open(const std::string& url, int readers);
  ~Database();

  void migrate(const std::vector<Migration>& steps);
  /// A consistent view; nothing may be written.
  void read(const std::function<void(Transaction&)>& f);
  /// Writers take turns: SQLite has one writer, and the journal's chain needs one order.
  /// Commits when `f` returns true, else rolls back; `committed` runs after the commit, still in turn.
  void write(const std::function<bool(Transaction&)>& f, const std::function<void(Transaction&)>& committed = {});

  /// PostgreSQL only: as long as what is returned lives, `heard` is called, on a thread of its own, for each commit of
  /// another process, and whenever some may have been missed. Nothing on SQLite, which has no other process.
  std::unique_ptr<Listener> listen(std::function<void(const Commit&)> heard);

  Dialect dialect() const;
  /// Copies the whole database to a file while others go on (SQLite only).
  void backup_to(const std::string& path);

 private:
  struct Impl;
  explicit Database(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace giaoban::db
