#pragma once
#include <filesystem>

namespace giaoban {

/// The folder that holds rules/, demo/ and the page: found from the program's own place (beside it, or one above,
/// as in a build folder), or named by GIAOBAN_HOME. Throws std::runtime_error with a sentence when there is none.
const std::filesystem::path& installation();

}  // namespace giaoban
