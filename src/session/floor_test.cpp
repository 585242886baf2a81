#include "session/story_test.hpp"

using namespace giaoban;
using namespace giaoban::session::story;

namespace {
std::string queue(Body& body, int64_t id) {
  std::string out;
  for (auto& t : list(shown(body, id).at("queue"))) out += text(t.at("unit").at("code")) + " ";
  return out;
}
std::string turn(int64_t id) { return fmt::format(R"({{"turn":{}}})", id); }
Instant instant(const boost::json::value& v) { return *Instant::parse(text(v)); }
}  // namespace

TEST_CASE("session.ask_floor, withdraw_floor, move_floor: the queue and who may touch it") {
  for (auto& body : bodies()) {
    auto id = invited(*body);
    refused(*body, 409, "session.ask_floor", this_session(id), "hai-dong.chu-tich");
    call_roll(*body, id, 12);
    body->call("session.open", this_session(id), chair);
    CHECK(refused(*body, 409, "session.ask_floor", this_session(id), "hai-dong.chu-tich") == "Hãy điểm danh trước khi đăng ký phát biểu.");
    body->call("session.check_in", this_session(id), "hai-dong.chu-tich");
    CHECK(shown(*body, id, "hai-dong.chu-tich").at("may_ask").as_bool());
    auto first = id_of(body->call("session.ask_floor", fmt::format(R"({{"session":{},"note":"Đường vào khu nuôi trồng"}})", id), "hai-dong.chu-tich"));
    CHECK_FALSE(shown(*body, id, "hai-dong.chu-tich").at("may_ask").as_bool());
    CHECK(refused(*body, 409, "session.ask_floor", this_session(id), "hai-dong.chu-tich") == "Đã đăng ký phát biểu rồi.");
    body->call("session.ask_floor", this_session(id), "economy.truong");
    auto third = id_of(body->call("session.ask_floor", fmt::format(R"({{"session":{},"seat":{}}})", id, seat(*body, "education.truong")), office));
    CHECK(queue(*body, id) == "hai-dong economy education ");

    auto to_front = fmt::format(R"({{"turn":{},"to":1}})", third);
    refused(*body, 403, "session.move_floor", to_front, "education.truong");
    body->call("session.move_floor", to_front, chair);
    CHECK(queue(*body, id) == "education hai-dong economy ");
    refused(*body, 403, "session.withdraw_floor", turn(third), "economy.truong");
    refused(*body, 403, "session.withdraw_floor", turn(4711), "economy.truong");  // no hint of what exists
    body->call("session.withdraw_floor", turn(third), "education.truong");
    body->call("session.withdraw_floor", turn(first), chair);
    CHECK(queue(*body, id) == "economy ");
    CHECK(refused(*body, 409, "session.withdraw_floor", turn(first), "hai-dong.chu-tich") == "Lượt này đã rút khỏi danh sách.");
    body->call("session.ask_floor", this_session(id), "hai-dong.chu-tich");  // may think again
    CHECK(queue(*body, id) == "economy hai-dong ");
  }
}

TEST_CASE("session.give_floor, extend_floor, remind_floor, end_floor: one speaks, until an instant") {
  for (auto& body : bodies()) {
    auto id = opened(*body);
    CHECK(refused(*body, 409, "session.give_floor", this_session(id), chair) == "Chưa có ai đăng ký phát biểu.");
    CHECK(refused(*body, 409, "session.extend_floor", fmt::format(R"({{"session":{},"seconds":60}})", id), chair) == "Không có ai đang phát biểu.");
    body->call("session.ask_floor", this_session(id), "hai-dong.chu-tich");
    body->call("session.ask_floor", this_session(id), "ninh-duong.chu-tich");
    refused(*body, 403, "session.give_floor", this_session(id), vice);
    body->call("session.give_floor", this_session(id), chair);
    auto speaking = shown(*body, id).at("speaking");
    CHECK(text(speaking.at("called").at("vi")) == "xã Hải Đông");
    CHECK(instant(speaking.at("until")).ms - instant(speaking.at("given_at")).ms == 180'000);
    auto until = instant(speaking.at("until"));
    body->call("session.extend_floor", fmt::format(R"({{"session":{},"seconds":60}})", id), chair);
    CHECK(instant(shown(*body, id).at("speaking").at("until")).ms - until.ms == 60'000);
    CHECK(shown(*body, id).at("speaking").at("limit_s").as_int64() == 240);
    body->call("session.remind_floor", this_session(id), chair);
    CHECK_FALSE(shown(*body, id, "hai-dong.chu-tich").at("speaking").at("reminded_at").is_null());

    // Over time: the extension counts from now.
    body->clock().set(until.plus_ms(600'000));
    body->call("session.extend_floor", fmt::format(R"({{"session":{},"seconds":60}})", id), chair);
    auto now = body->clock().now();
    CHECK(std::abs(instant(shown(*body, id).at("speaking").at("until")).ms - now.ms - 60'000) < 5'000);

    // Giving it to the next ends the one before; whoever speaks may end its own turn.
    body->call("session.give_floor", fmt::format(R"({{"session":{},"seconds":300}})", id), chair);
    auto v = shown(*body, id);
    CHECK(text(v.at("speaking").at("unit").at("code")) == "ninh-duong");
    CHECK(v.at("spoken").as_array().size() == 1);
    refused(*body, 403, "session.end_floor", this_session(id), "hai-dong.chu-tich");
    body->call("session.end_floor", this_session(id), "ninh-duong.chu-tich");
    CHECK(shown(*body, id).at("speaking").is_null());

    // Called upon without having asked; not who is missing.
    auto call = [&](const std::string& account) { return fmt::format(R"({{"session":{},"seat":{}}})", id, seat(*body, account)); };
    body->call("session.give_floor", call("economy.truong"), chair);
    CHECK(refused(*body, 409, "session.give_floor", call("economy.truong"), chair) == "Đại biểu này đang phát biểu.");
    CHECK(refused(*body, 409, "session.give_floor", call("ka-long.chu-tich"), chair) == "Đại biểu này chưa có mặt.");
    CHECK(pointers(body->attempt("session.give_floor", fmt::format(R"({{"session":{},"turn":1,"seat":1,"seconds":5}})", id), chair)) ==
          std::vector<std::string>{"/seat", "/seconds"});
    // The Office corrects the roll, but not under a speaker.
    auto back = fmt::format(R"({{"session":{},"seats":[{}],"here":false}})", id, seat(*body, "economy.truong"));
    CHECK(refused(*body, 409, "session.check_in", back, office) == "Đại biểu đang phát biểu.");
  }
}
