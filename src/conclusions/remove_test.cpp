#include "conclusions/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::conclusions::testing;

TEST_CASE("conclusions: a clause is removed by who saw its last version; the others close up") {
  for (auto& body : bodies()) {
    auto session = plan_session(*body);
    auto say = [&](const char* text) { return body->call("conclusions.take_down", take_down(*body, session, {.text = text}), "chu-tich").at("id").as_int64(); };
    auto a = say("A");
    say("B");
    body->call("conclusions.revise", revise(*body, a, 1, {.text = "A, sửa"}), "tong-hop");
    CHECK(body->attempt("conclusions.remove", fmt::format(R"({{"id":{},"version":1}})", a), "chu-tich").status == 409);
    auto view = body->call("conclusions.remove", fmt::format(R"({{"id":{},"version":2}})", a), "chu-tich");
    CHECK(marks(view) == "II.1");
    auto gone = body->attempt("conclusions.revise", revise(*body, a, 2, {.text = "A"}), "tong-hop");
    CHECK(gone.status == 409);  // what was typed can be taken down anew
  }
}
