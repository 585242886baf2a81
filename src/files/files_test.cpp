#include "files/files.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

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
