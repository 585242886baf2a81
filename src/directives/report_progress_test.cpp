#include "directives/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::directives::testing;

TEST_CASE("directives: progress is words, and a count only where something is counted; every fault in one answer") {
  for (auto& body : bodies()) {
    set_day(*body, 5, 12);
    auto id = open_task(*body, {"land-fund", day(5, 31)});
    auto bad = body->attempt("directives.report_progress", fmt::format(R"({{"id":{},"text":{{"vi":" ","en":""}},"done":7,"total":5,"file":99}})", id), "land-fund.truong");
    CHECK(bad.status == 422);
    auto fields = boost::json::parse(bad.body).at("fields").as_array();
    REQUIRE(fields.size() == 3);
    CHECK(text_of(fields[0], "pointer") == "/text/vi");
    CHECK(text_of(fields[1], "pointer") == "/done");
    CHECK(text_of(fields[2], "pointer") == "/file");
    CHECK(status(*body, "directives.report_progress", fmt::format(R"({{"id":{},"text":{{"vi":"Đã chi trả","en":""}},"done":5}})", id), "land-fund.truong") == 422);
    auto seen = body->call("directives.report_progress", fmt::format(R"({{"id":{},"text":{{"vi":"Đã chi trả 5/11 hộ","en":"5 of 11 paid"}},"done":5,"total":11}})", id), "land-fund.chuyen-vien");
    CHECK(seen.at("row").at("done").as_int64() == 5);
    CHECK(seen.at("row").at("total").as_int64() == 11);
    CHECK(standing(*body, id) == "in_progress/in_time");  // what is reported has been received
    CHECK(status(*body, "directives.report_progress", fmt::format(R"({{"id":{},"text":{{"vi":"Khác","en":""}}}})", id), "tax.truong") == 403);
  }
}
