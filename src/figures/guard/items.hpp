#pragma once
// A text as what is said in it, piece by piece: names, verbs, periods, numbers with their units, and the marks
// between clauses. What is not known is kept as unknown: nothing after it is guessed.
#include "base/date.hpp"
#include "figures/fraction.hpp"
#include "figures/guard/vocabulary.hpp"

namespace giaoban::figures::guard {

/// Months from … to, both within. "tháng 4", "4 tháng", "quý I", "năm 2020".
struct Period {
  Month from, to;
  bool operator==(const Period&) const = default;
  bool one_month() const { return from == to; }
  bool so_far() const { return from.month() == 1 && !one_month() && from.year() == to.year(); }
  Period plus(int months) const { return {from.plus(months), to.plus(months)}; }
};

struct Quantity {
  enum class Kind : uint8_t { bare, percent, points, times, measured };
  Kind kind = Kind::bare;
  WrittenNumber number;
  int32_t zeros = 0;      // of "triệu"
  uint32_t quantity = 0;  // of `measured`; 0 where only a scale stands ("386 triệu")
  bool negative = false;
};

struct Item {
  enum class Kind : uint8_t { word, indicator, unit, number, period, unknown, comma, semicolon, stop, open, close };
  Kind kind = Kind::unknown;
  Span at;
  GuardWord word = GuardWord::neutral;
  uint32_t value = 0;            // indicator or unit
  std::optional<Quantity> number;
  Span digits;                   // of the number, without its unit
  std::optional<Period> period;  // nothing where it cannot be placed ("tháng 9" in April's text)
};

/// `month` is what the text is about: years that are not said are its year.
std::vector<Item> items(std::string_view text, const Vocabulary& vocabulary, Language language, Month month);

}  // namespace giaoban::figures::guard
