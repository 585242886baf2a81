#pragma once
// A small HTTP client for the program's own use: it walks the demo through the same door as a browser. One
// person's connection, cookie and CSRF token; every call waits for its answer and gives up after a stated time.
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace giaoban::net {

struct Answer {
  int status = 0;
  std::string content_type;
  std::string body;
};

/// Longer than any answer takes, also on a machine that is busy with something else.
inline constexpr std::chrono::seconds answer_within{60};

class Client {
 public:
  Client(std::string host, unsigned short port);
  ~Client();
  Client(Client&&) noexcept;

  /// Throws std::runtime_error when the line breaks or no answer comes; a refusal is an answer.
  Answer get(const std::string& target);
  /// With the CSRF token, and with an Idempotency-Key when `key` is not empty.
  Answer post(const std::string& target, std::string body, const std::string& key,
              std::string content_type = "application/json", std::vector<std::pair<std::string, std::string>> more = {});
  void show_csrf(std::string token);
  /// "giaoban=…": what a browser would send; for a watch in the same seat.
  std::string cookies() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// A live socket, as a page holds it.
class Watch {
 public:
  Watch(const std::string& host, unsigned short port, const std::string& cookies);
  ~Watch();
  Watch(Watch&&) noexcept;
  void say(const std::string& message);
  /// The next message; nothing when none comes within the time. What comes later is not lost.
  std::optional<std::string> next(std::chrono::milliseconds within);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace giaoban::net
