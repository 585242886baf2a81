#include "figures/define.hpp"

#include <doctest/doctest.h>

#include "figures/room_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {

/// A stored indicator with some fields changed, as a request.
std::string revised(Body& body, const std::string& code, const boost::json::object& fields, const std::string& reason = "Theo quy định mới.") {
  auto page = body.call("figures.indicator", R"({"code":")" + code + "\"}", "tong-hop");
  auto indicator = page.at("indicator").as_object();
  for (auto& [key, value] : fields) indicator[key] = value;
  return boost::json::serialize(boost::json::object{{"indicator", indicator}, {"reason", reason}});
}

std::string pointers(Body& body, const std::string& request) {
  return fault_pointers(body.attempt("figures.define_indicator", request, "quan-tri"));
}

}  // namespace

TEST_CASE("figures define: a formula over others joins the table; each revision is a version with its reason") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 5, 5));
    auto late = revised(*body, "dossiers_on_time_rate", {{"code", "late"}, {"kind", "flow"}, {"scale", 0}, {"decimals", 0}, {"numerator", nullptr}, {"denominator", nullptr},
                                                         {"at_least", nullptr}, {"formula", "dossiers_handled - dossiers_on_time"}});
    CHECK(body->attempt("figures.define_indicator", late, "hai-hoa.chu-tich").status == 403);
    auto page = body->call("figures.define_indicator", late, "quan-tri");
    CHECK(page.at("parts").as_array().size() == 2);
    auto fact = body->call("figures.explain", R"({"indicator":"late","month":"2021-04"})", "chu-tich").at("fact");
    CHECK(text_at(fact.at("month").at("shown")) == "40");
    CHECK(fact.at("month").at("coverage").at("reported").as_int64() == 16);
    page = body->call("figures.define_indicator", revised(*body, "late", {{"key", false}, {"formula", "(dossiers_handled - dossiers_on_time) * 2"}}), "tong-hop");
    CHECK(page.at("versions").as_array().size() == 2);
    CHECK(page.at("versions").at(0).at("version").as_int64() == 2);
    CHECK(text_at(page.at("versions").at(0).at("changed").at(1)) == "formula");
    CHECK(body->attempt("figures.define_indicator", revised(*body, "late", {}), "tong-hop").status == 409);
    // one that was there from the start keeps that as its first version
    page = body->call("figures.define_indicator", revised(*body, "complaints", {{"due_days", 5}}), "chanh-van-phong");
    CHECK(page.at("versions").as_array().size() == 2);
    CHECK(text_at(body->call("figures.indicator", R"({"code":"dossiers_handled"})", "hai-hoa.thong-ke").at("used_by").at(1).at("code")) == "late");
  }
}

TEST_CASE("figures define: what cannot be is refused, every field in one answer") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 10));
    CHECK(pointers(*body, revised(*body, "retail_sales", {{"scale", 2}, {"weight", "nowhere"}}, " ")) == "/indicator/weight /indicator/weight /reason /indicator/scale ");
    CHECK(pointers(*body, revised(*body, "retail_sales", {{"code", "a"}, {"formula", "retail_sales / (1"}, {"kind", "ratio"}})).find("/indicator/formula") == 0);
    CHECK(pointers(*body, revised(*body, "retail_sales", {{"code", "a"}, {"formula", "a + 1"}})).find("/indicator/formula") == 0);
    CHECK(pointers(*body, revised(*body, "tax_debt", {{"reporting_units", boost::json::array{"hai-hoa"}}})) == "/indicator/reporting_units ");
    CHECK(pointers(*body, revised(*body, "retail_sales", {{"window", boost::json::object{{"kind", "own"}, {"from_day", 0}}}, {"due_days", 99}})) ==
          "/indicator/window/from_day /indicator/window/to_day /indicator/due_days ");
    CHECK(pointers(*body, revised(*body, "retail_sales", {{"code", "Ă b"}, {"name", boost::json::object{{"vi", ""}, {"en", "x"}}}})) == "/indicator/code /indicator/name ");
    CHECK(body->attempt("figures.indicator", R"({"code":"nowhere"})", "tong-hop").status == 404);
  }
}

TEST_CASE("figures define: an indicator's own limit moves its form's; a breakdown must sum to the total") {
  for (auto& body : bodies()) {
    define_demo(*body);
    body->clock().set(Instant::local(Date::of(2021, 4, 28), 8));
    auto due = [&] { return text_at(body->call("figures.form", hai_hoa, "tong-hop").at("due")); };
    CHECK(due() == "2021-04-28T10:00:00.000Z");
    body->call("figures.define_indicator", revised(*body, "visitors", {{"window", boost::json::object{{"kind", "calendar_month"}}}, {"due_days", 2}}), "quan-tri");
    CHECK(due() == "2021-05-05T10:00:00.000Z");  // 30/4 and 1/5 with its day in lieu, then two working days
    auto breakdown = boost::json::array{boost::json::object{{"name", boost::json::object{{"vi", "theo hạn"}, {"en", "by limit"}}}, {"parts", boost::json::array{"dossiers_on_time", "complaints"}}}};
    body->call("figures.define_indicator", revised(*body, "dossiers_handled", {{"breakdowns", breakdown}}), "quan-tri");
    body->call("figures.enter", hai_hoa_cells(), "hai-hoa.thong-ke");
    auto reply = body->attempt("figures.submit", hai_hoa, "hai-hoa.thong-ke");
    CHECK(reply.status == 422);
    CHECK(reply.body.find("/dossiers_handled") != std::string::npos);
    CHECK(reply.body.find("410") != std::string::npos);
  }
}

TEST_CASE("figures set_plan: a plan is adjusted as a new version; the share named on its day") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 5, 5));
    auto share = [&](const std::string& more) {
      return text_at(body->call("figures.explain", R"({"indicator":"retail_sales","month":"2021-04")" + more + "}", "chu-tich").at("fact").at("plan_share").at("shown"));
    };
    auto before = share("");
    body->clock().set(Instant::local(Date::of(2021, 6, 1), 8));
    std::string request = R"({"indicator":"retail_sales","unit":"mong-cai","year":2021,"value":"9500.0","source":{"vi":"QĐ","en":"Decision"}})";
    CHECK(body->attempt("figures.set_plan", request, "hai-hoa.thong-ke").status == 403);
    auto page = body->call("figures.set_plan", request, "tong-hop");
    CHECK(page.at("plans").at(0).at("version").as_int64() == 2);
    CHECK(share("") != before);
    CHECK(share(R"(,"day":"2021-05-05")") == before);
    body->call("figures.set_plan", R"({"indicator":"retail_sales","unit":"mong-cai","year":2021,"quarter":2,"value":"2400.0","source":{"vi":"QĐ","en":"Decision"}})", "tong-hop");
    CHECK(body->attempt("figures.set_plan", R"({"indicator":"nowhere","unit":"x","year":21,"quarter":5,"value":"-1","source":{"vi":"","en":""}})", "tong-hop").status == 422);
  }
}
