#pragma once
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <unordered_map>

#include "base/date.hpp"

namespace giaoban::access {

/// Counts wrong passwords by the address they came from: whoever tries many names, or many passwords for one, is
/// heard no more for a while, and costs nothing meanwhile. In memory: a restart forgives.
class Door {
 public:
  /// Wrong passwords from one address within the time, then it rests. A ward's whole office comes from one address
  /// on a bad morning; a guesser needs millions.
  static constexpr size_t wrong_max = 30;
  static constexpr int64_t within_ms = 15LL * 60 * 1000;
  /// Addresses remembered; beyond, the longest silent are forgotten.
  static constexpr size_t addresses_max = 10'000;

  bool rests(const std::string& address, Instant now) const;
  void wrong(const std::string& address, Instant now);

 private:
  static std::string group_of(const std::string& address);
  mutable std::mutex mutex_;
  std::unordered_map<std::string, std::deque<Instant>> wrong_;
};

}  // namespace giaoban::access
