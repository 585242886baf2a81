#include "directives/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::directives::testing;

TEST_CASE("directives: evidence is a file of the unit's own, once") {
  for (auto& body : bodies()) {
    set_day(*body, 5, 12);
    auto id = open_task(*body, {"project-board", day(5, 20)});
    auto foreign = send_file(*body, "tax.truong");
    auto own = send_file(*body, "project-board.chuyen-vien", "Danh mục 6 dự án.xlsx");
    auto ask = [&](int64_t file) { return fmt::format(R"({{"id":{},"file":{}}})", id, file); };
    CHECK(status(*body, "directives.add_evidence", ask(foreign), "project-board.truong") == 422);
    auto seen = body->call("directives.add_evidence", ask(own), "project-board.truong");
    auto& event = seen.at("events").as_array().back();
    CHECK(text_of(event.at("file"), "name") == "Danh mục 6 dự án.xlsx");
    CHECK(event.at("may_open_file").as_bool());
    CHECK(status(*body, "directives.add_evidence", ask(own), "project-board.truong") == 409);
  }
}
