#include "base/installation.hpp"

#include <cstdlib>
#include <stdexcept>

namespace giaoban {

const std::filesystem::path& installation() {
  static const std::filesystem::path found = [] {
    namespace fs = std::filesystem;
    if (auto* home = std::getenv("GIAOBAN_HOME"); home && *home) return fs::path(home);
    auto beside = fs::read_symlink("/proc/self/exe").parent_path();
    for (auto& folder : {beside, beside.parent_path(), beside.parent_path() / "share" / "giaoban"})
      if (fs::exists(folder / "rules" / "rights.json")) return folder;
    throw std::runtime_error("The folder rules/ was not found beside the program. Set GIAOBAN_HOME to where it is.");
  }();
  return found;
}

}  // namespace giaoban
