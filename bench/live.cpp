// From a change to the last of 1,000 watchers. The watchers are plain sockets in one poll loop, so that what is
// measured is the server, not the measuring.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <thread>

#include "base/json.hpp"
#include "bench.hpp"

namespace giaoban::bench {
namespace {

constexpr int watchers = 1000;

/// Reads until every watcher has received at least `bytes` more; gives the moment of the last.
double wait_all(std::vector<pollfd>& sockets, size_t bytes) {
  std::vector<size_t> got(sockets.size());
  size_t left = sockets.size();
  char buffer[65536];
  while (left > 0) {
    if (::poll(sockets.data(), sockets.size(), 10'000) <= 0) throw std::runtime_error(fmt::format("{} watchers heard nothing", left));
    for (size_t i = 0; i < sockets.size(); ++i) {
      if (!(sockets[i].revents & POLLIN)) continue;
      auto n = ::recv(sockets[i].fd, buffer, sizeof buffer, MSG_DONTWAIT);
      if (n == 0) throw std::runtime_error("a watcher was dropped");
      if (n < 0) continue;
      bool before = got[i] < bytes;
      got[i] += static_cast<size_t>(n);
      if (before && got[i] >= bytes) --left;
    }
  }
  return milliseconds_now();
}

}  // namespace

int open_watcher(unsigned short port, const std::string& cookie, const std::string& address) {
  int s = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in a{};
  a.sin_family = AF_INET;
  a.sin_port = htons(port);
  a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(s, reinterpret_cast<sockaddr*>(&a), sizeof a) != 0) throw std::runtime_error("a watcher could not connect");
  auto hello = fmt::format("GET /live HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: {}\r\n\r\n", port, cookie);
  auto watch = boost::json::serialize(boost::json::object{{"watch", address}});
  std::string frame{'\x81', static_cast<char>(0x80 | watch.size()), 0, 0, 0, 0};  // masked with zeros: the words as they are
  frame += watch;
  std::string got;
  if (::send(s, hello.data(), hello.size(), 0) < 0) throw std::runtime_error("a watcher could not speak");
  while (got.find("\r\n\r\n") == std::string::npos) {
    char c[512];
    auto n = ::recv(s, c, sizeof c, 0);
    if (n <= 0) throw std::runtime_error("a watcher was refused");
    got.append(c, static_cast<size_t>(n));
  }
  if (::send(s, frame.data(), frame.size(), 0) < 0) throw std::runtime_error("a watcher could not watch");
  return s;
}

void live(const Say& say) {
  rlimit files{4096, 4096};
  ::setrlimit(RLIMIT_NOFILE, &files);
  City city;
  city.start();
  auto office = city.enter("office_clerk");
  const std::string address = "/api/session.list?month=2021-04";
  auto size = office.get(address).body.size();
  std::vector<pollfd> sockets;
  for (int i = 0; i < watchers; ++i) sockets.push_back({open_watcher(city.port(), office.cookies(), address), POLLIN, 0});
  wait_all(sockets, size);
  std::vector<double> times;
  for (int i = 0; i < 11; ++i) {
    // Planning or moving a session changes the list that all of them watch.
    auto body = i == 0 ? R"({"month":"2021-04","date":"2021-05-06","from":"08:00","to":"11:00","place":{"vi":"Phòng họp 1","en":"Meeting room 1"}})"
                       : fmt::format(R"({{"session":2,"place":{{"vi":"Phòng họp {}","en":"Meeting room {}"}}}})", i + 1, i + 1);
    double last = 0;
    auto from = milliseconds_now();
    std::thread listening([&] { last = wait_all(sockets, size / 2); });
    auto answer = office.post(i == 0 ? "/api/session.plan" : "/api/session.edit", body, fmt::format("bench-live-{}", i));
    listening.join();
    if (answer.status != 200) throw std::runtime_error("the change was refused: " + answer.body);
    if (i > 0) times.push_back(last - from);
  }
  for (auto& s : sockets) ::close(s.fd);
  std::sort(times.begin(), times.end());
  say(figure(fmt::format("change sent to last of {} watchers, median of 10", watchers), times[times.size() / 2], "ms", Better::lower));
  say(figure("the same, worst of 10", times.back(), "ms", Better::lower));
  say(figure("memory with 1,000 watchers", static_cast<double>(city.resident_kib()) / 1024, "MiB", Better::lower));
}

}  // namespace giaoban::bench
