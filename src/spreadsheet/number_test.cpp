#include "spreadsheet/number.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace giaoban;
using namespace giaoban::spreadsheet;
using Result = NumberReading::Result;

namespace {
std::string read(std::string_view text, DecimalSign sign = DecimalSign::detect) {
  auto r = read_number(text, sign);
  switch (r.result) {
    case Result::number: return r.value.str();
    case Result::empty: return "empty";
    case Result::ambiguous: return "ambiguous";
    case Result::too_fine: return "too fine";
    default: return "no number";
  }
}
}  // namespace

TEST_CASE("spreadsheet: numbers as people write them") {
  CHECK(read("1234") == "1234");
  CHECK(read("1.234,5") == "1234.5");
  CHECK(read("1,234.5") == "1234.5");
  CHECK(read("1 234,50") == "1234.5");
  CHECK(read("1\u00a0234\u202f567") == "1234567");
  CHECK(read("1.234.567") == "1234567");
  CHECK(read("1,234,567") == "1234567");
  CHECK(read("85,2") == "85.2");
  CHECK(read("85.2") == "85.2");
  CHECK(read("0,125") == "0.125");
  CHECK(read("1234,567") == "1234.567");
  CHECK(read("\u22123,5") == "-3.5");
  CHECK(read("+7") == "7");
  CHECK(read("") == "empty");
  CHECK(read("  ") == "empty");
}

TEST_CASE("spreadsheet: a number that two readers read differently is named, not guessed") {
  CHECK(read("1.234") == "ambiguous");
  CHECK(read("1,234") == "ambiguous");
  CHECK(read("-12.345") == "ambiguous");
  CHECK(read("1.234", DecimalSign::comma) == "1234");
  CHECK(read("1.234", DecimalSign::dot) == "1.234");
  CHECK(read("1,234", DecimalSign::comma) == "1.234");
  CHECK(read("1,234", DecimalSign::dot) == "1234");
}

TEST_CASE("spreadsheet: what is no number is none") {
  for (auto text : {"abc", "12%", "1.2.3", "1,23,4", "12,", ",5", "--1", "1e5", "(5)", "1..2", "0x10", "12 tỷ", "1.234,5,6", "-", "NaN", "1.23.456"})
    CHECK_MESSAGE(read(text) == "no number", text);
  CHECK(read("0,1234567") == "too fine");
  CHECK(read("0,1234560") == "0.123456");
}

TEST_CASE("spreadsheet: a workbook's numbers are their first fifteen digits") {
  CHECK(plain_number("9.199999999999999") == "9.2");
  CHECK(plain_number("9.1999999999999993") == "9.2");
  CHECK(plain_number("0.30000000000000004") == "0.3");
  CHECK(plain_number("1E+3") == "1000");
  CHECK(plain_number("1.25e-2") == "0.0125");
  CHECK(plain_number("-0.0") == "0");
  CHECK(plain_number("999999999999999.9") == "1000000000000000");
  CHECK(plain_number("44316") == "44316");
  for (auto text : {"", "-", "1e999", "abc", "1e", "1.2.3", "INF", "1e40"}) CHECK_MESSAGE(!plain_number(text), text);
}

TEST_CASE("spreadsheet: whatever is written of a decimal is read again") {
  CHECK(rc::check("decimal, comma and grouping", [] {
    Decimal d{*rc::gen::inRange<int64_t>(-999'999'999'999'999, 999'999'999'999'999), *rc::gen::inRange(0, 7)};
    auto plain = d.str();
    auto comma = plain;
    std::replace(comma.begin(), comma.end(), '.', ',');
    auto read_back = read_number(comma, DecimalSign::comma);
    RC_ASSERT(read_back.result == Result::number);
    RC_ASSERT(read_back.value.at_scale(6) == d.at_scale(6));
    auto stored = plain_number(plain);
    RC_ASSERT(stored.has_value());
    RC_ASSERT(Decimal::parse(*stored)->at_scale(6) == d.at_scale(6));
  }));
}

TEST_CASE("spreadsheet: addresses") {
  CHECK(column_letters(0) == "A");
  CHECK(column_letters(25) == "Z");
  CHECK(column_letters(26) == "AA");
  CHECK(column_letters(16'383) == "XFD");
  CHECK(rc::check("letters are read back", [] {
    auto n = *rc::gen::inRange<uint32_t>(0, 18'277);
    RC_ASSERT(column_of(column_letters(n)) == n);
  }));
  CHECK(place_of("C7")->row == 6);
  CHECK(place_of("C7")->column == 2);
  for (auto text : {"", "7", "C", "C0", "C7x", "CCCC7", "C99999999"}) CHECK_MESSAGE(!place_of(text), text);
  Sheet sheet{"Biểu", {}, 0, 0};
  CHECK(sheet.address(6, 2) == "Biểu!C7");
}
