#include "conclusions/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::conclusions::testing;

TEST_CASE("conclusions: two editors never overwrite each other unseen; the second is told who was first") {
  for (auto& body : bodies()) {
    auto session = plan_session(*body);
    auto id = body->call("conclusions.take_down", take_down(*body, session, {}), "chu-tich").at("id").as_int64();
    auto view = body->call("conclusions.revise", revise(*body, id, 1, {.text = "Rà soát, trình phương án", .lead = "project-board", .due = "2021-05-20"}), "tong-hop");
    auto& clause = view.at("clauses").as_array()[0];
    CHECK(clause.at("version").as_int64() == 2);
    CHECK(text_of(clause.at("lead"), "code") == "project-board");
    auto late = body->attempt("conclusions.revise", revise(*body, id, 1, {.text = "Khác"}), "chu-tich");
    CHECK(late.status == 409);
    CHECK(text_of(boost::json::parse(late.body).at("title"), "vi").find("Chuyên viên tổng hợp Văn phòng đã sửa khoản này lúc") == 0);
    CHECK(text_of(show(*body, session).at("clauses").as_array()[0].at("text"), "vi") == "Rà soát, trình phương án");
    body->call("conclusions.revise", revise(*body, id, 2, {.text = "Khác"}), "chu-tich");
  }
}
