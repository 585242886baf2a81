// Comma-separated values from anywhere: read within the limits or refused with words, and what we write we read again.
#include "spreadsheet/csv.hpp"

#include "fuzz.hpp"

using namespace giaoban;
using namespace giaoban::spreadsheet;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Limits limits;
  limits.rows = 200;
  limits.columns = 50;
  limits.cells = 2000;
  limits.cell_bytes = 500;
  auto sheet = read_csv({reinterpret_cast<const char*>(data), size}, limits);
  if (!sheet) {
    fuzz::promise_words(sheet.error());
    return 0;
  }
  PROMISE(sheet->cells.size() <= limits.cells, "cells");
  CsvWriter out;
  // As our own files: the first line is a head, which tells the separator.
  out.plain("head");
  out.plain("head");
  out.end_row();
  uint32_t row = 0, column = 0;
  for (auto& cell : sheet->cells) {
    PROMISE(cell.row < sheet->rows && cell.column < sheet->columns, sheet->address(cell));
    auto place = place_of(sheet->address(cell));
    PROMISE(place && place->row == cell.row && place->column == cell.column, sheet->address(cell));
    for (; row < cell.row; ++row, column = 0) out.end_row();
    for (; column < cell.column; ++column) out.plain("");
    out.text(cell.text);
    ++column;
  }
  out.end_row();
  auto again = read_csv(out.str(), Limits{});
  PROMISE(again, out.str());
  PROMISE(again->cells.size() == sheet->cells.size() + 2, out.str());
  for (size_t i = 0; i < sheet->cells.size(); ++i) PROMISE(again->cells[i + 2].text == sheet->cells[i].text, sheet->cells[i].text + " | " + again->cells[i + 2].text);
  return 0;
}
