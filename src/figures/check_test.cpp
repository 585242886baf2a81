// The questions on entry, against the cases that the page is held to as well (ui/src/figures/check.test.ts).
#include "figures/form.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "base/installation.hpp"
#include "figures/room_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {

struct CaseCell {
  std::string code;
  int32_t scale = 0;
  std::optional<Decimal> value, last_month, last_year;
};
BOOST_DESCRIBE_STRUCT(CaseCell, (), (code, scale, value, last_month, last_year))
struct CaseOf {
  std::string name;
  Month month;
  std::vector<CaseCell> cells;
  std::string asked;
  std::optional<CellCheck> expected;
};
BOOST_DESCRIBE_STRUCT(CaseOf, (), (name, month, cells, asked, expected))
struct Cases {
  Text about, unit;
  std::vector<rules::CheckRule> more;  // beside those of rules/entry-checks.json, before them
  std::vector<CaseOf> cases;
};
BOOST_DESCRIBE_STRUCT(Cases, (), (about, unit, more, cases))

Cases read_cases() {
  std::ifstream in(installation() / "tests/cases/entry-checks.json");
  std::string text((std::istreambuf_iterator<char>(in)), {});
  return json::read_text<Cases>(text).value();
}
std::optional<int64_t> units_of(const std::optional<Decimal>& d, int32_t scale) {
  if (!d) return {};
  return d->at_scale(scale).value().units;
}

}  // namespace

TEST_CASE("figures check: the cases that the page is held to as well") {
  auto cases = read_cases();
  auto all = rules::Rules::load(installation() / "rules").value();
  auto day = Date::of(2021, 4, 28);
  auto checks = questions().on(day).value;
  checks.checks.insert(checks.checks.begin(), cases.more.begin(), cases.more.end());
  REQUIRE(rules::faults_of(checks).empty());
  CHECK(cases.cases.size() > 20);
  for (auto& c : cases.cases) {
    CAPTURE(c.name);
    Checks form(checks, all.reporting.checks.on(day).value, all.wording.on(day).value, c.month);
    for (auto& cell : c.cells) {
      Indicator i;
      i.code = cell.code;
      i.scale = i.decimals = cell.scale;
      i.unit_of_measure = cases.unit;
      form.put(i, {units_of(cell.value, cell.scale), units_of(cell.last_month, cell.scale), units_of(cell.last_year, cell.scale)});
    }
    auto found = form.of(c.asked);
    CHECK(json::text_of(found) == json::text_of(c.expected));
  }
}

TEST_CASE("figures enter: a question that another cell answers is closed by it") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 20));
    auto enter = [&](const std::string& cells) {
      return body->call("figures.enter", R"({"unit":"hai-hoa","month":"2021-04","cells":[)" + cells + "]}", "hai-hoa.thong-ke");
    };
    enter(R"({"indicator":"dossiers_handled","value":"380"})");
    auto form = enter(R"({"indicator":"dossiers_on_time","value":"409"})");
    CHECK(text_at(line_of(form, "dossiers_on_time").at("check").at("kind")) == "cross");
    CHECK(form.at("held").as_int64() == 1);
    // both in one letter: asked once
    form = enter(R"({"indicator":"dossiers_handled","value":"381"},{"indicator":"dossiers_on_time","value":"410"})");
    CHECK(form.at("held").as_int64() == 1);
    form = enter(R"({"indicator":"dossiers_on_time","value":"409"})");
    form = enter(R"({"indicator":"dossiers_handled","value":"412"})");
    CHECK(form.at("held").as_int64() == 0);
    CHECK(text_at(line_of(form, "dossiers_on_time").at("value")) == "409");
    auto checks = body->call("figures.checks", R"({"month":"2021-04"})", "hai-hoa.thong-ke");
    CHECK(checks.at("questions").at("checks").as_array().size() > 5);
  }
}
