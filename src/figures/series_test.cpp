#include "figures/room_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;

TEST_CASE("figures series: months beside those of the year before, under the sentence that they show") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 5, 5));
    auto series = body->call("figures.series", R"({"indicator":"budget_revenue","month":"2021-04","months":4})", "hai-hoa.thong-ke");
    auto& points = series.at("points").as_array();
    REQUIRE(points.size() == 4);
    CHECK(text_at(points[0].at("value")) == "171.3");
    CHECK(text_at(points[0].at("year_before")) == "158.6");
    CHECK(text_at(series.at("title").at("vi")).find("120%") != std::string::npos);
    CHECK(body->attempt("figures.series", R"({"indicator":"budget_revenue","month":"2021-04","months":0})", "tong-hop").status == 422);
    CHECK(body->attempt("figures.series", R"({"indicator":"retail_sales","month":"2021-04","unit":"tra-co"})", "hai-hoa.thong-ke").status == 403);
  }
}
