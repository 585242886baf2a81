#include "figures/kernels.hpp"

#include <algorithm>

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

/// Place by place without asking how many there are in a word: loops in which a processor can look ahead.
GIAOBAN_WIDE void list_gaps(const uint64_t* present, std::span<const Segment> segments, Gaps& gaps) {
  if (segments.empty()) return;
  size_t begin = segments.front().begin, end = segments.back().end, words = (end + 63) / 64;
  static thread_local std::vector<uint32_t> before;  // how many lie before a word
  before.resize(std::max(before.size(), words + 1));
  if (gaps.places.size() < words * 64 + 4) gaps.places.resize(words * 64 + 4);
  if (gaps.begin.size() <= segments.size()) gaps.begin.resize(segments.size() + 1);
  auto lacking = [&](size_t w) {
    auto inside = w == (end - 1) / 64 ? ~uint64_t{0} >> (63 - (end - 1) % 64) : ~uint64_t{0};
    return ~present[w] & (w == begin / 64 ? inside & ~uint64_t{0} << begin % 64 : inside);
  };
  size_t n = 0;
  for (size_t w = begin / 64; w < words; ++w) {
    uint64_t rest = lacking(w);
    before[w] = static_cast<uint32_t>(n);
    auto count = static_cast<size_t>(__builtin_popcountll(rest));
    size_t k = 0;
    auto note = [&] {
      gaps.places[n + k++] = static_cast<uint32_t>(w * 64) + static_cast<uint32_t>(__builtin_ctzll(rest | uint64_t{1} << 63));
      rest &= rest - 1;
    };
    for (int often = 0; often < 3; ++often) note();  // what is noted beyond `count` is written over by the next
    while (k < count) note();
    n += count;
  }
  for (size_t s = 0; s < segments.size(); ++s) {
    auto at = segments[s].begin;
    gaps.begin[s] = before[at / 64] + static_cast<uint32_t>(__builtin_popcountll(lacking(at / 64) & ((uint64_t{1} << at % 64) - 1)));
  }
  gaps.begin[segments.size()] = static_cast<uint32_t>(n);
}

namespace {

/// Running sums, from which every segment takes its stretch: no sum that waits for the one before it.
struct Running {
  std::vector<int64_t> now, base;
  std::vector<uint32_t> units;
  void room_for(size_t n) {
    if (now.size() > n) return;
    now.resize(n + 1);
    base.resize(n + 1);
    units.resize(n + 1);
  }
};

}  // namespace

GIAOBAN_WIDE void add_unmatched(const Block& now, const Gaps& gaps_now, const Block& base, const Gaps& gaps_base,
                                std::span<const Segment> segments, Unmatched* sums) {
  if (segments.empty()) return;
  static thread_local Running running;
  size_t last = segments.size(), only_now = gaps_base.begin[last], only_base = gaps_now.begin[last];
  running.room_for(std::max(only_now, only_base));
  int64_t sum = 0;
  uint32_t units = 0;
  for (size_t k = 0; k < only_now; ++k) {  // a value that is missing is 0
    auto place = gaps_base.places[k];
    running.now[k] = sum;
    running.units[k] = units;
    sum += now.values[place];
    units += static_cast<uint32_t>(now.present[place / 64] >> place % 64 & 1);
  }
  running.now[only_now] = sum;
  running.units[only_now] = units;
  sum = 0;
  for (size_t k = 0; k < only_base; ++k) {
    running.base[k] = sum;
    sum += base.values[gaps_now.places[k]];
  }
  running.base[only_base] = sum;
  for (size_t s = 0; s < last; ++s) {
    auto from = gaps_base.begin[s], to = gaps_base.begin[s + 1];
    sums[segments[s].kept] += {running.now[to] - running.now[from],
                               running.base[gaps_now.begin[s + 1]] - running.base[gaps_now.begin[s]],
                               running.units[to] - running.units[from]};
  }
}

GIAOBAN_WIDE void take_apart(const TwoRows& now, const TwoRows& base, Span run, Apart& apart) {
  apart.only_now = apart.only_base = apart.both = 0;
  auto room = run.end - run.begin + 1;
  if (apart.now.size() < room) apart.now.resize(room), apart.base.resize(room);
  auto list = [](size_t w, uint64_t bits, std::vector<uint32_t>& places, size_t& n) {
    for (; bits; bits &= bits - 1) places[n++] = static_cast<uint32_t>(w * 64) + static_cast<uint32_t>(__builtin_ctzll(bits));
  };
  each_word(run.begin, run.end, [&](size_t w, uint64_t mask) {
    auto a = now[0][w] & now[1][w] & mask, b = base[0][w] & base[1][w] & mask;
    apart.both += static_cast<size_t>(__builtin_popcountll(a & b));
    list(w, a & ~b, apart.now, apart.only_now);
    list(w, b & ~a, apart.base, apart.only_base);
  });
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
