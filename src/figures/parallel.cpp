#include "figures/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace giaoban::figures {

void in_parallel(size_t n, unsigned threads, const std::function<void(size_t)>& f) {
  std::atomic<size_t> next{0};
  std::exception_ptr fault;
  std::mutex mutex;
  auto work = [&] {
    try {
      for (size_t i; (i = next.fetch_add(1, std::memory_order_relaxed)) < n;) f(i);
    } catch (...) {
      std::lock_guard lock(mutex);
      fault = std::current_exception();
      next = n;
    }
  };
  std::vector<std::thread> others;
  for (unsigned t = 1; t < std::min<size_t>(threads, n); ++t) others.emplace_back(work);
  work();
  for (auto& t : others) t.join();
  if (fault) std::rethrow_exception(fault);
}

unsigned all_cores() {
  return std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace giaoban::figures
