#include "app/data_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace giaoban::app {
namespace fs = std::filesystem;
namespace {

/// A folder that is there, not empty and not ours: it would be closed to its owners, and filled.
bool of_others(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error) || fs::is_empty(path, error)) return false;
  return !fs::exists(path / "lock", error) && !fs::exists(path / "giaoban.db", error) && !fs::exists(path / "files", error);
}

}  // namespace

DataFolder::DataFolder(const fs::path& path) : path_(path) {
  std::error_code error;
  if (of_others(path_))
    throw std::runtime_error(fmt::format("{} holds other things. Give a new or an empty folder with --data.", path_.string()));
  fs::create_directories(path_ / "files", error);
  if (error) throw std::runtime_error(fmt::format("Cannot write in the data folder {}: {}.", path_.string(), error.message()));
  fs::permissions(path_, fs::perms::owner_all, error);  // figures and evidence are nobody else's business
  lock_ = ::open((path_ / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock_ < 0) throw std::runtime_error(fmt::format("Cannot write in the data folder {}: {}.", path_.string(), std::strerror(errno)));
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    char pid[32] = {};
    auto n = ::read(lock_, pid, sizeof pid - 1);
    ::close(lock_);
    throw std::runtime_error(fmt::format("The data folder {} is in use by another giaoban (process {}). Stop that one first, or give another folder with --data.",
                                         path_.string(), n > 0 ? std::string(pid) : "unknown"));
  }
  auto pid = std::to_string(::getpid());
  if (::ftruncate(lock_, 0) != 0 || ::write(lock_, pid.data(), pid.size()) < 0) { /* the number only helps a person */ }
}

DataFolder::~DataFolder() {
  if (lock_ >= 0) ::close(lock_);
}

bool DataFolder::is_new() const { return !fs::exists(path_ / "giaoban.db"); }

}  // namespace giaoban::app
