#include "access/door.hpp"

#include <doctest/doctest.h>

#include "access/ahead.hpp"
#include "support/body.hpp"

using namespace giaoban;
using access::Door;

TEST_CASE("door: an address rests after many wrong passwords, others do not, and time lets it in again") {
  Door door;
  Instant now{1'000'000'000};
  for (size_t i = 0; i < Door::wrong_max; ++i) {
    CHECK_FALSE(door.rests("10.0.0.1", now));
    door.wrong("10.0.0.1", now);
  }
  CHECK(door.rests("10.0.0.1", now));
  CHECK_FALSE(door.rests("10.0.0.2", now));
  CHECK(door.rests("10.0.0.1", now.plus_ms(Door::within_ms - 1)));
  CHECK_FALSE(door.rests("10.0.0.1", now.plus_ms(Door::within_ms)));
}

TEST_CASE("door: an IPv6 subscriber is one, whichever of its addresses it takes") {
  Door door;
  Instant now{1'000'000'000};
  for (size_t i = 0; i < Door::wrong_max; ++i) door.wrong("2001:db8:1:2::" + std::to_string(i), now);
  CHECK(door.rests("2001:db8:1:2:ffff::1", now));
  CHECK_FALSE(door.rests("2001:db8:1:3::1", now));
}

TEST_CASE("door: addresses without end are not remembered without end; the newest are") {
  Door door;
  Instant now{1'000'000'000};
  for (size_t i = 0; i < Door::wrong_max; ++i) door.wrong("guesser", now.plus_ms(1'000'000));
  for (size_t i = 0; i < Door::addresses_max + 10; ++i) door.wrong("10.0." + std::to_string(i), now);
  CHECK(door.rests("guesser", now.plus_ms(1'000'000)));
}

TEST_CASE("ahead: what was reckoned before the turn holds on its thread, and only while the store says the same") {
  for (auto& body : bodies()) {
    auto set = [&](const char* password) {
      body->database().write([&](db::Transaction& tx) {
        auto account = tx.one_value<int64_t>("select id from account where name = 'thu'");
        if (account) access::set_password(tx, *account, password);
        else access::add_account(tx, "thu", 1, password);
        return true;
      });
    };
    set("mật khẩu dài 1");
    Door door;
    boost::json::object request{{"name", "thu"}, {"password", "mật khẩu dài 1"}};
    auto lets_in = [&] { return boost::json::parse(body->engine().call("access.sign_in", request, {}).body).at("ok").as_bool(); };
    {
      access::Ahead ahead(body->database(), door, request, 0, {"10.0.0.1", {}, {}}, body->clock().now());
      REQUIRE_FALSE(ahead.refusal());
      REQUIRE(access::Ahead::found());
      CHECK(access::Ahead::found()->fits);
      CHECK(lets_in());
      set("mật khẩu dài 2");
      CHECK_FALSE(lets_in());
    }
    CHECK_FALSE(access::Ahead::found());
    for (size_t i = 0; i < Door::wrong_max; ++i) access::Ahead(body->database(), door, request, 0, {"10.0.0.1", {}, {}}, body->clock().now());
    access::Ahead refused(body->database(), door, request, 0, {"10.0.0.1", {}, {}}, body->clock().now());
    REQUIRE(refused.refusal());
    CHECK(refused.refusal()->kind == Problem::Kind::too_many);
    CHECK_FALSE(access::Ahead(body->database(), door, request, 0, {"10.0.0.2", {}, {}}, body->clock().now()).refusal());
  }
}
