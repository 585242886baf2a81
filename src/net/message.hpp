#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace giaoban::net {

/// A request that has passed the parser's and the server's checks: one Host, one body length, known method.
struct Request {
  std::string method;  ///< "GET", "HEAD", "POST"
  std::string target;  ///< "/api/home.month?month=2021-04"
  std::string path;    ///< the part before '?', percent-decoding left to whoever needs it
  std::string remote;  ///< address of the peer
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
  std::string body;

  std::string_view header(std::string_view lower_case_name) const;
  std::string_view cookie(std::string_view name) const;
  bool accepts(std::string_view coding) const;
};

struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::vector<std::pair<std::string, std::string>> headers;
  std::shared_ptr<const std::string> body;
};

/// Sizes that a peer may send. A report's text is some 100 KiB; evidence is a scanned file.
inline constexpr size_t header_bytes_max = 16 * 1024;
inline constexpr size_t body_bytes_max = 1024 * 1024;
inline constexpr size_t upload_bytes_max = 20 * 1024 * 1024;
/// What a browser says over the live socket: addresses to watch.
inline constexpr size_t live_bytes_max = 4 * 1024;
/// Messages waiting for one slow reader; beyond, it is dropped and resumes when it can.
inline constexpr size_t live_queue_max = 256;
inline constexpr size_t connections_max = 4096;

}  // namespace giaoban::net
