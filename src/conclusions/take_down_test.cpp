#include "conclusions/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::conclusions::testing;

TEST_CASE("conclusions: clauses of one topic stand together under letters, wherever they were said") {
  for (auto& body : bodies()) {
    auto session = plan_session(*body);
    auto say = [&](Words w) { return body->call("conclusions.take_down", take_down(*body, session, w), "chu-tich"); };
    say({.topic = "Đầu tư công", .lead = "project-board"});
    say({.topic = "Giáo dục", .lead = "education"});
    say({.section = "assessment", .text = "Thống nhất với báo cáo."});
    auto taken = say({.topic = "Đầu tư công", .text = "Thẩm tra hồ sơ quyết toán", .lead = "finance-planning"});
    CHECK(marks(taken.at("view")) == "I.1 II.1.a II.1.b II.2");
    CHECK(text_of(taken.at("view").at("clauses").as_array()[2].at("text"), "vi") == "Thẩm tra hồ sơ quyết toán");
  }
}

TEST_CASE("conclusions: every field at fault of a clause is named in one answer") {
  for (auto& body : bodies()) {
    auto session = plan_session(*body);
    auto reply = body->attempt("conclusions.take_down",
                               fmt::format(R"({{"session":{},"clause":{{"section":"tasks","text":{{"vi":" ","en":""}},"lead":9999,"due":"2020-05-20","item":77,"figures":["nothing"]}}}})", session), "chu-tich");
    CHECK(reply.status == 422);
    std::string pointers;
    auto fields = boost::json::parse(reply.body).at("fields").as_array();
    for (auto& f : fields) pointers += text_of(f, "pointer") + " ";
    CHECK(pointers == "/clause/text/vi /clause/lead /clause/due /clause/item /clause/figures/0 ");
    CHECK(body->attempt("conclusions.take_down", take_down(*body, session, {}), "tax.truong").status == 403);
    CHECK(body->attempt("conclusions.take_down", take_down(*body, 99, {}), "chu-tich").status == 404);
  }
}
