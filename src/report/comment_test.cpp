#include "report/room_test.hpp"

using namespace giaoban;
using namespace giaoban::report;

TEST_CASE("report comment: on a paragraph or the whole; answered by absorbing or with a reason") {
  for (auto& body : bodies()) {
    auto view = drafted_body(*body);
    auto trade = of_indicator(view, "import_export");
    view = body->call("report.comment", request({{"paragraph", trade.at("id")}, {"text", "Bổ sung nguyên nhân."}}), "border-gate.truong");
    CHECK(count_of(view, "unanswered") == 1);
    auto comment = view.at("comments").at(0);
    CHECK(text_at(comment.at("quote")) == plain(trade.at("vi")));
    CHECK(text_at(comment.at("by").at("unit").at("code")) == "border-gate");
    body->call("report.comment", request({{"text", "Báo cáo rõ."}, {"text_en", "Clear."}}), "chu-tich");
    auto answer = [&](const char* who, const char* text) {
      return body->attempt("report.answer", boost::json::serialize(boost::json::object{{"comment", comment.at("id")}, {"answer", "explained"}, {"text", text}}), who);
    };
    CHECK(answer("border-gate.truong", "x").status == 403);
    CHECK(answer(synthesis, " ").status == 422);
    CHECK(answer(synthesis, "Nguyên nhân nêu ở mục khác.").status == 200);
    view = body->call("report.show", april, "chu-tich");
    CHECK(count_of(view, "unanswered") == 1);
    CHECK(text_at(view.at("comments").at(0).at("answer")) == "explained");
    CHECK(text_at(view.at("comments").at(1).at("text").at("en")) == "Clear.");
    // The paragraph may go; what was said about it stays, with what it was about.
    view = body->call("report.edit", request({{"action", "remove"}, {"paragraph", trade.at("id")}}), synthesis);
    CHECK(view.at("comments").as_array().size() == 2);
    CHECK(body->attempt("report.comment", request({{"paragraph", trade.at("id")}, {"text", "x"}}), "tax.truong").status == 422);
    CHECK(body->attempt("report.comment", request({{"text", "x"}}), "tax.chuyen-vien").status == 403);
    CHECK(body->attempt("report.comment", R"({"month":"2021-03","text":"x"})", "tax.truong").status == 409);
    CHECK(body->attempt("report.answer", R"({"comment":999,"answer":"absorbed","text":"x"})", synthesis).status == 422);
  }
}
