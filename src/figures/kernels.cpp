#include "figures/kernels.hpp"

#include <vector>

// A processor of the last ten years adds four cells at a time and counts bits at once; any other does as well as
// it can. A sanitizer cannot be asked this early which it is.
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define GIAOBAN_WIDE [[gnu::target_clones("avx2", "default")]]
#else
#define GIAOBAN_WIDE
#endif

namespace giaoban::figures {

namespace {

template <bool narrow>
[[gnu::always_inline]] inline Sum add_run(const Block& block, Span run) {
  Sum out;
  const int64_t* values = block.values;
  if constexpr (narrow) {
    int64_t sum = 0;
    for (size_t k = run.begin; k < run.end; ++k) sum += values[k];
    out.amount = sum;
  } else {
    // In two halves, which no number of units can overflow.
    int64_t low = 0, high = 0;
    for (size_t k = run.begin; k < run.end; ++k) {
      low += values[k] & 0xffffffff;
      high += values[k] >> 32;
    }
    out.amount = (static_cast<__int128>(high) << 32) + low;
  }
  each_word(run.begin, run.end, [&](size_t w, uint64_t mask) {
    out.present += static_cast<uint32_t>(__builtin_popcountll(block.present[w] & mask));
    uint64_t estimate = block.estimate[w] & mask, other = block.other[w] & mask;
    if (!(estimate | other)) return;
    out.stand_in += static_cast<uint32_t>(__builtin_popcountll(estimate & other));
    out.estimate += static_cast<uint32_t>(__builtin_popcountll(estimate & ~other));
    out.revised += static_cast<uint32_t>(__builtin_popcountll(other & ~estimate));
  });
  return out;
}

}  // namespace

GIAOBAN_WIDE void add_segments(const Block& block, std::span<const Segment> segments, bool narrow, Sum* sums) {
  if (narrow)
    for (auto& s : segments) sums[s.kept] += add_run<true>(block, {s.begin, s.end});
  else
    for (auto& s : segments) sums[s.kept] += add_run<false>(block, {s.begin, s.end});
}

/// Where a month's unmatched cells are. First their places, then their values as a running sum, from which every
/// segment takes its stretch: loops in which a processor can look ahead, and no sum that waits for the one before it.
struct Unmatched::Scratch {
  std::vector<uint64_t> lacking;  // word by word, and one behind
  std::vector<uint32_t> before;   // how many lie before a word
  std::vector<uint32_t> places;
  std::vector<int64_t> running;
  void room_for(size_t words) {
    if (lacking.size() > words) return;
    lacking.resize(words + 1);
    before.resize(words + 1);
    places.resize(words * 64 + 4);
    running.resize(words * 64 + 1);
  }
  size_t rank(size_t place) const {
    auto w = place / 64;
    return before[w] + static_cast<size_t>(__builtin_popcountll(lacking[w] & ((uint64_t{1} << place % 64) - 1)));
  }
};

GIAOBAN_WIDE void add_unmatched(const Block& block, const std::array<const uint64_t*, 4>& others, std::span<const Segment> segments,
                                Unmatched* sums) {
  if (segments.empty()) return;
  static thread_local Unmatched::Scratch s;
  size_t words = (segments.back().end + 63) / 64;
  s.room_for(words);
  for (size_t other = 0; other < 4; ++other) {
    size_t n = 0;
    for (size_t w = 0; w < words; ++w) {
      uint64_t rest = block.present[w] & ~others[other][w];
      s.lacking[w] = rest;
      s.before[w] = static_cast<uint32_t>(n);
      auto count = static_cast<size_t>(__builtin_popcountll(rest));
      size_t k = 0;
      auto note = [&] {
        s.places[n + k++] = static_cast<uint32_t>(w * 64) + static_cast<uint32_t>(__builtin_ctzll(rest | uint64_t{1} << 63));
        rest &= rest - 1;
      };
      for (int often = 0; often < 3; ++often) note();  // what is noted beyond `count` is written over by the next
      while (k < count) note();
      n += count;
    }
    s.lacking[words] = 0;
    s.before[words] = static_cast<uint32_t>(n);
    int64_t sum = 0;
    for (size_t k = 0; k < n; ++k) {
      s.running[k] = sum;
      sum += block.values[s.places[k]];
    }
    s.running[n] = sum;
    for (auto& segment : segments) {
      auto begin = s.rank(segment.begin), end = s.rank(segment.end);
      sums[segment.kept].amount[other] += s.running[end] - s.running[begin];
      sums[segment.kept].units[other] += static_cast<uint32_t>(end - begin);
    }
  }
}

bool same_present(const uint64_t* a, const uint64_t* b, Span run) {
  uint64_t different = 0;
  each_word(run.begin, run.end, [&](size_t w, uint64_t mask) { different |= (a[w] ^ b[w]) & mask; });
  return !different;
}

GIAOBAN_WIDE uint64_t read_all(const uint64_t* words, size_t n) {
  uint64_t sum = 0;
  for (size_t k = 0; k < n; ++k) sum += words[k];
  return sum;
}

}  // namespace giaoban::figures
