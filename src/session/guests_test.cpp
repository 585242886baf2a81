#include <algorithm>

#include "session/story_test.hpp"

using namespace giaoban;
using namespace giaoban::session::story;

namespace {

/// The seats that are invited beyond the members, without these accounts' seats.
std::vector<int64_t> guests_without(Body& body, int64_t id, const std::vector<std::string>& accounts) {
  std::vector<int64_t> out;
  for (auto& g : list(body.call("session.guests", this_session(id), office).at("guests"))) {
    auto its = g.at("seat").at("id").as_int64();
    if (g.at("invited").as_bool() && std::none_of(accounts.begin(), accounts.end(), [&](auto& a) { return seat(body, a) == its; })) out.push_back(its);
  }
  return out;
}
std::string choice(int64_t id, const std::vector<int64_t>& seats) {
  return fmt::format(R"({{"session":{},"seats":[{}]}})", id, fmt::join(seats, ","));
}
bool attends(Body& body, int64_t id, const std::string& account) {
  for (auto& a : list(shown(body, id).at("attendees")))
    if (a.at("seat").at("id").as_int64() == seat(body, account)) return true;
  return false;
}

}  // namespace

TEST_CASE("session.choose_guests: one by one beyond the members, kept when the invitation is sent, named in it") {
  for (auto& body : bodies()) {
    auto id = planned(*body);
    CHECK(guests_without(*body, id, {}).size() == 25);  // all who attend by office, to begin with
    auto fewer = guests_without(*body, id, {"tax.truong", "tra-co.chu-tich"});
    body->call("session.choose_guests", choice(id, fewer), office);
    CHECK_FALSE(attends(*body, id, "tax.truong"));
    CHECK_FALSE(attends(*body, id, "tra-co.chu-tich"));
    CHECK(shown(*body, id).at("quorum").at("members").as_int64() == 16);  // members are not chosen
    body->call("session.invite", this_session(id), office);
    CHECK_FALSE(attends(*body, id, "tax.truong"));
    CHECK(shown(*body, id).at("attendees").as_array().size() == 39);
    auto paper = body->attempt("session.invitation", fmt::format(R"({{"session":{},"format":"html","language":"vi"}})", id), office).body;
    CHECK(paper.find("Các thành viên Ủy ban nhân dân") != std::string::npos);
    CHECK(paper.find("Thủ trưởng các phòng, ban, đơn vị") == std::string::npos);
    CHECK(paper.find("phường Ka Long") != std::string::npos);
    CHECK(paper.find("phường Trà Cổ") == std::string::npos);
    // Who is not invited neither answers nor checks in; invited again, they do.
    CHECK(body->attempt("session.confirm", fmt::format(R"({{"session":{},"presence":"online"}})", id), "tra-co.chu-tich").status == 403);
    fewer.push_back(seat(*body, "tra-co.chu-tich"));
    body->call("session.choose_guests", choice(id, fewer), office);
    body->call("session.confirm", fmt::format(R"({{"session":{},"presence":"online"}})", id), "tra-co.chu-tich");
    CHECK(attends(*body, id, "tra-co.chu-tich"));
    CHECK(text(list(body->call("session.record", this_session(id), office).at("entries")).back().at("kind")) == "guests_changed");
  }
}

TEST_CASE("session.choose_guests: what is refused") {
  for (auto& body : bodies()) {
    auto id = opened(*body);
    auto all = guests_without(*body, id, {});
    CHECK(body->attempt("session.choose_guests", choice(id, all), "tax.truong").status == 403);
    CHECK(body->attempt("session.guests", this_session(id), chair).status == 403);
    auto members_too = all;
    members_too.push_back(seat(*body, "justice.truong"));
    auto reply = body->attempt("session.choose_guests", choice(id, members_too), office);
    CHECK(reply.status == 422);
    CHECK(pointers(reply) == std::vector<std::string>{fmt::format("/seats/{}", all.size())});
    CHECK(refused(*body, 409, "session.choose_guests", choice(id, guests_without(*body, id, {"hai-dong.chu-tich"})), office) ==
          "xã Hải Đông đã điểm danh, không bỏ khỏi thành phần dự họp được.");
    body->call("session.close", this_session(id), chair);
    CHECK(body->attempt("session.choose_guests", choice(id, all), office).status == 409);
  }
}
