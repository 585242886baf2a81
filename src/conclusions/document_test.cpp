#include "conclusions/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::conclusions::testing;

namespace {
Reply ask(Body& body, int64_t session, const char* format, const char* language, const std::string& who) {
  auto& engine = body.engine();
  return engine.read(*engine.catalogue().find("conclusions.notice"),
                     boost::json::parse(fmt::format(R"({{"session":{},"format":"{}","language":"{}"}})", session, format, language)), body.actor(who));
}
}  // namespace

TEST_CASE("conclusions: the notice says who leads, with whom, by when, and what; a draft says that it is one") {
  for (auto& body : bodies()) {
    auto session = plan_session(*body);
    body->call("conclusions.take_down", take_down(*body, session, {.section = "assessment", .text = "Thống nhất với báo cáo."}), "chu-tich");
    body->call("conclusions.take_down", take_down(*body, session, {.topic = "Đầu tư công", .lead = "project-board", .due = "2021-05-20", .deliverable = "Tờ trình", .partners = {"finance-planning"}}), "chu-tich");
    auto draft = ask(*body, session, "html", "vi", "tong-hop");
    REQUIRE_MESSAGE(draft.done, draft.body);
    CHECK(draft.body.find("DỰ THẢO") != std::string::npos);
    CHECK(ask(*body, session, "html", "vi", "tax.chuyen-vien").status == 403);
    auto preview = read(*body, "conclusions.preview", of(session), "chu-tich");
    CHECK(preview.at("draft").as_bool());
    CHECK(text_of(preview, "html").find("data-clause=") != std::string::npos);
    hold(*body, session);
    set_day(*body, 5, 11);
    body->call("conclusions.issue", of(session), "chanh-van-phong");
    auto issued = ask(*body, session, "html", "vi", "tax.chuyen-vien");
    REQUIRE_MESSAGE(issued.done, issued.body);
    CHECK(issued.body.find("DỰ THẢO") == std::string::npos);
    auto plain = issued.body;  // no-break spaces keep a date together
    for (size_t at; (at = plain.find("\u00a0")) != std::string::npos;) plain.replace(at, 2, " ");
    CHECK(plain.find("chủ trì, phối hợp với Phòng Tài chính – Kế hoạch rà soát các dự án") != std::string::npos);
    CHECK(plain.find("hoàn thành chậm nhất ngày 20 tháng 5; sản phẩm: tờ trình.") != std::string::npos);
    CHECK(plain.find("01/TB-VP") != std::string::npos);
    auto english = ask(*body, session, "html", "en", "chu-tich");
    CHECK(english.body.find("shall lead") != std::string::npos);
    CHECK(ask(*body, session, "pdf", "vi", "chu-tich").body.starts_with("%PDF"));
    auto docx = ask(*body, session, "docx", "vi", "chu-tich");
    CHECK(docx.body.starts_with("PK"));
    CHECK(docx.file_name == "Thông báo 01-TB-VP.docx");
    CHECK(docx.body == ask(*body, session, "docx", "vi", "chu-tich").body);
  }
}
