#include "app/data_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/file.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "db/database.hpp"

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

std::string content_hash(const std::string& bytes) {
  unsigned char raw[32];
  crypto_generichash(raw, sizeof raw, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
  char hex[65];
  sodium_bin2hex(hex, sizeof hex, raw, sizeof raw);
  return hex;
}

std::string DataFolder::keep_file(const std::string& bytes) const {
  auto hash = content_hash(bytes);
  auto place = file(hash);
  std::error_code error;
  if (fs::exists(place, error)) return hash;
  fs::create_directories(place.parent_path(), error);  // a folder that cannot be made shows when the file is opened
  static std::atomic<int> parts{0};  // two people may hand in the same content at once
  auto part = place.string() + "." + std::to_string(++parts) + ".part";
  auto fail = [&](const char* what) {
    auto cause = std::string(what) + ": " + std::strerror(errno);
    ::unlink(part.c_str());
    throw db::Unavailable({"Chưa lưu được tệp: ổ đĩa đầy hoặc không ghi được. Hãy báo quản trị viên rồi gửi lại.",
                           "The file was not saved: the disk is full or cannot be written. Tell the administrator, then send it again."}, cause);
  };
  int fd = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0) fail("open");
  for (size_t done = 0; done < bytes.size();) {
    auto n = ::write(fd, bytes.data() + done, bytes.size() - done);
    if (n < 0) {
      ::close(fd);
      fail("write");
    }
    done += static_cast<size_t>(n);
  }
  if (::fsync(fd) != 0) {
    ::close(fd);
    fail("fsync");
  }
  ::close(fd);
  if (::rename(part.c_str(), place.c_str()) != 0) fail("rename");
  // The name itself is on the disk only when its folder is.
  int folder = ::open(place.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    ::fsync(folder);
    ::close(folder);
  }
  return hash;
}

}  // namespace giaoban::app
