#pragma once
// Comma-separated values (RFC 4180), as offices' programs really write them.
#include "base/decimal.hpp"
#include "spreadsheet/sheet.hpp"

namespace giaoban::spreadsheet {

/// Reads UTF-8 with or without its mark, and UTF-16 with its mark (Excel's "Unicode text"); other code pages are named,
/// never guessed into letters. The separator is the one of ; tab and , that most of the first lines hold, or what a line
/// "sep=;" says.
Outcome<Sheet> read_csv(std::string_view bytes, const Limits& limits = {});

class CsvWriter {
 public:
  explicit CsvWriter(char separator = ',') : separator_(separator) {}
  /// A text that a spreadsheet would take for a formula (= + - @ and control characters in front) gets an apostrophe
  /// before it; reading takes it away.
  void text(std::string_view text);
  /// A code of ours or a figure: never a formula, so never changed.
  void plain(std::string_view text);
  void number(Decimal number) { plain(number.str()); }
  void end_row();
  const std::string& str() const { return out_; }

 private:
  char separator_;
  bool first_ = true;
  std::string out_;
};

}  // namespace giaoban::spreadsheet
