#pragma once
// A sheet as it was read, whatever the file was: the cells that hold something, each with its place.
#include <optional>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "spreadsheet/limits.hpp"

namespace giaoban::spreadsheet {

enum class CellKind : uint8_t {
  text,
  number,   // `text` is plain: digits, one dot, a minus sign
  date,     // `text` is "2021-04-30"
  logical,  // "TRUE", "FALSE"
  error,    // "#DIV/0!"
};

/// A formula's value is the one that its program kept with it: nothing is computed here.
enum class Formula : uint8_t {
  none,
  kept,     // fetches nothing and changes by itself never: its kept value may be taken, and is marked
  unsafe,   // reaches out of the file or changes with the day: whoever sends it must put a value in its place
  unknown,  // its program kept no value
};

struct Cell {
  uint32_t row = 0, column = 0;  ///< from 0
  CellKind kind = CellKind::text;
  Formula formula = Formula::none;
  std::string text;
};

struct Sheet {
  std::string name;         ///< empty for CSV
  std::vector<Cell> cells;  ///< row by row, from left to right; empty ones are left out
  uint32_t rows = 0, columns = 0;
  const Cell* at(uint32_t row, uint32_t column) const;
  /// "Biểu!C7"; "C7" in CSV, as Excel would number it.
  std::string address(uint32_t row, uint32_t column) const;
  std::string address(const Cell& cell) const { return address(cell.row, cell.column); }
};

/// 0 → "A", 26 → "AA".
std::string column_letters(uint32_t column);
std::optional<uint32_t> column_of(std::string_view letters);

struct Place {
  uint32_t row = 0, column = 0;
};
/// "C7" → row 6, column 2.
std::optional<Place> place_of(std::string_view address);

/// One cell at fault: where, what is wrong and what to do.
struct CellFault {
  std::string address;
  Text what;
};
BOOST_DESCRIBE_STRUCT(CellFault, (), (address, what))

/// Every cell at fault, named up to a limit and counted beyond it.
class CellFaults {
 public:
  void add(std::string address, Text what) {
    if (named_.size() < faults_named) named_.push_back({std::move(address), std::move(what)});
    ++count_;
  }
  bool any() const { return count_ > 0; }
  size_t count() const { return count_; }
  const std::vector<CellFault>& named() const { return named_; }

 private:
  std::vector<CellFault> named_;
  size_t count_ = 0;
};

}  // namespace giaoban::spreadsheet
