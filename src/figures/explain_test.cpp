#include "figures/room_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;

TEST_CASE("figures explain: a figure opens to its units and to its vintages") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 5, 5));
    auto march = body->call("figures.explain", R"({"indicator":"import_export","month":"2021-03"})", "tong-hop");
    REQUIRE(march.at("inputs").as_array().size() == 1);
    auto& vintages = march.at("vintages").as_array();
    REQUIRE(vintages.size() == 2);
    CHECK(text_at(vintages[0].at("value")) == "306.7");
    CHECK(text_at(vintages[0].at("before")) == "304.9");
    CHECK(text_at(vintages[0].at("state")) == "revised");
    CHECK(text_at(vintages[1].at("total")) == "304.9");
    CHECK(text_at(vintages[1].at("at")).substr(0, 10) == "2021-03-29");
    CHECK(text_at(march.at("sentence").at("vi")).find("306,7 triệu USD") != std::string::npos);

    auto retail = body->call("figures.explain", R"({"indicator":"retail_sales","month":"2021-04"})", "tong-hop");
    CHECK(retail.at("inputs").as_array().size() == 16);
    CHECK(retail.at("hidden").as_int64() == 0);
    auto ward = body->call("figures.explain", R"({"indicator":"retail_sales","month":"2021-04"})", "tra-co.thong-ke");
    CHECK(ward.at("inputs").as_array().size() == 1);
    CHECK(ward.at("hidden").as_int64() == 15);
    CHECK(ward.at("vintages").as_array().size() == 1);

    auto rate = body->call("figures.explain", R"({"indicator":"dossiers_on_time_rate","month":"2021-04"})", "tong-hop");
    CHECK(text_at(rate.at("numerator").at("code")) == "dossiers_on_time");
    CHECK(rate.at("inputs").as_array().size() == 16);
    REQUIRE(rate.at("parts").as_array().size() == 2);
    CHECK(text_at(rate.at("parts").at(0).at("indicator").at("code")) == "dossiers_on_time");
    CHECK(text_at(rate.at("parts").at(0).at("value").at("what")) == "value");
    // who gave it, and who answers for its form
    CHECK(text_at(retail.at("inputs").at(0).at("by").at("vi")).size() > 0);
    CHECK(text_at(retail.at("inputs").at(0).at("form").at("state")) == "submitted");
    CHECK(body->attempt("figures.explain", R"({"indicator":"none","month":"2021-04"})", "tong-hop").status == 404);
  }
}
