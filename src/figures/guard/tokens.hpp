#pragma once
// A text as words, numbers and signs. Any bytes are a text: what is no UTF-8 is a sign of its own. One pass.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "base/text.hpp"

namespace giaoban::figures::guard {

/// Bytes of the text, from `begin` up to `end`.
struct Span {
  uint32_t begin = 0, end = 0;
  bool operator==(const Span&) const = default;
};
BOOST_DESCRIBE_STRUCT(Span, (), (begin, end))

struct Token {
  enum class Kind : uint8_t { word, number, sign, line_end };
  Kind kind = Kind::sign;
  Span at;
  /// A word without case, with its tone behind its letters ("Thủy", "thuỷ" and the decomposed form are one
  /// key: "thuy3"); a number as written; one sign, all dashes being '-', all apostrophes '\''.
  std::string key;
  bool spaced = true;  // something that is no letter, digit or joining sign stands before it
};

std::vector<Token> tokens(std::string_view text);

/// Vietnamese when it has a letter that English has not, or says so often enough.
Language language_of(std::string_view text);

/// A number as it stands in a sentence, with the digits it shows.
struct WrittenNumber {
  Decimal value;
  bool whole() const { return value.scale == 0; }
};
/// Vietnamese writes 1.214,8, English 1,214.8. A single mark with other than three digits behind it is the
/// decimal's in either; nothing when the digits are grouped as no number is ("1.2.3") or do not fit.
std::optional<WrittenNumber> read_number(std::string_view written, Language language);

}  // namespace giaoban::figures::guard
