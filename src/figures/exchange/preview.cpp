// figures.preview_file: a file before anyone has said which of its columns is what.
#include "figures/exchange/exchange.hpp"
#include "figures/exchange/form_template.hpp"
#include "spreadsheet/csv.hpp"

namespace giaoban::figures::exchange {
namespace {

/// What fits beside the choices that are made of it.
constexpr uint32_t rows_shown = 30, columns_shown = 60;
constexpr size_t letters_shown = 120;

std::string shortened(std::string text) {
  if (text.size() <= letters_shown) return text;
  text.resize(letters_shown);
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();  // within a letter
  if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0) text.pop_back();
  return text + "…";
}

PreviewColumn column_of(uint32_t column, const std::string& heading, const Known& known) {
  PreviewColumn out{spreadsheet::column_letters(column), shortened(heading), {}, known.indicators.find(heading), known.units.find(heading), month_of(heading)};
  auto text = folded(heading);
  for (auto* what : {"indicator", "unit", "month", "value", "state", "reason"})
    if (auto& list = usual_headings(what); !out.means && std::find(list.begin(), list.end(), text) != list.end()) out.means = what;
  return out;
}

void look_at(const spreadsheet::Sheet& sheet, const PreviewRequest& request, const Known& known, FilePreview& out) {
  auto header = request.header_row ? static_cast<uint32_t>(*request.header_row - 1) : likely_header(sheet, {});
  out.header_row = static_cast<int32_t>(header + 1);
  out.rows_in_all = static_cast<int32_t>(sheet.rows);
  auto rows = std::min(sheet.rows, std::max(rows_shown, header + rows_shown / 2)), columns = std::min(sheet.columns, columns_shown);
  out.rows.assign(std::min(rows, 4 * rows_shown), std::vector<std::string>(columns));
  std::vector<std::string> headings(columns);
  for (auto& c : sheet.cells) {
    if (c.column >= columns) continue;
    if (c.row < out.rows.size()) out.rows[c.row][c.column] = shortened(c.text);
    if (c.row == header) headings[c.column] = c.text;
  }
  for (uint32_t c = 0; c < columns; ++c) out.columns.push_back(column_of(c, headings[c], known));
}

Outcome<FilePreview> of_workbook(std::string bytes, const PreviewRequest& request, const Known& known) {
  TRY(book, spreadsheet::Workbook::open(std::move(bytes)));
  FilePreview out;
  for (auto& name : book.sheets())
    if (!name.hidden) out.sheets.push_back(name.name);
  TRY(mark, mark_of(book));
  if (mark) {
    out.kind = FileKind::form_template;
    return out;
  }
  auto at = request.sheet ? book.find(*request.sheet) : book.first_shown();
  if (!at) return not_found({"Sổ tính không có trang này.", "The workbook has no such sheet."});
  TRY(sheet, book.read(*at));
  out.sheet = sheet.name;
  look_at(sheet, request, known, out);
  return out;
}

}  // namespace

Outcome<FilePreview> preview_file(Context& context, const Tools& tools, const PreviewRequest& request) {
  Faults faults;
  faults.require(!request.header_row || *request.header_row >= 1, "/header_row", {"Dòng tiêu đề đếm từ 1.", "The heading row counts from 1."});
  if (faults.any()) return faults.problem();
  TRY(bytes, kept_file(context, tools, request.file));
  auto known = known_names(context.tx, stored_indicators(context.tx));
  if (auto kind = kind_by_sight(bytes); kind == FileKind::workbook) return of_workbook(std::move(bytes), request, known);
  else if (kind == FileKind::dhis2) return FilePreview{FileKind::dhis2, {}, {}, 1, 0, {}, {}};
  TRY(sheet, spreadsheet::read_csv(bytes));
  FilePreview out;
  out.kind = FileKind::csv;
  look_at(sheet, request, known, out);
  return out;
}

}  // namespace giaoban::figures::exchange
