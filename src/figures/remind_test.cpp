#include "figures/room_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;

TEST_CASE("figures remind: once per unit and day, and only who has not sent") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 5, 4));
    const std::string all = R"({"month":"2021-04","units":[]})";
    CHECK(body->attempt("figures.remind", all, "hai-hoa.thong-ke").status == 403);
    auto first = body->call("figures.remind", R"({"month":"2021-04","units":["hai-son"]})", "tong-hop");
    CHECK(first.at("reminded").as_array().size() == 1);
    auto rest = body->call("figures.remind", all, "tong-hop");
    CHECK(rest.at("already").as_array().size() == 1);
    CHECK(body->attempt("figures.remind", all, "tong-hop").status == 409);
    CHECK(body->attempt("figures.remind", R"({"month":"2021-04","units":["nowhere"]})", "tong-hop").status == 422);
    auto form = body->call("figures.form", R"({"unit":"hai-son","month":"2021-04"})", "hai-son.thong-ke");
    CHECK(text_at(form.at("happened").as_array().back().at("step")) == "reminded");
    body->clock().set(Instant::local(Date::of(2021, 5, 5), 8));
    CHECK(body->call("figures.remind", R"({"month":"2021-04","units":["hai-son"]})", "tong-hop").at("reminded").as_array().size() == 1);
  }
}
