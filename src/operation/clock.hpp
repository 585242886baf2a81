#pragma once
#include <atomic>

#include "base/date.hpp"

namespace giaoban {

/// The server's time, which is the only time. A demo's clock is set back to the days that its data tell of
/// and runs on from there; it can only be moved forward, since the journal's order is also its time.
class Clock {
 public:
  Instant now() const;
  /// Makes the clock show `at` now and run on from it.
  void set(Instant at);

 private:
  std::atomic<int64_t> offset_ms_{0};
};

}  // namespace giaoban
