#pragma once
// Inside the reader: the small parts of a workbook, which say where the rest is and how it is to be understood.
#include <map>

#include "spreadsheet/xml_stream.hpp"

namespace giaoban::spreadsheet::parts {

struct Relation {
  std::string type, target;  ///< `target` is a part's name in the package; links out of it are left out
};
/// By id. A part without relations has none.
Outcome<std::map<std::string, Relation>> relations(Package& package, const std::string& of);

struct SheetEntry {
  std::string name, relation;
  bool hidden = false;
};
struct Book {
  std::vector<SheetEntry> sheets;
  bool since_1904 = false;
};
Outcome<Book> book(Package& package, const std::string& part, const Limits& limits);

Outcome<std::vector<std::string>> shared_strings(Package& package, const std::string& part, const Limits& limits);

/// By a cell's style: does it show its number as a day?
Outcome<std::vector<bool>> date_styles(Package& package, const std::string& part);

/// "d" shows a day of number 44316 in "dd/mm/yyyy"; quoted words and [colours] say nothing.
bool shows_a_day(std::string_view format);

/// "_x000D_" is how a workbook writes a control character.
std::string unescaped(std::string text);

}  // namespace giaoban::spreadsheet::parts
