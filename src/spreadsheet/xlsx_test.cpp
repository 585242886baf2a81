#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "documents/package.hpp"
#include "spreadsheet/formula.hpp"
#include "spreadsheet/number.hpp"
#include "spreadsheet/xlsx_parts.hpp"
#include "spreadsheet/xlsx_reader.hpp"
#include "spreadsheet/xlsx_writer.hpp"

using namespace giaoban;
using namespace giaoban::spreadsheet;

namespace {

/// A workbook of one sheet, made by hand.
struct Made {
  std::string cells = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
  std::string before;  // in front of the sheet's root
  std::vector<documents::Part> more;

  std::string sheet() const {
    return before + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + cells + "</sheetData></worksheet>";
  }
  std::string bytes() const {
    std::vector<documents::Part> parts{
        {"_rels/.rels", R"(<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
        {"xl/workbook.xml", R"(<workbook xmlns:r="r"><sheets><sheet name="Biểu" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="x/styles" Target="/xl/styles.xml"/><Relationship Id="e" Type="x/externalLink" Target="http://example.org/x" TargetMode="External"/></Relationships>)"},
        {"xl/worksheets/sheet1.xml", sheet()}};
    parts.insert(parts.end(), more.begin(), more.end());
    return documents::package(parts);
  }
};

Outcome<Sheet> try_read(const std::string& bytes, const Limits& limits = {}) {
  TRY(book, Workbook::open(bytes, limits));
  return book.read(book.first_shown());
}
Sheet read(const std::string& bytes) {
  auto sheet = try_read(bytes);
  REQUIRE_MESSAGE(sheet.has_value(), sheet.error().title.en);
  return *sheet;
}
std::string refused(const std::string& bytes, const Limits& limits = {}) {
  auto sheet = try_read(bytes, limits);
  REQUIRE(!sheet.has_value());
  CHECK(!sheet.error().title.vi.empty());
  return sheet.error().title.en;
}
bool has(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

}  // namespace

TEST_CASE("spreadsheet: what is written into a workbook is read from it") {
  CHECK(rc::check("texts and numbers", [] {
    struct Put {
      uint32_t row, column;
      std::optional<Decimal> number;
      std::string text;
    };
    std::vector<Put> put;
    auto letters = rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab=+-@'\"<>&;_x0041 \n"))));
    auto rows = *rc::gen::inRange<uint32_t>(1, 12);
    WorkbookWriter out;
    out.sheet("Biểu số 1/2");
    for (uint32_t r = 0; r < rows; ++r)
      for (uint32_t c = 0; c < 4; ++c) {
        if (*rc::gen::arbitrary<bool>()) continue;
        Put p{r, c, {}, {}};
        if (*rc::gen::arbitrary<bool>()) {
          p.number = Decimal{*rc::gen::inRange<int64_t>(-999'999'999'999'999, 999'999'999'999'999), *rc::gen::inRange(0, 7)};
          out.number(r, c, *p.number);
        } else {
          p.text = *letters;
          out.text(r, c, p.text);
        }
        put.push_back(p);
      }
    auto sheet = read(out.finish());
    RC_ASSERT(sheet.name == "Biểu số 12");
    RC_ASSERT(sheet.cells.size() == put.size());
    for (auto& p : put) {
      auto* cell = sheet.at(p.row, p.column);
      RC_ASSERT(cell != nullptr);
      RC_ASSERT(cell->formula == Formula::none);
      if (p.number) {
        auto number = read_number(*cell);
        RC_ASSERT(number.result == NumberReading::Result::number);
        RC_ASSERT(number.value.at_scale(6) == p.number->at_scale(6));
      } else {
        RC_ASSERT(cell->kind == CellKind::text);
        RC_ASSERT(cell->text == p.text);
      }
    }
  }));
}

TEST_CASE("spreadsheet: the same content is the same file; sheets keep their order and are hidden") {
  auto make = [] {
    WorkbookWriter out;
    out.sheet("Một", {.locked = true, .widths = {10, 30}, .frozen_rows = 2});
    out.text(0, 0, "a", {.bold = true});
    out.number(1, 0, {852, 1}, {.open = true, .decimals = 1});
    out.accept_numbers(1, 0, false, "help", "no");
    out.accept_words(1, 1, {"ước", "chính thức"}, "no");
    out.sheet("Hai", {.hidden = true});
    out.text(0, 0, "b");
    return out.finish();
  };
  auto bytes = make();
  CHECK(bytes == make());
  auto book = Workbook::open(bytes);
  REQUIRE(book.has_value());
  CHECK(book->sheets().size() == 2);
  CHECK(book->sheets()[1].hidden);
  CHECK(book->find("Hai") == 1);
  CHECK(book->first_shown() == 0);
  CHECK(book->read(1)->cells[0].text == "b");
  CHECK(book->read(0)->at(1, 0)->text == "85.2");
}

TEST_CASE("spreadsheet: cells of every kind") {
  Made made;
  made.cells = R"(<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>zz</t></rPh></is></c>
    <c r="D2" s="1"><v>44316</v></c><c r="E2" t="b"><v>1</v></c><c r="F2" t="e"><v>#DIV/0!</v></c><c r="G2"/><c r="H2" s="1"><v>0.5</v></c></row>
    <row><c><v>7</v></c></row>)";
  made.more = {{"xl/sharedStrings.xml", "<sst><si><t>một_x000D_</t></si></sst>"},
               {"xl/styles.xml", R"(<styleSheet><numFmts><numFmt numFmtId="170" formatCode="&quot;day&quot; dd/mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>)"}};
  auto sheet = read(made.bytes());
  CHECK(sheet.at(1, 1)->text == "một\r");
  CHECK(sheet.at(1, 2)->text == "ab");
  CHECK(sheet.at(1, 3)->kind == CellKind::date);
  CHECK(sheet.at(1, 3)->text == "2021-04-30");
  CHECK(sheet.at(1, 4)->text == "TRUE");
  CHECK(sheet.at(1, 5)->kind == CellKind::error);
  CHECK(sheet.at(1, 6) == nullptr);
  CHECK(sheet.at(1, 7)->kind == CellKind::number);  // half a day is a time
  CHECK(sheet.at(2, 0)->text == "7");
  CHECK(sheet.address(*sheet.at(1, 2)) == "Biểu!C2");
  CHECK(parts::shows_a_day("dd/mm/yyyy"));
  CHECK(!parts::shows_a_day("#,##0.0\" đồng\";[Red]-0"));
}

TEST_CASE("spreadsheet: a formula's kept value is marked, and taken only where it stays within its file") {
  Made made;
  made.cells = R"(<row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>12</v></c><c r="B1"><f>[1]Sheet1!A1</f><v>3</v></c><c r="C1"><f>A1+1</f></c>
    <c r="D1"><f t="shared" ref="D1:E1" si="0">NOW()</f><v>1</v></c><c r="E1"><f t="shared" si="0"/><v>2</v></c><c r="F1" t="str"><f>"a"</f><v>a</v></c></row>)";
  auto sheet = read(made.bytes());
  CHECK(sheet.at(0, 0)->formula == Formula::kept);
  CHECK(sheet.at(0, 0)->text == "12");
  CHECK(sheet.at(0, 1)->formula == Formula::unsafe);
  CHECK(sheet.at(0, 2)->formula == Formula::unknown);
  CHECK(sheet.at(0, 3)->formula == Formula::unsafe);
  CHECK(sheet.at(0, 4)->formula == Formula::unsafe);
  CHECK(sheet.at(0, 5)->formula == Formula::kept);
  for (auto safe : {"SUM(A1:A3)", "Bảng[Giá trị]*2", "IF(A1=\"[x\",1,2)", "'Trang 2'!A1", "KNOW(1)"}) CHECK_MESSAGE(formula_is_safe(safe), safe);
  for (auto bad : {"[1]S!A1", "'[b.xlsx]S'!A1", "cmd|'/c calc'!A0", "webservice(\"x\")", "_xlfn.WEBSERVICE(A1)", "1+now()", "INDIRECT(A1)"})
    CHECK_MESSAGE(!formula_is_safe(bad), bad);
}

TEST_CASE("spreadsheet: a zip bomb is refused before it goes off") {
  Made made;
  made.cells = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" + std::string(40 << 20, ' ');
  CHECK(has(refused(made.bytes()), "too large"));  // by its ratio
  Limits little;
  little.unpacked_bytes = 1 << 20;
  CHECK(has(refused(made.bytes(), little), "too large"));  // by what it says it weighs
  Made many;
  for (int i = 0; i < 2'100; ++i) many.more.push_back({"x" + std::to_string(i), "x"});
  CHECK(has(refused(many.bytes()), "too large"));
}

TEST_CASE("spreadsheet: what a part says it weighs is not believed") {
  Made made;
  made.cells = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" + std::string(40 << 20, ' ');
  auto bytes = made.bytes();
  auto size = static_cast<uint32_t>(made.sheet().size());
  std::string claim{static_cast<char>(size & 0xFF), static_cast<char>(size >> 8 & 0xFF), static_cast<char>(size >> 16 & 0xFF), static_cast<char>(size >> 24)};
  for (auto at = bytes.find(claim); at != std::string::npos; at = bytes.find(claim, at + 1)) bytes.replace(at, 4, std::string("\x10\0\0\0", 4));
  CHECK(!refused(bytes).empty());
}

TEST_CASE("spreadsheet: entities are never expanded, nothing outside is fetched") {
  Made laughs;
  laughs.before = R"(<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>)";
  laughs.cells = R"(<row r="1"><c r="A1" t="str"><v>&c;</v></c></row>)";
  CHECK(has(refused(laughs.bytes()), "DTD"));
  Made outside;
  outside.before = R"(<!DOCTYPE x SYSTEM "file:///etc/passwd">)";
  CHECK(has(refused(outside.bytes()), "DTD"));
}

TEST_CASE("spreadsheet: a million rows stop at the limit") {
  Made made;
  made.cells.clear();
  for (int r = 1; r <= 1'000'000; ++r) made.cells += "<row r=\"" + std::to_string(r) + "\"><c><v>1</v></c></row>";
  CHECK(has(refused(made.bytes()), "at most 200000 rows"));
  Made wide;
  wide.cells = R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)";
  CHECK(has(refused(wide.bytes()), "2000 columns"));
  Made far;
  far.cells = R"(<row r="1048576"><c r="A1048576"><v>1</v></c></row>)";
  CHECK(has(refused(far.bytes()), "rows"));
  Made formatted;  // a column formatted to its end, and one figure
  formatted.cells = R"(<row r="1"><c r="A1"><v>5</v></c></row>)";
  for (int r = 2; r <= 300'000; ++r) formatted.cells += "<row r=\"" + std::to_string(r) + "\"><c r=\"A" + std::to_string(r) + "\" s=\"1\"/></row>";
  CHECK(read(formatted.bytes()).cells.size() == 1);
}

TEST_CASE("spreadsheet: damaged and mistaken files are refused with a sentence") {
  CHECK(has(refused(""), "not an .xlsx"));
  CHECK(has(refused("PK\x03\x04 nothing"), "not an .xlsx"));
  CHECK(has(refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old"), "password"));
  Made order;
  order.cells = R"(<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>)";
  CHECK(has(refused(order.bytes()), "out of order"));
  Made twice;
  twice.cells = R"(<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>)";
  CHECK(has(refused(twice.bytes()), "out of order"));
  Made no_string;
  no_string.cells = R"(<row r="1"><c r="A1" t="s"><v>9</v></c></row>)";
  CHECK(!refused(no_string.bytes()).empty());
  Made deep;
  for (int i = 0; i < 100; ++i) deep.cells += "<x>";
  CHECK(has(refused(deep.bytes()), "cannot be read"));
}

TEST_CASE("spreadsheet: any damage to a workbook is read or refused") {
  WorkbookWriter out;
  out.sheet("Biểu");
  for (uint32_t r = 0; r < 20; ++r) out.text(r, 0, "mã " + std::to_string(r)), out.number(r, 1, {r * 10, 1});
  auto whole = out.finish();
  CHECK(rc::check("bytes changed", [&] {
    auto bytes = whole;
    for (int i = *rc::gen::inRange(1, 5); i > 0; --i) bytes[static_cast<size_t>(*rc::gen::inRange<int>(0, static_cast<int>(bytes.size())))] = *rc::gen::arbitrary<char>();
    if (*rc::gen::arbitrary<bool>()) bytes.resize(static_cast<size_t>(*rc::gen::inRange<int>(0, static_cast<int>(bytes.size()))));
    auto sheet = try_read(bytes);
    if (!sheet) RC_ASSERT(!sheet.error().title.vi.empty());
  }));
  CHECK(rc::check("XML changed", [&] {
    Made made;
    made.cells = R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1</f><v>1.5</v></c></row>)";
    for (int i = *rc::gen::inRange(1, 6); i > 0; --i) made.cells[static_cast<size_t>(*rc::gen::inRange<int>(0, static_cast<int>(made.cells.size())))] = *rc::gen::elementOf(std::string("<>/\"=&rcv019 A"));
    auto sheet = try_read(made.bytes());
    if (!sheet) RC_ASSERT(!sheet.error().title.vi.empty());
  }));
}
