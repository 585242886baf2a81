#include "directives/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::directives::testing;

TEST_CASE("directives: work is returned with a reason, and is the unit's again") {
  for (auto& body : bodies()) {
    set_day(*body, 5, 18);
    auto id = open_task(*body, {"tax", day(5, 20)});
    auto reason = fmt::format(R"({{"id":{},"reason":{{"vi":"Thiếu danh mục","en":"The list is missing"}}}})", id);
    CHECK(status(*body, "directives.return", reason, "tong-hop") == 409);
    auto file = send_file(*body, "tax.truong");
    body->call("directives.add_evidence", fmt::format(R"({{"id":{},"file":{}}})", id, file), "tax.truong");
    body->call("directives.submit", by_id(id), "tax.truong");
    CHECK(status(*body, "directives.return", fmt::format(R"({{"id":{},"reason":{{"vi":"","en":""}}}})", id), "tong-hop") == 422);
    body->call("directives.return", reason, "tong-hop");
    CHECK(standing(*body, id) == "returned/due_soon");
    body->call("directives.submit", by_id(id), "tax.truong");
    CHECK(standing(*body, id) == "awaiting_acceptance/due_soon");
  }
}
