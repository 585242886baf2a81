#include "conclusions/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::conclusions::testing;

TEST_CASE("conclusions: a clause is moved before another and takes its topic") {
  for (auto& body : bodies()) {
    auto session = plan_session(*body);
    auto say = [&](Words w) { return body->call("conclusions.take_down", take_down(*body, session, w), "chu-tich").at("id").as_int64(); };
    auto a = say({.topic = "Đầu tư công", .text = "A"});
    say({.topic = "Đầu tư công", .text = "B"});
    auto c = say({.topic = "Giáo dục", .text = "C"});
    auto view = body->call("conclusions.move", fmt::format(R"({{"id":{},"version":1,"section":"tasks","before":{}}})", c, a), "tong-hop");
    CHECK(marks(view) == "II.1.a II.1.b II.1.c");
    CHECK(text_of(view.at("clauses").as_array()[0].at("text"), "vi") == "C");
    view = body->call("conclusions.move", fmt::format(R"({{"id":{},"version":2,"section":"petitions","topic":{{"vi":"","en":""}}}})", c), "tong-hop");
    CHECK(marks(view) == "II.1.a II.1.b III.1");
    CHECK(body->attempt("conclusions.move", fmt::format(R"({{"id":{},"version":3,"section":"petitions","before":{}}})", c, a), "tong-hop").status == 422);
    CHECK(body->attempt("conclusions.move", fmt::format(R"({{"id":{},"version":1,"section":"tasks"}})", c), "tong-hop").status == 409);
  }
}
