// The month's figures when units change: the operations, on the real case of 01/7/2025 moved to 2021.
#include "figures/room_test.hpp"
#include "units/acts.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {

const char* merger =
    R"({"effective":"2021-05-01","acts":[{"number":"1/NQ","title":{"vi":"Nhập","en":"Merger"},"source":{"vi":"thử","en":"test"},
    "new_units":[{"code":"bien-gioi","name":{"vi":"UBND xã Biên Giới","en":"Biên Giới"},"short_name":{"vi":"xã Biên Giới","en":"Biên Giới"},"kind":"commune","parent":"mong-cai","place":{"vi":"x","en":"x"},"notation":"UBND"}],
    "parts":[{"from":"bac-son","to":"bien-gioi","basis":"population","numerator":1300,"denominator":1300},{"from":"hai-son","to":"bien-gioi","basis":"population","numerator":1100,"denominator":1100}]}]})";

}  // namespace

TEST_CASE("figures boundaries: forms are those of the month's units; a merged unit's series goes back, and forward for the old") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 5, 5));
    auto april = [&](const std::string& unit) {
      return body->call("figures.explain", R"({"indicator":"retail_sales","month":"2021-04","unit":")" + unit + "\"}", "chu-tich").at("fact").at("month");
    };
    auto value = [](const boost::json::value& comparison) { return Decimal::parse(text_at(comparison.at("shown")))->units; };
    auto parts = value(april("bac-son")) + value(april("hai-son"));
    auto city = april("mong-cai");
    body->call("units.reorganise", merger, "quan-tri");
    CHECK(april("mong-cai") == city);
    CHECK(body->call("figures.coverage", R"({"month":"2021-04"})", "chu-tich").at("communes").at("expected").as_int64() == 16);
    CHECK(body->call("figures.coverage", R"({"month":"2021-05"})", "chu-tich").at("communes").at("expected").as_int64() == 15);
    CHECK(body->attempt("figures.form", R"({"unit":"bac-son","month":"2021-05"})", "tong-hop").status == 404);
    body->call("figures.form", R"({"unit":"bien-gioi","month":"2021-05"})", "tong-hop");
    CHECK(body->attempt("figures.form", R"({"unit":"bien-gioi","month":"2021-04"})", "tong-hop").status == 404);
    CHECK(body->call("figures.table", R"({"month":"2021-05"})", "chu-tich").at("facts").at(1).at("month").at("coverage").at("expected").as_int64() == 15);

    body->clock().set(Instant::local(Date::of(2021, 6, 1), 9));
    body->call("figures.import", R"({"lines":[{"indicator":"retail_sales","unit":"bien-gioi","month":"2021-05","value":"6.0"}]})", "tong-hop");
    CHECK(body->attempt("figures.import", R"({"lines":[{"indicator":"retail_sales","unit":"bac-son","month":"2021-05","value":"6.0"}]})", "tong-hop").status == 422);
    auto series = body->call("figures.series", R"({"indicator":"retail_sales","month":"2021-05","months":3,"unit":"bien-gioi"})", "chu-tich");
    CHECK(Decimal::parse(text_at(series.at("points").at(1).at("value")))->units == parts);
    CHECK_FALSE(series.at("points").at(1).at("estimated").as_bool());
    CHECK(text_at(series.at("changes").at(0).at("number")) == "1/NQ");
    auto then = text_at(series.at("then"));
    CHECK(then == "2021-04-30");
    // the grid sets it beside what it was made of
    auto grid = body->call("figures.grid", R"({"month":"2021-05"})", "tong-hop");
    size_t column = 0;
    while (text_at(grid.at("indicators").at(column).at("code")) != "retail_sales") ++column;
    for (auto& row : grid.at("units").as_array())
      if (text_at(row.at("unit").at("code")) == "bien-gioi") {
        auto& cell = row.at("cells").at(column);
        CHECK(Decimal::parse(text_at(cell.at("last_month")))->units == parts);
        CHECK(text_at(cell.at("month_on_month").at("what")) != "no_base");
      }
    // so does its form, whose questions know it too
    auto form = body->call("figures.form", R"({"unit":"bien-gioi","month":"2021-05"})", "tong-hop");
    std::map<std::string, std::string> before;
    for (auto& group : form.at("groups").as_array())
      for (auto& line : group.at("lines").as_array()) {
        before[text_at(line.at("indicator").at("code"))] = line.at("last_month").is_null() ? "" : text_at(line.at("last_month"));
        if (text_at(line.at("indicator").at("code")) != "retail_sales") continue;
        CHECK(Decimal::parse(text_at(line.at("last_month")))->units == parts);
        CHECK_FALSE(line.at("last_year").is_null());
        CHECK(text_at(line.at("month_on_month").at("what")) != "no_base");
      }
    REQUIRE(before.contains("retail_sales"));
    auto tenfold = Decimal::parse(before.at("visitors"));
    tenfold->units *= 10;
    auto entered = body->call("figures.enter", R"({"unit":"bien-gioi","month":"2021-05","cells":[{"indicator":"visitors","value":")" + tenfold->str() + "\"}]}", "tong-hop");
    CHECK(entered.at("held").as_int64() == 1);
    // in the boundaries of then, it is one of what it was made of, by size
    auto old = body->call("figures.series", R"({"indicator":"retail_sales","month":"2021-05","months":3,"unit":"bien-gioi","frame":"2021-04-30"})", "chu-tich");
    CHECK(old.at("choices").as_array().size() == 2);
    CHECK(text_at(old.at("unit").at("code")) == "bac-son");
    CHECK(text_at(old.at("points").at(2).at("value")) == "3.3");  // 6,0 · 1300 / 2400, half up
    CHECK(old.at("points").at(2).at("estimated").as_bool());
    CHECK(text_at(old.at("points").at(2).at("state")) == "estimate");
    // the month's table and a figure opened, in the units before: each input says by which act and how much of it counts
    auto then_may = body->call("figures.explain", R"({"indicator":"retail_sales","month":"2021-05","unit":"bac-son","frame":"2021-04-30"})", "chu-tich");
    CHECK(text_at(then_may.at("fact").at("month").at("shown")) == "3.3");
    REQUIRE(then_may.at("inputs").as_array().size() == 1);
    auto& mapped = then_may.at("inputs").at(0).at("mapped");
    CHECK(text_at(mapped.at("percent")) == "54.2");  // 1300 / 2400
    CHECK(mapped.at("acts").as_array().size() == 1);
    CHECK(text_at(then_may.at("inputs").at(0).at("by").at("vi")).size() > 0);
    CHECK(body->attempt("figures.explain", R"({"indicator":"retail_sales","month":"2021-05","unit":"bien-gioi","frame":"2021-04-30"})", "chu-tich").status == 404);
    auto table = body->call("figures.table", R"({"month":"2021-05","frame":"2021-04-30"})", "chu-tich");
    CHECK(table.at("facts").at(1).at("month").at("coverage") == body->call("figures.table", R"({"month":"2021-05"})", "chu-tich").at("facts").at(1).at("month").at("coverage"));
    auto across = body->call("figures.across", R"({"indicator":"retail_sales","month":"2021-04","frame":"2021-05-01"})", "chu-tich");
    CHECK(across.at("units").as_array().size() == 15);
    auto back = body->call("figures.across", R"({"indicator":"retail_sales","month":"2021-05","frame":"2021-04-30"})", "chu-tich");
    auto divided = std::count_if(back.at("units").as_array().begin(), back.at("units").as_array().end(), [](auto& u) { return u.at("estimated").as_bool(); });
    CHECK(divided == 2);
    // the city's own May: as its units stand
    auto may = body->call("figures.explain", R"({"indicator":"retail_sales","month":"2021-05"})", "chu-tich");
    CHECK(may.at("inputs").as_array().size() == 15);
    CHECK(may.at("fact").at("missing").as_array().size() == 14);
  }
}

TEST_CASE("figures boundaries: a plan goes on with whoever took all of it over") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 10));
    body->call("figures.set_plan", R"({"indicator":"retail_sales","unit":"bac-son","year":2021,"value":"100.0","source":{"vi":"QĐ","en":"D"}})", "tong-hop");
    body->call("figures.set_plan", R"({"indicator":"retail_sales","unit":"hai-son","year":2021,"value":"80.0","source":{"vi":"QĐ","en":"D"}})", "tong-hop");
    body->call("units.reorganise", merger, "quan-tri");
    auto may = body->call("figures.explain", R"({"indicator":"retail_sales","month":"2021-05","unit":"bien-gioi"})", "chu-tich");
    CHECK(text_at(may.at("fact").at("plan")) == "180.0");
  }
}
