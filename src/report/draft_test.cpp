#include "report/room_test.hpp"

using namespace giaoban;
using namespace giaoban::report;

TEST_CASE("report draft: it drafts itself, each number bound to its figure, in both languages") {
  for (auto& body : bodies()) {
    auto view = drafted_body(*body);
    CHECK(view.at("state").as_string() == "draft");
    CHECK(count_of(view, "figures") > 30);
    CHECK(count_of(view, "moved") == 0);
    CHECK(count_of(view, "contradicting") == 0);
    auto trade = of_indicator(view, "import_export");
    CHECK(plain(trade.at("vi")).find("tăng 26% so với tháng trước") != std::string::npos);
    CHECK(plain(trade.at("vi")).find("tăng 4,3% so với cùng kỳ") != std::string::npos);
    CHECK(plain(trade.at("en")).find("up 26% on the month before") != std::string::npos);
    for (auto& run : trade.at("vi").as_array())
      if (text_at(run.at("text")) == "26%") CHECK(run.at("figure").at("measure").as_string() == "month_on_month");
    // The published ratios of the month stand in the sentences.
    CHECK(plain(of_indicator(view, "retail_sales").at("vi")).find("104,9%") != std::string::npos);
    CHECK(plain(of_indicator(view, "industrial_output").at("vi")).find("36,6%") != std::string::npos);
    CHECK(plain(of_indicator(view, "budget_revenue").at("vi")).find("120%") != std::string::npos);
    CHECK(plain(of_indicator(view, "capital_disbursement").at("vi")).find("232,7%") != std::string::npos);
    // What makes up a ratio is said by the ratio's own sentence.
    for (auto& p : of_section(view, "results")) CHECK(p.at("indicator").as_string() != "dossiers_handled");
  }
}

TEST_CASE("report draft: drafting again follows the figures and leaves what people wrote") {
  for (auto& body : bodies()) {
    auto view = drafted_body(*body);
    auto trade = of_indicator(view, "import_export"), retail = of_indicator(view, "retail_sales");
    auto text = plain(retail.at("vi"));
    body->call("report.edit", request({{"action", "change"}, {"paragraph", retail.at("id")}, {"vi", "Nhìn chung, " + text}}), synthesis);
    body->call("report.edit", request({{"action", "remove"}, {"paragraph", trade.at("id")}}), synthesis);
    body->call("report.edit", request({{"action", "add"}, {"section", "tasks"}, {"vi", "Bám sát dự toán thu."}}), synthesis);
    revise(*body);
    auto moved = body->call("report.show", april, "chu-tich");
    CHECK(count_of(moved, "moved") > 0);
    CHECK_FALSE(moved.at("before_final").as_array().empty());
    view = body->call("report.draft", april, synthesis);
    CHECK(count_of(view, "moved") == 0);
    CHECK(plain(of_indicator(view, "retail_sales").at("vi")).starts_with("Nhìn chung, "));
    CHECK(of_section(view, "tasks").size() == 1);
    for (auto& p : of_section(view, "results")) CHECK(p.at("indicator") != boost::json::value("import_export"));
  }
}

TEST_CASE("report draft: when all have reported the same figures, the words follow, also within a person's own") {
  for (auto& body : bodies()) {
    auto view = drafted_body(*body);
    auto retail = of_indicator(view, "retail_sales"), fishery = of_indicator(view, "fishery_output"), visitors = of_indicator(view, "visitors");
    auto estimate = plain(retail.at("vi"));
    REQUIRE(estimate.find("ước đạt 712,6 tỷ đồng (14/16 đơn vị đã báo cáo)") != std::string::npos);
    auto edit = [&](const boost::json::value& p, const std::string& vi) {
      body->call("report.edit", request({{"action", "change"}, {"paragraph", p.at("id")}, {"vi", vi}}), synthesis);
    };
    edit(fishery, "Nhìn chung ổn định. " + plain(fishery.at("vi")) + " Giá bán tăng.");
    edit(visitors, replaced(plain(visitors.at("vi")), "ước đạt", "ước khoảng"));
    CHECK(count_of(view, "overtaken") == 0);
    figures::report_rest(*body, Date::of(2021, 5, 5));
    view = body->call("report.show", april, head);
    CHECK(count_of(view, "moved") == 0);
    CHECK(count_of(view, "overtaken") > 2);
    CHECK(of_indicator(view, "retail_sales").at("overtaken").as_bool());
    CHECK(of_indicator(view, "fishery_output").at("overtaken").as_bool());
    CHECK_FALSE(of_indicator(view, "import_export").at("overtaken").as_bool());
    CHECK(body->attempt("report.finalise", april, head).status == 409);
    view = body->call("report.draft", april, synthesis);
    CHECK(count_of(view, "overtaken") == 0);
    CHECK(plain(of_indicator(view, "retail_sales").at("vi")).find(" đạt 712,6 tỷ đồng, ") != std::string::npos);
    auto words = plain(of_indicator(view, "fishery_output").at("vi"));
    CHECK(words.starts_with("Nhìn chung ổn định. Sản lượng thủy sản tháng 4 đạt 1.284 tấn, "));
    CHECK(words.ends_with(" Giá bán tăng."));
    // A sentence that a person has changed is theirs.
    CHECK(plain(of_indicator(view, "visitors").at("vi")).find("ước khoảng") != std::string::npos);
    CHECK(body->attempt("report.finalise", april, head).status == 200);
  }
}

TEST_CASE("report draft: nothing to draft from, no right, a month to come") {
  for (auto& body : bodies()) {
    figures::define_demo(*body);
    CHECK(body->attempt("report.draft", april, synthesis).status == 409);
    CHECK(body->attempt("report.draft", R"({"month":"2021-09"})", synthesis).status == 422);
    CHECK(body->attempt("report.draft", april, "tax.truong").status == 403);
    CHECK(body->attempt("report.draft", april, "").status == 401);
    CHECK(body->call("report.show", april, "chu-tich").at("state").as_string() == "none");
  }
}
