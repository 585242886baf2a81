#include <doctest/doctest.h>
#include <fmt/format.h>

#include "access/me.hpp"
#include "support/body.hpp"

using namespace giaoban;

namespace {

bool lets_in(Body& body, const std::string& name, const std::string& password) {
  return body.call("access.sign_in", fmt::format(R"({{"name":"{}","password":"{}"}})", name, password), "").at("ok").as_bool();
}
boost::json::object account(const boost::json::value& accounts, const std::string& name) {
  for (auto& a : accounts.at("accounts").as_array())
    if (a.at("name").as_string() == name) return a.as_object();
  FAIL("no account " << name);
  return {};
}

}  // namespace

TEST_CASE("access: the administrator makes a seat and an account for it; every field at fault is named") {
  for (auto& body : bodies()) {
    auto unit = body->unit("office");
    auto seat = body->call("access.create_seat", fmt::format(R"({{"office":"office_clerk","unit":{},"title":{{"vi":"Chuyên viên","en":"Clerk"}},"member":false}})", unit), "quan-tri");
    auto id = seat.at("id").as_int64();
    auto request = fmt::format(R"({{"name":"moi","seat":{},"password":"mật khẩu dài 1"}})", id);
    CHECK(account(body->call("access.create_account", request, "quan-tri"), "moi").at("seat").at("id").as_int64() == id);
    CHECK(lets_in(*body, "moi", "mật khẩu dài 1"));
    auto wrong = body->attempt("access.create_account", R"({"name":"moi","seat":99999,"password":"ngắn"})", "quan-tri");
    CHECK(wrong.status == 422);
    for (auto* field : {"/name", "/seat", "/password"}) CHECK(wrong.body.find(field) != std::string::npos);
    auto no_seat = body->attempt("access.create_seat", R"({"office":"office_clerk","unit":99999,"title":{"vi":"","en":""},"member":false})", "quan-tri");
    CHECK(no_seat.body.find("/unit") != std::string::npos);
    CHECK(no_seat.body.find("/title/vi") != std::string::npos);
    body->database().read([&](db::Transaction& tx) {
      for (auto& detail : tx.query<std::string>("select detail from journal")) CHECK(detail.find("mật khẩu") == std::string::npos);
    });
  }
}

TEST_CASE("access: an account that is disabled, moved or given another password is signed out at once") {
  for (auto& body : bodies()) {
    auto seat = body->actor("tong-hop").seat;
    auto made = account(body->call("access.create_account", fmt::format(R"({{"name":"moi","seat":{},"password":"mật khẩu dài 1"}})", seat), "quan-tri"), "moi");
    auto which = fmt::format(R"({{"account":{}}})", made.at("id").as_int64());
    auto& sessions = body->memory().sessions;
    auto signed_in = [&](const char* password) {
      CHECK(lets_in(*body, "moi", password));
      CHECK(sessions.count() == 1);
    };
    signed_in("mật khẩu dài 1");
    body->call("access.set_password", fmt::format(R"({{"account":{},"password":"mật khẩu dài 2"}})", made.at("id").as_int64()), "quan-tri");
    CHECK(sessions.count() == 0);
    CHECK_FALSE(lets_in(*body, "moi", "mật khẩu dài 1"));
    signed_in("mật khẩu dài 2");
    body->call("access.move", fmt::format(R"({{"account":{},"seat":{}}})", made.at("id").as_int64(), body->actor("bien-tap").seat), "quan-tri");
    CHECK(sessions.count() == 0);
    CHECK(body->actor("moi").office == Office::editor);
    signed_in("mật khẩu dài 2");
    body->call("access.disable", which, "quan-tri");
    CHECK(sessions.count() == 0);
    CHECK_FALSE(lets_in(*body, "moi", "mật khẩu dài 2"));
    body->call("access.unlock", which, "quan-tri");
    CHECK(lets_in(*body, "moi", "mật khẩu dài 2"));
    CHECK(body->attempt("access.disable", fmt::format(R"({{"account":{}}})", body->actor("quan-tri").account), "quan-tri").status == 409);
    for (auto* operation : {"access.disable", "access.unlock"}) CHECK(body->attempt(operation, R"({"account":99999})", "quan-tri").status == 404);
  }
}

TEST_CASE("access: one's own password is changed by who knows the old one; signing out ends it") {
  for (auto& body : bodies()) {
    auto seat = body->actor("tong-hop").seat;
    body->call("access.create_account", fmt::format(R"({{"name":"moi","seat":{},"password":"mật khẩu dài 1"}})", seat), "quan-tri");
    auto wrong = body->attempt("access.change_password", R"({"current":"sai","wanted":"ngắn"})", "moi");
    CHECK(wrong.status == 422);
    for (auto* field : {"/current", "/wanted"}) CHECK(wrong.body.find(field) != std::string::npos);
    CHECK(lets_in(*body, "moi", "mật khẩu dài 1"));
    CHECK(lets_in(*body, "moi", "mật khẩu dài 1"));
    CHECK(body->memory().sessions.count() == 2);
    body->call("access.change_password", R"({"current":"mật khẩu dài 1","wanted":"mật khẩu dài 2"})", "moi");
    CHECK(body->memory().sessions.count() == 0);  // changed from outside any of them: all are out
    body->database().read([&](db::Transaction& tx) { CHECK(tx.one_value<int64_t>("select count(*) from access_session") == 0); });
    CHECK_FALSE(lets_in(*body, "moi", "mật khẩu dài 1"));
    CHECK(lets_in(*body, "moi", "mật khẩu dài 2"));
    CHECK(body->call("access.me", "{}", "moi").at("signed_in").as_bool());
    body->call("access.sign_out", "{}", "moi");
    CHECK(body->memory().sessions.count() == 0);
  }
}

TEST_CASE("access: the demo's doors open with one click, and only seats that are there") {
  for (auto& body : bodies()) {
    auto seat = body->actor("chu-tich").seat;
    auto me = body->call("demo.enter", fmt::format(R"({{"seat":{}}})", seat), "");
    CHECK(me.at("signed_in").as_bool());
    CHECK(me.at("csrf_token").as_string().size() == 64);
    CHECK(body->attempt("demo.enter", R"({"seat":99999})", "").status == 404);
  }
}

TEST_CASE("access: an account is signed in with so many browsers at most; the oldest sign-in ends, in memory and store alike") {
  for (auto& body : bodies()) {
    auto request = fmt::format(R"({{"seat":{}}})", body->actor("chu-tich").seat);
    auto account = body->actor("chu-tich").account;
    for (int64_t i = 0; i < access::sessions_max + 5; ++i) {
      body->clock().set(body->clock().now().plus_ms(1000));
      body->call("demo.enter", request, "");
    }
    CHECK(body->memory().sessions.count() == static_cast<size_t>(access::sessions_max));
    access::Sessions again;
    body->database().read([&](db::Transaction& tx) {
      CHECK(tx.one_value<int64_t>("select count(*) from access_session where account = ?", account) == access::sessions_max);
      again.load(tx);
    });
    CHECK(again.csrf_of(account) == body->memory().sessions.csrf_of(account));
  }
}
