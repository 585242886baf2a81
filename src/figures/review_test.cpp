#include "figures/room_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {
std::string with_reason(const std::string& reason) {
  return R"({"unit":"hai-hoa","month":"2021-04","reason":")" + reason + "\"}";
}
}  // namespace

TEST_CASE("figures review: returned with a reason, sent again, approved, reopened; later values are revisions") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 20));
    body->call("figures.enter", hai_hoa_cells(), "hai-hoa.thong-ke");
    CHECK(body->attempt("figures.approve", hai_hoa, "tong-hop").status == 409);
    body->call("figures.submit", hai_hoa, "hai-hoa.thong-ke");
    CHECK(body->attempt("figures.approve", hai_hoa, "hai-hoa.chu-tich").status == 403);
    CHECK(body->attempt("figures.return", with_reason(" "), "tong-hop").status == 422);

    auto form = body->call("figures.return", with_reason("Xem lại lượt khách."), "tong-hop");
    CHECK(text_at(form.at("state")) == "returned");
    auto& last = form.at("happened").as_array().back();
    CHECK(text_at(last.at("reason")) == "Xem lại lượt khách.");
    CHECK(text_at(last.at("by").at("vi")) == "Chuyên viên tổng hợp Văn phòng");
    CHECK(body->call("figures.form", hai_hoa, "hai-hoa.thong-ke").at("may_enter").as_bool());

    body->call("figures.submit", hai_hoa, "hai-hoa.thong-ke");
    form = body->call("figures.approve", hai_hoa, "chanh-van-phong");
    CHECK(text_at(form.at("state")) == "approved");
    auto refused = body->attempt("figures.enter", hai_hoa_cells(), "hai-hoa.thong-ke");
    CHECK(refused.status == 409);
    CHECK(refused.body.find("duyệt và khóa") != std::string::npos);
    CHECK(body->attempt("figures.return", with_reason("x"), "tong-hop").status == 409);

    body->call("figures.reopen", with_reason("Cơ quan thuế điều chỉnh."), "tong-hop");
    form = body->call("figures.enter", R"({"unit":"hai-hoa","month":"2021-04","cells":[{"indicator":"retail_sales","value":"86.0"}]})",
                      "hai-hoa.thong-ke");
    CHECK(text_at(line_of(form, "retail_sales").at("state")) == "revised");
    CHECK(body->attempt("figures.reopen", with_reason("x"), "tong-hop").status == 409);
  }
}
