#include "figures/snapshot_format.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <system_error>

namespace giaoban::figures {
namespace {

[[noreturn]] void failed(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

uint64_t xxh3(const void* data, size_t bytes) {
  return XXH3_64bits(data, bytes);
}

std::string hex(uint64_t value) {
  return fmt::format("{:016x}", value);
}

std::string shape_of(const std::vector<Indicator>& indicators, const Tree& units) {
  std::string text = json::text_of(indicators);
  for (UnitIndex u = 0; u < units.size(); ++u) {
    auto& unit = units.unit(u);
    text += fmt::format("\n{} {} {} {} {}", unit.code, unit.parent, unit.commune, unit.life.from.index, unit.life.until.index);
  }
  return hex(xxh3(text.data(), text.size()));
}

File File::to_read(const std::filesystem::path& path) {
  return File(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
}
File File::to_write(const std::filesystem::path& path) {
  File file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (!file.open()) failed("a snapshot cannot be made");
  return file;
}
File::~File() {
  if (fd_ >= 0) ::close(fd_);
}

int64_t File::size() const {
  struct stat s {};
  return ::fstat(fd_, &s) == 0 ? s.st_size : -1;
}

bool File::read(void* to, size_t bytes, int64_t at) const {
  for (auto* p = static_cast<char*>(to); bytes;) {
    auto n = ::pread(fd_, p, bytes, at);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    p += n, at += n, bytes -= static_cast<size_t>(n);
  }
  return true;
}

void File::write(const void* from, size_t bytes, int64_t at) const {
  for (auto* p = static_cast<const char*>(from); bytes;) {
    auto n = ::pwrite(fd_, p, bytes, at);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) failed("a snapshot cannot be written");
    p += n, at += n, bytes -= static_cast<size_t>(n);
  }
}

void File::sync() const {
  if (::fsync(fd_) != 0) failed("a snapshot cannot be made safe");
}

}  // namespace giaoban::figures
