#include "support/source_dir.hpp"

namespace giaoban {
std::string source_dir() { return GIAOBAN_SOURCE_DIR; }
}  // namespace giaoban
