#include "rules/expression.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/installation.hpp"
#include "rules/entry_checks.hpp"

using namespace giaoban;
using namespace giaoban::rules;

namespace {

std::string shown(const Value& v) {
  if (!v) return "missing";
  auto d = Decimal{static_cast<int64_t>(v->units), v->scale};
  while (d.scale > 0 && d.units % 10 == 0) d = {d.units / 10, d.scale - 1};
  return d.str();
}
struct TwoAndHalf : Expression::Meanings {
  enum : Expression::Meaning { two, half, known };
  static Expression::Meaning of(const std::string& name, std::optional<size_t>) {
    return name == "two" ? two : name == "half" ? half : name == "known" ? Expression::Meaning{known} : Expression::meaningless;
  }
  Value value(Expression::Meaning name) override { return name == two ? Number{2, 0} : Number{5, 1}; }
  Value call(Expression::Meaning, const std::vector<Value>& a) override { return rules::truth(a[0].has_value()); }
};
std::string result(const std::string& text) {
  auto e = Expression::parse(text);
  REQUIRE_MESSAGE(e, text);
  e->give_meaning(TwoAndHalf::of);
  TwoAndHalf meanings;
  return shown(e->evaluate(meanings));
}

}  // namespace

TEST_CASE("rules expression: exact numbers, in the order that people read them") {
  CHECK(result("1 + 2 * 3") == "7");
  CHECK(result("(1 + 2) * 3") == "9");
  CHECK(result("0.1 + 0.2 = 0.3") == "1");
  CHECK(result("two * half - 1") == "0");
  CHECK(result("-two + 3") == "1");
  CHECK(result("1 < 2 and not 2 <= 1 or missing") == "1");
  CHECK(result("two >= half and two != half") == "1");
}

TEST_CASE("rules expression: what is missing stays missing, unless the rest decides") {
  CHECK(result("gone + 1") == "missing");
  CHECK(result("gone > 1") == "missing");
  CHECK(result("not gone > 1") == "missing");
  CHECK(result("gone > 1 and two = 3") == "0");
  CHECK(result("gone > 1 and two = 2") == "missing");
  CHECK(result("gone > 1 or two = 2") == "1");
  CHECK(result("gone > 1 and gone > 2") == "missing");
  CHECK(result("two = 3 and gone > 1") == "0");
  CHECK(result("known(gone)") == "0");
  CHECK(result("unheard_of(two)") == "missing");
  CHECK(result("170141183460469231 * 170141183460469231 * 170141183460469231") == "missing");  // beyond 127 bits
}

TEST_CASE("rules expression: what is no expression is named") {
  for (auto* text : {"", "1 +", "(1", "a b", "and", "f(", "f(1,", "1 < 2 < 3", "{}", "not"}) CHECK_FALSE(Expression::parse(text));
  CHECK_FALSE(Expression::parse(std::string(100'000, '(')));
  CHECK(Expression::parse("a $ b").error().title.en.find("$ b") != std::string::npos);
  rc::check("any text is read or refused, never worse", [](const std::string& text) { (void)Expression::parse(text); });
}

TEST_CASE("rules entry checks: a definition uses only those before it, a question only what there is") {
  auto checks = load_questions(installation() / "rules").value().on(Date::of(2021, 4, 28)).value;
  CHECK(faults_of(checks).empty());
  checks.definitions.front().is = "near(base)";
  checks.checks.front().when = "value >";
  checks.checks.front().title.en = "{unknown(value)}";
  checks.checks.back().detail.vi = "{value";
  std::string found;
  for (auto& f : faults_of(checks)) found += f.pointer + " ";
  CHECK(found == fmt::format("/definitions/0/is /checks/0/when /checks/0/title /checks/{}/detail ", checks.checks.size() - 1));
}
