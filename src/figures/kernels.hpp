#pragma once
// The loops over many cells, compiled for what the processor has. In a file of their own, so that it alone is
// compiled with the compiler's highest effort.
#include <array>

#include "figures/totals.hpp"

namespace giaoban::figures {

/// Adds the cells of a month to the sum that each segment belongs to. `narrow`: no sum of them can pass 64 bits.
void add_segments(const Block& block, std::span<const Segment> segments, bool narrow, Sum* sums);
/// What a month has while another has not, against each of four others. Values must be small enough that 64 bits hold
/// their sum.
struct Unmatched {
  struct Scratch;
  std::array<int64_t, 4> amount{};
  std::array<uint32_t, 4> units{};
  Unmatched& operator+=(const Unmatched& o) {
    for (size_t k = 0; k < 4; ++k) amount[k] += o.amount[k], units[k] += o.units[k];
    return *this;
  }
};
/// `others`: what is present in them.
void add_unmatched(const Block& block, const std::array<const uint64_t*, 4>& others, std::span<const Segment> segments, Unmatched* sums);
/// Whether the same cells of a run are present in both.
bool same_present(const uint64_t* a, const uint64_t* b, Span run);
/// A plain read of words, each once: what any walk over them takes at least.
uint64_t read_all(const uint64_t* words, size_t n);

}  // namespace giaoban::figures
