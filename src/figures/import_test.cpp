#include "figures/room_test.hpp"
#include "figures/store.hpp"

using namespace giaoban;
using namespace giaoban::figures;

TEST_CASE("figures import: all or nothing, forms completed by it count as sent, and memory equals the store") {
  for (auto& body : bodies()) {
    define_demo(*body);
    auto bad = body->attempt("figures.import",
                             R"({"lines":[{"indicator":"retail_sales","unit":"hai-hoa","month":"2021-03","value":"84.6"},
                                 {"indicator":"retail_sales","unit":"hai-hoa","month":"2021-03","value":"84.66"},
                                 {"indicator":"import_export","unit":"hai-hoa","month":"2021-03","value":"1"},
                                 {"indicator":"retail_sales","unit":"x","month":"2021-03","value":"1"},
                                 {"indicator":"retail_sales","unit":"hai-hoa","month":"2021-03","value":"1","known":"2031-01-01"}]})",
                             "tong-hop");
    CHECK(bad.status == 422);
    for (auto* at : {"/lines/1/value", "/lines/2/indicator", "/lines/3/unit", "/lines/4/known"})
      CHECK(bad.body.find(at) != std::string::npos);
    CHECK(body->attempt("figures.import", R"({"lines":[]})", "hai-hoa.thong-ke").status == 403);

    load_demo(*body, Date::of(2021, 4, 28));
    auto form = body->call("figures.form", hai_hoa, "hai-hoa.thong-ke");
    CHECK(text_at(form.at("state")) == "submitted");
    CHECK_FALSE(form.at("late").as_bool());
    auto march = body->call("figures.form", R"({"unit":"hai-hoa","month":"2021-03"})", "hai-hoa.thong-ke");
    CHECK(text_at(march.at("state")) == "submitted");

    auto before = body->call("figures.table", R"({"month":"2021-04"})", "tong-hop");
    body->database().read([&](db::Transaction& tx) { body->memory().columns.load(tx); });
    CHECK(body->call("figures.table", R"({"month":"2021-04"})", "tong-hop") == before);
  }
}
