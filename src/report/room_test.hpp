#pragma once
// A body with the demo city's figures as known on 4 May 2021 and the report of April drafted on them. For tests.
#include "figures/room_test.hpp"
#include "report/report.hpp"

namespace giaoban::report {

using figures::text_at;
inline constexpr const char* april = R"({"month":"2021-04"})";
inline constexpr const char* synthesis = "tong-hop";
inline constexpr const char* head = "chanh-van-phong";

inline boost::json::value drafted_body(Body& body) {
  figures::load_demo(body, Date::of(2021, 5, 4));
  return body.call("report.draft", april, synthesis);
}

/// A ward's figure of April is revised on 5 May.
inline void revise(Body& body) {
  body.clock().set(Instant::local(Date::of(2021, 5, 5), 18));
  body.call("figures.import", R"({"lines":[{"indicator":"retail_sales","unit":"hai-hoa","month":"2021-04","value":"99.9","state":"revised","known":"2021-05-05"}],"forms":"submitted"})", synthesis);
}

inline std::string plain(const boost::json::value& runs) {
  std::string out;
  for (auto& run : runs.as_array()) out += text_at(run.at("text"));
  return out;
}

/// Every paragraph of a section ("results"), in order.
inline std::vector<boost::json::value> of_section(const boost::json::value& view, std::string_view section) {
  std::vector<boost::json::value> out;
  for (auto& s : view.at("sections").as_array()) {
    if (s.at("section").as_string() != section) continue;
    for (auto& group : s.at("groups").as_array())
      for (auto& p : group.at("paragraphs").as_array()) out.push_back(p);
  }
  return out;
}

inline boost::json::value of_indicator(const boost::json::value& view, std::string_view code, std::string_view section = "results") {
  for (auto& p : of_section(view, section))
    if (auto* s = p.at("indicator").if_string(); s && *s == code) return p;
  FAIL("no paragraph of " << std::string(code));
  return {};
}

struct Field {
  Field(const char* key, boost::json::value value) : key(key), value(std::move(value)) {}
  Field(const char* key, const std::string& text) : key(key), value(boost::json::string_view(text)) {}
  Field(const char* key, const char* text) : key(key), value(text) {}
  Field(const char* key, int64_t n) : key(key), value(n) {}
  const char* key;
  boost::json::value value;
};
inline std::string request(std::initializer_list<Field> fields) {
  boost::json::object o{{"month", "2021-04"}};
  for (auto& field : fields) o[field.key] = field.value;
  return boost::json::serialize(o);
}

inline std::string replaced(std::string text, const std::string& what, const std::string& with) {
  auto at = text.find(what);
  REQUIRE_MESSAGE(at != std::string::npos, what << " in " << text);
  return text.replace(at, what.size(), with);
}

inline int64_t count_of(const boost::json::value& view, const char* name) { return view.at("counts").at(name).as_int64(); }

}  // namespace giaoban::report
