#include "conclusions/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::conclusions::testing;

namespace {
boost::json::array fields(const Reply& reply) { return boost::json::parse(reply.body).at("fields").as_array(); }
void complete(Body& body, int64_t session) {
  body.call("conclusions.take_down", take_down(body, session, {.section = "assessment", .text = "Thống nhất với báo cáo."}), "chu-tich");
  body.call("conclusions.take_down", take_down(body, session, {.topic = "Đầu tư công", .lead = "project-board", .due = "2021-05-20", .deliverable = "Tờ trình", .partners = {"finance-planning"}}), "chu-tich");
  body.call("conclusions.take_down", take_down(body, session, {.topic = "Bầu cử", .text = "Có phương án xã hội hóa kinh phí trang trí", .lead = "wards", .due = "2021-05-13", .deliverable = "Phương án"}), "chu-tich");
}
}  // namespace

TEST_CASE("conclusions: all gaps of all clauses are named in one answer, and nothing is issued") {
  for (auto& body : bodies()) {
    auto session = plan_session(*body);
    body->call("conclusions.take_down", take_down(*body, session, {}), "chu-tich");
    body->call("conclusions.take_down", take_down(*body, session, {.text = "Việc khác", .lead = "tax"}), "chu-tich");
    auto reply = body->attempt("conclusions.issue", of(session), "chanh-van-phong");
    CHECK(reply.status == 422);
    CHECK(fields(reply).size() == 5);
    CHECK(text_of(fields(reply)[0].at("message"), "vi") == "II.1 chưa có đơn vị chủ trì.");
    CHECK(show(*body, session).at("notice").is_null());
    CHECK(body->attempt("conclusions.issue", of(session), "chu-tich").status == 403);
  }
}

TEST_CASE("conclusions: the issued notice has its number, and each lead its directive") {
  for (auto& body : bodies()) {
    auto session = plan_session(*body);
    complete(*body, session);
    CHECK(body->attempt("conclusions.issue", of(session), "chanh-van-phong").status == 409);  // not closed yet
    hold(*body, session);
    set_day(*body, 5, 11);
    auto view = body->call("conclusions.issue", of(session), "chanh-van-phong");
    auto& notice = view.at("notice");
    CHECK(text_of(notice, "number") == "01/TB-VP");
    CHECK(text_of(notice, "date") == "2021-05-11");
    CHECK(notice.at("days_late").as_int64() == 0);
    CHECK(text_of(notice, "journal_head").size() == 64);
    CHECK(!view.at("may_edit").as_bool());
    auto clauses = view.at("clauses").as_array();
    CHECK(clauses[0].at("directives").as_array().empty());
    CHECK(clauses[1].at("directives").as_array().size() == 1);
    CHECK(clauses[2].at("directives").as_array().size() == 16);  // one for each commune and ward
    auto id = clauses[1].at("directives").as_array()[0].as_int64();
    auto directive = read(*body, "directives.show", fmt::format(R"({{"id":{}}})", id), "finance-planning.truong");
    CHECK(text_of(directive.at("source"), "mark") == "II.1");
    CHECK(text_of(directive.at("source"), "notice_number") == "01/TB-VP");
    CHECK(text_of(directive.at("row").at("lead"), "code") == "project-board");
    // Issued once, and never changed afterwards.
    CHECK(body->attempt("conclusions.issue", of(session), "chanh-van-phong").status == 409);
    CHECK(body->attempt("conclusions.take_down", take_down(*body, session, {}), "chu-tich").status == 409);
    CHECK(!show(*body, session, "tax.chuyen-vien").at("withheld").as_bool());
  }
}

TEST_CASE("conclusions: a notice after the fifth working day says how late it is") {
  for (auto& body : bodies()) {
    auto session = plan_session(*body);
    complete(*body, session);
    hold(*body, session);
    set_day(*body, 5, 17);
    auto passed = body->attempt("conclusions.issue", of(session), "chanh-van-phong");
    CHECK(passed.status == 422);  // a due date has passed meanwhile
    auto clause = show(*body, session).at("clauses").as_array()[2];
    body->call("conclusions.revise", revise(*body, clause.at("id").as_int64(), 1, {.topic = "Bầu cử", .text = "Có phương án xã hội hóa", .lead = "wards", .due = "2021-05-21", .deliverable = "Phương án"}), "tong-hop");
    auto view = body->call("conclusions.issue", of(session), "chanh-van-phong");
    CHECK(view.at("notice").at("days_late").as_int64() == 2);
  }
}
