#pragma once
// Where bytes lie: under the hash of their content, so that a file that no longer fits its name was altered.
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace giaoban::files {

/// BLAKE2b-256 of the content, hex.
std::string content_hash(const std::string& bytes);

class Store {
 public:
  explicit Store(std::filesystem::path folder) : folder_(std::move(folder)) {}
  /// Flushed to the disk before it returns; gives the hash. From then on it is new, also where it lay already. Throws
  /// db::Unavailable.
  std::string keep(const std::string& bytes) const;
  /// Nothing when it is not there, or is no longer what was kept.
  std::optional<std::string> read(const std::string& hash) const;
  /// Hashes of what was last handed in longer ago than `age`.
  std::vector<std::string> older_than(std::chrono::seconds age) const;
  /// False when it was handed in again meanwhile: then it stays.
  bool remove(const std::string& hash, std::chrono::seconds age) const;
  /// What was being written when a program ended in the middle of it.
  void remove_parts(std::chrono::seconds age) const;
  std::filesystem::path place(const std::string& hash) const { return folder_ / hash.substr(0, 2) / hash; }
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace giaoban::files
