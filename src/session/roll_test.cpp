#include "numbering/numbering.hpp"
#include "session/story_test.hpp"

using namespace giaoban;
using namespace giaoban::session::story;

namespace {
boost::json::value attendee(Body& body, int64_t id, const std::string& account) {
  auto wanted = seat(body, account);
  for (auto& a : list(shown(body, id).at("attendees")))
    if (a.at("seat").at("id").as_int64() == wanted) return a;
  FAIL("not invited: ", account);
  return {};
}
std::string answer(int64_t id, const char* presence, const char* note = "") {
  return fmt::format(R"({{"session":{},"presence":"{}","note":"{}"}})", id, presence, note);
}
}  // namespace

TEST_CASE("session.invite: takes the next number of the year's register, once") {
  for (auto& body : bodies()) {
    body->database().write([](db::Transaction& tx) {
      numbering::begin_after(tx, "GM", "UBND", 2021, 41);
      return true;
    });
    auto id = planned(*body);
    CHECK(refused(*body, 409, "session.confirm", answer(id, "hall"), chair) == "Chưa gửi giấy mời.");
    refused(*body, 403, "session.invite", this_session(id), chair);
    body->call("session.invite", this_session(id), office);
    auto v = shown(*body, id);
    CHECK(text(v.at("state")) == "invited");
    CHECK(text(v.at("invitation").at("number")) == "42/GM-UBND");
    CHECK(refused(*body, 409, "session.invite", this_session(id), office) == "Giấy mời đã gửi, số 42/GM-UBND.");
  }
}

TEST_CASE("session.confirm: a delegate answers for itself, the Office for anyone") {
  for (auto& body : bodies()) {
    auto id = invited(*body);
    body->call("session.confirm", answer(id, "online"), "hai-dong.chu-tich");
    CHECK(text(attendee(*body, id, "hai-dong.chu-tich").at("presence")) == "online");
    CHECK(pointers(body->attempt("session.confirm", answer(id, "absent"), "justice.truong")) == std::vector<std::string>{"/note"});
    CHECK(pointers(body->attempt("session.confirm", answer(id, "substitute"), "justice.truong")) == std::vector<std::string>{"/note"});
    body->call("session.confirm", answer(id, "absent", "đi công tác tỉnh"), "justice.truong");
    body->call("session.confirm", answer(id, "substitute", "Phó Trưởng phòng"), "justice.truong");  // minds change until the opening
    auto other = fmt::format(R"({{"session":{},"presence":"hall","seat":{}}})", id, seat(*body, "tax.truong"));
    refused(*body, 403, "session.confirm", other, "justice.truong");
    body->call("session.confirm", other, office);
    CHECK(text(attendee(*body, id, "tax.truong").at("presence")) == "hall");
    refused(*body, 403, "session.confirm", answer(id, "hall"), "ka-long.thong-ke");
  }
}

TEST_CASE("session.check_in: by oneself or by the Office's roll; where someone sits is known") {
  for (auto& body : bodies()) {
    auto id = planned(*body);
    refused(*body, 409, "session.check_in", this_session(id), chair);
    body->call("session.invite", this_session(id), office);
    body->call("session.check_in", this_session(id), "hai-dong.chu-tich");
    auto a = attendee(*body, id, "hai-dong.chu-tich");
    CHECK(text(a.at("site")) == "online");  // a commune, unless it says otherwise
    auto first = text(a.at("checked_in_at"));
    body->call("session.check_in", fmt::format(R"({{"session":{},"site":"hall"}})", id), "hai-dong.chu-tich");
    a = attendee(*body, id, "hai-dong.chu-tich");
    CHECK(text(a.at("site")) == "hall");
    CHECK(text(a.at("checked_in_at")) == first);

    auto roll = fmt::format(R"({{"session":{},"seats":[{},{}]}})", id, seat(*body, chair), seat(*body, "ka-long.thong-ke"));
    refused(*body, 403, "session.check_in", roll, chair);
    CHECK(pointers(body->attempt("session.check_in", roll, office)) == std::vector<std::string>{"/seats/1"});
    CHECK_FALSE(attendee(*body, id, chair).at("here").as_bool());  // nothing half done

    // A substitute is heard but does not count.
    body->call("session.confirm", answer(id, "substitute", "Phó Trưởng phòng"), "culture-information.truong");
    body->call("session.check_in", this_session(id), "culture-information.truong");
    auto quorum = shown(*body, id).at("quorum");
    CHECK(quorum.at("present").as_int64() == 0);
    CHECK(quorum.at("substitutes").as_int64() == 1);
    auto back = fmt::format(R"({{"session":{},"seats":[{}],"here":false}})", id, seat(*body, "culture-information.truong"));
    refused(*body, 403, "session.check_in", fmt::format(R"({{"session":{},"here":false}})", id), "culture-information.truong");
    body->call("session.check_in", back, office);
    CHECK_FALSE(attendee(*body, id, "culture-information.truong").at("here").as_bool());
  }
}
