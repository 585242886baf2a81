#pragma once
// A unit's form of a month as a workbook: what may be typed is open, all else is locked, and a hidden sheet says which
// form it is and how its lines were defined when it was made.
#include "figures/exchange/reading.hpp"
#include "spreadsheet/xlsx_reader.hpp"

namespace giaoban::figures::exchange {

struct TemplateLine {
  std::string code;
  Text name, unit_of_measure, group;
  int32_t scale = 0, decimals = 0;
  std::optional<Decimal> value, last_month, last_year;
  bool estimate = false;
  std::string reason;
};

struct FormTemplate {
  std::string unit, number;  ///< "hai-hoa", "01-KTXH"
  Text unit_name;
  Month month;
  std::vector<TemplateLine> lines;
};

/// Hash of the form's definition: which lines, in which order, in which unit of measure and scale. Names may be
/// reworded without making a filled form worthless.
std::string stamp_of(const FormTemplate& form);

std::string write_template(const FormTemplate& form, Language language);

/// What a workbook says it is a form of; nothing when it is not one of ours.
struct TemplateMark {
  std::string unit, stamp;
  Month month;
  std::map<std::string, std::string> lines;  ///< code → the line's own stamp
};
Outcome<std::optional<TemplateMark>> mark_of(spreadsheet::Workbook& book);

/// `now`: the form as it is defined today. An older definition is accepted while each of its lines is still defined
/// alike, and refused with the codes that are not.
Outcome<Reading> read_template(spreadsheet::Workbook& book, const TemplateMark& mark, const FormTemplate& now);

}  // namespace giaoban::figures::exchange
