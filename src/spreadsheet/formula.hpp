#pragma once
#include <map>

#include "spreadsheet/sheet.hpp"

namespace giaoban::spreadsheet {

/// Does a formula stay within its file and give the same value tomorrow?
bool formula_is_safe(std::string_view formula);

/// The formula of one cell after another. A shared one is written out once and meant by its number afterwards.
class FormulaReader {
 public:
  std::string text;
  void clear() {
    text.clear();
    there_ = false;
    shared_.clear();
  }
  void begin(std::string_view shared) {
    there_ = true;
    shared_ = shared;
  }
  Formula kind(bool has_value);

 private:
  bool there_ = false;
  std::string shared_;
  std::map<std::string, bool> safe_;  // of the shared ones
};

}  // namespace giaoban::spreadsheet
