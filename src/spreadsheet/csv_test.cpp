#include "spreadsheet/csv.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace giaoban;
using namespace giaoban::spreadsheet;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const Sheet& sheet) {
  Rows out(sheet.rows, std::vector<std::string>(sheet.columns));
  for (auto& c : sheet.cells) out[c.row][c.column] = c.text;
  return out;
}
Rows read(std::string_view bytes) {
  auto sheet = read_csv(bytes);
  REQUIRE_MESSAGE(sheet.has_value(), sheet.error().title.en);
  return rows_of(*sheet);
}
std::string refused(std::string_view bytes, const Limits& limits = {}) {
  auto sheet = read_csv(bytes, limits);
  REQUIRE(!sheet.has_value());
  return sheet.error().title.en;
}

}  // namespace

TEST_CASE("spreadsheet: CSV as programs write it") {
  CHECK(read("a,b\r\n1,2\r\n") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(read("a;b\n1,5;2\n") == Rows{{"a", "b"}, {"1,5", "2"}});
  CHECK(read("a\tb\n1\t2") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(read("Title\na,b\n1,2\n") == Rows{{"Title", ""}, {"a", "b"}, {"1", "2"}});
  CHECK(read("Title, of April\na;b\n1,5;2\n") == Rows{{"Title, of April", ""}, {"a", "b"}, {"1,5", "2"}});
  CHECK(read("sep=;\r\na;b\r\n") == Rows{{"a", "b"}});
  CHECK(read("\xEF\xBB\xBFm\xC3\xA3,b\n") == Rows{{"mã", "b"}});
  CHECK(read("\"a,\"\"b\"\"\nc\",d\n") == Rows{{"a,\"b\"\nc", "d"}});
  CHECK(read("a,,c\n\n,x,\n") == Rows{{"a", "", "c"}, {"", "", ""}, {"", "x", ""}});
  CHECK(read("").empty());
  CHECK(read(std::string_view("\xFF\xFE"
                              "a\0\t\0\xA3\x1E\n\0",
                              10)) == Rows{{"a", "ả"}});
}

TEST_CASE("spreadsheet: a CSV in another code page is named with its line") {
  CHECK(refused("x\nH\xB6i H\xB5 ,\xA8\xA9\xAE").find("Line 2") != std::string::npos);
  CHECK(refused("x\nH\xB6i H\xB5 ,\xA8\xA9\xAE").find("TCVN3") != std::string::npos);
  CHECK(refused("H\xF2\xE0 B\xECnh, \xF0\xF4 th\xE2\xCC").find("Windows-1258") != std::string::npos);
  CHECK(refused("Háº£i HÃ²a\nPhÆ°á»\u009dng").find("Line 1") != std::string::npos);
  CHECK(refused(std::string_view("a\0,\0b\0", 6)).find("UTF-16") != std::string::npos);
  CHECK(refused("a,\"b\nc").find("B1") != std::string::npos);
  CHECK(refused("\xC0\xAF").find("Line 1") != std::string::npos);      // overlong
  CHECK(refused("\xED\xA0\x80").find("Line 1") != std::string::npos);  // half a surrogate pair
}

TEST_CASE("spreadsheet: CSV beyond its limits stops") {
  Limits few;
  few.rows = 10;
  std::string rows;
  for (int i = 0; i < 1'000'000; ++i) rows += "1\n";
  CHECK(refused(rows, few).find("at most 10 rows") != std::string::npos);
  CHECK(refused(std::string(40'000, 'x')).find("too large") != std::string::npos);
  Limits small;
  small.file_bytes = 10;
  CHECK(refused("12345678901", small).find("too large") != std::string::npos);
}

TEST_CASE("spreadsheet: nothing that a person typed runs as a formula") {
  CsvWriter out;
  for (auto text : {"=1+1", "+84", "-x", "@SUM(A1)", "\tx", "'=x", "'an"}) out.text(text);
  out.number({-35, 1});
  out.end_row();
  CHECK(out.str() == "'=1+1,'+84,'-x,'@SUM(A1),\"'\tx\",''=x,'an,-3.5\r\n");
  CHECK(read(out.str()) == Rows{{"=1+1", "+84", "-x", "@SUM(A1)", "\tx", "'=x", "'an", "-3.5"}});
}

TEST_CASE("spreadsheet: what a store cannot hold is refused in every code page; a first cell is never taken for a mark") {
  using namespace std::string_literals;
  for (auto& bytes : {"a,\0b\n"s, "\xFF\xFE" "a\0,\0\0\0b\0"s, "\xFE\xFF" "\0a\0\0"s}) {
    auto sheet = read_csv(bytes);
    REQUIRE_FALSE(sheet);
    CHECK(sheet.error().title.en == "This file is not CSV text.");
  }
  for (auto text : {"sep=x", "\xEF\xBB\xBF" "a"}) {
    CsvWriter out;
    out.text(text);
    out.text("b");
    out.end_row();
    CHECK(read(out.str()) == Rows{{text, "b"}});
  }
}

TEST_CASE("spreadsheet: CSV written is CSV read") {
  CHECK(rc::check("any texts", [] {
    auto separator = *rc::gen::element(',', ';', '\t');
    auto width = *rc::gen::inRange<size_t>(2, 6);
    auto letters = rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc=+-@'\",;\t\r\n 1.")));
    CsvWriter out(separator);
    Rows rows(1);
    for (size_t c = 0; c < width; ++c) rows[0].push_back("column" + std::to_string(c));
    for (auto n = *rc::gen::inRange(0, 6); n > 0; --n) rows.push_back(*rc::gen::container<std::vector<std::string>>(width, letters));
    while (rows.size() > 1 && std::all_of(rows.back().begin(), rows.back().end(), [](auto& t) { return t.empty(); })) rows.pop_back();
    for (auto& row : rows) {
      for (auto& text : row) out.text(text);
      out.end_row();
    }
    RC_ASSERT(read(out.str()) == rows);
  }));
}

TEST_CASE("spreadsheet: any bytes are read or refused") {
  CHECK(rc::check("damaged CSV", [] {
    auto bytes = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("a1,;\t\"\r\n'=\xC3\xA3\xE1\xBA\xFF\0", 16)));
    auto sheet = read_csv(bytes);
    if (sheet) RC_ASSERT(sheet->rows <= bytes.size() + 1);
    else RC_ASSERT(!sheet.error().title.vi.empty());
  }));
}
