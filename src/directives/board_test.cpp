#include "directives/fixture_test.hpp"

using namespace giaoban;
using namespace giaoban::directives::testing;

namespace {
boost::json::value read(Body& body, const char* operation, const std::string& request, const std::string& who) {
  auto& engine = body.engine();
  auto reply = engine.read(*engine.catalogue().find(operation), boost::json::parse(request), body.actor(who));
  REQUIRE_MESSAGE(reply.done, reply.body);
  return boost::json::parse(reply.body);
}
int64_t number(const boost::json::value& v, const char* key) { return v.at(key).as_int64(); }
}  // namespace

TEST_CASE("directives: each sees on the board what is theirs to see, by unit, the most pressing first") {
  for (auto& body : bodies()) {
    set_day(*body, 5, 17);
    open_task(*body, {"project-board", day(5, 31)});
    auto late = open_task(*body, {"project-board", day(4, 29), {}, false, Month::of(2021, 3)});
    open_task(*body, {"tax", day(5, 20), {"finance-planning"}, true});
    open_task(*body, {"ninh-duong", day(4, 28), {}, false, Month::of(2021, 3)});
    auto all = read(*body, "directives.board", R"({"month":"2021-04"})", "tong-hop");
    CHECK(all.at("whole_body").as_bool());
    CHECK(number(all, "total") == 4);
    CHECK(number(all, "open_of_month") == 2);
    CHECK(number(all, "open_from_before") == 2);
    CHECK(number(all.at("counts"), "overdue") == 2);
    CHECK(number(all.at("counts"), "due_soon") == 1);
    CHECK(all.at("to_remind").as_array().size() == 2);
    auto& first = all.at("groups").as_array()[0];
    CHECK(text_of(first.at("unit"), "code") == "project-board");
    CHECK(number(first.at("rows").as_array()[0], "id") == late);
    CHECK(number(read(*body, "directives.board", R"({"month":"2021-04","timing":"overdue"})", "chu-tich"), "shown") == 2);
    CHECK(number(read(*body, "directives.board", R"({"month":"2021-03"})", "chu-tich"), "total") == 2);
    // A department: what it leads or co-ordinates. A ward: its own, and what goes to all wards.
    CHECK(number(read(*body, "directives.board", "{}", "finance-planning.truong"), "total") == 1);
    CHECK(number(read(*body, "directives.board", "{}", "ninh-duong.chu-tich"), "total") == 2);
    CHECK(read(*body, "directives.board", "{}", "ninh-duong.chu-tich").at("to_remind").as_array().empty());
    CHECK(number(read(*body, "directives.board", "{}", "economy.truong"), "total") == 0);
    auto show = body->engine().catalogue().find("directives.show");
    CHECK(body->engine().read(*show, boost::json::parse(by_id(late)), body->actor("economy.truong")).status == 403);
  }
}

TEST_CASE("directives: the inbox parts what is new, under way, and co-ordinated") {
  for (auto& body : bodies()) {
    set_day(*body, 5, 17);
    auto a = open_task(*body, {"tax", day(5, 31)});
    open_task(*body, {"tax", day(5, 20)});
    open_task(*body, {"finance-planning", day(5, 20), {"tax"}});
    body->call("directives.receive", by_id(a), "tax.truong");
    auto inbox = read(*body, "directives.inbox", "{}", "tax.chuyen-vien");
    CHECK(inbox.at("to_receive").as_array().size() == 1);
    CHECK(inbox.at("open").as_array().size() == 1);
    CHECK(inbox.at("as_partner").as_array().size() == 1);
    CHECK(number(inbox.at("counts"), "open") == 2);
  }
}

TEST_CASE("directives: the summary names the units with overdue work first, the longest overdue on top") {
  for (auto& body : bodies()) {
    set_day(*body, 5, 17);
    open_task(*body, {"tax", day(5, 13)});
    auto oldest = open_task(*body, {"project-board", day(4, 15)});
    open_task(*body, {"project-board", day(5, 13)});
    directives::Summary summary;
    body->database().read([&](db::Transaction& tx) {
      summary = directives::summary(tx, directives::Reckoning(body->memory().rules), day(5, 17));
    });
    REQUIRE(summary.units.size() == 2);
    CHECK(summary.units[0].unit.code == "project-board");
    CHECK(summary.units[0].counts.overdue == 2);
    CHECK(summary.overdue.front().id == oldest);
    CHECK(summary.overdue.front().days == 19);
  }
}
