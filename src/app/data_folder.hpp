#pragma once
#include <filesystem>
#include <string>

namespace giaoban::app {

/// BLAKE2b-256 of the content, hex.
std::string content_hash(const std::string& bytes);

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
  /// Keeps bytes under the hash of their content, flushed to the disk before it returns; returns the hash.
  std::string keep_file(const std::string& bytes) const;
  std::filesystem::path file(const std::string& hash) const { return path_ / "files" / hash.substr(0, 2) / hash; }

 private:
  std::filesystem::path path_;
  int lock_ = -1;
};

}  // namespace giaoban::app
