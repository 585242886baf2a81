#include "scenarios/script.hpp"

#include <doctest/doctest.h>

#include "scenarios/value.hpp"

using namespace giaoban;
using namespace giaoban::scenarios;

namespace {
std::string why(const std::string& steps) {
  try {
    read_script("x.test", "# Title\n" + steps);
    return "read";
  } catch (const Unreadable& e) {
    return e.what();
  }
}
const Names no_names = [](const std::string& what) -> std::string { throw Unreadable("nothing is called " + what); };
}  // namespace

TEST_CASE("scenarios: one that could not fail, or cannot be read, is refused with its line") {
  CHECK(why("Scenario: S\nAs chair@mong-cai: session.open\nDone.\n").starts_with("x.test:2: nothing in this scenario could fail"));
  CHECK(why("Scenario: S\nAs chair@mong-cai: session.open\nAnswer:\n  remember id as it\n").starts_with("x.test:2: nothing in this scenario could fail"));
  CHECK(why("Scenario: S\nAs chair@mong-cai: session.open\nAnswer:\n").starts_with("x.test:4: an answer of which nothing is expected"));
  CHECK(why("Scenario: S\nAs chair@mong-cai: session.open\nAnswer:\n  state: …\n").starts_with("x.test:5: “…” alone"));
  CHECK(why("Scenario: S\nAs chair@mong-cai: session.open\n").starts_with("x.test:3: what is expected?"));
  CHECK(why("Scenario: S\nAs chair@mong-cai: session.open\nRefused: conflict\n").starts_with("x.test:4: in which words?"));
  CHECK(why("Scenario: S\nAs chair@mong-cai: session.open\nRefused: invalid\n").starts_with("x.test:4: which fields"));
  CHECK(why("Scenario: S\nThe public at /cong-bo\n").starts_with("x.test:3: what does the public see"));
  CHECK(why("Scenario: S\nOn Monday 06/05/2021 at 08:00\n").starts_with("x.test:3: that day is a Thursday"));
  CHECK(why("Scenario: S\nOn 31/02/2021 at 08:00\n").starts_with("x.test:3: there is no such day"));
  CHECK(why("Scenario: S\nThey meet.\n").starts_with("x.test:3: no sentence begins so"));
  CHECK(why("  state: open\n").starts_with("x.test:2: an indented line"));
  CHECK(why("Scenario: S\nThe journal is whole.\nScenario: S\nThe journal is whole.\n").starts_with("x.test:4: this title is there twice"));
  CHECK(why("").starts_with("x.test:1: there is no scenario"));
  CHECK(why("Scenario: S\nAs chair@mong-cai: session.open\nAnswer:\n  state: open\n") == "read");
}

TEST_CASE("scenarios: values, as a person writes them") {
  CHECK(value_of("08:00", no_names) == boost::json::value("08:00"));
  CHECK(value_of("2021-04", no_names) == boost::json::value("2021-04"));
  CHECK(value_of("15", no_names) == boost::json::value(15));
  CHECK(value_of("\"85.2\"", no_names) == boost::json::value("85.2"));
  CHECK(value_of("Phòng họp | Room", no_names) == boost::json::value{{"vi", "Phòng họp"}, {"en", "Room"}});
  CHECK(value_of("[<a>, \"<b>\"]", [](auto&) { return "7"; }) == boost::json::value(boost::json::array{7, "<b>"}));
  CHECK_THROWS_AS(value_of("<b>", no_names), Unreadable);
  for (auto text : {"08:00", "15", "\"85.2\"", "Phòng họp | Room", "true", "[1,2]", "\"<b>\"", "\"\""})
    CHECK(written(value_of(text, no_names)) == text);
}

TEST_CASE("scenarios: paths into an answer, and what fits") {
  auto answer = boost::json::parse(R"({"groups":[{"rows":[{"id":1,"lead":{"code":"tax"}},{"id":2,"lead":{"code":"police"}}]},{"rows":[{"id":3,"lead":{"code":"tax"}}]}]})");
  CHECK(find(answer, "groups.*.rows.*").size() == 3);
  CHECK(find(answer, "groups.*.rows[lead.code=tax]").size() == 2);
  REQUIRE(find(answer, "groups[1].rows[lead.code=police].id").size() == 1);
  CHECK(*find(answer, "groups[1].rows[lead.code=police].id")[0] == boost::json::value(2));
  CHECK(find(answer, "groups[3]").empty());
  CHECK(find(answer, "nothing.there").empty());

  auto words = boost::json::parse(R"({"vi":"Còn thiếu: Thanh tra, Công an và 1 thành viên khác.","en":"x"})");
  CHECK(fits(boost::json::parse(R"({"vi":"Còn thiếu: …"})"), words));
  CHECK(fits(boost::json::parse(R"({"vi":"…Công an…khác."})"), words));
  CHECK_FALSE(fits(boost::json::parse(R"({"vi":"…Công an"})"), words));
  CHECK_FALSE(fits(boost::json::parse(R"({"vi":"Còn thiếu"})"), words));
  CHECK_FALSE(fits(boost::json::parse("[1]"), boost::json::parse("[1,2]")));
  CHECK_FALSE(fits(boost::json::parse("1"), boost::json::parse("\"1\"")));
  CHECK(reads_as("a…a", "aba"));
  CHECK_FALSE(reads_as("a…a", "a"));
  CHECK(readable("<style>b{}</style><p>Một &amp; <b>ha</b>i</p><p>ba</p>") == "Một & hai ba");
}
