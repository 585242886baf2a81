#pragma once
#include <string>
#include <string_view>

namespace giaoban::live {
/// gzip at the level that costs least for JSON; empty when it would not be smaller.
std::string gzip(std::string_view text);
}  // namespace giaoban::live
