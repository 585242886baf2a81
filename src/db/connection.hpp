#pragma once
// Internal to src/db: one SOCI session with its prepared statements.
#include <soci/soci.h>

#include <deque>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>

#include "db/transaction.hpp"

namespace giaoban::db {

/// Which tables a statement names, read from its text.
struct TablesNamed {
  std::set<std::string> read, written;
};
TablesNamed tables_named(std::string_view sql);

/// What SOCI is given for a PostgreSQL URL.
std::string soci_settings(const std::string& url);

class Connection {
 public:
  Connection(const std::string& url, bool read_only);
  /// `each` gets one row after the other, all in the same place. Gives the tables that the statement names.
  const TablesNamed* run(std::string_view sql, const std::string& shape, std::vector<Value> args,
                         const std::function<void(const std::vector<Value>&)>& each);
  /// A statement without parameters, not kept prepared (BEGIN, schema).
  void plain(const std::string& sql);
  /// False once the line to a PostgreSQL has broken.
  bool alive();
  Dialect dialect() const { return dialect_; }
  soci::session& session() { return session_; }

 private:
  struct Prepared {
    explicit Prepared(soci::session& s) : statement(s) {}
    struct Slot {
      long long integer = 0;
      std::string text;
      soci::indicator indicator = soci::i_ok;
    };
    std::deque<Slot> uses, intos;
    soci::statement statement;
    TablesNamed tables;
  };
  Prepared& prepared(std::string_view sql, const std::string& shape, const std::vector<Value>& args);

  Dialect dialect_;
  soci::session session_;
  std::unordered_map<std::string, std::unique_ptr<Prepared>> statements_;
};

}  // namespace giaoban::db
