#include "journal/journal.hpp"

#include <fmt/format.h>
#include <sodium.h>

namespace giaoban::journal {
namespace {

const std::string nothing_before(64, '0');
constexpr const char* columns = "seq, at, account, office, unit, operation, subject, detail, hash";

std::string hex_of(const unsigned char (&hash)[32]) {
  char hex[65];
  sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
  return hex;
}

std::string hash_of(const std::string& before, const Entry& e) {
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, 32);
  // Each field with its length before it, so that no two different entries give the same bytes.
  auto add = [&](const std::string& s) {
    auto length = std::to_string(s.size()) + ":";
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(length.data()), length.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(s.data()), s.size());
  };
  add(before);
  add(std::to_string(e.seq));
  add(std::to_string(e.at.ms));
  add(std::to_string(e.account));
  for (auto* s : {&e.office, &e.unit, &e.operation, &e.subject, &e.detail}) add(*s);
  unsigned char out[32];
  crypto_generichash_final(&state, out, sizeof out);
  return hex_of(out);
}

}  // namespace

std::vector<db::Migration> migrations() {
  return {{"journal.1", R"(
    create table journal (
      seq bigint primary key, at bigint not null, account bigint not null, office text not null, unit text not null,
      operation text not null, subject text not null, detail text not null, hash text not null);
    create table answer (
      account bigint not null, request_key text not null, seq bigint not null, operation text not null,
      body text not null, primary key (account, request_key));
  )"},
          {"journal.2", R"(
    drop table answer;
    create table answer (
      account bigint not null, request_key text not null, seq bigint not null, at bigint not null,
      operation text not null, request text not null, primary key (account, request_key));
    create index answer_at on answer(at);
    create table answer_body (seq bigint primary key, at bigint not null, body text not null);
    create index answer_body_at on answer_body(at);
  )"}};
}

int64_t head(db::Transaction& tx) { return tx.one_value<int64_t>("select coalesce(max(seq), 0) from journal").value(); }

std::string head_hash(db::Transaction& tx) {
  return tx.one_value<std::string>("select hash from journal order by seq desc limit 1").value_or(nothing_before);
}

std::optional<std::string> hash_of(db::Transaction& tx, int64_t seq) {
  return tx.one_value<std::string>("select hash from journal where seq = ?", seq);
}

Instant head_at(db::Transaction& tx) {
  return Instant{tx.one_value<int64_t>("select at from journal order by seq desc limit 1").value_or(0)};
}

void append(db::Transaction& tx, Entry e) {
  e.hash = hash_of(head_hash(tx), e);
  tx.note_entry(e.seq);
  tx.exec("insert into journal(seq, at, account, office, unit, operation, subject, detail, hash) values (?,?,?,?,?,?,?,?,?)",
          e.seq, e.at, e.account, e.office, e.unit, e.operation, e.subject, e.detail, e.hash);
}

std::vector<Entry> latest(db::Transaction& tx, int64_t before, const std::string& room, const std::string& subject, int64_t count) {
  return tx.query<Entry>(fmt::format("select {} from journal where seq < ? and (? = '' or operation like ?) and (? = '' or subject = ?) "
                                     "order by seq desc limit ?", columns),
                         before, room, room + ".%", subject, subject, count);
}

std::optional<Fault> verify(db::Transaction& tx) {
  std::string before = nothing_before;
  int64_t expected = 1;
  for (;;) {  // in pages: a journal of years does not have to fit in memory
    auto page = tx.query<Entry>(fmt::format("select {} from journal where seq >= ? order by seq limit 1000", columns), expected);
    if (page.empty()) break;
    for (auto& e : page) {
      if (e.seq != expected)
        return Fault{expected, {fmt::format("Thiếu mục {} của nhật ký.", expected), fmt::format("Entry {} of the journal is missing.", expected)}};
      if (hash_of(before, e) != e.hash)
        return Fault{e.seq, {fmt::format("Mục {} của nhật ký ({}, {}) đã bị sửa sau khi ghi.", e.seq, e.operation, e.subject),
                             fmt::format("Entry {} of the journal ({}, {}) was altered after it was written.", e.seq, e.operation, e.subject)}};
      before = e.hash;
      ++expected;
    }
  }
  return {};
}

std::string request_hash(const std::string& request) {
  unsigned char out[32];
  crypto_generichash(out, sizeof out, reinterpret_cast<const unsigned char*>(request.data()), request.size(), nullptr, 0);
  return hex_of(out);
}

std::optional<Answer> answer_to(db::Transaction& tx, int64_t account, const std::string& key) {
  return tx.one<Answer>("select a.operation, a.request, b.body from answer a left join answer_body b on b.seq = a.seq "
                        "where a.account = ? and a.request_key = ?", account, key);
}
void keep_answer(db::Transaction& tx, int64_t account, const std::string& key, int64_t seq, Instant now, const Answer& a) {
  tx.exec("delete from answer where at < ?", now.plus_ms(-key_kept_ms));
  tx.exec("delete from answer_body where at < ?", now.plus_ms(-answer_kept_ms));
  tx.exec("insert into answer(account, request_key, seq, at, operation, request) values (?,?,?,?,?,?)", account, key, seq, now, a.operation, a.request);
  tx.exec("insert into answer_body(seq, at, body) values (?,?,?)", seq, now, a.body);
}

}  // namespace giaoban::journal
