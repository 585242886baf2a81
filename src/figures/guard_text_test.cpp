#include "figures/room_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {
std::string asked(const std::string& text, const std::string& more = "") {
  return R"({"month":"2021-04","text":")" + text + "\"" + more + "}";
}
}  // namespace

TEST_CASE("figures guard: a typed number is held against the body's figures, or a unit's own") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 5, 5));
    auto right = body->call("figures.guard", asked("Kim ngạch xuất nhập khẩu tháng 4 đạt 386,4 triệu USD."), "tong-hop");
    CHECK(right.at("findings").as_array().empty());
    CHECK(right.at("checked").as_int64() == 1);
    auto wrong = body->call("figures.guard", asked("Kim ngạch xuất nhập khẩu tháng 4 đạt 368,4 triệu USD."), "tong-hop");
    REQUIRE(wrong.at("findings").as_array().size() == 1);
    auto& f = wrong.at("findings").as_array()[0];
    CHECK(text_at(f.at("why")) == "differs");
    CHECK(text_at(f.at("suggestion").at("vi")) == "Viết “386,4 triệu USD”.");
    // a ward's number is its own, by its name or by the unit asked for
    auto ward = "Tổng mức bán lẻ hàng hóa tháng 4 của phường Hải Hòa đạt 85,3 tỷ đồng.";
    auto named = body->call("figures.guard", asked(ward), "tong-hop");
    REQUIRE(named.at("findings").as_array().size() == 1);
    CHECK(text_at(named.at("findings").as_array()[0].at("data").at("vi")) == "85,2 tỷ đồng");
    auto own = body->call("figures.guard", asked("Tổng mức bán lẻ hàng hóa tháng 4 đạt 85,2 tỷ đồng.", R"(,"unit":"hai-hoa")"), "tong-hop");
    CHECK(own.at("findings").as_array().empty());
    CHECK(own.at("checked").as_int64() == 1);
    // who may not see a ward's figures is not told them
    CHECK(body->call("figures.guard", asked(ward), "tra-co.thong-ke").at("findings").as_array().empty());
    CHECK(body->attempt("figures.guard", asked("x", R"(,"unit":"hai-hoa")"), "tra-co.thong-ke").status == 403);
    CHECK(body->attempt("figures.guard", asked(std::string(5000, 'x')), "tong-hop").status == 422);
  }
}
