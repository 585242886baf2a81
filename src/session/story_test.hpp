#pragma once
// The April session as the tests of this room tell it, step by step, through the operations alone.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "session/session.hpp"
#include "support/body.hpp"

namespace giaoban::session::story {

inline const char* const office = "tong-hop";
inline const char* const chair = "chu-tich";
inline const char* const vice = "pho-chu-tich-kinh-te";

inline int64_t id_of(const boost::json::value& changed) { return changed.at("id").as_int64(); }
inline std::string text(const boost::json::value& v) { return std::string(v.as_string()); }
/// A copy, so that a loop may run over what a call has just answered.
inline boost::json::array list(const boost::json::value& v) { return v.as_array(); }
inline int64_t seat(Body& body, const std::string& account) { return body.actor(account).seat; }

inline int64_t planned(Body& body, const std::string& month = "2021-04", const std::string& date = "2021-05-06") {
  return id_of(body.call("session.plan",
                         fmt::format(R"({{"month":"{}","date":"{}","from":"08:00","to":"11:00","place":{{"vi":"Phòng họp số 1","en":"Room 1"}}}})", month, date),
                         office));
}
inline std::string this_session(int64_t id) { return fmt::format(R"({{"session":{}}})", id); }
inline int64_t invited(Body& body) {
  auto id = planned(body);
  body.call("session.invite", this_session(id), office);
  return id;
}
inline boost::json::value shown(Body& body, int64_t id, const std::string& who = office) {
  return body.call("session.show", this_session(id), who);
}
inline std::vector<std::string> members() {
  return {"chu-tich", "pho-chu-tich-kinh-te", "pho-chu-tich-van-xa", "chanh-van-phong", "finance-planning.truong",
          "economy.truong", "urban-management.truong", "environment.truong", "education.truong", "home-affairs.truong",
          "culture-information.truong", "justice.truong", "labour.truong", "inspectorate.truong", "police.truong",
          "military.truong"};
}
/// The Office calls the roll of the first so many members.
inline void call_roll(Body& body, int64_t id, size_t count) {
  std::string seats;
  auto all = members();
  for (size_t i = 0; i < count; ++i) seats += (i ? "," : "") + std::to_string(seat(body, all[i]));
  body.call("session.check_in", fmt::format(R"({{"session":{},"seats":[{}]}})", id, seats), office);
}
inline int64_t opened(Body& body) {
  auto id = invited(body);
  call_roll(body, id, 12);
  body.call("session.check_in", this_session(id), "hai-dong.chu-tich");
  body.call("session.check_in", this_session(id), "ninh-duong.chu-tich");
  body.call("session.open", this_session(id), chair);
  return id;
}
/// The sentence with which it is refused, after checking the status.
inline std::string refused(Body& body, int status, const std::string& operation, const std::string& request, const std::string& who) {
  auto reply = body.attempt(operation, request, who);
  CHECK_FALSE(reply.done);
  INFO(operation, " as ", who, ": ", reply.body);
  CHECK(reply.status == status);
  auto problem = boost::json::parse(reply.body);
  CHECK_FALSE(problem.at("title").at("en").as_string().empty());
  return text(problem.at("title").at("vi"));
}
inline std::vector<std::string> pointers(const Reply& reply) {
  std::vector<std::string> out;
  for (auto& f : list(boost::json::parse(reply.body).at("fields"))) out.push_back(text(f.at("pointer")));
  return out;
}

}  // namespace giaoban::session::story
