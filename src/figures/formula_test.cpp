#include "figures/formula.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace giaoban;
using namespace giaoban::figures;

namespace {

const std::vector<int> values{0, 1, -2, 3, 7};  // of v0 … v4

Formula::ValueOf given = [](const std::string& name) -> std::optional<Ratio> {
  if (name == "missing") return {};
  return Ratio(values.at(static_cast<size_t>(name.at(1) - '0')));
};

std::optional<Ratio> value(const std::string& text) {
  auto formula = Formula::parse(text);
  REQUIRE_MESSAGE(formula.has_value(), text);
  return formula->value(given);
}

/// A formula grown at random, with what it must come to: reckoned while it is grown, not from its text.
std::pair<std::string, std::optional<Ratio>> grown(int depth) {
  int kind = *rc::gen::inRange(0, depth > 0 ? 7 : 2);
  if (kind == 0) {
    int v = *rc::gen::inRange(0, 5);
    return {"v" + std::to_string(v), Ratio(values[static_cast<size_t>(v)])};
  }
  if (kind == 1) {
    int n = *rc::gen::inRange(0, 1000);
    return {std::to_string(n / 10) + "." + std::to_string(n % 10), Ratio(n, 10)};
  }
  auto [a_text, a] = grown(depth - 1);
  if (kind == 2) return {"-(" + a_text + ")", a ? std::optional<Ratio>(-*a) : a};
  auto [b_text, b] = grown(depth - 1);
  char op = "+-*/"[kind - 3];
  auto text = "(" + a_text + ") " + op + " (" + b_text + ")";
  if (!a || !b || (op == '/' && *b == 0)) return {text, {}};
  Ratio out = *a;
  if (op == '+') out += *b;
  if (op == '-') out -= *b;
  if (op == '*') out *= *b;
  if (op == '/') out /= *b;
  return {text, out};
}

}  // namespace

TEST_CASE("formula: products before sums, from left to right, exactly") {
  CHECK(*value("1 + 2 * 3") == 7);
  CHECK(*value("10 - 2 - 3") == 5);
  CHECK(*value("12 / 2 / 3") == 2);
  CHECK(*value("2*(v3+v4)") == 20);
  CHECK(*value("1 / 3") == Ratio(1, 3));
  CHECK(*value("- v3 * 0.5") == Ratio(-3, 2));
}

TEST_CASE("formula: divided by nothing, or with a part missing, it has no value") {
  CHECK_FALSE(value("1 / v0"));
  CHECK_FALSE(value("1 / (v1 - 1)"));
  CHECK_FALSE(value("v1 + missing"));
  CHECK(*value("v0 / v1") == 0);
}

TEST_CASE("formula: what cannot be read says where") {
  for (auto* text : {"", "1 +", "(1", "1)", "a b", "1..2", "a ** b", "A", "a;b", "/ a"}) {
    auto formula = Formula::parse(text);
    REQUIRE_FALSE(formula.has_value());
    CHECK(formula.error().en.find("At character") == 0);
  }
  CHECK_FALSE(Formula::parse(std::string(2000, '1')).has_value());
  CHECK_FALSE(Formula::parse(std::string(500, '(') + "1" + std::string(400, ')')).has_value());
  CHECK(Formula::parse("b / a + b")->names() == std::vector<std::string>{"b", "a"});
}

TEST_CASE("formula: agrees with what it was grown from") {
  CHECK(rc::check("formula", [] {
    auto [text, expected] = grown(*rc::gen::inRange(0, 4));
    auto formula = Formula::parse(text);
    RC_ASSERT(formula.has_value());
    RC_ASSERT(formula->value(given) == expected);
  }));
}
