#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace giaoban::documents {

/// A length on paper in twentieths of a point, the unit Word itself counts in: so DOCX and PDF are laid out
/// from the same whole numbers, and the same tree always gives the same bytes.
struct Length {
  int32_t twips = 0;
  /// Reads "14pt", "12.7mm", "0.75pt"; refuses anything else.
  static std::optional<Length> parse(std::string_view text);
  double points() const { return twips / 20.0; }
  Length operator+(Length o) const { return {twips + o.twips}; }
  Length operator-(Length o) const { return {twips - o.twips}; }
  Length operator*(int n) const { return {twips * n}; }
  Length operator/(int n) const { return {twips / n}; }
  auto operator<=>(const Length&) const = default;
};

constexpr Length pt(int points) {
  return {points * 20};
}
/// Rounded to the nearest twip.
constexpr Length mm(int millimetres) {
  return {(millimetres * 14400 + 127) / 254};
}

}  // namespace giaoban::documents
