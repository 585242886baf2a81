#include "directives/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::directives::testing;

TEST_CASE("directives: more time is asked for with a reason and granted or not; the original date stays") {
  for (auto& body : bodies()) {
    set_day(*body, 5, 18);
    auto id = open_task(*body, {"project-board", day(5, 20)});
    auto ask = [&](const char* due) { return fmt::format(R"({{"id":{},"due":"{}","reason":{{"vi":"Chờ xác nhận khối lượng","en":"Quantities to be confirmed"}}}})", id, due); };
    CHECK(status(*body, "directives.ask_extension", ask("2021-05-20"), "project-board.truong") == 422);  // not later
    CHECK(status(*body, "directives.ask_extension", ask("2021-06-10"), "project-board.chuyen-vien") == 403);
    auto seen = body->call("directives.ask_extension", ask("2021-06-10"), "project-board.truong");
    CHECK(seen.at("row").at("extension_asked").as_bool());
    CHECK(status(*body, "directives.ask_extension", ask("2021-06-10"), "project-board.truong") == 409);
    body->call("directives.refuse_extension", fmt::format(R"({{"id":{},"reason":{{"vi":"Việc gấp","en":"Urgent"}}}})", id), "tong-hop");
    body->call("directives.ask_extension", ask("2021-05-28"), "project-board.truong");
    CHECK(status(*body, "directives.grant_extension", ask("2021-05-28"), "project-board.truong") == 403);
    seen = body->call("directives.grant_extension", ask("2021-05-27"), "chu-tich");
    CHECK(text_of(seen.at("row"), "due") == "2021-05-27");
    CHECK(text_of(seen.at("row"), "original_due") == "2021-05-20");
    set_day(*body, 5, 24);
    CHECK(standing(*body, id) == "not_received/due_soon");
  }
}
