#pragma once
// A task to work on, without the session that it would come from.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "directives/directives.hpp"
#include "support/body.hpp"

namespace giaoban::directives::testing {

inline Date day(int month, int d) { return Date::of(2021, month, d); }
inline void set_day(Body& body, int month, int d, int hour = 9) { body.clock().set(Instant::local(day(month, d), hour)); }

struct Task {
  std::string lead;
  std::optional<Date> due;
  std::vector<std::string> partners = {};
  bool with_wards = false;
  Month month = Month::of(2021, 4);
};

inline int64_t open_task(Body& body, const Task& task) {
  static int64_t clause = 1000;
  Opening o;
  o.source = {.session = task.month.index, .month = task.month, .session_title = {"Phiên họp", "Session"}, .clause = ++clause, .mark = "II.5.a",
              .notice_number = "96/TB-VP", .notice_date = day(5, 11), .text = {"Rà soát các dự án giải ngân dưới 25%", "Go through the projects under 25%"}};
  o.lead = body.unit(task.lead);
  for (auto& code : task.partners) o.partners.push_back(body.unit(code));
  o.with_wards = task.with_wards;
  o.due = task.due;
  o.deliverable = {"Tờ trình", "Submission"};
  int64_t id = 0;
  auto actor = body.actor("chanh-van-phong");
  body.database().write([&](db::Transaction& tx) {
    Context context(tx, actor, body.engine().rights(), body.clock().now(), 1, true);
    id = open(context, o);
    return true;
  });
  return id;
}

/// A file that a unit has sent.
inline int64_t send_file(Body& body, const std::string& who, const std::string& name = "Tờ trình.pdf") {
  auto answer = body.call("files.keep", fmt::format(R"({{"name":"{}","size":10,"hash":"{}"}})", name, std::string(64, 'a')), who);
  return answer.at("id").as_int64();
}

inline std::string by_id(int64_t id) { return fmt::format(R"({{"id":{}}})", id); }
inline std::string text_of(const boost::json::value& v, const char* key) { return std::string(v.at(key).as_string()); }
/// "in_progress/due_soon": where a task stands, as one seat sees it.
inline std::string standing(Body& body, int64_t id, const std::string& who = "tong-hop") {
  boost::json::value answer;
  auto& engine = body.engine();
  auto* show = engine.catalogue().find("directives.show");
  auto reply = engine.read(*show, boost::json::parse(by_id(id)), body.actor(who));
  REQUIRE_MESSAGE(reply.done, reply.body);
  auto row = boost::json::parse(reply.body).at("row");
  return text_of(row, "progress") + "/" + text_of(row, "timing");
}
inline int status(Body& body, const std::string& operation, const std::string& request, const std::string& who) {
  return body.attempt(operation, request, who).status;
}

}  // namespace giaoban::directives::testing
