#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/outcome.hpp"
#include "db/transaction.hpp"
#include "operation/rights.hpp"

namespace giaoban {

/// Who acts: an account, and the seat (an office in a unit) it holds at this moment. Account 0 = not signed in.
struct Actor {
  int64_t account = 0;
  int64_t seat = 0;
  int64_t unit = 0;
  std::string unit_code;
  Office office = Office::unit_clerk;
  bool member = false;  ///< of the executive: counted for quorum, votes
  bool signed_in() const { return account != 0; }
};

/// What an operation is given: a transaction, who acts, the time. It knows neither HTTP nor the page.
class Context {
 public:
  Context(db::Transaction& tx, const Actor& actor, const Rights& rights, Instant now, int64_t seq, bool demo)
      : tx(tx), actor(actor), rights(rights), seq(seq), demo(demo), now_(now) {}

  db::Transaction& tx;
  const Actor& actor;
  const Rights& rights;
  /// Number of the journal entry that this change will be: the vintage of what it makes known. 0 in a read.
  const int64_t seq;
  const bool demo;

  /// The server's time. A watched view that asks for it is rendered again every minute…
  Instant now() {
    tx.note_read("minute");
    return now_;
  }
  /// …and one that asks only for the day, at midnight.
  Date today() {
    tx.note_read("day");
    return now_.local_date();
  }
  /// In a change, the moment that it is recorded under.
  Instant at() const { return now_; }

  bool may(Right right) const { return rights.holds(actor.office, right); }

  /// What the change was about, for the journal: "session/3".
  void about(std::string subject) { subject_ = std::move(subject); }
  const std::string& subject() const { return subject_; }
  /// Runs after the commit and before anyone is told: brings what is held in memory up to date.
  void after_commit(std::function<void()> f) { after_.push_back(std::move(f)); }
  const std::vector<std::function<void()>>& after() const { return after_; }

  /// Sign-in and sign-out only: the session's token for the cookie; empty = take the cookie away.
  std::optional<std::string> session_token;
  /// A sign-in with a password only: the token by which the device will be known again.
  std::optional<std::string> device_token;

 private:
  Instant now_;
  std::string subject_;
  std::vector<std::function<void()>> after_;
};

}  // namespace giaoban
