#include "operation/clock.hpp"

#include <chrono>

namespace giaoban {
namespace {
int64_t machine_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}
}  // namespace

Instant Clock::now() const { return {machine_ms() + offset_ms_.load(std::memory_order_relaxed)}; }
void Clock::set(Instant at) { offset_ms_ = at.ms - machine_ms(); }

}  // namespace giaoban
