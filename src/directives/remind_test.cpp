#include "directives/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::directives::testing;

TEST_CASE("directives: a unit is reminded of a task once a day") {
  for (auto& body : bodies()) {
    set_day(*body, 5, 25);
    auto id = open_task(*body, {"project-board", day(5, 20)});
    CHECK(status(*body, "directives.remind", by_id(id), "project-board.truong") == 403);
    auto seen = body->call("directives.remind", by_id(id), "tong-hop");
    CHECK(seen.at("row").at("reminded_today").as_bool());
    CHECK(!seen.at("may_remind").as_bool());
    CHECK(status(*body, "directives.remind", by_id(id), "chu-tich") == 409);
    set_day(*body, 5, 26);
    body->call("directives.remind", by_id(id), "chu-tich");
    CHECK(standing(*body, id) == "not_received/overdue");  // a reminder changes nothing
  }
}
