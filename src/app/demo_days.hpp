#pragma once
#include <memory>
#include <mutex>

#include "app/demo_past.hpp"

namespace giaoban::app {

/// The days that a demo's clock is moved over are lived by the rest of the city: units whose forms nobody has
/// touched report on their day, the Office stands in for those that are late, the communes join the session from
/// their own sites. So one person can walk the month; what they do themselves is left to them.
class DemoDays {
 public:
  explicit DemoDays(Program& program) : program_(program) {}
  void live_until(Instant to);

 private:
  void report_figures(DemoCalls& as, Instant to);
  void join_session(DemoCalls& as, Instant to);
  /// Moves the clock as the demo's own control does, so that nobody's sign-in runs out meanwhile.
  void come_to(DemoCalls& as, Instant at);

  Program& program_;
  std::mutex one_at_a_time_;
  std::optional<demo::City> city_;  ///< read when first needed: a start has no use for it
};

}  // namespace giaoban::app
