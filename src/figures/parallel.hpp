#pragma once
#include <cstddef>
#include <functional>

namespace giaoban::figures {

/// Calls f(i) for every i below n, on so many threads. What f throws is thrown here.
void in_parallel(size_t n, unsigned threads, const std::function<void(size_t)>& f);
/// As many as the machine has cores.
unsigned all_cores();

}  // namespace giaoban::figures
