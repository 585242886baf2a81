#pragma once
#include "figures/exchange/form_template.hpp"

namespace giaoban::figures::exchange {

/// The form of a unit in a month as it is defined now, for a template that says it is one.
using FormOf = std::function<Outcome<FormTemplate>(const std::string& unit, Month month)>;

/// Whatever it is: our own template, another workbook, CSV, or DHIS2's JSON.
Outcome<Reading> read_file(std::string bytes, const Mapping& mapping, const Known& known, const FormOf& form_of);

}  // namespace giaoban::figures::exchange
