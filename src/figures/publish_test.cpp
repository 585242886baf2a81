#include "figures/room_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;

TEST_CASE("figures publish: the table as published, on a day and as revised; forms as of their day") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 10));
    std::string request = R"({"month":"2021-03","title":{"vi":"Báo cáo tháng 3","en":"Report of March"}})";
    CHECK(body->attempt("figures.publish", request, "hai-hoa.thong-ke").status == 403);
    CHECK(body->attempt("figures.table", R"({"month":"2021-03","published":true})", "chu-tich").status == 404);
    body->call("figures.publish", request, "tong-hop");
    // the revision of 20/4
    auto file = demo_file<IndicatorsFile>("indicators.json").indicators;
    auto all = entries(demo_file<FiguresFile>("figures.json"), file);
    std::vector<Entry> revisions;
    for (auto& e : *all)
      if (e.known == Date::of(2021, 4, 20)) revisions.push_back(e);
    body->clock().set(Instant::local(Date::of(2021, 4, 20), 18));
    body->call("figures.import", import_text(revisions, file, "none"), "tong-hop");
    auto retail = [&](const std::string& more) {
      auto table = body->call("figures.table", R"({"month":"2021-03")" + more + "}", "chu-tich");
      for (auto& fact : table.at("facts").as_array())
        if (fact.at("indicator").at("code").as_string() == "retail_sales") return text_at(fact.at("month").at("shown"));
      return std::string();
    };
    CHECK(retail("") == "703.5");
    CHECK(retail(R"(,"published":true)") == "698.4");
    CHECK(retail(R"(,"day":"2021-04-19")") == "698.4");
    CHECK(retail(R"(,"day":"2021-04-20")") == "703.5");
    CHECK(body->attempt("figures.table", R"({"month":"2021-03","published":true,"day":"2021-04-19"})", "chu-tich").status == 422);
    auto series = body->call("figures.series", R"({"indicator":"retail_sales","month":"2021-03","months":2,"published":true})", "chu-tich");
    CHECK(text_at(series.at("points").at(1).at("value")) == "698.4");
    CHECK(series.at("published").as_bool());
    CHECK(text_at(body->call("figures.explain", R"({"indicator":"retail_sales","month":"2021-03","published":true})", "chu-tich").at("fact").at("month").at("shown")) == "698.4");
    auto sent = [&](const std::string& day) {
      return body->call("figures.coverage", R"({"month":"2021-03","day":")" + day + "\"}", "chu-tich").at("communes").at("submitted").as_int64();
    };
    CHECK(sent("2021-03-01") == 0);
    CHECK(sent("2021-04-20") == 16);
  }
}
