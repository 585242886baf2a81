#include "net/server.hpp"

#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include "net/beast.hpp"

namespace giaoban::net {
namespace {

/// Each connection is an open file, of which a process may have few unless it asks; some are the store's.
size_t files_for_connections() {
  constexpr rlim_t of_the_store = 128;
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return connections_max;
  files.rlim_cur = std::min<rlim_t>(files.rlim_max, connections_max + of_the_store);
  ::setrlimit(RLIMIT_NOFILE, &files);
  ::getrlimit(RLIMIT_NOFILE, &files);
  return files.rlim_cur > 2 * of_the_store ? files.rlim_cur - of_the_store : of_the_store;
}

}  // namespace

bool Hub::give_way() {
  auto oldest = std::min_element(waiting.begin(), waiting.end(), [](auto& a, auto& b) { return a.second < b.second; });
  if (oldest == waiting.end()) return false;
  auto* stream = oldest->first;
  waiting.erase(oldest);
  stream->close();
  return true;
}

struct Server::Impl {
  explicit Impl(Settings s) : settings(std::move(s)), hosts(settings.address, settings.names), pool(static_cast<size_t>(settings.workers)), acceptor(io.get_executor()) {}
  Settings settings;
  Hosts hosts;
  asio::io_context io{1};
  asio::thread_pool pool;
  asio::thread_pool slow{1};  // at most one core reckons passwords, however many knock
  Acceptor acceptor;
  size_t connections_most = connections_max;

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
      if (hub.connections >= connections_most && !hub.give_way()) continue;  // closed at once
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
    impl_->connections_most = std::min(connections_max, files_for_connections());
  } catch (const boost::system::system_error& e) {
    throw std::runtime_error(fmt::format("Cannot serve on {}:{}: {}. Choose another with --port.", s.address, s.port, e.code().message()));
  }
  return impl_->acceptor.local_endpoint().port();
}

void Server::run(Application& application, std::function<void()> every_second) {
  Hub hub(impl_->io, impl_->pool, impl_->slow, impl_->hosts, application);
  asio::signal_set signals(impl_->io, SIGINT, SIGTERM);
  signals.async_wait([this, &hub](beast::error_code error, int) {
    if (!error) asio::co_spawn(impl_->io, impl_->shut_down(hub), asio::detached);
  });
  asio::co_spawn(impl_->io, impl_->accept(hub), asio::detached);
  asio::co_spawn(impl_->io, impl_->tick(every_second), asio::detached);
  impl_->io.run();
  impl_->slow.join();
  impl_->pool.join();
}

void Server::stop() {
  asio::post(impl_->io, [this] { ::raise(SIGTERM); });
}

}  // namespace giaoban::net
