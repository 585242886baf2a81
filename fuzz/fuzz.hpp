#pragma once
// What every target begins with: bytes in, and a promise that must hold for all of them.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/outcome.hpp"

/// What does not hold ends the run and keeps the bytes that did it.
#define PROMISE(holds, what)                                                                             \
  do {                                                                                                   \
    if (!(holds)) {                                                                                      \
      std::fprintf(stderr, "%s:%d: broken promise: %s\n  %s\n", __FILE__, __LINE__, #holds, std::string(what).c_str()); \
      std::abort();                                                                                      \
    }                                                                                                    \
  } while (false)

namespace giaoban::fuzz {

/// A refusal says something in both languages.
inline void promise_words(const Problem& problem) {
  PROMISE(!problem.title.vi.empty() && !problem.title.en.empty(), "a refusal has words");
  for (auto& f : problem.fields) PROMISE(!f.message.vi.empty() && !f.message.en.empty(), f.pointer);
}

/// Takes pieces off the front of the bytes.
class Bytes {
 public:
  Bytes(const uint8_t* data, size_t size) : left_(reinterpret_cast<const char*>(data), size) {}
  bool empty() const { return left_.empty(); }
  uint8_t one() {
    if (left_.empty()) return 0;
    auto c = static_cast<uint8_t>(left_[0]);
    left_.remove_prefix(1);
    return c;
  }
  /// Up to the next zero byte.
  std::string text() {
    auto end = std::min(left_.find('\0'), left_.size());
    std::string out(left_.substr(0, end));
    left_.remove_prefix(std::min(end + 1, left_.size()));
    return out;
  }
  std::string_view rest() const { return left_; }

 private:
  std::string_view left_;
};

}  // namespace giaoban::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);
