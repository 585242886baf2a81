#pragma once
// Numbers as a sheet holds them and as people write them. Nothing passes through a float: a workbook's number is its
// first fifteen digits, which is all that Excel itself keeps.
#include "base/decimal.hpp"
#include "spreadsheet/sheet.hpp"

namespace giaoban::spreadsheet {

/// How a file's texts write the decimal sign. `detect`: each number by its own shape, and one that could be either
/// ("1.234" is a thousand to one reader and one and a bit to another) is named, never guessed.
enum class DecimalSign { detect, comma, dot };
BOOST_DESCRIBE_ENUM(DecimalSign, detect, comma, dot)

/// "85.199999999999999" → "85.2", "1E+3" → "1000"; nothing when it is not a number or has more than 30 digits.
std::optional<std::string> plain_number(std::string_view stored);

struct NumberReading {
  enum class Result { number, empty, ambiguous, too_fine, not_a_number } result = Result::empty;
  Decimal value;
};
/// A number in words of people: "1.234,5", "1 234,5", "1,234.5", "−3". Rule: the decimal sign is the comma as
/// Vietnamese writes it, or the dot where the shape leaves no doubt.
NumberReading read_number(std::string_view written, DecimalSign sign = DecimalSign::detect);
/// Of a cell: a workbook's number as it is stored, a text as it is written.
NumberReading read_number(const Cell& cell, DecimalSign sign = DecimalSign::detect);

/// What to tell whoever wrote it.
Text number_fault(const NumberReading& reading, std::string_view written);

}  // namespace giaoban::spreadsheet
