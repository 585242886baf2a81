#include "base/json.hpp"

#include <doctest/doctest.h>

using namespace giaoban;

namespace {
enum class Kind { flow, stock };
BOOST_DESCRIBE_ENUM(Kind, flow, stock)
struct Line {
  std::string code;
  Decimal value;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(Line, (), (code, value, note))
struct Form {
  Month month;
  Kind kind;
  int64_t unit;
  std::vector<Line> lines;
};
BOOST_DESCRIBE_STRUCT(Form, (), (month, kind, unit, lines))
/// The places that a refusal of the text itself names.
std::vector<std::string> refused_at(const char* text) {
  auto v = json::parse(text);
  std::vector<std::string> out;
  if (!v)
    for (auto& f : v.error().fields) out.push_back(f.pointer);
  return out;
}

}  // namespace

TEST_CASE("json: every field at fault is named in one answer") {
  auto r = json::read_text<Form>(
      R"({"month":"2021-13","kind":"x","zz":1,"lines":[{"code":1,"value":"1,5"},{"value":"2"}]})");
  REQUIRE_FALSE(r);
  std::vector<std::string> pointers;
  for (auto& f : r.error().fields) pointers.push_back(f.pointer);
  CHECK(pointers == std::vector<std::string>{"/month", "/kind", "/unit", "/lines/0/code", "/lines/0/value",
                                             "/lines/1/code", "/zz"});
}
TEST_CASE("json: what is written reads back the same") {
  auto text = R"({"month":"2021-04","kind":"flow","unit":9007199254740993,"lines":[{"code":"a","value":"386.40","note":null}]})";
  auto form = json::read_text<Form>(text);
  REQUIRE(form);
  CHECK(form->unit == 9007199254740993);
  CHECK(json::text_of(*form) == text);
}
TEST_CASE("json: control characters and bad depth are refused") {
  CHECK_FALSE(json::read_text<Line>("{\"code\":\"a\\u0000\",\"value\":\"1\"}"));
  CHECK_FALSE(json::parse(std::string(100, '[') + std::string(100, ']')));
  CHECK_FALSE(json::parse("{\"a\":1,}"));
}
TEST_CASE("json: a key sent twice is refused and named, at any depth") {
  CHECK(refused_at(R"({"a":1,"a":2})") == std::vector<std::string>{"/a"});
  CHECK(refused_at(R"({"a":1,"\u0061":2})") == std::vector<std::string>{"/a"});
  CHECK(refused_at(R"({"l":[0,{"b":{"x":1,"y":[{}],"x":2}},{"c/d":1,"c/d":1}]})") == std::vector<std::string>{"/l/1/b/x", "/l/2/c~1d"});
  CHECK(refused_at(R"({"a":{"a":1},"b":{"a":1},"c":[{"a":1},{"a":1}]})").empty());
}
TEST_CASE("json: a refusal is not much longer than what it refuses, however many faults lie under however long a name") {
  std::string twice;
  for (int i = 0; i < 3000; ++i) twice += (i ? "," : "") + std::string("\"") + std::to_string(i) + "\":0,\"" + std::to_string(i) + "\":0";
  std::string name;
  for (int i = 0; i < 20'000; ++i) name += "ủ";
  auto v = json::parse("{\"" + name + "\":{" + twice + "}}");
  REQUIRE_FALSE(v);
  CHECK(v.error().fields.size() == 1000);
  for (auto& f : v.error().fields) {
    CHECK(f.pointer.size() < 120);
    CHECK(json::detail::clean_utf8(f.pointer));
  }
  Faults many;
  for (int i = 0; i < 5000; ++i) many.add("/" + std::to_string(i), {"Sai.", "Wrong."});
  auto problem = many.problem().value();
  CHECK(problem.fields.size() == 1000);
  CHECK(problem.title.en.starts_with("5000 "));
}
TEST_CASE("json: a number beyond all bounds is refused and named, at any depth") {
  using Places = std::vector<std::string>;
  CHECK(refused_at("5e34775516") == Places{""});
  CHECK(refused_at(R"({"a":[1,{"b":-1e999}],"c":1e400})") == Places{"/a/1/b", "/c"});
  CHECK(refused_at(R"({"a":1e309,"a":1})") == Places{"/a"});
  CHECK(refused_at(R"([1e308,-1.7976931348623157e308,1e-999,18446744073709551616])").empty());
  CHECK(refused_at(R"({"a":[0,1e99999999999]})") == Places{"/a/1"});
}
TEST_CASE("json: text is UTF-8 without control characters, noncharacters and marks that turn its direction") {
  auto fits = [](std::string text) { return json::detail::clean_utf8(text); };
  for (auto* good : {"", "Phường Hải Hòa – 85,2%", "a\tb\nc", "e\u0301", "\U0001F600", "\u200d", "\ufeff"}) CHECK(fits(good));
  for (auto* bad : {"a\x01", "\x7f", "\xff\xfe", "\xc0\xaf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe1\xbb", "\xc2\x85", "x\u202efdp.exe", "\u2066", "\ufffe", "\U0001ffff", "\ufdd0"})
    CHECK_FALSE(fits(bad));
  CHECK_FALSE(fits(std::string("a\0b", 3)));
  auto named = json::read_text<Line>("{\"code\":\"a\xe2\x80\xae\",\"value\":\"1\"}");
  REQUIRE_FALSE(named);
  CHECK(named.error().fields.front().pointer == "/code");
}
