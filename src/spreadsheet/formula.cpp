#include "spreadsheet/formula.hpp"

#include <set>

namespace giaoban::spreadsheet {

namespace {

/// Functions that reach out of the file, or give another value tomorrow.
const std::set<std::string, std::less<>>& unsafe_functions() {
  static const std::set<std::string, std::less<>> names{
      "WEBSERVICE", "FILTERXML", "RTD",  "DDE",         "CALL",      "REGISTER", "REGISTER.ID", "SQL.REQUEST", "IMAGE",
      "NOW",        "TODAY",     "RAND", "RANDBETWEEN", "RANDARRAY", "INDIRECT", "CELL",        "INFO",        "STOCKHISTORY"};
  return names;
}

/// Letters of other alphabets too: a table may be called "Bảng".
bool in_name(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

bool formula_is_safe(std::string_view formula) {
  bool quoted = false;
  int brackets = 0;
  std::string name;
  for (char c : formula) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (in_name(c)) {
      name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      continue;
    }
    // [1]Sheet!A1 is another file; Table[Column] is this one. A bar calls a program (DDE).
    if ((c == '[' && brackets == 0 && name.empty()) || c == '|') return false;
    brackets += c == '[' ? 1 : c == ']' && brackets > 0 ? -1 : 0;
    if (name.starts_with("_XLFN.")) name.erase(0, 6);
    if (c == '(' && unsafe_functions().contains(name)) return false;
    name.clear();
  }
  return true;
}

Formula FormulaReader::kind(bool has_value) {
  if (!there_) return Formula::none;
  bool safe = formula_is_safe(text);
  if (!shared_.empty()) {
    if (text.empty()) {
      auto first = safe_.find(shared_);
      safe = first != safe_.end() && first->second;
    } else if (safe_.size() < Limits{}.columns) {
      safe_[shared_] = safe;
    }
  }
  if (!safe) return Formula::unsafe;
  return has_value ? Formula::kept : Formula::unknown;
}

}  // namespace giaoban::spreadsheet
