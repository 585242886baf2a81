#include "files/files.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "support/body.hpp"

using namespace giaoban;

TEST_CASE("files: kept for the unit that handed them in; other units are told nothing") {
  const std::string hash(64, 'a');
  for (auto& body : bodies()) {
    auto kept = body->call("files.keep", fmt::format(R"({{"name":"Biên bản.pdf","size":12,"hash":"{}"}})", hash), "education.chuyen-vien");
    auto which = fmt::format(R"({{"id":{}}})", kept.at("id").as_int64());
    CHECK(body->call("files.show", which, "education.truong").at("hash").as_string() == hash);
    CHECK(body->call("files.show", which, "chu-tich").at("name").as_string() == "Biên bản.pdf");
    auto strange = body->attempt("files.show", which, "justice.chuyen-vien");
    auto missing = body->attempt("files.show", R"({"id":99999})", "justice.chuyen-vien");
    CHECK(strange.status == 403);
    CHECK(strange.body == missing.body);
  }
}

TEST_CASE("files: a name that lies, no content, no hash: each is named") {
  for (auto& body : bodies()) {
    for (auto* name : {"", "..", "a/b", "a\\\\b", "a\\nb", "a\\\"b"}) {
      auto wrong = body->attempt("files.keep", fmt::format(R"({{"name":"{}","size":0,"hash":"x"}})", name), "tong-hop");
      CHECK(wrong.status == 422);
      for (auto* field : {"/name", "/size", "/hash"}) CHECK(wrong.body.find(field) != std::string::npos);
    }
  }
}

TEST_CASE("files: an account sends so much a day and so much in all; more is refused in a sentence, others go on") {
  for (auto& body : bodies()) {
    auto& quota = body->memory().rules.upload_quota.versions_.front().value;
    quota = {3, 5};
    auto send = [&](const char* who) {
      return body->attempt("files.keep", fmt::format(R"({{"name":"a.pdf","size":1000000,"hash":"{}"}})", std::string(64, 'a')), who);
    };
    auto refusal = [&] {
      std::optional<Problem> problem;
      body->database().read([&](db::Transaction& tx) { problem = files::refusal(tx, body->memory().rules, {"a.pdf", 1'000'000, body->actor("tong-hop").account}, body->clock().now()); });
      return problem;
    };
    for (int i = 0; i < 3; ++i) CHECK(send("tong-hop").done);
    auto over = send("tong-hop");
    CHECK(over.status == 429);
    CHECK(over.body.find("3 MB") != std::string::npos);
    CHECK(refusal()->title.en.find("3 MB") != std::string::npos);  // the same before its bytes are kept
    CHECK(send("tax.truong").done);
    body->clock().set(body->clock().now().plus_ms(24LL * 3600 * 1000 + 1000));
    CHECK_FALSE(refusal());
    for (int i = 0; i < 2; ++i) CHECK(send("tong-hop").done);
    CHECK(send("tong-hop").body.find("5 MB") != std::string::npos);
  }
}

TEST_CASE("files sweep: bytes that nothing names go after a day; what is named, new or handed in again stays") {
  namespace fs = std::filesystem;
  for (auto& body : bodies()) {
    auto& store = body->memory().files;
    auto age = [&](const fs::path& path, int hours) { fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(hours)); };
    auto named = store.keep("minh chứng"), unnamed = store.keep("không ai nhắc tới"), young = store.keep("vừa gửi"), again = store.keep("gửi lại");
    body->call("files.keep", fmt::format(R"({{"name":"a.pdf","size":12,"hash":"{}"}})", named), "tong-hop");
    auto part = store.place(named).string() + ".0123.part", others = (store.folder() / "belongs-to").string();
    for (auto& path : {part, others}) std::ofstream(path) << "x";
    for (auto& path : {store.place(named), store.place(unnamed), store.place(again), fs::path(part), fs::path(others)}) age(path, 25);
    age(store.place(young), 23);
    CHECK(store.keep("gửi lại") == again);
    CHECK(files::sweep(body->database(), store, &app::files_named) == 1);
    CHECK_FALSE(store.read(unnamed));
    CHECK_FALSE(fs::exists(part));
    for (auto& hash : {named, young, again}) CHECK(store.read(hash));
    CHECK(fs::exists(others));
    CHECK(files::sweep(body->database(), store, &app::files_named) == 0);
  }
}
