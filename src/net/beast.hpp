#pragma once
// Internal to src/net. gcc 12 miscompiles temporaries inside co_await: every operand is a named variable.
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <deque>
#include <unordered_map>
#include <unordered_set>

#include "net/hosts.hpp"
#include "net/server.hpp"

namespace giaoban::net {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using tcp = asio::ip::tcp;
using Executor = asio::io_context::executor_type;
template <class T>
using Task = asio::awaitable<T, Executor>;
using Await = asio::use_awaitable_t<Executor>;
using TcpSocket = asio::basic_stream_socket<tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Stream = beast::basic_stream<tcp, Executor, beast::unlimited_rate_policy>;

/// A body that is shared, not copied: the same rendered view goes to everyone.
struct SharedBody {
  using value_type = std::shared_ptr<const std::string>;
  static std::uint64_t size(const value_type& body) { return body ? body->size() : 0; }
  struct writer {
    using const_buffers_type = asio::const_buffer;
    template <bool R, class F>
    writer(const http::header<R, F>&, const value_type& body) : body_(body) {}
    void init(beast::error_code& error) { error = {}; }
    boost::optional<std::pair<const_buffers_type, bool>> get(beast::error_code& error) {
      error = {};
      return {{asio::const_buffer(body_ ? body_->data() : nullptr, body_ ? body_->size() : 0), false}};
    }
    const value_type& body_;
  };
};

using Moment = std::chrono::steady_clock::time_point;

struct Hub {
  Hub(asio::io_context& io, asio::thread_pool& pool, asio::thread_pool& slow, const Hosts& hosts, Application& application)
      : io(io), pool(pool), slow(slow), hosts(hosts), application(application) {}
  asio::io_context& io;
  asio::thread_pool& pool;
  asio::thread_pool& slow;
  const Hosts& hosts;
  Application& application;
  std::unordered_map<Stream*, Moment> waiting;  // for their request to be whole, and since when
  std::unordered_set<class LiveSocket*> live;
  std::unordered_map<std::string, size_t> slow_of;  // waiting in the slow line, by address
  std::unordered_map<int64_t, size_t> bodies_of;    // bytes of bodies that are being read, by account
  size_t connections = 0, in_flight = 0, bodies_bytes = 0, slow_waiting = 0;
  bool stopping = false;

  /// The connection that has waited longest for its request is closed; false when all are at work.
  bool give_way();
};

class LiveSocket final : public Socket, public std::enable_shared_from_this<LiveSocket> {
 public:
  LiveSocket(Stream stream, Hub& hub) : ws_(std::move(stream)), hub_(hub) {}
  void send(live::Buffer message) override;
  void close(uint16_t code) override;
  Task<void> run(http::request<http::string_body> upgrade, Request request);

 private:
  Task<void> pump();
  websocket::stream<Stream> ws_;
  Hub& hub_;
  std::deque<live::Buffer> queue_;
  size_t queued_bytes_ = 0;
  bool writing_ = false, closing_ = false;
};

/// One HTTP connection, from its first byte to its last.
Task<void> serve_connection(Stream stream, Hub& hub);

}  // namespace giaoban::net
