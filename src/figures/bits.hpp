#pragma once
// Rows of bits, 64 to a word: one bit a cell.
#include <bit>
#include <cstddef>
#include <cstdint>

namespace giaoban::figures {

/// Calls f(word, mask) for every word that the bits [begin, end) touch.
template <class F>
[[gnu::always_inline]] inline void each_word(size_t begin, size_t end, F&& f) {
  if (begin >= end) return;
  size_t first = begin / 64, last = (end - 1) / 64;
  uint64_t from = ~uint64_t{0} << begin % 64, to = ~uint64_t{0} >> (63 - (end - 1) % 64);
  if (first == last) return f(first, from & to);
  f(first, from);
  for (size_t w = first + 1; w < last; ++w) f(w, ~uint64_t{0});
  f(last, to);
}

/// Calls f(place) for every bit set.
template <class F>
void each_bit(size_t word, uint64_t bits, F&& f) {
  for (; bits; bits &= bits - 1) f(word * 64 + static_cast<size_t>(std::countr_zero(bits)));
}

inline bool bit(const uint64_t* words, size_t place) {
  return words[place / 64] >> place % 64 & 1;
}
inline void set_bit(uint64_t* words, size_t place, bool on) {
  auto mask = uint64_t{1} << place % 64;
  words[place / 64] = on ? words[place / 64] | mask : words[place / 64] & ~mask;
}

}  // namespace giaoban::figures
