#include <doctest/doctest.h>

#include "support/body.hpp"

using namespace giaoban;

TEST_CASE("access: a password lets in, five wrong ones make the account rest, time lets it in again") {
  for (auto& body : bodies()) {
    auto seat = body->actor("chu-tich").seat;
    body->database().write([&](db::Transaction& tx) {
      access::add_account(tx, "thu", seat, "mật khẩu dài 1");
      return true;
    });
    auto sign_in = [&](const char* password) {
      return body->call("access.sign_in", std::string(R"({"name":"thu","password":")") + password + "\"}", "").at("ok").as_bool();
    };
    CHECK(sign_in("mật khẩu dài 1"));
    for (int i = 0; i < 5; ++i) CHECK_FALSE(sign_in("sai"));
    CHECK_FALSE(sign_in("mật khẩu dài 1"));
    body->clock().set(body->clock().now().plus_ms(access::lock_ms + 1000));
    CHECK(sign_in("mật khẩu dài 1"));
    auto wrong = body->attempt("access.sign_in", R"({"name":"","password":""})", "");
    CHECK(wrong.status == 422);
    CHECK(wrong.body.find("/name") != std::string::npos);
    CHECK(wrong.body.find("/password") != std::string::npos);
  }
}

TEST_CASE("access: a refused sign-in says the same of a name that is there, that is not, that rests") {
  for (auto& body : bodies()) {
    body->database().write([&](db::Transaction& tx) {
      access::add_account(tx, "thu", 1, "mật khẩu dài 1");
      return true;
    });
    auto said = [&](const char* name, const char* password) {
      return boost::json::serialize(body->call("access.sign_in", std::string(R"({"name":")") + name + R"(","password":")" + password + "\"}", ""));
    };
    auto unknown = said("khong-co", "sai");
    for (int i = 0; i < 7; ++i) CHECK(said("thu", "sai") == unknown);
    CHECK(said("thu", "mật khẩu dài 1") == unknown);  // it rests
    CHECK(said("chu-tich", "sai") == unknown);        // has no password
  }
}

TEST_CASE("access: the journal never holds a password") {
  for (auto& body : bodies()) {
    body->attempt("access.sign_in", R"({"name":"chu-tich","password":"bí mật lớn"})", "");
    body->database().read([&](db::Transaction& tx) {
      for (auto& detail : tx.query<std::string>("select detail from journal")) CHECK(detail.find("bí mật") == std::string::npos);
    });
  }
}

TEST_CASE("access: accounts are the administrator's; others hear no, and nothing about what exists") {
  for (auto& body : bodies()) {
    for (auto* who : {"chu-tich", "hai-hoa.thong-ke"}) {
      auto reply = body->attempt("access.accounts", "{}", who);
      CHECK(reply.status == 403);
    }
    CHECK(body->attempt("access.accounts", "{}", "").status == 401);
    CHECK(body->call("demo.seats", "{}", "").at("seats").as_array().size() > 20);
  }
}
