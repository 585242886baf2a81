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
