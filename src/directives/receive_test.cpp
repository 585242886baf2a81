#include "directives/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::directives::testing;

TEST_CASE("directives: the lead unit receives a task and notes who does it; nobody else may") {
  for (auto& body : bodies()) {
    set_day(*body, 5, 12);
    auto id = open_task(*body, {"project-board", day(5, 20), {"finance-planning"}});
    CHECK(standing(*body, id) == "not_received/in_time");
    CHECK(status(*body, "directives.receive", by_id(id), "finance-planning.truong") == 403);  // co-ordinates only
    CHECK(status(*body, "directives.receive", by_id(id), "chanh-van-phong") == 403);          // acts for its own unit only
    CHECK(status(*body, "directives.receive", by_id(id), "chu-tich") == 403);
    CHECK(status(*body, "directives.receive", by_id(999), "project-board.truong") == 403);    // no hint of what exists
    body->call("directives.receive", by_id(id), "project-board.chuyen-vien");
    CHECK(standing(*body, id) == "in_progress/in_time");
    CHECK(status(*body, "directives.receive", by_id(id), "project-board.chuyen-vien") == 409);
    auto seen = body->call("directives.receive", fmt::format(R"({{"id":{},"assigned_to":{{"vi":"Tổ kế hoạch","en":""}}}})", id), "project-board.truong");
    auto& last = seen.at("events").as_array().back();
    CHECK(text_of(last, "kind") == "assigned");
    CHECK(text_of(last.at("text"), "en") == "Tổ kế hoạch");
    CHECK(text_of(seen, "received") == "2021-05-12");
  }
}
