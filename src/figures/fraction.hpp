#pragma once
// Exact fractions in 128 bits: what every comparison and every check of a written number is computed with.
#include <optional>

#include "base/decimal.hpp"

namespace giaoban::figures {

using Wide = __int128;

constexpr Wide power_of_ten(int n) {
  Wide p = 1;
  for (; n > 0; --n) p *= 10;
  return p;
}

/// above / below, `below` above 0. A result that does not fit remembers so, and so does all that is made of it.
struct Fraction {
  Wide above = 0, below = 1;
  bool fits = true;

  static Fraction of(Wide whole) { return {whole, 1, true}; }
  /// Of two parts; a denominator below 0 turns both signs, 0 does not fit.
  static Fraction of(Wide above, Wide below);
  static Fraction of(Decimal number) { return {number.units, power_of_ten(number.scale), true}; }
  int sign() const { return (above > 0) - (above < 0); }
};

Fraction operator+(const Fraction& a, const Fraction& b);
Fraction operator-(const Fraction& a, const Fraction& b);
Fraction operator*(const Fraction& a, const Fraction& b);
/// Dividing by 0 does not fit.
Fraction operator/(const Fraction& a, const Fraction& b);

/// -1, 0 or 1 as a is below, equal to or above b, however large their parts are. Both must fit.
int order(const Fraction& a, const Fraction& b);

/// No figure of an office is larger than this when shown; a number beyond it comes from a slip of the keyboard.
inline constexpr Wide shown_max = 1'000'000'000'000'000'000;

/// Rounded half up (away from zero on a tie) at some decimals; nothing when it does not fit.
std::optional<Decimal> rounded(const Fraction& f, int32_t decimals);

}  // namespace giaoban::figures
