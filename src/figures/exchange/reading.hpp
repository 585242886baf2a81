#pragma once
// What a file gives, whatever its format: values with the place where each stands. Needs no store: any bytes can be
// read against a list of codes.
#include "figures/exchange/names.hpp"
#include "figures/indicator.hpp"
#include "spreadsheet/number.hpp"
#include "spreadsheet/sheet.hpp"

namespace giaoban::figures::exchange {

enum class FileKind { form_template, workbook, csv, dhis2 };
BOOST_DESCRIBE_ENUM(FileKind, form_template, workbook, csv, dhis2)

/// What may stand in headings over the values, one column each.
enum class Across { unit, indicator, month };
BOOST_DESCRIBE_ENUM(Across, unit, indicator, month)

/// What a person said that a word of the sheet means: a code (or a month); empty: nothing, it is left out.
struct Meaning {
  std::string word, code;
};
BOOST_DESCRIBE_STRUCT(Meaning, (), (word, code))

/// Which column of a free sheet is what: its heading, or its letters ("C"), or "=x" where every row means x. What is
/// absent is looked for under its usual headings.
struct Mapping {
  std::optional<std::string> sheet;    ///< the first that is shown, when absent
  std::optional<int32_t> header_row;   ///< from 1; looked for in the first rows, when absent
  std::optional<std::string> indicator, unit, month, value, state, reason;
  std::optional<Across> across;        ///< values stand under headings of this, in place of one `value` column
  std::optional<spreadsheet::DecimalSign> decimal_sign;  ///< of numbers written as text
  std::optional<std::vector<Meaning>> columns;  ///< of headings over the values, by their column's letters
  std::optional<std::vector<Meaning>> names;    ///< of units and indicators, as the sheet writes them
};
BOOST_DESCRIBE_STRUCT(Mapping, (), (sheet, header_row, indicator, unit, month, value, state, reason, across, decimal_sign, columns, names))

/// One value, as the file gives it.
struct FileValue {
  std::string address;
  std::string indicator, unit;  ///< codes
  Month month;
  Decimal value;
  State state = State::official;  ///< or estimate
  std::string reason;
  bool formula = false;  ///< the value that a formula's program kept
};

/// A word that stands for a unit or an indicator and is none, for whoever can say what it means.
struct Stranger {
  Across what = Across::unit;
  std::string word;
  int32_t times = 1;
};
BOOST_DESCRIBE_STRUCT(Stranger, (), (what, word, times))

struct Reading {
  FileKind kind = FileKind::workbook;
  std::vector<FileValue> values;
  spreadsheet::CellFaults faults;
  std::vector<Text> notices;
  std::vector<std::string> sheets;  ///< that the workbook shows
  std::vector<Stranger> strangers;  ///< the first of them, each once
};

/// The codes that a file may name.
struct Known {
  Names indicators, units;
};

/// A workbook of any make (a form's template shows itself inside), JSON, or else CSV.
FileKind kind_by_sight(std::string_view bytes);
/// Usual headings of "indicator", "unit", "month", "value", "state", "reason"; folded.
const std::vector<std::string>& usual_headings(std::string_view what);
/// The row, from 0, that holds most of the usual headings and of what the mapping names.
uint32_t likely_header(const spreadsheet::Sheet& sheet, const Mapping& mapping);
/// A free sheet, or a CSV.
Outcome<Reading> read_sheet(const spreadsheet::Sheet& sheet, const Mapping& mapping, const Known& known);
/// DHIS2's dataValueSets as JSON, by code.
Outcome<Reading> read_dhis2(std::string_view bytes, const Known& known);

/// "2021-04", "202104", "4/2021", "tháng 4/2021", "T4/2021", "2021-04-15" (a day of it).
std::optional<Month> month_of(std::string_view written);
/// "official", "estimate", "ước", SDMX's A and E; empty is official. Others mean nothing here.
std::optional<State> state_of(std::string_view written);

}  // namespace giaoban::figures::exchange
