#include "figures/fraction.hpp"

namespace giaoban::figures {
namespace {

/// Most figures: then a product of two fits whatever they are, and one division of 64 bits does.
bool small(Wide a) {
  return static_cast<int64_t>(a) == a;
}

/// The smallest 128-bit number has no opposite: it counts as not fitting.
constexpr Wide smallest = static_cast<Wide>(static_cast<unsigned __int128>(1) << 127);

Wide magnitude(Wide a) {
  return a < 0 ? -a : a;
}

Wide common_divisor(Wide a, Wide b) {
  for (a = magnitude(a), b = magnitude(b); b != 0;) {
    Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

Fraction lowest(Fraction f) {
  Wide d = common_divisor(f.above, f.below);
  if (d > 1) f.above /= d, f.below /= d;
  return f;
}

constexpr Fraction too_large{0, 1, false};

/// The whole part, rounded down.
Wide whole_part(Wide above, Wide below) {
  Wide q = above / below;
  return q * below > above ? q - 1 : q;
}

/// Does `f` as the parts are, and once more in lowest terms when that does not fit: a common divisor is rare
/// and dear.
template <class F>
Fraction carefully(const Fraction& a, const Fraction& b, F f) {
  if (!a.fits || !b.fits) return too_large;
  Fraction out;
  if (f(a, b, out)) return out;
  return f(lowest(a), lowest(b), out) ? out : too_large;
}

bool product(Wide a, Wide b, Wide& out) {
  if (small(a) && small(b)) {
    out = static_cast<Wide>(static_cast<int64_t>(a)) * static_cast<int64_t>(b);
    return true;
  }
  return !__builtin_mul_overflow(a, b, &out) && out != smallest;
}

}  // namespace

Fraction Fraction::of(Wide above, Wide below) {
  if (below == 0 || above == smallest || below == smallest) return too_large;
  return below < 0 ? Fraction{-above, -below, true} : Fraction{above, below, true};
}

Fraction operator+(const Fraction& a, const Fraction& b) {
  return carefully(a, b, [](const Fraction& x, const Fraction& y, Fraction& out) {
    Wide left = 0, right = 0;
    return product(x.above, y.below, left) && product(y.above, x.below, right) &&
           !__builtin_add_overflow(left, right, &out.above) && out.above != smallest &&
           product(x.below, y.below, out.below);
  });
}

Fraction operator-(const Fraction& a, const Fraction& b) {
  return a + Fraction{-b.above, b.below, b.fits};
}

Fraction operator*(const Fraction& a, const Fraction& b) {
  return carefully(a, b, [](const Fraction& x, const Fraction& y, Fraction& out) {
    return product(x.above, y.above, out.above) && product(x.below, y.below, out.below);
  });
}

Fraction operator/(const Fraction& a, const Fraction& b) {
  if (!b.fits) return too_large;
  return a * Fraction::of(b.below, b.above);
}

int order(const Fraction& a, const Fraction& b) {
  if (small(a.above) && small(a.below) && small(b.above) && small(b.below)) {
    Wide left = a.above * b.below, right = b.above * a.below;
    return (left > right) - (left < right);
  }
  // Whole parts decide; where they are equal, the inverted rests do, the other way round.
  Wide a1 = a.above, a2 = a.below, b1 = b.above, b2 = b.below;
  for (int way = 1;; way = -way) {
    Wide p = whole_part(a1, a2), q = whole_part(b1, b2);
    if (p != q) return p < q ? -way : way;
    a1 -= p * a2;
    b1 -= q * b2;
    if (a1 == 0 || b1 == 0) return a1 == b1 ? 0 : (a1 == 0 ? -way : way);
    std::swap(a1, a2);
    std::swap(b1, b2);
  }
}

std::optional<Decimal> rounded(const Fraction& f, int32_t decimals) {
  auto scaled = f * Fraction::of(power_of_ten(decimals));
  if (!scaled.fits) return {};
  if (small(scaled.above) && small(scaled.below)) {
    auto above = static_cast<int64_t>(scaled.above), below = static_cast<int64_t>(scaled.below);
    auto whole = above / below, rest = above % below;
    if (whole >= shown_max || whole <= -shown_max) return {};
    if (rest < 0 ? -rest >= below + rest : rest >= below - rest) whole += above < 0 ? -1 : 1;
    return Decimal{whole, decimals};
  }
  constexpr Wide room = Wide{1} << 125;  // divide_half_up doubles both
  if (magnitude(scaled.above) > room || scaled.below > room) scaled = lowest(scaled);
  if (magnitude(scaled.above) > room || scaled.below > room) return {};
  Wide whole = scaled.above / scaled.below;
  // The same bound with and without decimals: what would not fit is refused before it is rounded.
  if (whole >= shown_max || whole <= -shown_max) return {};
  return Decimal{divide_half_up(scaled.above, scaled.below), decimals};
}

}  // namespace giaoban::figures
