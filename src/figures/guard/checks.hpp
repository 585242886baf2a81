#pragma once
// The guard's two halves: a text against the data, and against itself.
#include "figures/guard/say.hpp"

namespace giaoban::figures::guard {

/// A text with more contradictions than a page can show is read no further: the checks stay linear.
inline constexpr size_t findings_max = 200;

void check_data(const Reading& reading, const Facts& facts, const Say& say, Month now, Result& out);
void check_text(const Reading& reading, const Against& against, const Say& say, const Setting& setting, Result& out);

}  // namespace giaoban::figures::guard
