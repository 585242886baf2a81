#include "app/metrics.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>

namespace giaoban::app {

void Metrics::count(int status, int64_t us) {
  ++by_class_[static_cast<size_t>(status / 100 % 6)];
  size_t i = 0;
  while (i < limits_us_.size() && us > limits_us_[i]) ++i;
  ++buckets_[i];
  sum_us_ += us;
}

std::string Metrics::text(size_t views, size_t watches, int64_t rendered, int64_t fresh, int64_t sent, size_t sessions) const {
  std::string out = "# TYPE giaoban_requests_total counter\n";
  for (size_t c = 2; c <= 5; ++c) out += fmt::format("giaoban_requests_total{{class=\"{}xx\"}} {}\n", c, by_class_[c].load());
  out += "# TYPE giaoban_request_seconds histogram\n";
  int64_t total = 0;
  for (size_t i = 0; i < buckets_.size(); ++i) {
    total += buckets_[i].load();
    auto le = i < limits_us_.size() ? fmt::format("{}", static_cast<double>(limits_us_[i]) / 1e6) : "+Inf";
    out += fmt::format("giaoban_request_seconds_bucket{{le=\"{}\"}} {}\n", le, total);
  }
  out += fmt::format("giaoban_request_seconds_sum {}\ngiaoban_request_seconds_count {}\n", static_cast<double>(sum_us_.load()) / 1e6, total);
  auto gauge = [&](const char* name, int64_t v) { out += fmt::format("# TYPE {} gauge\n{} {}\n", name, name, v); };
  gauge("giaoban_live_sockets", live_sockets.load());
  gauge("giaoban_views", static_cast<int64_t>(views));
  gauge("giaoban_watches", static_cast<int64_t>(watches));
  gauge("giaoban_sign_ins", static_cast<int64_t>(sessions));
  out += fmt::format("# TYPE giaoban_views_rendered_total counter\ngiaoban_views_rendered_total {}\n", rendered);
  out += fmt::format("# TYPE giaoban_views_fresh_total counter\ngiaoban_views_fresh_total {}\n", fresh);
  out += fmt::format("# TYPE giaoban_views_sent_total counter\ngiaoban_views_sent_total {}\n", sent);
  std::ifstream statm("/proc/self/statm");
  int64_t pages = 0, resident = 0;
  statm >> pages >> resident;
  gauge("process_resident_memory_bytes", resident * ::sysconf(_SC_PAGESIZE));
  return out;
}

}  // namespace giaoban::app
