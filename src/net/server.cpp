#include "net/server.hpp"

#include <spdlog/spdlog.h>

#include "net/beast.hpp"

namespace giaoban::net {

struct Server::Impl {
  explicit Impl(Settings s) : settings(std::move(s)), pool(static_cast<size_t>(settings.workers)), acceptor(io.get_executor()) {}
  Settings settings;
  asio::io_context io{1};
  asio::thread_pool pool;
  Acceptor acceptor;

  Task<void> accept(Hub& hub) {
    auto token = Await{};
    for (;;) {
      beast::error_code error;
      auto careful = asio::redirect_error(token, error);
      auto accepting = acceptor.async_accept(careful);
      auto socket = co_await std::move(accepting);
      if (error == asio::error::operation_aborted) co_return;
      if (error) {  // out of file descriptors: wait for others to end rather than spin
        asio::steady_timer pause(io, std::chrono::milliseconds(50));
        auto waiting = pause.async_wait(token);
        co_await std::move(waiting);
        continue;
      }
      if (hub.connections >= connections_max) continue;  // closed at once
      socket.set_option(tcp::no_delay(true), error);
      asio::co_spawn(io, serve_connection(Stream(std::move(socket)), hub), asio::detached);
    }
  }

  Task<void> tick(const std::function<void()>& every_second) {
    auto token = Await{};
    asio::steady_timer timer(io);
    for (;;) {
      timer.expires_after(std::chrono::seconds(1));
      auto waiting = timer.async_wait(token);
      co_await std::move(waiting);
      every_second();
    }
  }

  /// No new work; what is under way is finished; then the loop ends, in five seconds at the latest.
  Task<void> shut_down(Hub& hub) {
    auto token = Await{};
    hub.stopping = true;
    acceptor.close();
    auto sockets = hub.live;
    for (auto* s : sockets) s->close(1001);
    asio::steady_timer timer(io);
    for (int i = 0; i < 100 && (hub.in_flight > 0 || !hub.live.empty()); ++i) {
      timer.expires_after(std::chrono::milliseconds(50));
      auto waiting = timer.async_wait(token);
      co_await std::move(waiting);
    }
    io.stop();
  }
};

Server::Server(Settings settings) : impl_(std::make_unique<Impl>(std::move(settings))) {}
Server::~Server() = default;

live::Loops Server::loops() {
  return {[this](std::function<void()> f) { asio::post(impl_->pool, std::move(f)); },
          [this](std::function<void()> f) { asio::post(impl_->io, std::move(f)); }};
}

unsigned short Server::listen() {
  auto& s = impl_->settings;
  try {
    tcp::endpoint endpoint(asio::ip::make_address(s.address), s.port);
    impl_->acceptor.open(endpoint.protocol());
    impl_->acceptor.set_option(asio::socket_base::reuse_address(true));
    impl_->acceptor.bind(endpoint);
    impl_->acceptor.listen(1024);
  } catch (const boost::system::system_error& e) {
    throw std::runtime_error(fmt::format("Cannot serve on {}:{}: {}. Choose another with --port.", s.address, s.port, e.code().message()));
  }
  return impl_->acceptor.local_endpoint().port();
}

void Server::run(Application& application, std::function<void()> every_second) {
  Hub hub(impl_->io, impl_->pool, application);
  asio::signal_set signals(impl_->io, SIGINT, SIGTERM);
  signals.async_wait([this, &hub](beast::error_code error, int) {
    if (!error) asio::co_spawn(impl_->io, impl_->shut_down(hub), asio::detached);
  });
  asio::co_spawn(impl_->io, impl_->accept(hub), asio::detached);
  asio::co_spawn(impl_->io, impl_->tick(every_second), asio::detached);
  impl_->io.run();
  impl_->pool.join();
}

void Server::stop() {
  asio::post(impl_->io, [this] { ::raise(SIGTERM); });
}

}  // namespace giaoban::net
