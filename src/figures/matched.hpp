#pragma once
// Both sides of a comparison where units changed: only the units of the frame that have both count.
#include "figures/comparable.hpp"
#include "figures/compare.hpp"

namespace giaoban::figures {

/// Each month from `first` to `last` against the one so many months before it.
void match_in_frame(const Columns& columns, const Place& place, Month first, Month last, int back, Sides& out);

}  // namespace giaoban::figures
