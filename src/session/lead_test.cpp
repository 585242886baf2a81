#include "session/story_test.hpp"

using namespace giaoban;
using namespace giaoban::session::story;

namespace {
int64_t item(Body& body, int64_t id, size_t index) { return shown(body, id).at("items").at(index).at("id").as_int64(); }
std::string go(int64_t id, int64_t item) { return fmt::format(R"({{"session":{},"item":{}}})", id, item); }
}  // namespace

TEST_CASE("session.open: needs its quorum, says what is missing, and happens once") {
  for (auto& body : bodies()) {
    auto id = planned(*body);
    CHECK(refused(*body, 409, "session.open", this_session(id), chair) == "Chưa gửi giấy mời nên chưa khai mạc được.");
    body->call("session.invite", this_session(id), office);
    call_roll(*body, id, 10);
    CHECK(refused(*body, 409, "session.open", this_session(id), chair) ==
          "Chưa đủ thành viên để khai mạc: có mặt 10/16, cần từ 11. Còn thiếu: Phòng Văn hóa và Thông tin, Phòng Tư pháp, "
          "Phòng Lao động – Thương binh và Xã hội, Thanh tra, Công an và 1 thành viên khác.");
    refused(*body, 403, "session.open", this_session(id), vice);
    refused(*body, 403, "session.open", this_session(id), office);
    call_roll(*body, id, 11);
    body->call("session.open", this_session(id), chair);
    auto v = shown(*body, id, chair);
    CHECK(text(v.at("state")) == "open");
    CHECK(v.at("quorum").at("reached").as_bool());
    CHECK(v.at("may_lead").as_bool());
    CHECK_FALSE(shown(*body, id, vice).at("may_lead").as_bool());
    CHECK(refused(*body, 409, "session.open", this_session(id), chair) == "Phiên họp đã khai mạc rồi.");
  }
}

TEST_CASE("session.open: whoever opens is here") {
  for (auto& body : bodies()) {
    auto id = invited(*body);
    std::string seats;
    for (size_t i = 1; i < 11; ++i) seats += (i > 1 ? "," : "") + std::to_string(seat(*body, members()[i]));
    body->call("session.check_in", fmt::format(R"({{"session":{},"seats":[{}]}})", id, seats), office);
    body->call("session.open", this_session(id), chair);
    CHECK(shown(*body, id).at("quorum").at("present").as_int64() == 11);
  }
}

TEST_CASE("session.go_to_item: one at a time, in any order; its time is counted") {
  for (auto& body : bodies()) {
    auto id = opened(*body);
    auto first = item(*body, id, 0), second = item(*body, id, 1);
    CHECK(shown(*body, id).at("current").is_null());
    body->clock().set(Instant::local(Date::of(2021, 5, 6), 8, 5));
    body->call("session.go_to_item", go(id, first), chair);
    CHECK(refused(*body, 409, "session.go_to_item", go(id, first), chair) == "Phiên họp đang ở nội dung này.");
    body->clock().set(Instant::local(Date::of(2021, 5, 6), 8, 30));
    body->call("session.go_to_item", go(id, second), chair);
    auto v = shown(*body, id);
    CHECK(v.at("current").as_int64() == second);
    CHECK(text(v.at("items").at(0).at("state")) == "done");
    auto spent = v.at("items").at(0).at("spent_s").as_int64();
    CHECK((spent >= 25 * 60 - 1 && spent <= 25 * 60 + 5));
    CHECK(text(v.at("items").at(1).at("state")) == "now");
    body->call("session.go_to_item", go(id, first), chair);  // back to it
    CHECK(text(shown(*body, id).at("items").at(1).at("state")) == "done");
    CHECK(pointers(body->attempt("session.go_to_item", go(id, 999), chair)) == std::vector<std::string>{"/item"});
    refused(*body, 403, "session.go_to_item", go(id, second), vice);
    refused(*body, 403, "session.go_to_item", go(id, second), "ka-long.chu-tich");
  }
}

TEST_CASE("session.hand_over: a vice-chair leads when the chair lets it, and the chair can take it back") {
  for (auto& body : bodies()) {
    auto id = opened(*body);
    auto to = [&](const std::string& account) { return fmt::format(R"({{"session":{},"seat":{}}})", id, seat(*body, account)); };
    refused(*body, 403, "session.hand_over", to(vice), vice);
    CHECK(pointers(body->attempt("session.hand_over", to("tax.truong"), chair)) == std::vector<std::string>{"/seat"});
    body->call("session.hand_over", to(vice), chair);
    body->call("session.go_to_item", go(id, item(*body, id, 0)), vice);
    refused(*body, 403, "session.go_to_item", go(id, item(*body, id, 1)), "pho-chu-tich-van-xa");
    body->call("session.hand_over", to(chair), chair);
    refused(*body, 403, "session.close", this_session(id), vice);
  }
}

TEST_CASE("session.close: ends what runs; afterwards nothing moves") {
  for (auto& body : bodies()) {
    auto id = opened(*body);
    body->call("session.go_to_item", go(id, item(*body, id, 0)), chair);
    body->call("session.ask_floor", this_session(id), "hai-dong.chu-tich");
    body->call("session.ask_floor", this_session(id), "ninh-duong.chu-tich");
    body->call("session.give_floor", this_session(id), chair);
    body->call("session.close", this_session(id), chair);
    auto v = shown(*body, id, chair);
    CHECK(text(v.at("state")) == "closed");
    CHECK(v.at("speaking").is_null());
    CHECK(v.at("queue").as_array().empty());
    CHECK(v.at("spoken").as_array().size() == 1);
    CHECK(v.at("current").is_null());
    CHECK(text(v.at("items").at(0).at("state")) == "done");
    CHECK_FALSE(v.at("may_lead").as_bool());
    for (auto operation : {"session.close", "session.open", "session.end_floor", "session.give_floor", "session.remind_floor"})
      CHECK(refused(*body, 409, operation, this_session(id), chair) == "Phiên họp đã bế mạc.");
    refused(*body, 409, "session.ask_floor", this_session(id), "hai-dong.chu-tich");
    refused(*body, 409, "session.check_in", this_session(id), "tax.truong");
    refused(*body, 409, "session.edit", fmt::format(R"({{"session":{},"to":"12:00"}})", id), office);

    auto record = body->call("session.record", this_session(id), "bien-tap").at("entries").as_array();
    std::string kinds;
    for (auto& e : record) kinds += text(e.at("kind")) + " ";
    CHECK(kinds == "planned invited opened taken_up floor_given floor_ended closed ");
    CHECK(text(record[4].at("called").at("vi")) == "xã Hải Đông");

    std::optional<session::Facts> facts;
    body->database().read([&](db::Transaction& tx) {
      facts = session::facts(tx, id);
      CHECK(session::current(tx, Month::of(2021, 4))->id == id);
      CHECK_FALSE(session::current(tx, Month::of(2021, 5)));
    });
    CHECK(facts->state == session::State::closed);
    CHECK(facts->members == 16);
    CHECK(facts->members_present == 12);
    CHECK(facts->quorum == 11);
    CHECK(facts->present_hall == 12);
    CHECK(facts->present_online == 2);
    CHECK(facts->sites == 16);
    CHECK(facts->sites_connected == 2);
    CHECK(facts->present_members.front().office == Office::chair);
    CHECK(facts->items[0].taken_up_at.has_value());
    CHECK_FALSE(facts->items[1].taken_up_at);
  }
}
