#include "figures/room_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;

TEST_CASE("figures across: an indicator over the units, with shares that make the whole and places among them") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 5, 5));
    auto ask = [&](const std::string& more, const std::string& account) {
      return body->call("figures.across", R"({"indicator":"retail_sales","month":"2021-04")" + more + "}", account);
    };
    auto shares = ask("", "chu-tich");
    auto& units = shares.at("units").as_array();
    REQUIRE(units.size() == 16);
    CHECK(text_at(shares.at("measure")) == "share");
    int64_t tenths = 0, sum = 0, first = 0;
    auto number = [](const boost::json::value& of) { return Decimal::parse(text_at(of.at("shown")))->units; };
    for (auto& u : units) {
      tenths += number(u.at("measured"));
      sum += number(u.at("value"));
      if (u.at("place").as_int64() == 1) ++first;
    }
    CHECK(std::abs(tenths - 1000) <= 8);  // each rounded by itself
    CHECK(sum == number(shares.at("value")));
    CHECK(first == 1);
    for (auto& u : units)
      for (auto& other : units)
        if (number(u.at("value")) > number(other.at("value"))) CHECK(u.at("place").as_int64() < other.at("place").as_int64());
    CHECK(shares.at("hidden").as_int64() == 0);

    auto changes = ask(R"(,"measure":"year_on_year")", "chu-tich");
    CHECK(text_at(changes.at("units").at(0).at("measured").at("measure")) == "year_on_year");
    auto ward = ask("", "tra-co.thong-ke");
    REQUIRE(ward.at("units").as_array().size() == 1);
    CHECK(text_at(ward.at("units").at(0).at("unit").at("code")) == "tra-co");
    CHECK(ward.at("hidden").as_int64() == 15);
    CHECK(ask(R"(,"published":false)", "chu-tich").at("units").as_array().size() == 16);
    CHECK(body->attempt("figures.across", R"({"indicator":"none","month":"2021-04"})", "chu-tich").status == 404);
    CHECK(body->attempt("figures.across", R"({"indicator":"retail_sales","month":"2021-04","measure":"per_head"})", "chu-tich").status == 422);
    // what is not reported by wards has none of them
    CHECK(body->call("figures.across", R"({"indicator":"import_export","month":"2021-04"})", "chu-tich").at("units").as_array().empty());
  }
}

TEST_CASE("figures across: tiles stand where they were placed") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 5, 5));
    const std::string place = R"({"tiles":[{"unit":"tra-co","tile":{"column":6,"row":3}}]})";
    CHECK(body->attempt("figures.place_tiles", place, "chu-tich").status == 403);
    body->call("figures.place_tiles", R"({"tiles":[{"unit":"tra-co","tile":{"column":1,"row":1}}]})", "tong-hop");
    body->call("figures.place_tiles", place, "tong-hop");
    auto view = body->call("figures.across", R"({"indicator":"retail_sales","month":"2021-04"})", "tong-hop");
    for (auto& u : view.at("units").as_array()) {
      if (text_at(u.at("unit").at("code")) == "tra-co") CHECK(u.at("tile").at("column").as_int64() == 6);
      else CHECK((!u.as_object().contains("tile") || u.at("tile").is_null()));
    }
    CHECK(view.at("may_place").as_bool());
    auto refused = body->attempt("figures.place_tiles", R"({"tiles":[{"unit":"none","tile":{"column":0,"row":60}}]})", "tong-hop");
    CHECK(refused.status == 422);
    CHECK(boost::json::parse(refused.body).at("fields").as_array().size() == 2);
  }
}
