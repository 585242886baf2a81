#include "figures/room_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;

TEST_CASE("figures grid: every unit's figures for the Office, its own for a ward") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 20));
    body->call("figures.enter", hai_hoa_cells({"visitors"}), "hai-hoa.thong-ke");
    auto grid = body->call("figures.grid", R"({"month":"2021-04"})", "tong-hop");
    auto& units = grid.at("units").as_array();
    CHECK(units.size() == 19);
    auto place = [&](const char* code) {
      auto& all = grid.at("indicators").as_array();
      for (size_t i = 0; i < all.size(); ++i)
        if (all[i].at("code").as_string() == code) return i;
      FAIL(code);
      return size_t{0};
    };
    bool found = false;
    for (auto& u : units) {
      CHECK(u.at("cells").as_array().size() == grid.at("indicators").as_array().size());
      if (u.at("unit").at("code").as_string() != "hai-hoa") continue;
      found = true;
      auto& retail = u.at("cells").at(place("retail_sales"));
      CHECK(text_at(retail.at("value")) == "85.2");
      CHECK(text_at(retail.at("last_month")) == "84.6");
      CHECK(text_at(retail.at("month_on_month").at("shown")) == "0.7");
      CHECK(u.at("cells").at(place("visitors")).at("value").is_null());
      CHECK(u.at("cells").at(place("import_export")).is_null());  // the border gate's
    }
    CHECK(found);
    auto own = body->call("figures.grid", R"({"month":"2021-04"})", "hai-hoa.thong-ke");
    REQUIRE(own.at("units").as_array().size() == 1);
    CHECK(own.at("units").at(0).at("may_enter").as_bool());
  }
}
