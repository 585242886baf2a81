#pragma once
// A rule's condition as a person can read it in a data file: "dossiers_on_time > dossiers_handled". Exact, small,
// without loops; the page evaluates the same texts (ui/src/figures/expression.ts), and both are held to the same
// cases (tests/cases/entry-checks.json).
//
//   or, and, not · = != < <= > >= · + - * · numbers, names, names(arguments), (…)
//
// Everything may be missing. What is compared or reckoned with something missing is missing; "and" and "or" go by
// what is known ("0 and missing" is 0); a rule holds only where it is known to. Truth is 1, falsehood 0.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/outcome.hpp"

namespace giaoban::rules {

/// An exact number: units / 10^scale. Beyond 127 bits it is missing, here as in the page.
struct Number {
  __int128 units = 0;
  int32_t scale = 0;
};
using Value = std::optional<Number>;

std::optional<int> order(const Number& a, const Number& b);  // −1, 0, 1
Value plus(const Value& a, const Value& b);
Value minus(const Value& a, const Value& b);
Value times(const Value& a, const Value& b);
inline Value truth(bool holds) { return Number{holds ? 1 : 0, 0}; }
inline bool holds(const Value& v) { return v && v->units != 0; }

class Expression {
 public:
  enum class Kind { number, name, call, negative, negation, both, either, equal, unequal, less, at_most, more, at_least, sum, difference, product };

  static Outcome<Expression> parse(const std::string& text);

  /// What a name or call means to whoever evaluates: a number of his own.
  using Meaning = int32_t;
  static constexpr Meaning meaningless = -1;  ///< whose value is missing

  Kind kind = Kind::number;
  std::string text;  // of a name or call
  Number number;
  std::vector<Expression> parts;
  Meaning meaning = meaningless;

  /// Asks once what each name and each call (with how many arguments) means, so that evaluating looks up no texts.
  void give_meaning(const std::function<Meaning(const std::string&, std::optional<size_t>)>& f);

  class Meanings {
   public:
    virtual Value value(Meaning name) = 0;
    virtual Value call(Meaning name, const std::vector<Value>& arguments) = 0;

   protected:
    ~Meanings() = default;
  };
  Value evaluate(Meanings& meanings) const;
  /// Calls `f` for each name that is no call, and each call with how many arguments it has.
  void each_name(const std::function<void(const std::string&, std::optional<size_t>)>& f) const;
};

}  // namespace giaoban::rules
