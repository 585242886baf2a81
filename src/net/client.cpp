#include "net/client.hpp"

#include <fmt/format.h>

#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <map>
#include <stdexcept>

namespace giaoban::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using tcp = asio::ip::tcp;

/// Runs the loop until `done` says so; false when the time is over first.
template <class Done>
bool run_until(asio::io_context& io, std::chrono::steady_clock::time_point end, Done done) {
  io.restart();
  while (!done() && std::chrono::steady_clock::now() < end)
    if (io.run_one_until(end) == 0) break;
  return done();
}

std::runtime_error broken(const std::string& what, const beast::error_code& error) {
  return std::runtime_error(fmt::format("{}: {}", what, error.message()));
}

tcp::endpoint endpoint(const std::string& host, unsigned short port) { return {asio::ip::make_address(host), port}; }

}  // namespace

struct Client::Impl {
  std::string host;
  unsigned short port;
  asio::io_context io;
  std::unique_ptr<tcp::socket> socket;
  beast::flat_buffer buffer;
  std::map<std::string, std::string> cookies;
  std::string csrf;

  /// Starts an asynchronous step and waits for it.
  template <class Start>
  beast::error_code wait(const std::string& what, Start start) {
    std::optional<beast::error_code> result;
    start([&](beast::error_code error, auto...) { result = error; });
    if (!run_until(io, std::chrono::steady_clock::now() + answer_within, [&] { return result.has_value(); })) {
      socket->close();
      run_until(io, std::chrono::steady_clock::now() + answer_within, [&] { return result.has_value(); });
      socket.reset();
      throw std::runtime_error(fmt::format("{}: no answer within {} s", what, answer_within.count()));
    }
    return *result;
  }

  void connect(const std::string& what) {
    socket = std::make_unique<tcp::socket>(io);
    buffer.clear();
    if (auto error = wait(what, [&](auto done) { socket->async_connect(endpoint(host, port), done); })) throw broken(what, error);
    socket->set_option(tcp::no_delay(true));
  }

  Answer exchange(http::request<http::string_body>& request) {
    auto what = fmt::format("{} {}", std::string(request.method_string()), std::string(request.target()));
    request.set(http::field::host, fmt::format("{}:{}", host, port));
    if (!cookies.empty()) request.set(http::field::cookie, cookie_header());
    request.prepare_payload();
    bool fresh = !socket;
    if (fresh) connect(what);
    http::response<http::string_body> response;
    auto error = wait(what, [&](auto done) { http::async_write(*socket, request, done); });
    if (!error) error = wait(what, [&](auto done) { http::async_read(*socket, buffer, response, done); });
    if (error) {
      socket.reset();
      // A kept connection may have been closed meanwhile; a new one has no such excuse.
      if (fresh) throw broken(what, error);
      return exchange(request);
    }
    keep_cookies(response);
    if (!response.keep_alive()) socket.reset();
    return {static_cast<int>(response.result_int()), std::string(response[http::field::content_type]), std::move(response.body())};
  }

  void keep_cookies(const http::response<http::string_body>& response) {
    auto [from, to] = response.equal_range(http::field::set_cookie);
    for (; from != to; ++from) {
      std::string line(from->value());
      auto pair = line.substr(0, line.find(';'));
      auto equals = pair.find('=');
      if (equals == std::string::npos) continue;
      auto value = pair.substr(equals + 1);
      if (value.empty()) cookies.erase(pair.substr(0, equals));
      else cookies[pair.substr(0, equals)] = value;
    }
  }

  std::string cookie_header() const {
    std::string out;
    for (auto& [name, value] : cookies) out += (out.empty() ? "" : "; ") + name + "=" + value;
    return out;
  }
};

Client::Client(std::string host, unsigned short port) : impl_(new Impl{std::move(host), port, {}, {}, {}, {}, {}}) {}
Client::~Client() = default;
Client::Client(Client&&) noexcept = default;

Answer Client::get(const std::string& target) {
  http::request<http::string_body> request{http::verb::get, target, 11};
  return impl_->exchange(request);
}

Answer Client::post(const std::string& target, std::string body, const std::string& key, std::string content_type,
                    std::vector<std::pair<std::string, std::string>> more) {
  http::request<http::string_body> request{http::verb::post, target, 11};
  request.set(http::field::content_type, content_type);
  if (!impl_->csrf.empty()) request.set("X-CSRF-Token", impl_->csrf);
  if (!key.empty()) request.set("Idempotency-Key", key);
  for (auto& [name, value] : more) request.set(name, value);
  request.body() = std::move(body);
  return impl_->exchange(request);
}

void Client::show_csrf(std::string token) { impl_->csrf = std::move(token); }
std::string Client::cookies() const { return impl_->cookie_header(); }

struct Watch::Impl {
  asio::io_context io;
  websocket::stream<tcp::socket> socket{io};
  beast::flat_buffer buffer;
  bool reading = false;
  std::optional<beast::error_code> read;
};

Watch::Watch(const std::string& host, unsigned short port, const std::string& cookies) : impl_(new Impl) {
  impl_->socket.next_layer().connect(endpoint(host, port));
  impl_->socket.set_option(websocket::stream_base::decorator([&](websocket::request_type& request) {
    if (!cookies.empty()) request.set(http::field::cookie, cookies);
  }));
  impl_->socket.handshake(fmt::format("{}:{}", host, port), "/live");
}
Watch::~Watch() {
  if (!impl_) return;
  beast::error_code error;
  impl_->socket.next_layer().close(error);
  run_until(impl_->io, std::chrono::steady_clock::now() + std::chrono::seconds(1), [&] { return !impl_->reading || impl_->read.has_value(); });
}
Watch::Watch(Watch&&) noexcept = default;

void Watch::say(const std::string& message) { impl_->socket.write(asio::buffer(message)); }

std::optional<std::string> Watch::next(std::chrono::milliseconds within) {
  auto& i = *impl_;
  if (!i.reading) {
    i.reading = true;
    i.read.reset();
    i.socket.async_read(i.buffer, [&i](beast::error_code error, size_t) { i.read = error; });
  }
  if (!run_until(i.io, std::chrono::steady_clock::now() + within, [&] { return i.read.has_value(); })) return {};
  i.reading = false;
  if (*i.read) throw broken("live socket", *i.read);
  auto text = beast::buffers_to_string(i.buffer.data());
  i.buffer.consume(i.buffer.size());
  return text;
}

}  // namespace giaoban::net
