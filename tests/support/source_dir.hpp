#pragma once
#include <string>

namespace giaoban {
/// Root of the source tree, where tests find rules/, demo/ and approved answers.
std::string source_dir();
}  // namespace giaoban
