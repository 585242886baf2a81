#include "db/connection.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <cctype>

namespace giaoban::db {
namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

std::string next_word(std::string_view sql, size_t& at) {
  while (at < sql.size() && !is_word(sql[at])) {
    if (sql[at] == '\'') {  // a literal: skip it whole
      at = sql.find('\'', at + 1);
      if (at == std::string_view::npos) at = sql.size();
      else ++at;
      return "'";
    }
    if (sql[at] == '(') {
      ++at;
      return "(";
    }
    ++at;
  }
  std::string word;
  while (at < sql.size() && is_word(sql[at])) word += static_cast<char>(std::tolower(sql[at++]));
  return word;
}

/// `?` becomes `:p1`, `:p2`, …: SOCI's own placeholders, which it hands to each database in its way.
std::string with_named_parameters(std::string_view sql) {
  std::string out;
  int n = 0;
  bool literal = false;
  for (char c : sql) {
    if (c == '\'') literal = !literal;
    if (c == '?' && !literal) out += ":p" + std::to_string(++n);
    else out += c;
  }
  return out;
}

const soci::backend_factory& backend_of(const std::string& url) {
  return url.starts_with("sqlite:") ? static_cast<const soci::backend_factory&>(soci::sqlite3) : soci::postgresql;
}

}  // namespace

// SOCI reads settings as pairs and writes "=" behind what holds none: "…/name" would become "…/name=". A URL
// that ends in a pair passes unharmed.
std::string soci_settings(const std::string& url) {
  if (url.find('=') != std::string::npos) return url;
  return url + (url.find('?') == std::string::npos ? "?" : "&") + "connect_timeout=10";
}

namespace {

std::string settings_of(const std::string& url, bool read_only) {
  if (!url.starts_with("sqlite:")) return soci_settings(url);
  (void)read_only;  // readers are kept from writing by `query_only`, so that WAL files can still be opened
  return "db=" + url.substr(7) + " timeout=20 shared_cache=false";
}

}  // namespace

TablesNamed tables_named(std::string_view sql) {
  TablesNamed out;
  std::string before;
  for (size_t at = 0; at < sql.size();) {
    auto word = next_word(sql, at);
    if (word.empty()) break;
    if (word != "(" && word != "select" && word != "set") {
      if (before == "from" || before == "join") out.read.insert(word);
      if (before == "into" || before == "update") out.written.insert(word);
    }
    before = word;
  }
  auto at = size_t{0};
  if (next_word(sql, at) == "delete") {
    out.written = out.read;
  }
  return out;
}

Connection::Connection(const std::string& url, bool read_only)
    : dialect_(url.starts_with("sqlite:") ? Dialect::sqlite : Dialect::postgresql),
      session_(backend_of(url), settings_of(url, read_only)) {
  if (dialect_ == Dialect::sqlite) {
    plain("pragma journal_mode = wal");
    plain("pragma synchronous = full");
    plain("pragma foreign_keys = on");
    plain("pragma cache_size = -8000");
    if (read_only) plain("pragma query_only = on");
  }
}

// SOCI's own question pings the server, a way there and back before each transaction. Its library does not export what
// the sanitizer would check the cast against.
__attribute__((no_sanitize("vptr"))) bool Connection::alive() {
  if (dialect_ == Dialect::sqlite) return true;
  return PQstatus(static_cast<soci::postgresql_session_backend*>(session_.get_backend())->conn_) == CONNECTION_OK;
}

void Connection::plain(const std::string& sql) { session_ << sql; }

Connection::Prepared& Connection::prepared(std::string_view sql, const std::string& shape,
                                           const std::vector<Value>& args) {
  std::string key = shape + "|";
  for (auto& a : args) key += a.type == Value::Type::integer || a.type == Value::Type::null_integer ? 'i' : 't';
  key += "|";
  key += sql;
  auto& slot = statements_[key];
  if (slot) return *slot;
  auto p = std::make_unique<Prepared>(session_);
  p->tables = tables_named(sql);
  p->uses.resize(args.size());
  p->intos.resize(shape.size());
  p->statement.alloc();
  for (size_t i = 0; i < args.size(); ++i) {
    auto& u = p->uses[i];
    if (args[i].type == Value::Type::integer || args[i].type == Value::Type::null_integer)
      p->statement.exchange(soci::use(u.integer, u.indicator));
    else p->statement.exchange(soci::use(u.text, u.indicator));
  }
  for (size_t i = 0; i < shape.size(); ++i) {
    auto& in = p->intos[i];
    if (shape[i] == 'i') p->statement.exchange(soci::into(in.integer, in.indicator));
    else p->statement.exchange(soci::into(in.text, in.indicator));
  }
  p->statement.prepare(with_named_parameters(sql));
  p->statement.define_and_bind();
  slot = std::move(p);
  return *slot;
}

const TablesNamed* Connection::run(std::string_view sql, const std::string& shape, std::vector<Value> args,
                                   const std::function<void(const std::vector<Value>&)>& each) {
  auto& p = prepared(sql, shape, args);
  for (size_t i = 0; i < args.size(); ++i) {
    auto& u = p.uses[i];
    bool null = args[i].type == Value::Type::null_integer || args[i].type == Value::Type::null_text;
    u.indicator = null ? soci::i_null : soci::i_ok;
    u.integer = args[i].integer;
    u.text = std::move(args[i].text);
  }
  bool got = p.statement.execute(true);
  if (shape.empty()) return &p.tables;
  std::vector<Value> row(shape.size());
  for (; got; got = p.statement.fetch()) {
    for (size_t i = 0; i < shape.size(); ++i) {
      auto& in = p.intos[i];
      bool integer = shape[i] == 'i', null = in.indicator == soci::i_null;
      row[i].type = integer ? (null ? Value::Type::null_integer : Value::Type::integer)
                            : (null ? Value::Type::null_text : Value::Type::text);
      row[i].integer = in.integer;
      row[i].text = in.text;
    }
    each(row);
  }
  return &p.tables;
}

}  // namespace giaoban::db
