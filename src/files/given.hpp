#pragma once
// Files that are on their way to readers. All who are being given one file are given the same bytes: slow readers of it
// cost its size once, however many they are.
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "files/store.hpp"

namespace giaoban::files {

class Given {
 public:
  /// Nothing when the file is not there, or is no longer what was kept.
  std::shared_ptr<const std::string> read(const Store& store, const std::string& hash);

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::weak_ptr<const std::string>> given_;  // by hash
};

}  // namespace giaoban::files
