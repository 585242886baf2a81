#include "base/decimal.hpp"

#include <stdexcept>

namespace giaoban {
namespace {
constexpr int64_t limit = 1'000'000'000'000'000'000;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 26) return {};
  int64_t units = 0;
  int32_t scale = -1;
  int digits_before = 0;
  for (char c : text) {
    if (c == '.' && scale < 0 && digits_before > 0) {
      scale = 0;
      continue;
    }
    if (c < '0' || c > '9') return {};
    if (scale >= 0) ++scale;
    else ++digits_before;
    if (scale > 6 || units >= limit / 10) return {};
    units = units * 10 + (c - '0');
  }
  if (scale == 0) return {};  // "12."
  return Decimal{negative ? -units : units, scale < 0 ? 0 : scale};
}

std::string Decimal::str() const {
  auto digits = std::to_string(units < 0 ? -units : units);
  if (scale > 0) {
    if (digits.size() <= static_cast<size_t>(scale)) digits.insert(0, static_cast<size_t>(scale) + 1 - digits.size(), '0');
    digits.insert(digits.size() - static_cast<size_t>(scale), ".");
  }
  return (units < 0 ? "-" : "") + digits;
}

std::optional<Decimal> Decimal::at_scale(int32_t wanted) const {
  Decimal d = *this;
  while (d.scale < wanted) {
    if (d.units > limit / 10 || d.units < -limit / 10) return {};
    d.units *= 10;
    ++d.scale;
  }
  while (d.scale > wanted) {
    if (d.units % 10 != 0) return {};
    d.units /= 10;
    --d.scale;
  }
  return d;
}

int64_t divide_half_up(__int128 numerator, __int128 denominator) {
  if (denominator == 0) throw std::logic_error("divide_half_up: zero denominator");
  bool negative = (numerator < 0) != (denominator < 0);
  __int128 n = numerator < 0 ? -numerator : numerator, d = denominator < 0 ? -denominator : denominator;
  __int128 q = (2 * n + d) / (2 * d);
  if (q > limit) throw std::overflow_error("divide_half_up: does not fit");
  return static_cast<int64_t>(negative ? -q : q);
}

}  // namespace giaoban
