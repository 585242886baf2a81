#pragma once
// Workbooks, written in one pass from the first row to the last. Texts are written as texts: nothing that a person
// typed ever becomes a formula.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.hpp"
#include "base/text.hpp"

namespace giaoban::spreadsheet {

/// How a cell looks and whether it may be typed into once its sheet is locked.
struct Look {
  bool bold = false, large = false, muted = false, wrap = false, filled = false, boxed = false, open = false;
  std::optional<int32_t> decimals;  ///< of a number: "#,##0.0"
  auto operator<=>(const Look&) const = default;
};

struct SheetOptions {
  bool hidden = false, locked = false;
  std::vector<int> widths;   ///< of the first columns, in letters
  uint32_t frozen_rows = 0;  ///< that stay when one scrolls
};

class WorkbookWriter {
 public:
  WorkbookWriter();
  ~WorkbookWriter();
  WorkbookWriter(const WorkbookWriter&) = delete;
  WorkbookWriter& operator=(const WorkbookWriter&) = delete;

  /// Further cells go into this sheet. Letters that a sheet's name cannot hold are left out.
  void sheet(const std::string& name, const SheetOptions& options = {});
  void text(uint32_t row, uint32_t column, const std::string& text, const Look& look = {});
  /// With all its digits: as a number up to Excel's fifteen, as a text beyond.
  void number(uint32_t row, uint32_t column, Decimal number, const Look& look = {});
  void blank(uint32_t row, uint32_t column, const Look& look);
  /// The cell takes numbers from `least` on, with a word of help and what is said of anything else.
  void accept_numbers(uint32_t row, uint32_t column, bool whole, const std::string& help, const std::string& refusal);
  /// The cell takes one of these words.
  void accept_words(uint32_t row, uint32_t column, const std::vector<std::string>& words, const std::string& refusal);

  /// The file. The same calls give the same bytes.
  std::string finish();

 private:
  class MemoryFile;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace giaoban::spreadsheet
