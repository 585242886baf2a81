#include "figures/room_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {
const boost::json::value& step(const boost::json::value& month, const std::string& place) {
  for (auto& s : month.at("steps").as_array())
    if (text_at(s.at("place")) == place) return s;
  throw std::logic_error(place);
}
const std::string april = R"({"month":"2021-04"})";
}  // namespace

TEST_CASE("home month: where the month stands, who is missing, what is next") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 5, 4));
    auto m = body->call("home.month", april, "tong-hop");
    CHECK(text_at(step(m, "figures").at("headline").at("vi")) == "14/16 đơn vị");
    CHECK(text_at(step(m, "figures").at("state")) == "now");
    CHECK(text_at(step(m, "figures").at("mark")) == "soon");
    CHECK(text_at(step(m, "figures").at("detail").at("vi")) == "Thiếu xã Hải Sơn, xã Vĩnh Thực");
    CHECK(text_at(step(m, "report").at("state")) == "ahead");
    CHECK(text_at(m.at("lead").at("vi")).find("ước tính của Văn phòng") != std::string::npos);
    CHECK(m.at("facts").at("facts").as_array().size() == 10);
    CHECK(m.at("indicators").as_int64() == 16);
    CHECK(text_at(m.at("featured")) == "budget_revenue");
    CHECK(m.at("communes").as_array().size() == 16);
    CHECK(text_at(m.at("next").at(0).at("text").at("vi")) == "Nhắc xã Hải Sơn, xã Vĩnh Thực gửi số liệu");
    CHECK(m.at("session").is_null());
    auto line = body->call("home.line", april, "chu-tich");
    CHECK(line.at("steps") == m.at("steps"));
  }
}

TEST_CASE("home month: a ward is told of its own form and of nobody else's") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 5, 4));
    auto m = body->call("home.month", april, "hai-son.thong-ke");
    CHECK(m.at("communes").as_array().size() == 1);
    CHECK(text_at(step(m, "figures").at("detail").at("vi")) == "2 đơn vị chưa gửi");
    CHECK(text_at(m.at("next").at(0).at("text").at("vi")) == "Gửi biểu số liệu, đã nhập 0/11 ô");
    for (auto& fact : m.at("facts").at("facts").as_array())
      for (auto& unit : fact.at("missing").as_array()) CHECK(text_at(unit.at("code")) == "hai-son");
    CHECK(body->attempt("home.month", april, "").status == 401);
  }
}
