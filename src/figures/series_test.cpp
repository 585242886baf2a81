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
    REQUIRE(series.at("plans").as_array().size() == 1);
    CHECK(series.at("plans").at(0).at("year").as_int64() == 2021);
    // what was published stays beside what it was revised to
    auto published = [&](const std::string& month) {
      auto all = body->call("figures.series", R"({"indicator":"retail_sales","month":"2021-04","months":3})", "tong-hop");
      for (auto& p : all.at("points").as_array())
        if (text_at(p.at("month")) == month) return p;
      return boost::json::value();
    };
    body->call("figures.publish", R"({"month":"2021-02","title":{"vi":"Báo cáo","en":"Report"}})", "tong-hop");
    auto before = published("2021-02").at("value");
    body->call("figures.import", R"({"lines":[{"indicator":"retail_sales","unit":"hai-hoa","month":"2021-02","value":"1.0","state":"revised"}]})", "tong-hop");
    CHECK(published("2021-02").at("published") == before);
    CHECK(published("2021-02").at("value") != before);
    CHECK(body->attempt("figures.series", R"({"indicator":"budget_revenue","month":"2021-04","months":0})", "tong-hop").status == 422);
    CHECK(body->attempt("figures.series", R"({"indicator":"retail_sales","month":"2021-04","unit":"tra-co"})", "hai-hoa.thong-ke").status == 403);
  }
}
