#pragma once
// A workbook's sheets, read from bytes that nobody has vouched for. Links to other files are not followed, nothing is
// computed, macros and pictures are never looked at.
#include <memory>

#include "spreadsheet/sheet.hpp"

namespace giaoban::spreadsheet {

struct SheetName {
  std::string name;
  bool hidden = false;
};

class Workbook {
 public:
  /// Takes the bytes; reads what the sheets are called and what they share.
  static Outcome<Workbook> open(std::string bytes, const Limits& limits = {});
  Workbook(Workbook&&) noexcept;
  ~Workbook();

  const std::vector<SheetName>& sheets() const;
  std::optional<size_t> find(std::string_view name) const;
  /// The first that is not hidden.
  size_t first_shown() const;
  Outcome<Sheet> read(size_t sheet);

 private:
  struct Impl;
  explicit Workbook(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace giaoban::spreadsheet
