#pragma once
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <unordered_map>

#include "access/door.hpp"
#include "app/metrics.hpp"
#include "app/program.hpp"
#include "app/static_files.hpp"
#include "files/given.hpp"
#include "live/views.hpp"
#include "net/server.hpp"

namespace giaoban::app {

/// What each address gives. Between the network, which knows no operations, and the engine, which knows no HTTP.
class Application : public net::Application {
 public:
  Application(Program& program, live::Loops loops, StaticFiles files);

  std::variant<net::Admission, net::Response> admit(const net::Request& head) override;
  bool slow(const net::Request& request) const override;
  std::optional<net::Response> at_once(const net::Request& request) override;
  net::Response handle(net::Request request) override;
  bool may_watch(const net::Request& request) override;
  void opened(std::shared_ptr<net::Socket> socket, const net::Request& request) override;
  void said(const std::shared_ptr<net::Socket>& socket, std::string message) override;
  void closed(const net::Socket* socket) override;
  /// Time passes: minute and day for the views that depend on them, and sign-ins that have ended.
  void every_second();
  /// What is done before a demo's clock is moved on, by its own control or by anyone else in the demo.
  void before_the_clock_moves(std::function<void(Instant to)> f) { before_the_clock_moves_ = std::move(f); }

 private:
  struct Peer {
    std::string token;
    Actor actor;
    std::weak_ptr<net::Socket> socket;
    std::set<std::string> watches;
    size_t said = 0;  ///< messages in this second
  };
  using Session = std::optional<access::Sessions::Session>;
  Session session_of(const net::Request& request) const;
  net::Response read(const net::Request& request, const Actor& actor);
  net::Response change(const net::Request& request, const Session& session);
  net::Response document(const net::Request& request, const Actor& actor);
  net::Response upload(const net::Request& request, const Session& session);
  net::Response download(const net::Request& request, const Actor& actor);
  std::optional<net::Response> public_page(const net::Request& request);
  net::Response metrics_text(const net::Request& request);
  void end_live_of_the_signed_out();
  void sweep_files_daily();

  Program& program_;
  live::Views views_;
  live::Loops loops_;
  StaticFiles files_;
  Metrics metrics_;
  access::Door door_;
  std::shared_ptr<const std::string> openapi_;
  std::unordered_map<const net::Socket*, Peer> peers_;  // io thread only
  files::Given given_;
  std::function<void(Instant)> before_the_clock_moves_;
  std::unordered_map<int64_t, size_t> live_of_;         // of them, by account; 0: not signed in
  std::chrono::steady_clock::time_point next_sweep_ = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  int64_t minute_ = 0;
  int32_t day_ = 0;
};

}  // namespace giaoban::app
