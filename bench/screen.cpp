// From a figure that a ward sends to the screen of someone who watches the month: read, checked, written with a full
// sync to the disk, counted in every total and comparison, rendered, pushed.
#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <thread>

#include "bench.hpp"

namespace giaoban::bench {
namespace {

constexpr int corrections_sent = 400;

void receive(int socket, char* to, size_t n) {
  for (size_t got = 0; got < n;) {
    auto more = ::recv(socket, to + got, n - got, 0);
    if (more <= 0) throw std::runtime_error("the watcher was dropped");
    got += static_cast<size_t>(more);
  }
}

/// One whole message of the server's.
std::string message(int socket) {
  unsigned char head[10];
  auto* bytes = reinterpret_cast<char*>(head);
  receive(socket, bytes, 2);
  size_t size = head[1] & 0x7f, longer = size == 126 ? 2 : size == 127 ? 8 : 0;
  receive(socket, bytes + 2, longer);
  if (longer) size = 0;
  for (size_t k = 0; k < longer; ++k) size = size << 8 | head[2 + k];
  std::string text(size, ' ');
  receive(socket, text.data(), size);
  return text;
}

/// The moment at which the screen shows the number; never where the watcher is dropped.
std::optional<double> shown(int socket, const std::string& number) try {
  while (message(socket).find("\"" + number + "\"") == std::string::npos) {}
  return milliseconds_now();
} catch (const std::runtime_error&) {
  return {};
}

}  // namespace

void screen(const Say& say) {
  City city;
  city.start();
  auto ward = city.enter("unit_clerk", "hai-hoa"), chair = city.enter("chair");
  int socket = open_watcher(city.port(), chair.cookies(), "/api/figures.grid?month=2021-04");
  auto taken_back = ward.post("/api/figures.take_back", R"({"unit":"hai-hoa","month":"2021-04"})", "bench-screen");  // it is sent already
  if (taken_back.status != 200) throw std::runtime_error("the form was not taken back: " + taken_back.body);
  std::vector<double> times;
  for (int k = 0; k < corrections_sent; ++k) {
    auto number = fmt::format("8{}.{}", 4 + k % 3, k % 10);
    auto body = fmt::format(R"({{"unit":"hai-hoa","month":"2021-04","cells":[{{"indicator":"retail_sales","value":"{}"}}]}})", number);
    std::optional<double> last;
    auto from = milliseconds_now();
    std::thread watching([&] { last = shown(socket, number); });
    auto answer = ward.post("/api/figures.enter", body, fmt::format("bench-screen-{}", k));
    if (answer.status != 200) ::shutdown(socket, SHUT_RDWR);
    watching.join();
    if (answer.status != 200) throw std::runtime_error("the figure was refused: " + answer.body);
    if (!last) throw std::runtime_error("the watcher was dropped");
    if (k >= 20) times.push_back(*last - from);  // the first ones warm it up
  }
  ::close(socket);
  std::sort(times.begin(), times.end());
  auto name = [](const char* which) { return fmt::format("a figure sent to a watcher's screen, full sync, {}", which); };
  say(figure(name("median"), times[times.size() / 2], "ms", Better::lower, "aim", 10.0));
  say(figure(name("p99"), times[times.size() * 99 / 100], "ms", Better::lower, "aim", 10.0));
}

}  // namespace giaoban::bench
