#pragma once
// The loops over many cells, compiled for what the processor has. In a file of their own, so that it alone is
// compiled with the compiler's highest effort.
#include <array>
#include <vector>

#include "figures/totals.hpp"

namespace giaoban::figures {

/// Adds the cells of a month to the sum that each segment belongs to. `narrow`: no sum of them can pass 64 bits.
void add_segments(const Block& block, std::span<const Segment> segments, bool narrow, Sum* sums);
/// The places where a month has nothing, and where among them each segment's begin. Few as a rule, which is why they
/// are listed: what has a value in one month and not in another is found at them alone.
struct Gaps {
  std::vector<uint32_t> places, begin;
};
void list_gaps(const uint64_t* present, std::span<const Segment> segments, Gaps& gaps);
/// Of two months what only one of them has: the amounts of both, and how many units only `now` has.
struct Unmatched {
  int64_t now = 0, base = 0;
  uint32_t units = 0;
  Unmatched& operator+=(const Unmatched& o) {
    now += o.now, base += o.base, units += o.units;
    return *this;
  }
};
/// Values must be small enough that 64 bits hold their sum.
void add_unmatched(const Block& now, const Gaps& gaps_now, const Block& base, const Gaps& gaps_base, std::span<const Segment> segments,
                   Unmatched* sums);
/// The places of a run that only one of two months has, and how many both have. A month has a place where both its rows
/// have it (a ratio's two; else one row, twice).
struct Apart {
  std::vector<uint32_t> now, base;
  size_t only_now = 0, only_base = 0, both = 0;
};
using TwoRows = std::array<const uint64_t*, 2>;
void take_apart(const TwoRows& now, const TwoRows& base, Span run, Apart& apart);
/// Whether the same cells of a run are present in both.
bool same_present(const uint64_t* a, const uint64_t* b, Span run);
/// A plain read of words, each once: what any walk over them takes at least.
uint64_t read_all(const uint64_t* words, size_t n);

}  // namespace giaoban::figures
