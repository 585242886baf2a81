// Workbooks that nobody vouches for, in two ways: any bytes as a file, and any bytes as the sheet of a sound package, past
// the zip's checksums.
#include "documents/package.hpp"
#include "fuzz.hpp"
#include "spreadsheet/xlsx_reader.hpp"

using namespace giaoban;
using namespace giaoban::spreadsheet;

namespace {

Limits small() {
  Limits l;
  l.rows = 500;
  l.columns = 100;
  l.cells = 2000;
  l.unpacked_bytes = 4u << 20;
  l.text_bytes = 1u << 20;
  return l;
}

void read_all(std::string bytes) {
  auto book = Workbook::open(std::move(bytes), small());
  if (!book) return fuzz::promise_words(book.error());
  for (size_t i = 0; i < book->sheets().size() && i < 4; ++i) {
    auto sheet = book->read(i);
    if (!sheet) {
      fuzz::promise_words(sheet.error());
      continue;
    }
    PROMISE(sheet->cells.size() <= small().cells, "cells");
    const Cell* before = nullptr;
    for (auto& cell : sheet->cells) {
      PROMISE(cell.row < sheet->rows && cell.column < sheet->columns, sheet->address(cell));
      PROMISE(!before || before->row < cell.row || (before->row == cell.row && before->column < cell.column), "row by row, from left to right");
      before = &cell;
    }
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  fuzz::Bytes bytes(data, size);
  auto which = bytes.one() % 4;
  std::string spoilt(bytes.rest());
  if (which == 0) {
    read_all(spoilt);
    return 0;
  }
  auto part = [&](int n, const char* sound) { return which == n ? spoilt : std::string(sound); };
  constexpr const char* head = R"(<?xml version="1.0" encoding="UTF-8"?>)";
  std::vector<documents::Part> parts{
      {"[Content_Types].xml", std::string(head) + R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>)"},
      {"_rels/.rels", std::string(head) + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
      {"xl/workbook.xml", part(2, R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>)")},
      {"xl/_rels/workbook.xml.rels", std::string(head) + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>)"},
      {"xl/sharedStrings.xml", part(3, R"(<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>a</t></si></sst>)")},
      {"xl/worksheets/sheet1.xml", part(1, R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>)")}};
  read_all(documents::package(parts));
  return 0;
}
