#pragma once
#include <string>

#include "documents/tree.hpp"

namespace giaoban::documents {

/// Breaks a centred text into the fewest lines that fit: rather after ";" or before "tại", "của", "thành phố"
/// than elsewhere, never inside "kinh tế - xã hội" and its like if it can be helped, and else as even as can
/// be. A "\n" already there stays.
std::string balanced(const std::string& text, const Look& look, Length width, Language language);

}  // namespace giaoban::documents
