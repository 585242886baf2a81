#include "directives/fixture_test.hpp"
#include "session/session.hpp"

using namespace giaoban;
using namespace giaoban::directives::testing;

TEST_CASE("directives: overdue work is on the next session's agenda by itself, once") {
  for (auto& body : bodies()) {
    set_day(*body, 5, 17);
    open_task(*body, {"tax", day(5, 13)});
    open_task(*body, {"project-board", day(5, 31)});
    auto planned = body->call("session.plan", R"({"month":"2021-05","date":"2021-06-04","from":"08:00","to":"11:00","place":{"vi":"Phòng họp số 1","en":"Meeting room 1"}})", "tong-hop");
    auto session = planned.at("session").as_int64();
    auto items = [&] {
      std::vector<session::Item> found;
      body->database().read([&](db::Transaction& tx) { found = session::items(tx, session); });
      std::erase_if(found, [](auto& item) { return item.kind != session::ItemKind::overdue_work; });
      return found;
    };
    REQUIRE(items().size() == 1);
    CHECK(items()[0].note.vi.find("1 việc: Chi cục Thuế (1)") != std::string::npos);
    auto again = body->call("directives.put_on_agenda", fmt::format(R"({{"session":{}}})", session), "tong-hop");
    CHECK(!again.at("added").as_bool());
    CHECK(again.at("overdue").as_int64() == 1);
    CHECK(items().size() == 1);
    CHECK(status(*body, "directives.put_on_agenda", fmt::format(R"({{"session":{}}})", session), "tax.truong") == 403);
  }
}
