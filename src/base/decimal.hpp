#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace giaoban {

/// An exact decimal: `units` / 10^`scale`. 386.4 = {3864, 1}. Scale 0–6; |units| < 10^18.
/// Crosses the API as a string with a dot ("386.4"), so no reader can round it.
struct Decimal {
  int64_t units = 0;
  int32_t scale = 0;
  /// Reads "-1234.5"; refuses grouping, exponents, blanks, more than 6 decimals, and what does not fit.
  static std::optional<Decimal> parse(std::string_view text);
  std::string str() const;
  /// The same value at another scale; nothing when digits would be lost or it does not fit.
  std::optional<Decimal> at_scale(int32_t scale) const;
  bool operator==(const Decimal&) const = default;
};

/// numerator / denominator in units of 10^-scale, rounded half up (away from zero on a tie), in 128 bits.
/// The denominator must not be 0.
int64_t divide_half_up(__int128 numerator, __int128 denominator);

}  // namespace giaoban
