#include "directives/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::directives::testing;

TEST_CASE("directives: the unit's head hands in, with evidence; a clerk prepares") {
  for (auto& body : bodies()) {
    set_day(*body, 5, 20);
    auto id = open_task(*body, {"project-board", day(5, 20)});
    CHECK(status(*body, "directives.submit", by_id(id), "project-board.chuyen-vien") == 403);
    CHECK(status(*body, "directives.submit", by_id(id), "project-board.truong") == 409);  // no evidence yet
    auto file = send_file(*body, "project-board.truong");
    body->call("directives.add_evidence", fmt::format(R"({{"id":{},"file":{}}})", id, file), "project-board.truong");
    body->call("directives.submit", by_id(id), "project-board.truong");
    CHECK(standing(*body, id) == "awaiting_acceptance/due_soon");
    CHECK(status(*body, "directives.submit", by_id(id), "project-board.truong") == 409);
    set_day(*body, 5, 26);  // it waits for the assigner, not for the unit
    CHECK(standing(*body, id) == "awaiting_acceptance/in_time");
  }
}
