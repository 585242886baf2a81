#pragma once
// The April session, planned and held as far as a test needs it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "access/access.hpp"
#include "support/body.hpp"

namespace giaoban::conclusions::testing {

inline void set_day(Body& body, int month, int d, int hour = 9) { body.clock().set(Instant::local(Date::of(2021, month, d), hour)); }

inline int64_t plan_session(Body& body) {
  set_day(body, 4, 29);
  auto planned = body.call("session.plan", R"({"month":"2021-04","date":"2021-05-06","from":"08:00","to":"11:00","place":{"vi":"Phòng họp số 1","en":"Meeting room 1"}})", "tong-hop");
  return planned.at("session").as_int64();
}
inline std::string of(int64_t session) { return fmt::format(R"({{"session":{}}})", session); }

/// Invited, opened with all members in, and closed.
inline void hold(Body& body, int64_t session) {
  body.call("session.invite", of(session), "tong-hop");
  set_day(body, 5, 6, 8);
  std::string seats;
  body.database().read([&](db::Transaction& tx) {
    for (auto& seat : access::members(tx)) seats += (seats.empty() ? "" : ",") + std::to_string(seat.id);
  });
  body.call("session.check_in", fmt::format(R"({{"session":{},"seats":[{}]}})", session, seats), "tong-hop");
  body.call("session.open", of(session), "chu-tich");
  set_day(body, 5, 6, 11);
  body.call("session.close", of(session), "chu-tich");
}

struct Words {
  std::string section = "tasks", topic, text = "Rà soát các dự án giải ngân dưới 25% kế hoạch";
  std::string lead, due, deliverable;  // lead: a unit's code, or "wards"
  std::vector<std::string> partners = {}, figures = {};
};

inline std::string content(Body& body, const Words& w) {
  boost::json::object o{{"section", w.section}, {"text", boost::json::object{{"vi", w.text}, {"en", ""}}}};
  if (!w.topic.empty()) o["topic"] = boost::json::object{{"vi", w.topic}, {"en", ""}};
  if (w.lead == "wards") o["led_by_wards"] = true;
  else if (!w.lead.empty()) o["lead"] = body.unit(w.lead);
  if (!w.due.empty()) o["due"] = w.due;
  if (!w.deliverable.empty()) o["deliverable"] = boost::json::object{{"vi", w.deliverable}, {"en", ""}};
  boost::json::array partners, figures;
  for (auto& code : w.partners) partners.push_back(body.unit(code));
  for (auto& code : w.figures) figures.push_back(boost::json::string(code));
  o["partners"] = partners;
  o["figures"] = figures;
  return boost::json::serialize(o);
}
inline std::string take_down(Body& body, int64_t session, const Words& w) {
  return fmt::format(R"({{"session":{},"clause":{}}})", session, content(body, w));
}
inline std::string revise(Body& body, int64_t id, int64_t version, const Words& w) {
  return fmt::format(R"({{"id":{},"version":{},"clause":{}}})", id, version, content(body, w));
}
inline boost::json::value read(Body& body, const char* operation, const std::string& request, const std::string& who) {
  auto& engine = body.engine();
  auto reply = engine.read(*engine.catalogue().find(operation), boost::json::parse(request), body.actor(who));
  REQUIRE_MESSAGE(reply.done, reply.body);
  return boost::json::parse(reply.body);
}
inline boost::json::value show(Body& body, int64_t session, const std::string& who = "tong-hop") { return read(body, "conclusions.show", of(session), who); }
inline std::string text_of(const boost::json::value& v, const char* key) { return std::string(v.at(key).as_string()); }
/// "I.1 II.1.a II.1.b": the marks in their order.
inline std::string marks(const boost::json::value& view) {
  std::string out;
  for (auto& clause : view.at("clauses").as_array()) out += (out.empty() ? "" : " ") + text_of(clause, "mark");
  return out;
}

}  // namespace giaoban::conclusions::testing
