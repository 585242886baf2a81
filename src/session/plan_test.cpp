#include "session/story_test.hpp"

using namespace giaoban;
using namespace giaoban::session::story;

TEST_CASE("session.plan: the usual agenda, everyone who attends, and what to look at") {
  for (auto& body : bodies()) {
    auto before = body->call("session.list", R"({"month":"2021-04"})", office);
    CHECK(before.at("may_plan").as_bool());
    CHECK(text(before.at("proposal").at("from")) == "08:00");
    CHECK(before.at("proposal").at("chairs").as_array().size() == 3);

    auto id = planned(*body);
    body->call("session.add_item", fmt::format(R"({{"session":{},"title":{{"vi":"Nội dung khác","en":"Another"}},"minutes":20,"kind":"other"}})", id), office);

    auto v = shown(*body, id);
    CHECK(text(v.at("state")) == "planned");
    CHECK(text(v.at("title").at("vi")) == "Phiên họp thường kỳ tháng 4/2021");
    CHECK(v.at("attendees").as_array().size() == 41);
    CHECK(v.at("quorum").at("members").as_int64() == 16);
    CHECK(v.at("quorum").at("needed").as_int64() == 11);
    REQUIRE(v.at("items").as_array().size() == 3);
    CHECK(text(v.at("items").at(2).at("planned_from")) == "2021-05-06T02:30:00.000Z");  // 08:00 + 30 + 60 minutes
    CHECK(text(v.at("chair").at("office")) == "chair");
    CHECK(v.at("sites").as_array().size() == 17);
    // 30/4 and 1/5 are holidays, 3/5 their compensation: three working days before 6/5 is 29/4.
    CHECK(text(v.at("invitation").at("latest")) == "2021-04-29");
    CHECK_FALSE(v.at("invitation").at("late").as_bool());
    CHECK(v.at("may_invite").as_bool());
    CHECK_FALSE(shown(*body, id, chair).at("may_invite").as_bool());

    CHECK(refused(*body, 409, "session.plan",
                  R"({"month":"2021-04","date":"2021-05-07","from":"08:00","to":"11:00","place":{"vi":"P1","en":""}})", office) ==
          "Đã có phiên họp thường kỳ của tháng này, ngày 06/5/2021.");
    CHECK_FALSE(body->call("session.list", R"({"month":"2021-04"})", office).at("may_plan").as_bool());
    CHECK(body->call("session.list", "{}", "ka-long.chu-tich").at("sessions").as_array().size() == 1);
  }
}

TEST_CASE("session.plan: a deadline that cannot be met is said, and does not forbid") {
  for (auto& body : bodies()) {
    body->clock().set(Instant::local(Date::of(2021, 5, 4), 9));
    auto id = planned(*body);
    auto v = shown(*body, id);
    CHECK(v.at("invitation").at("late").as_bool());
    REQUIRE(v.at("warnings").as_array().size() == 1);
    CHECK(text(v.at("warnings").at(0).at("vi")).starts_with("Hạn gửi giấy mời (3 ngày làm việc trước phiên họp) là 29/4/2021"));
    body->call("session.edit", fmt::format(R"({{"session":{},"date":"2021-05-09"}})", id), office);
    CHECK(text(shown(*body, id).at("warnings").at(0).at("vi")) == "Ngày họp không phải ngày làm việc.");
    body->call("session.edit", fmt::format(R"({{"session":{},"date":"2021-05-12","to":"08:45"}})", id), office);
    CHECK(text(shown(*body, id).at("warnings").at(0).at("vi")) == "Nội dung cần 90 phút, phiên họp có 45 phút.");
  }
}

TEST_CASE("session.plan: every field at fault in one answer; only the Office plans") {
  for (auto& body : bodies()) {
    auto reply = body->attempt("session.plan",
                               fmt::format(R"({{"month":"2021-04","date":"2021-04-27","from":"8h","to":"25:00","place":{{"vi":"  ","en":""}},"chair":{},"speaking_s":5,
                                  "items":[{{"title":{{"vi":"","en":""}},"presenter":99999,"minutes":0,"kind":"report"}}]}})",
                                           seat(*body, "tax.truong")),
                               office);
    CHECK(reply.status == 422);
    CHECK(pointers(reply) == std::vector<std::string>{"/from", "/to", "/date", "/place/vi", "/chair", "/speaking_s", "/items/0/title/vi",
                                                      "/items/0/minutes", "/items/0/presenter"});
    for (auto who : {"chu-tich", "ka-long.chu-tich", "ka-long.thong-ke", "bien-tap"})
      refused(*body, 403, "session.plan", R"({"month":"2021-04","date":"2021-05-06","from":"08:00","to":"11:00","place":{"vi":"P1","en":""}})", who);
  }
}

TEST_CASE("session.edit: what is not named stays; an open session keeps its place") {
  for (auto& body : bodies()) {
    auto id = planned(*body);
    body->call("session.edit", fmt::format(R"({{"session":{},"place":{{"vi":"Hội trường lớn","en":"Great hall"}},"chair":{}}})", id, seat(*body, vice)), office);
    auto v = shown(*body, id, vice);
    CHECK(text(v.at("place").at("en")) == "Great hall");
    CHECK(text(v.at("from")) == "08:00");
    CHECK(v.at("leading").as_bool());
    auto reply = body->attempt("session.edit", fmt::format(R"({{"session":{},"from":"12:00","speaking_s":0}})", id), office);
    CHECK(pointers(reply) == std::vector<std::string>{"/to", "/speaking_s"});
    refused(*body, 404, "session.edit", R"({"session":999})", office);
    refused(*body, 404, "session.show", R"({"session":999})", office);
  }
  for (auto& body : bodies()) {
    auto id = opened(*body);
    CHECK(refused(*body, 409, "session.edit", fmt::format(R"({{"session":{},"from":"09:00"}})", id), office).starts_with("Phiên họp đã khai mạc"));
    body->call("session.edit", fmt::format(R"({{"session":{},"to":"11:30","speaking_s":300}})", id), office);
    CHECK(text(shown(*body, id).at("to")) == "11:30");
  }
}
