#include "figures/room_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {
const Date before = Date::of(2021, 4, 20);
std::string one(const std::string& code, const std::string& rest) {
  return R"({"unit":"hai-hoa","month":"2021-04","cells":[{"indicator":")" + code + "\"," + rest + "}]}";
}
}  // namespace

TEST_CASE("figures enter: a value is kept, compared, counted, and cleared again") {
  for (auto& body : bodies()) {
    load_demo(*body, before);
    auto form = body->call("figures.enter", one("retail_sales", R"("value":"85.2")"), "hai-hoa.thong-ke");
    auto& line = line_of(form, "retail_sales");
    CHECK(text_at(line.at("value")) == "85.2");
    CHECK(text_at(line.at("last_month")) == "84.6");
    CHECK(text_at(line.at("last_year")) == "81.9");
    CHECK(text_at(line.at("month_on_month").at("shown")) == "0.7");
    CHECK(text_at(line.at("state")) == "official");
    CHECK(form.at("filled").as_int64() == 1);
    CHECK(form.at("of").as_int64() == 11);
    auto table = body->call("figures.table", R"({"month":"2021-04"})", "chu-tich");
    CHECK(text_at(table.at("facts").at(1).at("month").at("shown")) == "85.2");  // the columns learned of it
    form = body->call("figures.enter", one("retail_sales", R"("value":null)"), "hai-hoa.thong-ke");
    CHECK(line_of(form, "retail_sales").at("value").is_null());
    CHECK(form.at("filled").as_int64() == 0);
  }
}

TEST_CASE("figures enter: a slip is held outside the totals until it is corrected or kept with a reason") {
  for (auto& body : bodies()) {
    load_demo(*body, before);
    auto form = body->call("figures.enter", one("retail_sales", R"("value":"852.0")"), "hai-hoa.thong-ke");
    auto& line = line_of(form, "retail_sales");
    CHECK(text_at(line.at("held")) == "852.0");
    CHECK(line.at("value").is_null());
    CHECK(text_at(line.at("check").at("kind")) == "slip");
    CHECK(text_at(line.at("check").at("suggestion")) == "85.2");
    CHECK(form.at("held").as_int64() == 1);
    auto table = body->call("figures.table", R"({"month":"2021-04"})", "chu-tich");
    CHECK(text_at(table.at("facts").at(1).at("month").at("what")) == "no_value");

    form = body->call("figures.enter", one("retail_sales", R"("value":"852.0","reason":"Trung tâm thương mại mới mở.")"),
                      "hai-hoa.thong-ke");
    auto& kept = line_of(form, "retail_sales");
    CHECK(kept.at("held").is_null());
    CHECK(text_at(kept.at("value")) == "852.0");
    CHECK(text_at(kept.at("reason")) == "Trung tâm thương mại mới mở.");

    form = body->call("figures.enter", one("retail_sales", R"("value":"85.2")"), "hai-hoa.thong-ke");
    CHECK(line_of(form, "retail_sales").at("reason").is_null());
    CHECK(form.at("held").as_int64() == 0);
  }
}

TEST_CASE("figures enter: every cell at fault is named and nothing is written") {
  for (auto& body : bodies()) {
    load_demo(*body, before);
    auto reply = body->attempt("figures.enter",
                               R"({"unit":"hai-hoa","month":"2021-04","cells":[
                                 {"indicator":"retail_sales","value":"85.2"},
                                 {"indicator":"visitors","value":"2.355"},
                                 {"indicator":"complaints","value":"-1"},
                                 {"indicator":"import_export","value":"1"},
                                 {"indicator":"retail_sales","value":"1","state":"revised"}]})",
                               "hai-hoa.thong-ke");
    CHECK(reply.status == 422);
    for (auto* at : {"/cells/1/value", "/cells/2/value", "/cells/3/indicator", "/cells/4/indicator", "/cells/4/state"})
      CHECK(reply.body.find(at) != std::string::npos);
    auto form = body->call("figures.form", hai_hoa, "hai-hoa.thong-ke");
    CHECK(form.at("filled").as_int64() == 0);
    CHECK(body->attempt("figures.enter", R"({"unit":"hai-hoa","month":"2021-05","cells":[{"indicator":"complaints","value":"1"}]})",
                        "hai-hoa.thong-ke").status == 422);
  }
}

TEST_CASE("figures enter: a ward enters its own and nobody else's; the Office's are estimates in its place") {
  for (auto& body : bodies()) {
    load_demo(*body, before);
    auto cell = one("retail_sales", R"("value":"85.2")");
    CHECK(body->attempt("figures.enter", cell, "tra-co.thong-ke").status == 403);
    CHECK(body->attempt("figures.enter", cell, "finance-planning.chuyen-vien").status == 403);
    CHECK(body->attempt("figures.enter", cell, "chu-tich").status == 403);
    CHECK(body->attempt("figures.enter", cell, "").status == 401);
    CHECK(body->attempt("figures.enter", R"({"unit":"nowhere","month":"2021-04","cells":[]})", "tra-co.thong-ke").status == 403);

    auto form = body->call("figures.enter", cell, "tong-hop");
    CHECK(text_at(line_of(form, "retail_sales").at("state")) == "stand_in");
    CHECK(form.at("stand_in").as_int64() == 1);
    CHECK(form.at("filled").as_int64() == 0);
    form = body->call("figures.enter", one("retail_sales", R"("value":"85.1","state":"estimate")"), "hai-hoa.thong-ke");
    CHECK(text_at(line_of(form, "retail_sales").at("state")) == "estimate");
    auto table = body->call("figures.table", R"({"month":"2021-04"})", "chu-tich");
    CHECK(table.at("facts").at(1).at("estimate").as_bool());
    CHECK(body->attempt("figures.enter", cell, "tong-hop").status == 422);  // the unit has its own now
  }
}

TEST_CASE("figures enter: a figure typed over another that came meanwhile is a conflict, and nothing is written") {
  for (auto& body : bodies()) {
    load_demo(*body, before);
    auto form = body->call("figures.enter", one("retail_sales", R"("value":"85.2","seen":0)"), "hai-hoa.thong-ke");
    auto version = line_of(form, "retail_sales").at("version").as_int64();
    CHECK(version > 0);
    CHECK(text_at(line_of(form, "retail_sales").at("by").at("vi")).size() > 0);
    // typed on another screen from before
    auto both = R"({"unit":"hai-hoa","month":"2021-04","cells":[
                      {"indicator":"retail_sales","value":"84.0","seen":0},{"indicator":"complaints","value":"1","seen":0}]})";
    auto reply = body->attempt("figures.enter", both, "hai-hoa.chu-tich");
    CHECK(reply.status == 409);
    CHECK(reply.body.find("/cells/0/seen") != std::string::npos);
    CHECK(reply.body.find("/cells/1/") == std::string::npos);
    CHECK(line_of(body->call("figures.form", hai_hoa, "hai-hoa.thong-ke"), "complaints").at("value").is_null());
    // the same figure is none, and neither is one typed over what is there
    body->call("figures.enter", one("retail_sales", R"("value":"85.2","seen":0)"), "hai-hoa.chu-tich");
    auto over = fmt::format(R"("value":"852.0","seen":{})", version);
    form = body->call("figures.enter", one("retail_sales", over), "hai-hoa.thong-ke");
    auto held = line_of(form, "retail_sales").at("version").as_int64();
    CHECK(held > version);  // what a check holds is seen too
    CHECK(body->attempt("figures.enter", one("retail_sales", fmt::format(R"("value":"86.0","seen":{})", version)), "hai-hoa.chu-tich").status == 409);
    body->call("figures.enter", one("retail_sales", fmt::format(R"("value":"86.0","seen":{})", held)), "hai-hoa.chu-tich");
  }
}
