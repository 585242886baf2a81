#pragma once
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "live/views.hpp"
#include "net/message.hpp"

namespace giaoban::net {

/// A browser's WebSocket. `send` may only be called through the server's io loop (Loops::io).
class Socket : public live::Watcher {
 public:
  /// Says why and ends: 4401 = the sign-in has ended.
  virtual void close(uint16_t code) = 0;
};

/// How many bytes of body a request may send, and whose share of the room for bodies they take (0: nobody's).
struct Admission {
  size_t most = 0;
  int64_t account = 0;
};

/// What the server serves. Knows nothing of sockets and parsers.
class Application {
 public:
  virtual ~Application() = default;
  /// By its headers alone; or the refusal that it gets unread. On the io thread.
  virtual std::variant<Admission, Response> admit(const Request& head) = 0;
  /// Takes long by its nature; such requests wait in a line of their own and keep nobody else waiting.
  virtual bool slow(const Request& request) const = 0;
  /// On the io thread, from memory alone; nothing = ask `handle`.
  virtual std::optional<Response> at_once(const Request& request) = 0;
  /// On a worker thread; may take as long as the store does.
  virtual Response handle(Request request) = 0;
  /// May this request become a live socket? On the io thread.
  virtual bool may_watch(const Request& request) = 0;
  virtual void opened(std::shared_ptr<Socket> socket, const Request& request) = 0;
  virtual void said(const std::shared_ptr<Socket>& socket, std::string message) = 0;
  virtual void closed(const Socket* socket) = 0;
};

struct Settings {
  std::string address = "127.0.0.1";
  unsigned short port = 8080;
  int workers = 2;
  std::vector<std::string> names;  ///< under which it is served outside; see Hosts
};

/// HTTP/1.1 and WebSocket: one thread of io, a pool of workers. Boost.Beast stays behind this header.
class Server {
 public:
  explicit Server(Settings settings);
  ~Server();
  live::Loops loops();
  /// Binds; throws std::runtime_error with a sentence when the port is taken. Returns the port.
  unsigned short listen();
  /// Serves until `stop` or SIGTERM/SIGINT; what is under way is finished first.
  void run(Application& application, std::function<void()> every_second);
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace giaoban::net
