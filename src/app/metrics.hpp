#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <string>

namespace giaoban::app {

/// Counters for /metrics, in Prometheus's text format.
class Metrics {
 public:
  void count(int status, int64_t microseconds);
  std::atomic<int64_t> live_sockets{0};
  std::string text(size_t views, size_t watches, int64_t rendered, int64_t fresh, int64_t sent, size_t sessions) const;

 private:
  std::array<std::atomic<int64_t>, 6> by_class_{};  // 1xx … 5xx at [1] … [5]
  static constexpr std::array<int64_t, 9> limits_us_{100, 300, 1000, 3000, 10'000, 30'000, 100'000, 300'000, 1'000'000};
  std::array<std::atomic<int64_t>, 10> buckets_{};
  std::atomic<int64_t> sum_us_{0};
};

}  // namespace giaoban::app
