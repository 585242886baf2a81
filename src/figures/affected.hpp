#pragma once
// How far a correction reaches.
#include "figures/compare.hpp"

namespace giaoban::figures {

/// Every comparison with the past or a plan that a value is part of, up to the month `last`: of the unit and all
/// above it, of the indicator and the ratios it is part of; in its month and those that compare with it or count it
/// in. (Shares and contributions of the units beside it follow from those above.) `unit` is the store's, under whose
/// own frame `columns` must be.
std::vector<Question> affected(const Columns& columns, IndicatorIndex i, UnitIndex unit, Month month, Month last);

}  // namespace giaoban::figures
