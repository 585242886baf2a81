#pragma once
#include <string>
#include <string_view>

#include "documents/tree.hpp"

namespace giaoban::documents {

/// Text fit for every format: valid UTF-8 in composed form (NFC), no control characters but "\n", no
/// direction overrides (they could make a document read otherwise than it is stored). Tabs become spaces.
std::string clean(std::string_view text);

/// Upper case by Unicode's rules, Vietnamese included ("Móng Cái" -> "MÓNG CÁI").
std::string upper(std::string_view text);
std::string lowered(std::string_view text);
/// The first letter in upper or lower case, the rest as it is.
std::string capitalised(std::string_view text);
std::string uncapitalised(std::string_view text);

/// Bytes of the first character; 0 of none.
size_t first_letter_bytes(std::string_view text);

/// Number of characters (code points).
size_t length_of(std::string_view text);

/// The words of a run as they are shown under a look: cleaned, in capitals where run or look asks for them.
std::string shown(const Run& run, const Look& look);
/// The whole paragraph: marker, a space, the runs.
std::vector<Run> shown(const Paragraph& paragraph, const Look& look);

}  // namespace giaoban::documents
