#pragma once
#include <algorithm>
#include <cstdint>
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
  std::string remote;  ///< address of the peer; behind a proxy on this machine, the one that it names
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
/// Of who is not signed in: a name and a password.
inline constexpr size_t stranger_bytes_max = 16 * 1024;
/// All bodies that are being read at once: what the machine can spare beside the store and the views.
inline constexpr size_t bodies_bytes_max = 512 * 1024 * 1024;
/// Of them, of one account: some scanned files at once. Who opens more lines and sends slowly keeps nobody else out.
inline constexpr size_t bodies_of_one_bytes_max = bodies_bytes_max / 8;
/// What a browser says over the live socket: addresses to watch.
inline constexpr size_t live_bytes_max = 4 * 1024;
/// Messages, and their bytes, waiting for one slow reader; beyond, it is dropped and resumes when it can.
inline constexpr size_t live_queue_max = 256;
inline constexpr size_t live_queue_bytes_max = 8 * 1024 * 1024;
/// When all are taken, the one that has waited longest for its request gives way to a new one.
inline constexpr size_t connections_max = 4096;
/// Requests of the slow kind (a password to reckon) that wait in line, and of one address among them: some seconds' work.
inline constexpr size_t slow_waiting_max = 64;
inline constexpr size_t slow_waiting_of_one_max = 16;

/// How long a peer may take. What is long goes on as long as it moves: a ward's line carries some kilobytes a second,
/// and a scanned file takes it half an hour; who sends a byte now and then is let go.
inline constexpr int idle_seconds = 60;
inline constexpr int header_seconds = 15;
inline constexpr int grace_seconds = 20;
inline constexpr int floor_bytes_a_second = 1024;
inline constexpr int transfer_seconds_max = 30 * 60;

/// The time by which more must have moved when `moved` bytes have since the transfer began.
inline int64_t transfer_deadline_ms(size_t moved) {
  auto earned = static_cast<int64_t>(moved) * 1000 / floor_bytes_a_second;
  return std::min<int64_t>(grace_seconds * 1000 + earned, transfer_seconds_max * 1000);
}

}  // namespace giaoban::net
