#include "figures/room_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;

TEST_CASE("figures submit: what is missing or held is named; then the form is locked until it is returned") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 20));
    body->call("figures.enter", hai_hoa_cells({"visitors"}), "hai-hoa.thong-ke");
    body->call("figures.enter", R"({"unit":"hai-hoa","month":"2021-04","cells":[{"indicator":"retail_sales","value":"852"}]})",
               "hai-hoa.thong-ke");
    auto reply = body->attempt("figures.submit", hai_hoa, "hai-hoa.thong-ke");
    CHECK(reply.status == 422);
    CHECK(reply.body.find("\"/visitors\"") != std::string::npos);
    CHECK(reply.body.find("\"/retail_sales\"") != std::string::npos);
    CHECK(body->attempt("figures.submit", hai_hoa, "tong-hop").status == 403);

    body->call("figures.enter", hai_hoa_cells(), "hai-hoa.thong-ke");
    auto form = body->call("figures.submit", hai_hoa, "hai-hoa.chu-tich");
    CHECK(text_at(form.at("state")) == "submitted");
    CHECK_FALSE(form.at("may_enter").as_bool());
    CHECK_FALSE(form.at("late").as_bool());
    auto again = body->attempt("figures.enter", hai_hoa_cells(), "hai-hoa.thong-ke");
    CHECK(again.status == 409);
    CHECK(again.body.find("Văn phòng duyệt") != std::string::npos);
    CHECK(body->attempt("figures.submit", hai_hoa, "hai-hoa.thong-ke").status == 409);
  }
}

TEST_CASE("figures submit: the limit follows the window, the working days and the holidays") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 20));
    auto form = body->call("figures.form", hai_hoa, "hai-hoa.thong-ke");
    CHECK(text_at(form.at("due")) == "2021-04-28T10:00:00.000Z");
    CHECK(text_at(form.at("number")) == "01-KTXH");
    // 30/4 and 1/5 (a Saturday, made up for on Monday 3/5) are off: two working days after 30/4 is 5/5
    auto finance = body->call("figures.form", R"({"unit":"finance-planning","month":"2021-04"})", "finance-planning.truong");
    CHECK(text_at(finance.at("due")) == "2021-05-05T10:00:00.000Z");
    body->clock().set(Instant::local(Date::of(2021, 5, 4), 9));
    body->call("figures.enter", hai_hoa_cells(), "hai-hoa.thong-ke");
    CHECK(body->call("figures.submit", hai_hoa, "hai-hoa.thong-ke").at("late").as_bool());
  }
}

TEST_CASE("figures take_back: the unit's own form, until it is approved") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 20));
    CHECK(body->attempt("figures.take_back", hai_hoa, "hai-hoa.thong-ke").status == 409);
    body->call("figures.enter", hai_hoa_cells(), "hai-hoa.thong-ke");
    CHECK(body->call("figures.submit", hai_hoa, "hai-hoa.thong-ke").at("may_take_back").as_bool());
    CHECK(body->attempt("figures.take_back", hai_hoa, "tong-hop").status == 403);
    auto form = body->call("figures.take_back", hai_hoa, "hai-hoa.thong-ke");
    CHECK(text_at(form.at("state")) == "open");
    CHECK(form.at("may_enter").as_bool());
    CHECK(text_at(form.at("happened").as_array().back().at("step")) == "taken_back");
    body->call("figures.submit", hai_hoa, "hai-hoa.thong-ke");
    body->call("figures.approve", hai_hoa, "tong-hop");
    CHECK(body->attempt("figures.take_back", hai_hoa, "hai-hoa.thong-ke").status == 409);
  }
}
