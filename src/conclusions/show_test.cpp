#include "conclusions/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::conclusions::testing;

TEST_CASE("conclusions: before they are issued, those who edit and those who attend see them") {
  for (auto& body : bodies()) {
    auto session = plan_session(*body);
    body->call("conclusions.take_down", take_down(*body, session, {}), "chu-tich");
    CHECK(show(*body, session, "tax.truong").at("clauses").as_array().size() == 1);
    CHECK(!show(*body, session, "tax.truong").at("may_edit").as_bool());
    CHECK(show(*body, session, "tax.chuyen-vien").at("withheld").as_bool());
    CHECK(show(*body, session, "tax.chuyen-vien").at("clauses").as_array().empty());
    auto mine = read(*body, "conclusions.show", of(session), "chu-tich");
    CHECK(mine.at("may_edit").as_bool());
    CHECK(text_of(mine, "deadline") == "2021-05-13");  // five working days after the 6th
    CHECK(mine.at("clauses").as_array()[0].at("gaps").as_array().size() == 3);
    CHECK(mine.at("due_presets").as_array().size() >= 4);
    CHECK(!mine.at("items").as_array().empty());
  }
}
