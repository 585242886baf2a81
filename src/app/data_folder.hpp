#pragma once
#include <filesystem>
#include <string>

namespace giaoban::app {

/// The one folder that holds everything: giaoban.db, files/ (evidence by content hash), lock,
/// and figures.snapshot where there are very many figures.
/// Held by one process at a time; a second one is refused with a sentence (std::runtime_error).
class DataFolder {
 public:
  explicit DataFolder(const std::filesystem::path& path);
  ~DataFolder();
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;

  bool is_new() const;
  std::string database_url() const { return "sqlite:" + (path_ / "giaoban.db").string(); }
  const std::filesystem::path& path() const { return path_; }
  /// What the next start reads instead of every figure; can be deleted at any time.
  std::filesystem::path figures_snapshot() const { return path_ / "figures.snapshot"; }
  std::filesystem::path files() const { return path_ / "files"; }

 private:
  std::filesystem::path path_;
  int lock_ = -1;
};

}  // namespace giaoban::app
