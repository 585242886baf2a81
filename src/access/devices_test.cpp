#include "access/devices.hpp"

#include <doctest/doctest.h>

#include "access/ahead.hpp"
#include "support/body.hpp"

using namespace giaoban;

namespace {

constexpr const char* right = "mật khẩu dài 1";

/// Sign-ins over time, from devices that keep the cookie they are given.
struct Desk {
  Body& body;
  access::Door& door;
  std::string address;
  std::string cookie;
  int status = 200;
  bool sign_in(const char* password, const char* name = "thu") {
    boost::json::object request{{"name", name}, {"password", password}};
    access::Ahead ahead(body.database(), door, request, 0, {address, {}, cookie}, body.clock().now());
    status = ahead.refusal() ? 429 : 200;
    if (ahead.refusal()) return false;
    auto reply = body.engine().call("access.sign_in", request, {});
    if (reply.device_token) cookie = *reply.device_token;
    return boost::json::parse(reply.body).at("ok").as_bool();
  }
};

void add_account(Body& body, const char* name) {
  body.database().write([&](db::Transaction& tx) {
    access::add_account(tx, name, 1, right);
    return true;
  });
}

}  // namespace

TEST_CASE("access devices: who knows a name keeps its owner out nowhere that he has signed in before") {
  for (auto& body : bodies()) {
    add_account(*body, "thu");
    add_account(*body, "khac");
    access::Door door;
    Desk own{*body, door, "10.0.0.1", {}}, stranger{*body, door, "10.0.0.9", {}}, elsewhere{*body, door, "10.0.0.2", {}};
    REQUIRE(own.sign_in(right));
    REQUIRE(own.cookie.size() == 64);
    for (int i = 0; i < access::failures_max; ++i) CHECK_FALSE(stranger.sign_in("sai"));
    CHECK(stranger.cookie.empty());
    CHECK_FALSE(elsewhere.sign_in(right));  // for strangers it rests
    auto before = own.cookie;
    CHECK(own.sign_in(right));
    CHECK(own.cookie != before);
    CHECK_FALSE(Desk{*body, door, "10.0.0.3", before}.sign_in(right));  // each is good once
    // His own device counts for itself, and makes nobody else rest.
    for (int i = 0; i < access::failures_max; ++i) CHECK_FALSE(own.sign_in("sai"));
    CHECK_FALSE(own.sign_in(right));
    body->clock().set(body->clock().now().plus_ms(access::lock_ms + 1000));
    CHECK(elsewhere.sign_in(right));
    CHECK(own.sign_in(right));
    // It is the account's, not the browser's: with another's name it is a stranger's.
    for (int i = 0; i < access::failures_max; ++i) CHECK_FALSE(own.sign_in("sai", "khac"));
    CHECK_FALSE(Desk{*body, door, "10.0.0.4", {}}.sign_in(right, "khac"));
    CHECK(own.sign_in(right));
    body->clock().set(body->clock().now().plus_ms(access::device_ms + 1000));
    for (int i = 0; i < access::failures_max; ++i) CHECK_FALSE(stranger.sign_in("sai"));
    CHECK_FALSE(own.sign_in(right));  // not known any more after a year away
  }
}

TEST_CASE("access devices: an address that guesses keeps nobody out who signs in from a device that is known") {
  for (auto& body : bodies()) {
    add_account(*body, "thu");
    access::Door door;
    Desk own{*body, door, "10.0.0.1", {}}, neighbour{*body, door, "10.0.0.1", {}};
    REQUIRE(own.sign_in(right));
    for (size_t i = 0; i < access::Door::wrong_max; ++i) door.wrong("10.0.0.1", body->clock().now());
    CHECK_FALSE(neighbour.sign_in(right));
    CHECK(neighbour.status == 429);
    CHECK(own.sign_in(right));
  }
}

TEST_CASE("access devices: the store keeps no token, and of one account no more devices than it should") {
  for (auto& body : bodies()) {
    add_account(*body, "thu");
    body->database().write([&](db::Transaction& tx) {
      auto account = *tx.one_value<int64_t>("select id from account where name = 'thu'");
      Instant now = body->clock().now();
      auto first = access::remember_device(tx, {}, account, now);
      for (int i = 0; i < access::devices_max; ++i) access::remember_device(tx, {}, account, now.plus_ms(i + 1));
      auto kept = tx.query<std::string>("select token_hash from access_device");
      CHECK(kept.size() == access::devices_max);
      for (auto& hash : kept) CHECK(hash != first);
      return true;
    });
  }
}
