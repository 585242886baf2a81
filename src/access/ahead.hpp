#pragma once
// Reckoning a password takes as long as a hundred writes do. A request that carries one has it reckoned before it
// takes its turn to write, and after the door was asked whether its address is heard at all: one that guesses is not, save from a device on which
// the account was signed in to before.
#include <boost/json.hpp>
#include <optional>
#include <string>

#include "access/access.hpp"
#include "access/door.hpp"

namespace giaoban::access {

/// Carries this operation a password to be compared?
bool takes_long(std::string_view operation);

/// Lives around the change, on the thread that carries it out: what it found is what `password_fits` and
/// `hash_password` answer there, unless the store says otherwise by then.
class Ahead {
 public:
  struct Found {
    std::string against, password, wanted, wanted_hash;
    bool fits = false;
    std::string session, device;  ///< hashes of the tokens that the request came with
  };
  /// Where a request comes from, and the tokens that it carries.
  struct Caller {
    std::string address;
    std::string_view session, device;
  };
  /// `account`: of who is signed in, whose password it is; 0: of the name in the request.
  Ahead(db::Database& database, Door& door, const boost::json::value& request, int64_t account, const Caller& caller, Instant now);
  ~Ahead();
  Ahead(const Ahead&) = delete;
  /// The address has guessed too often, and the account is not known on this device; nothing was reckoned.
  const std::optional<Problem>& refusal() const { return refusal_; }
  /// On this thread, now; nothing when no such change is under way.
  static const Found* found();

 private:
  Found found_;
  std::optional<Problem> refusal_;
};

}  // namespace giaoban::access
