#pragma once
#include <optional>
#include <string>

#include "base/date.hpp"
#include "db/database.hpp"

namespace giaoban::journal {

/// One change: who, when, what, on what. `hash` covers every field and the hash of the entry before,
/// so that no entry can be altered, removed or put in between without `verify` naming it.
struct Entry {
  int64_t seq = 0;          ///< 1, 2, 3 … without gaps; also the vintage of what the change made known
  Instant at;
  int64_t account = 0;      ///< 0: nobody signed in (a refused sign-in, the program itself)
  std::string office;       ///< office held at that time
  std::string unit;         ///< code of the unit it is held in
  std::string operation;    ///< "directives.accept"
  std::string subject;      ///< "directive/17"
  std::string detail;       ///< the request as JSON, without secrets
  std::string hash;         ///< BLAKE2b-256, hex
};
BOOST_DESCRIBE_STRUCT(Entry, (), (seq, at, account, office, unit, operation, subject, detail, hash))

std::vector<db::Migration> migrations();

/// Number of the last entry; 0 for an empty journal.
int64_t head(db::Transaction& tx);
/// Hash of the last entry; 64 zeros for an empty journal.
std::string head_hash(db::Transaction& tx);
/// Hash of one entry; nothing when there is none of that number.
std::optional<std::string> hash_of(db::Transaction& tx, int64_t seq);
/// When the last entry was written; the epoch for an empty journal.
Instant head_at(db::Transaction& tx);
/// Entries older than `before`, the latest first: all, those of one room's operations, or those on one subject.
std::vector<Entry> latest(db::Transaction& tx, int64_t before, const std::string& room, const std::string& subject, int64_t count);
/// Appends in the same transaction as the change itself. `entry.seq` must be head + 1; the hash is computed here.
void append(db::Transaction& tx, Entry entry);

/// What `verify` found wrong: the first entry at fault.
struct Fault {
  int64_t seq;
  Text what;
};
/// Walks the whole chain. Nothing = it holds.
std::optional<Fault> verify(db::Transaction& tx);

/// The answer given to a request that carried an Idempotency-Key, so that its repetition changes nothing. The answer is
/// kept for a day: a page tries again for minutes, a laptop that was closed over lunch for hours. That it was done is
/// kept for a month, so that nothing is done twice by who was cut off for a long holiday; he hears that it was done.
/// So the store grows with what was done, not with what was answered.
inline constexpr int64_t answer_kept_ms = 24LL * 3600 * 1000;
inline constexpr int64_t key_kept_ms = 31 * answer_kept_ms;

struct Answer {
  std::string operation;
  std::string request;              ///< hash of what was asked: the same key with another request is a mistake
  std::optional<std::string> body;  ///< nothing once its day is over
};
BOOST_DESCRIBE_STRUCT(Answer, (), (operation, request, body))
/// What requests are compared by: BLAKE2b, hex.
std::string request_hash(const std::string& request);
std::optional<Answer> answer_to(db::Transaction& tx, int64_t account, const std::string& key);
/// Also forgets what has been kept long enough.
void keep_answer(db::Transaction& tx, int64_t account, const std::string& key, int64_t seq, Instant now, const Answer& answer);

}  // namespace giaoban::journal
