#pragma once
#include "figures/exchange/reading.hpp"

namespace giaoban::figures::exchange {

/// The number in a cell; nothing when it is empty or at fault, which is then named.
std::optional<Decimal> value_of(const spreadsheet::Cell* cell, const std::string& address, spreadsheet::DecimalSign sign,
                                spreadsheet::CellFaults& faults);

}  // namespace giaoban::figures::exchange
