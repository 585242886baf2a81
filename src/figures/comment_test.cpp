#include "figures/room_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;

TEST_CASE("figures comment: unit and Office speak about a cell; others' forms stay closed") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 20));
    auto said = [](const std::string& code, const std::string& text) {
      return R"({"unit":"hai-hoa","month":"2021-04","indicator":")" + code + R"(","text":")" + text + "\"}";
    };
    body->call("figures.comment", said("visitors", "Số của tháng có lễ?"), "tong-hop");
    auto form = body->call("figures.comment", said("visitors", "Đúng, từ 17/4."), "hai-hoa.thong-ke");
    auto& comments = line_of(form, "visitors").at("comments").as_array();
    REQUIRE(comments.size() == 2);
    CHECK(text_at(comments[0].at("text")) == "Số của tháng có lễ?");
    CHECK(text_at(comments[1].at("by").at("vi")) != text_at(comments[0].at("by").at("vi")));
    CHECK(line_of(form, "complaints").at("comments").as_array().empty());

    CHECK(body->attempt("figures.comment", said("visitors", "  "), "hai-hoa.thong-ke").status == 422);
    CHECK(body->attempt("figures.comment", said("import_export", "?"), "hai-hoa.thong-ke").status == 422);
    CHECK(body->attempt("figures.comment", said("visitors", "?"), "tra-co.thong-ke").status == 403);
    CHECK(body->attempt("figures.comment", said("visitors", "?"), "").status == 401);
  }
}
