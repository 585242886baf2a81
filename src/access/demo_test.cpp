#include "access/demo.hpp"

#include <doctest/doctest.h>

#include "base/json.hpp"
#include "support/body.hpp"

using namespace giaoban;

TEST_CASE("access: a demo's clock goes forward, and whoever is signed in stays signed in") {
  for (auto& body : bodies()) {
    auto seat = body->actor("chu-tich").seat;
    auto entered = body->attempt("demo.enter", "{\"seat\":" + std::to_string(seat) + "}", "");
    REQUIRE(entered.done);
    auto token = entered.session_token.value();
    auto moved = body->attempt("demo.advance_clock", R"({"to":"2021-05-06T01:00:00.000Z"})", "");
    REQUIRE(moved.done);
    CHECK(moved.tables.contains("day"));
    CHECK(moved.tables.contains("minute"));
    CHECK(body->clock().now().local_date() == Date::of(2021, 5, 6));
    CHECK(body->memory().sessions.find(token, body->clock().now()).has_value());

    CHECK(body->attempt("demo.advance_clock", R"({"to":"2021-05-05T01:00:00.000Z"})", "").status == 422);
    CHECK(body->attempt("demo.advance_clock", R"({"to":"2031-05-05T01:00:00.000Z"})", "").status == 422);
    body->database().read([](db::Transaction& tx) { CHECK(access::demo_clock(tx) == Instant::parse("2021-05-06T01:00:00.000Z")); });
  }
}
