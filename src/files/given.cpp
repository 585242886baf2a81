#include "files/given.hpp"

namespace giaoban::files {

std::shared_ptr<const std::string> Given::read(const Store& store, const std::string& hash) {
  std::lock_guard lock(mutex_);
  if (auto it = given_.find(hash); it != given_.end())
    if (auto bytes = it->second.lock()) return bytes;
  std::erase_if(given_, [](auto& entry) { return entry.second.expired(); });
  auto read = store.read(hash);
  if (!read) return nullptr;
  auto bytes = std::make_shared<const std::string>(std::move(*read));
  given_[hash] = bytes;
  return bytes;
}

}  // namespace giaoban::files
