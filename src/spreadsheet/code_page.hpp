#pragma once
#include <string>
#include <string_view>

#include "base/outcome.hpp"

namespace giaoban::spreadsheet {

/// The text without its mark. UTF-16 with a mark is converted into `converted`, which must outlive the answer. A text
/// in another code page, or one that went through a wrong one, is a problem that names the page and the first place.
Outcome<std::string_view> utf8_of(std::string_view bytes, std::string& converted);

}  // namespace giaoban::spreadsheet
