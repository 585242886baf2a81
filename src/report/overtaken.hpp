#pragma once
// A drafted sentence is the figures' as long as it stands as it was drafted, alone or among words that a person put
// around it. Then it follows them whole, not only in its numbers: "ước đạt 712,6 tỷ đồng (14/16 đơn vị đã báo cáo)"
// becomes "đạt 712,6 tỷ đồng" when all have reported, even if the number is the same.
#include "report/binding.hpp"

namespace giaoban::report {

/// The paragraph with its sentence as the figures give it now. Nothing where that is the same, or where a person has
/// changed the sentence itself: then only numbers follow (refresh). `drafted`: the vintage that it was drafted on.
std::optional<std::vector<figures::Run>> overtaken(const Source& source, const std::vector<figures::Run>& runs,
                                                   Month month, figures::Sequence drafted, Language language);

/// The words differ besides the numbers.
bool other_words(const std::vector<figures::Run>& a, const std::vector<figures::Run>& b);

}  // namespace giaoban::report
