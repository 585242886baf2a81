#include <doctest/doctest.h>

#include "support/body.hpp"

using namespace giaoban;

TEST_CASE("access.history: who did what, latest first, by room and by subject; for who may see the journal") {
  for (auto& body : bodies()) {
    auto planned = body->call("session.plan", R"({"month":"2021-04","date":"2021-05-06","from":"08:00","to":"11:00","place":{"vi":"P1","en":"R1"}})", "tong-hop");
    auto subject = "session/" + std::to_string(planned.at("session").as_int64());
    body->call("session.invite", R"({"session":)" + std::to_string(planned.at("session").as_int64()) + "}", "chanh-van-phong");
    auto seen = body->call("access.history", "{}", "chat-luong");
    auto& entries = seen.at("entries").as_array();
    REQUIRE(entries.size() >= 2);
    CHECK(entries.at(0).at("operation").as_string() == "session.invite");
    CHECK(entries.at(0).at("account").as_string() == "chanh-van-phong");
    CHECK(entries.at(0).at("subject").as_string() == subject);
    CHECK(entries.at(0).at("what").at("vi").as_string() == "Cấp số và gửi giấy mời");
    CHECK(entries.at(0).at("seq").as_int64() == seen.at("head").as_int64());
    CHECK(entries.at(1).at("operation").as_string() == "session.plan");
    CHECK_FALSE(seen.at("more").as_bool());

    auto older = body->call("access.history", R"({"room":"session","before":)" + std::to_string(seen.at("head").as_int64()) + "}", "chat-luong");
    REQUIRE(older.at("entries").as_array().size() == 1);
    CHECK(older.at("entries").at(0).at("operation").as_string() == "session.plan");
    CHECK(body->call("access.history", R"({"subject":"session/999"})", "chat-luong").at("entries").as_array().empty());
    body->call("access.create_account", R"({"name":"moi","seat":1,"password":"mật khẩu dài 1"})", "quan-tri");
    auto made = body->call("access.history", R"({"room":"access"})", "chat-luong").at("entries").at(0);
    CHECK(made.at("subject").as_string().starts_with("account/"));
    auto listed = body->call("access.accounts", "{}", "quan-tri");
    auto& accounts = listed.at("accounts").as_array();
    auto known = std::find_if(accounts.begin(), accounts.end(), [](auto& a) { return a.at("name").as_string() == "moi"; });
    REQUIRE(known != accounts.end());
    CHECK(made.at("subject_name") == known->at("seat").at("title"));
    CHECK(body->attempt("access.history", R"({"room":"no-such"})", "chat-luong").status == 422);
    CHECK(body->attempt("access.history", "{}", "tong-hop").status == 403);
    CHECK(body->attempt("access.history", "{}", "").status == 401);
  }
}
