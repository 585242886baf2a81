#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "net/message.hpp"

namespace giaoban::app {

/// The page, read into memory once, with what its build compressed (ui/scripts/compress.mjs): neither a start nor a
/// visit costs any packing. What was not compressed is sent as it is.
class StaticFiles {
 public:
  /// Reads `folder` (the page's build). A folder that is not there leaves the page out; the API still serves.
  explicit StaticFiles(const std::string& folder);
  std::optional<net::Response> answer(const net::Request& request) const;
  /// The page itself, for every address that is the page's own.
  std::optional<net::Response> page(const net::Request& request) const;
  bool empty() const { return files_.empty(); }

 private:
  struct StaticFile {
    std::string type, etag;
    bool worker = false;  // the service worker
    bool hashed = false;  // its content never changes under its name: cached for a year
    std::shared_ptr<const std::string> plain, gzip, brotli;
  };
  net::Response send(const StaticFile& file, const net::Request& request) const;
  std::map<std::string, StaticFile, std::less<>> files_;
};

}  // namespace giaoban::app
