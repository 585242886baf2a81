#pragma once
// What a text claims: each number with its indicator, period, measure and base, as far as the words say so beyond
// doubt. A number behind words that are not known stays unbound.
#include "figures/guard/items.hpp"

namespace giaoban::figures::guard {

/// What a text is about when it does not say so itself.
struct Setting {
  Month month;
  std::string unit;                  // code; empty: the whole body
  std::optional<Language> language;  // told by the letters when not said
};

/// The values that a number stands for: itself and what rounds to it; more for "khoảng", "hơn", "gần".
struct Interval {
  Fraction low, high;
};
Interval interval_of(const WrittenNumber& number, GuardWord said);

enum class Base { none, month_before, quarter_before, same_period, december, period };

struct Claim {
  enum class What { value, change, level, times, difference, points, plan_share };
  What what = What::value;
  Span at;                          // the number with its unit
  Span digits;                      // the number alone
  uint32_t indicator = 0;           // place in the list that the vocabulary was made of
  std::string unit;                 // code; empty: the whole body
  std::optional<Period> period;     // nothing: the month or the year to it, both are meant so
  Base base = Base::none;
  std::optional<Period> base_period;  // where it is named ("tháng 4/2020")
  int direction = 0;                // of a change: 1 up, -1 down
  Quantity number;
  Interval holds;                   // in the number's own unit, without direction
};

/// "X, trong đó a, b": values of one quantity, the whole first.
struct Parts {
  struct Part {
    Span at;
    Quantity number;
    Interval holds;
    bool share = false;  // "chiếm 12%" of the whole
  };
  Part whole;
  std::vector<Part> parts;
  bool all = false;  // "bao gồm": together they are the whole
};

/// "tăng từ 100 lên 120".
struct Step {
  Span at;
  int direction = 0;
  Quantity from, to;
  Interval from_holds, to_holds;
};

struct Reading {
  Language language = Language::vi;
  std::vector<Claim> claims;
  std::vector<Parts> parts;
  std::vector<Step> steps;
  std::vector<Span> unbound;  // numbers with a unit that stand for no known figure
};

Reading read(std::string_view text, const Vocabulary& vocabulary, const Setting& setting);

}  // namespace giaoban::figures::guard
