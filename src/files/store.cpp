#include "files/store.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include "db/database.hpp"

namespace giaoban::files {
namespace fs = std::filesystem;
namespace {

/// A file that is being written, under a name of its own: two people may hand in the same content at once, also through
/// two programs that share the folder. What goes wrong leaves nothing behind.
class Part {
 public:
  explicit Part(const fs::path& to) : path_(fmt::format("{}.{:08x}{:08x}.part", to.string(), randombytes_random(), randombytes_random())) {
    file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file_ < 0) fail("open");
  }
  Part(const Part&) = delete;
  ~Part() {
    close();
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      auto n = ::write(file_, bytes.data(), bytes.size());
      if (n < 0) fail("write");
      bytes.remove_prefix(static_cast<size_t>(n));
    }
    if (::fsync(file_) != 0) fail("fsync");
    close();
  }
  void become(const fs::path& to) {
    if (::rename(path_.c_str(), to.c_str()) != 0) fail("rename");
    path_.clear();
    // The name itself is on the disk only when its folder is.
    if (int folder = ::open(to.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); folder >= 0) {
      ::fsync(folder);
      ::close(folder);
    }
  }

 private:
  void close() {
    if (file_ >= 0) ::close(std::exchange(file_, -1));
  }
  [[noreturn]] void fail(const char* what) {
    auto cause = std::string(what) + ": " + std::strerror(errno);
    throw db::Unavailable({"Chưa lưu được tệp: ổ đĩa đầy hoặc không ghi được. Hãy báo quản trị viên rồi gửi lại.",
                           "The file was not saved: the disk is full or cannot be written. Tell the administrator, then send it again."}, cause);
  }
  std::string path_;
  int file_ = -1;
};

bool is_old(const fs::path& path, std::chrono::seconds age) {
  std::error_code error;
  auto written = fs::last_write_time(path, error);
  return !error && written < fs::file_time_type::clock::now() - age;
}

/// Every file of the folder, wherever others take some away meanwhile.
template <class F>
void each_file(const fs::path& folder, F&& f) {
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->is_regular_file(error)) f(at->path());
}

}  // namespace

std::string content_hash(const std::string& bytes) {
  unsigned char raw[32];
  crypto_generichash(raw, sizeof raw, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
  char hex[65];
  sodium_bin2hex(hex, sizeof hex, raw, sizeof raw);
  return hex;
}

std::string Store::keep(const std::string& bytes) const {
  auto hash = content_hash(bytes);
  auto to = place(hash);
  std::error_code error;
  // What lies there cut short or altered is put right by whoever hands it in again.
  if (fs::file_size(to, error) == bytes.size() && read(hash) && ::utimensat(AT_FDCWD, to.c_str(), nullptr, 0) == 0) return hash;
  fs::create_directories(to.parent_path(), error);  // a folder that cannot be made shows when the file is opened
  Part part(to);
  part.write(bytes);
  part.become(to);
  return hash;
}

std::vector<std::string> Store::older_than(std::chrono::seconds age) const {
  std::vector<std::string> out;
  each_file(folder_, [&](const fs::path& path) {
    auto hash = path.filename().string();
    if (path == place(hash) && is_old(path, age)) out.push_back(hash);
  });
  return out;
}

bool Store::remove(const std::string& hash, std::chrono::seconds age) const {
  // Put aside before the last look: whoever hands it in now either finds it gone and writes it anew, or has made it new.
  std::error_code error;
  auto aside = place(hash).string() + ".swept";
  fs::rename(place(hash), aside, error);
  if (error) return false;
  if (is_old(aside, age)) return fs::remove(aside, error);
  fs::rename(aside, place(hash), error);
  return false;
}

void Store::remove_parts(std::chrono::seconds age) const {
  std::vector<fs::path> parts;
  each_file(folder_, [&](const fs::path& path) {
    if (path.extension() == ".part" && is_old(path, age)) parts.push_back(path);
  });
  std::error_code error;
  for (auto& part : parts) fs::remove(part, error);
}

std::optional<std::string> Store::read(const std::string& hash) const {
  std::ifstream in(place(hash), std::ios::binary);
  if (!in) return {};
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  if (content_hash(bytes) != hash) return {};
  return bytes;
}

}  // namespace giaoban::files
