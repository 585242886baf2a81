#pragma once
// Files in and out of the room: a form's template, any sheet by mapping, CSV, SDMX, DHIS2. What comes in goes the way
// that typed figures go (form_entry.hpp): one transaction, one journal entry.
#include "figures/exchange/reading.hpp"
#include "figures/form.hpp"

namespace giaoban::figures::exchange {

struct FileRequest {
  int64_t file = 0;  ///< an uploaded file
  std::optional<bool> good_part;  ///< write what is right and leave out what is at fault
  // The mapping, as in `Mapping`; a request is flat. For a form's own template, `unit` and `month` say which form it is
  // meant for ("=hai-hoa").
  std::optional<std::string> sheet;
  std::optional<int32_t> header_row;
  std::optional<std::string> indicator, unit, month, value, state, reason;
  std::optional<Across> across;
  std::optional<spreadsheet::DecimalSign> decimal_sign;
  std::optional<std::string> columns, names;  ///< a meaning a line: "C=retail_sales", "Hải Hoà=hai-hoa", "Tổng cộng="
};
BOOST_DESCRIBE_STRUCT(FileRequest, (),
                      (file, good_part, sheet, header_row, indicator, unit, month, value, state, reason, across,
                       decimal_sign, columns, names))

Mapping mapping_of(const FileRequest& request);

/// What one value of the file does to its cell.
struct FileChange {
  std::string address;
  std::string indicator;
  Text name, unit;
  Month month;
  std::optional<Decimal> before;
  Decimal value;
  State state = State::official;
  std::optional<CellCheck> check;
  bool held = false;     ///< the check stops it: kept, not counted until its unit answers
  bool formula = false;  ///< the value that a formula's program kept
};
BOOST_DESCRIBE_STRUCT(FileChange, (), (address, indicator, name, unit, month, before, value, state, check, held, formula))

struct FileReport {
  FileKind kind = FileKind::workbook;
  std::vector<std::string> sheets;
  bool written = false;
  int32_t values = 0, unchanged = 0, changed = 0, held = 0, wrong = 0;  ///< wrong: faults, also those not named
  std::vector<spreadsheet::CellFault> faults;
  std::vector<FileChange> changes;  ///< the first of them
  std::vector<Text> notices;
  std::vector<Stranger> strangers;
};
BOOST_DESCRIBE_STRUCT(FileReport, (), (kind, sheets, written, values, unchanged, changed, held, wrong, faults, changes, notices, strangers))

/// A file before anyone has said what in it is what.
struct PreviewRequest {
  int64_t file = 0;
  std::optional<std::string> sheet;
  std::optional<int32_t> header_row;  ///< from 1; looked for when absent
};
BOOST_DESCRIBE_STRUCT(PreviewRequest, (), (file, sheet, header_row))
/// A column of the sheet, and what its heading seems to say.
struct PreviewColumn {
  std::string letters, heading;
  std::optional<std::string> means;            ///< "indicator", "unit", "month", "value", "state", "reason"
  std::optional<std::string> indicator, unit;  ///< code of what the heading names
  std::optional<Month> month;
};
BOOST_DESCRIBE_STRUCT(PreviewColumn, (), (letters, heading, means, indicator, unit, month))
struct FilePreview {
  FileKind kind = FileKind::workbook;
  std::vector<std::string> sheets;
  std::string sheet;
  int32_t header_row = 1, rows_in_all = 0;
  std::vector<PreviewColumn> columns;
  std::vector<std::vector<std::string>> rows;  ///< the first of the sheet's, from its first
};
BOOST_DESCRIBE_STRUCT(FilePreview, (), (kind, sheets, sheet, header_row, rows_in_all, columns, rows))
Outcome<FilePreview> preview_file(Context& context, const Tools& tools, const PreviewRequest& request);
/// The codes that a file may name, of the store.
Known known_names(db::Transaction& tx, const std::vector<IndicatorRow>& indicators);
/// An uploaded file that the actor may read.
Outcome<std::string> kept_file(Context& context, const Tools& tools, int64_t file);

/// What the file would change; nothing is written.
Outcome<FileReport> check_file(Context& context, const Tools& tools, const FileRequest& request);
/// Refused with every fault by address unless all is right, or the good part is asked for.
Outcome<FileReport> import_file(Context& context, const Tools& tools, const FileRequest& request);
/// Both, of bytes at hand (the command line).
Outcome<FileReport> take_file(Context& context, const Tools& tools, const FileRequest& request, std::string bytes, bool write);

struct TemplateRequest {
  std::string unit;
  Month month;
  std::optional<Language> language;  ///< vi when absent
};
BOOST_DESCRIBE_STRUCT(TemplateRequest, (), (unit, month, language))
Outcome<File> form_template(Context& context, const Tools& tools, const TemplateRequest& request);

struct ExportRequest {
  std::string format;  ///< csv, xlsx, sdmx-csv, sdmx-json, dhis2
  Month from, to;
  std::optional<std::string> unit;    ///< with what is below it; every unit that the reader may see, when absent
  std::optional<int64_t> as_of;       ///< journal number: as it was known then
  std::optional<Language> language;
};
BOOST_DESCRIBE_STRUCT(ExportRequest, (), (format, from, to, unit, as_of, language))
Outcome<File> export_figures(Context& context, const Tools& tools, const ExportRequest& request);

}  // namespace giaoban::figures::exchange
