#pragma once
// A unit that an act made has no figures of its own from before it: what it was made of is its base then, in forms, in
// the questions on entry and in the grid alike.
#include "figures/comparable.hpp"
#include "figures/form.hpp"

namespace giaoban::figures {

/// What the unit, as it stands in `month`, would have given so many months before. Nothing where no act changed it, or
/// where what it was made of has no total.
std::optional<Total> before_act(const Columns& columns, const std::string& indicator, const std::string& unit, Month month, int months_back);

/// Fills the bases that a cell's own unit did not give.
void fill_before_act(const Columns& columns, const std::string& indicator, const std::string& unit, Month month, CellValues& cell);

}  // namespace giaoban::figures
