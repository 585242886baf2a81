#pragma once
// The April session held, its conclusions issued, its story written: what the public's pages are made from.
#include "press/press.hpp"
#include "report/room_test.hpp"
#include "units/units.hpp"

namespace giaoban::press {

using report::april;
using report::text_at;
inline constexpr const char* editor = "bien-tap";

inline void set_day(Body& body, int month, int day, int hour) { body.clock().set(Instant::local(Date::of(2021, month, day), hour)); }

inline std::string of(int64_t session) { return fmt::format(R"({{"session":{}}})", session); }

struct Held {
  int64_t session = 0;
};

/// `secret` is planted wherever the public must not look.
inline Held hold(Body& body, const std::string& secret = "nội bộ") {
  report::drafted_body(body);
  body.call("report.comment", report::request({{"text", "Ý kiến " + secret}}), "tax.truong");
  Held h;
  auto planned = body.call("session.plan",
                           R"({"month":"2021-04","date":"2021-05-06","from":"08:00","to":"11:00","place":{"vi":"Phòng họp số 1","en":"Meeting room 1"},"requirements":{"vi":")" + secret + R"(","en":""}})",
                           "tong-hop");
  h.session = planned.at("session").as_int64();
  body.call("session.add_item", fmt::format(R"({{"session":{},"title":{{"vi":"Việc {}","en":""}},"minutes":10,"kind":"discussion","note":{{"vi":"{}","en":""}}}})", h.session, secret, secret), "tong-hop");
  body.call("session.invite", of(h.session), "tong-hop");
  set_day(body, 5, 6, 8);
  std::string seats;
  body.database().read([&](db::Transaction& tx) {
    for (auto& seat : access::members(tx)) seats += (seats.empty() ? "" : ",") + std::to_string(seat.id);
  });
  body.call("session.check_in", fmt::format(R"({{"session":{},"seats":[{}]}})", h.session, seats), "tong-hop");
  body.call("session.open", of(h.session), "chu-tich");
  set_day(body, 5, 6, 11);
  body.call("session.close", of(h.session), "chu-tich");
  return h;
}

inline boost::json::value take_down(Body& body, const Held& h, const std::string& text, const std::string& lead, const std::string& due, const std::string& section = "tasks") {
  boost::json::object clause{{"section", section}, {"text", boost::json::object{{"vi", text}, {"en", ""}}}};
  if (lead == "wards") clause["led_by_wards"] = true;
  else if (!lead.empty()) clause["lead"] = body.unit(lead);
  if (!due.empty()) clause["due"] = due;
  if (!lead.empty()) clause["deliverable"] = boost::json::object{{"vi", "Báo cáo"}, {"en", "Report"}};
  return body.call("conclusions.take_down", boost::json::serialize(boost::json::object{{"session", h.session}, {"clause", clause}}), "tong-hop");
}

inline void issue(Body& body, const Held& h, const std::string& secret = "nội bộ") {
  take_down(body, h, "Thống nhất báo cáo.", "", "", "assessment");
  take_down(body, h, "Thu hồi nợ đọng thuế <b>40%</b>.", "tax", "2021-05-31");
  take_down(body, h, "Rà soát dự án giải ngân dưới 25% kế hoạch.", "project-board", "2021-05-20");
  take_down(body, h, "Xây dựng phương án trang trí điểm bầu cử.", "wards", "2021-05-13");
  auto gone = take_down(body, h, "Không công bố: " + secret, "tax", "2021-05-31");
  body.call("conclusions.remove", fmt::format(R"({{"id":{},"version":1}})", gone.at("id").as_int64()), "tong-hop");
  set_day(body, 5, 10, 9);
  body.call("conclusions.issue", of(h.session), "chanh-van-phong");
}

inline std::string story(const std::string& title = "Tháng 5 tập trung vào đầu tư công", const std::string& body_vi = "Đoạn một.\n\nĐoạn <script>hai</script>.") {
  auto text = [](const std::string& vi, const std::string& en) { return boost::json::object{{"vi", vi}, {"en", en}}; };
  return boost::json::serialize(boost::json::object{
      {"month", "2021-04"},
      {"story", boost::json::object{{"title", text(title, "")}, {"lead", text("Phiên họp <b>giao việc</b>.", "The session & its tasks.")}, {"body", text(body_vi, "")},
                                    {"figures", boost::json::array{"import_export", "budget_revenue"}}, {"picture", nullptr}, {"picture_text", text("", "")}}}});
}

/// Anybody's look at a public address; empty when there is nothing.
inline std::string look(Body& body, const std::string& path) {
  auto reply = body.attempt("press.page", boost::json::serialize(boost::json::object{{"path", path}}), "");
  return reply.done ? reply.body : "";
}

}  // namespace giaoban::press
