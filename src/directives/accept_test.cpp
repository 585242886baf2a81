#include "directives/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::directives::testing;

namespace {
int64_t handed_in(Body& body, const std::string& unit, const std::string& head) {
  auto id = open_task(body, {unit, day(5, 20)});
  auto file = send_file(body, head);
  body.call("directives.report_progress", fmt::format(R"({{"id":{},"text":{{"vi":"Xong","en":""}},"file":{}}})", id, file), head);
  body.call("directives.submit", by_id(id), head);
  return id;
}
}  // namespace

TEST_CASE("directives: the assigner accepts; nobody accepts their own unit's work") {
  for (auto& body : bodies()) {
    set_day(*body, 5, 18);
    auto id = handed_in(*body, "tax", "tax.truong");
    CHECK(status(*body, "directives.accept", by_id(id), "tax.truong") == 403);
    CHECK(status(*body, "directives.accept", by_id(open_task(*body, {"tax", day(5, 20)})), "tong-hop") == 409);
    set_day(*body, 5, 25);
    body->call("directives.accept", by_id(id), "tong-hop");
    CHECK(standing(*body, id) == "done/done_on_time");
    CHECK(status(*body, "directives.report_progress", fmt::format(R"({{"id":{},"text":{{"vi":"Thêm","en":""}}}})", id), "tax.truong") == 409);
    auto own = handed_in(*body, "office", "chanh-van-phong");
    CHECK(status(*body, "directives.accept", by_id(own), "chanh-van-phong") == 403);
    CHECK(status(*body, "directives.accept", by_id(own), "tong-hop") == 403);
    body->call("directives.accept", by_id(own), "pho-chu-tich-kinh-te");
    CHECK(standing(*body, own) == "done/done_late");
  }
}
