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
};
BOOST_DESCRIBE_STRUCT(FileRequest, (),
                      (file, good_part, sheet, header_row, indicator, unit, month, value, state, reason, across,
                       decimal_sign))

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
};
BOOST_DESCRIBE_STRUCT(FileReport, (), (kind, sheets, written, values, unchanged, changed, held, wrong, faults, changes, notices))

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
