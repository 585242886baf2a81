#include "figures/exchange/read_file.hpp"

#include "spreadsheet/csv.hpp"

namespace giaoban::figures::exchange {
namespace {

bool is_json(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  auto first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '{';
}
/// Zip, and what old .xls files and workbooks with a password lie in: the reader says what is wrong with those.
bool is_workbook(std::string_view bytes) { return bytes.starts_with("PK") || bytes.starts_with("\xD0\xCF\x11\xE0"); }

/// A form sent from another form's page is a slip.
std::optional<Problem> meant_for_another(const TemplateMark& mark, const Mapping& mapping) {
  auto month = mapping.month ? month_of(mapping.month->starts_with('=') ? mapping.month->substr(1) : *mapping.month) : std::nullopt;
  bool unit = mapping.unit && *mapping.unit != "=" + mark.unit;
  if (!unit && !(month && *month != mark.month)) return {};
  return refuse(Problem::Kind::conflict,
                {"Tệp này là biểu tháng " + mark.month.iso() + " của đơn vị “" + mark.unit + "”, không phải biểu đang mở.",
                 "This file is the form of “" + mark.unit + "” for " + mark.month.iso() + ", not the one that is open."}).value();
}

Outcome<Reading> read_workbook(std::string bytes, const Mapping& mapping, const Known& known, const FormOf& form_of) {
  TRY(book, spreadsheet::Workbook::open(std::move(bytes)));
  TRY(mark, mark_of(book));
  if (mark) {
    if (auto other = meant_for_another(*mark, mapping)) return tl::unexpected(std::move(*other));
    TRY(form, form_of(mark->unit, mark->month));
    return read_template(book, *mark, form);
  }
  auto at = mapping.sheet ? book.find(*mapping.sheet) : book.first_shown();
  if (!at)
    return refuse(Problem::Kind::invalid, {"Sổ tính không có trang “" + *mapping.sheet + "”.", "The workbook has no sheet “" + *mapping.sheet + "”."});
  TRY(sheet, book.read(*at));
  TRY(reading, read_sheet(sheet, mapping, known));
  for (auto& name : book.sheets())
    if (!name.hidden) reading.sheets.push_back(name.name);
  return std::move(reading);
}

}  // namespace

FileKind kind_by_sight(std::string_view bytes) {
  return is_workbook(bytes) ? FileKind::workbook : is_json(bytes) ? FileKind::dhis2 : FileKind::csv;
}

Outcome<Reading> read_file(std::string bytes, const Mapping& mapping, const Known& known, const FormOf& form_of) {
  auto kind = kind_by_sight(bytes);
  if (kind == FileKind::workbook) return read_workbook(std::move(bytes), mapping, known, form_of);
  if (kind == FileKind::dhis2) return read_dhis2(bytes, known);
  TRY(sheet, spreadsheet::read_csv(bytes));
  TRY(reading, read_sheet(sheet, mapping, known));
  reading.kind = FileKind::csv;
  return std::move(reading);
}

}  // namespace giaoban::figures::exchange
