#include "session/story_test.hpp"

using namespace giaoban;
using namespace giaoban::session::story;

namespace {
Reply paper(Body& body, const char* kind, int64_t id, const char* format, const char* language = "vi") {
  return body.attempt(kind, fmt::format(R"({{"session":{},"format":"{}","language":"{}"}})", id, format, language), "ka-long.chu-tich");
}
bool holds(const std::string& text, const char* words) { return text.find(words) != std::string::npos; }
}  // namespace

TEST_CASE("session.invitation: previewed without a number, sent with one, in three formats and two languages") {
  for (auto& body : bodies()) {
    auto id = planned(*body);
    auto draft = paper(*body, "session.invitation", id, "html");
    REQUIRE(draft.done);
    CHECK(holds(draft.body, "Báo cáo kinh tế – xã hội"));
    CHECK(draft.file_name == "Giấy mời.html");
    body->call("session.invite", this_session(id), office);
    auto sent = paper(*body, "session.invitation", id, "html");
    CHECK(holds(sent.body, "01/GM-UBND"));
    CHECK(holds(sent.body, "08 giờ 00 phút"));
    CHECK(paper(*body, "session.invitation", id, "docx").body.starts_with("PK"));
    auto pdf = paper(*body, "session.invitation", id, "pdf");
    CHECK(pdf.body.starts_with("%PDF"));
    CHECK(pdf.file_name == "Giấy mời 01-GM-UBND.pdf");
    CHECK(pdf.content_type == "application/pdf");
    CHECK(holds(paper(*body, "session.invitation", id, "html", "en").body, "cordially invites"));
    CHECK(paper(*body, "session.invitation", 999, "pdf").status == 404);
  }
}

TEST_CASE("session.minutes: from the record; numbered after the close") {
  for (auto& body : bodies()) {
    auto id = opened(*body);
    auto item = shown(*body, id).at("items").at(0).at("id").as_int64();
    body->call("session.go_to_item", fmt::format(R"({{"session":{},"item":{}}})", id, item), chair);
    body->call("session.ask_floor", this_session(id), "hai-dong.chu-tich");
    body->call("session.give_floor", this_session(id), chair);
    refused(*body, 409, "session.number_minutes", this_session(id), office);
    body->call("session.close", this_session(id), chair);
    body->call("session.number_minutes", this_session(id), office);
    refused(*body, 409, "session.number_minutes", this_session(id), office);
    auto minutes = paper(*body, "session.minutes", id, "html");
    REQUIRE(minutes.done);
    CHECK(holds(minutes.body, "01/BB-UBND"));
    CHECK(holds(minutes.body, "12/16 thành viên"));
    CHECK(holds(minutes.body, "xã Hải Đông phát biểu"));
    CHECK(holds(minutes.body, "chưa được xem xét"));
  }
  for (auto& body : bodies()) CHECK(paper(*body, "session.minutes", planned(*body), "pdf").status == 409);
}
