#include "directives/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::directives::testing;

TEST_CASE("directives: the whole line and what each seat may do") {
  for (auto& body : bodies()) {
    set_day(*body, 5, 12);
    auto id = open_task(*body, {"project-board", day(5, 20), {"finance-planning"}});
    auto& engine = body->engine();
    auto see = [&](const std::string& who) {
      auto reply = engine.read(*engine.catalogue().find("directives.show"), boost::json::parse(by_id(id)), body->actor(who));
      REQUIRE_MESSAGE(reply.done, reply.body);
      return boost::json::parse(reply.body);
    };
    auto head = see("project-board.truong");
    CHECK(text_of(head.at("source"), "mark") == "II.5.a");
    CHECK(text_of(head.at("source"), "notice_number") == "96/TB-VP");
    CHECK(text_of(head.at("row"), "code").starts_with("04-"));
    CHECK(head.at("may_receive").as_bool());
    CHECK(head.at("may_submit").as_bool());
    CHECK(!head.at("may_accept").as_bool());
    CHECK(!see("project-board.chuyen-vien").at("may_submit").as_bool());
    CHECK(see("tong-hop").at("may_remind").as_bool());
    CHECK(!see("chat-luong").at("may_remind").as_bool());
    CHECK(!see("finance-planning.truong").at("may_report").as_bool());
    CHECK(text_of(head.at("waits_for"), "vi").find("nhận việc") != std::string::npos);
  }
}
