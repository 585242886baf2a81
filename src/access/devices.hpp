#pragma once
// Devices on which an account has been signed in to before. Wrong passwords are counted apart for each, and for all
// strangers together: who merely knows an account's name can make it rest for strangers, never for its owner at the desk
// where he works. (OWASP: "device cookies".)
#include "access/access.hpp"

namespace giaoban::access {

/// How long a device is known after the last sign-in: a year, long leaves included.
inline constexpr int64_t device_ms = 366LL * 24 * 3600 * 1000;
/// Devices known of one account; beyond, those longest not used are forgotten and count as strangers again.
inline constexpr int64_t devices_max = 20;

/// Wrong passwords in a row, and the rest that they brought.
struct Failures {
  int64_t failures = 0;
  std::optional<int64_t> locked_until;
  bool rests(Instant now) const { return locked_until && Instant{*locked_until} > now; }
  void add(Instant now) {
    if (++failures < failures_max) return;
    failures = 0;
    locked_until = now.ms + lock_ms;
  }
};
BOOST_DESCRIBE_STRUCT(Failures, (), (failures, locked_until))

/// Of the account on a device; nothing when it is not known there. `device`: the hash of its token.
std::optional<Failures> on_device(db::Transaction& tx, const std::string& device, int64_t account, Instant now);
void count_on_device(db::Transaction& tx, const std::string& device, const Failures& failures);
/// Known from now on, in place of what it was known by before; gives its token for the cookie.
std::string remember_device(db::Transaction& tx, const std::string& before, int64_t account, Instant now);
/// Is there such a device of the account of this name that does not rest?
bool welcome_on_device(db::Transaction& tx, const std::string& device, const std::string& name, Instant now);

}  // namespace giaoban::access
