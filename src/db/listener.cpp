#include "db/listener.hpp"

#include <libpq-fe.h>
#include <poll.h>
#include <spdlog/spdlog.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <charconv>

namespace giaoban::db {
namespace {

/// Between two tries to connect again.
constexpr int again_ms = 1000;
/// PostgreSQL carries 8,000 bytes; who hears of no tables takes all for changed.
constexpr size_t tables_bytes_max = 7000;

}  // namespace

std::string announced(const Announcement& a) {
  std::string tables;
  for (auto& table : a.commit.tables) tables += (tables.empty() ? "" : ",") + table;
  if (tables.size() > tables_bytes_max) tables.clear();
  return a.who + ":" + std::to_string(a.commit.entry) + ":" + tables;
}

std::optional<Announcement> announcement_in(std::string_view words) {
  auto first = words.find(':');
  auto second = first == std::string_view::npos ? first : words.find(':', first + 1);
  if (second == std::string_view::npos) return {};
  Announcement a{std::string(words.substr(0, first)), {}};
  auto number = words.substr(first + 1, second - first - 1);
  auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), a.commit.entry);
  if (error != std::errc() || end != number.data() + number.size()) return {};
  for (auto rest = words.substr(second + 1); !rest.empty();) {
    auto comma = std::min(rest.find(','), rest.size());
    a.commit.tables.emplace(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return a;
}

/// A connection that only listens. A server that has gone without a word is noticed within a minute.
class Listener::Line {
 public:
  explicit Line(const std::string& url) {
    const char* names[] = {"dbname", "connect_timeout", "keepalives_idle", "keepalives_interval", "keepalives_count", nullptr};
    const char* values[] = {url.c_str(), "10", "20", "10", "3", nullptr};
    connection_ = PQconnectdbParams(names, values, 1);
    if (PQstatus(connection_) != CONNECTION_OK) return;
    auto* result = PQexec(connection_, (std::string("listen ") + channel).c_str());
    listens_ = PQresultStatus(result) == PGRES_COMMAND_OK;
    PQclear(result);
  }
  ~Line() { PQfinish(connection_); }
  Line(const Line&) = delete;
  bool listens() const { return listens_; }
  int socket() const { return PQsocket(connection_); }
  /// False once it has broken.
  bool take_in() { return PQconsumeInput(connection_) == 1; }
  std::optional<std::string> next() {
    auto* notice = PQnotifies(connection_);
    if (!notice) return {};
    std::string words(notice->extra);
    PQfreemem(notice);
    return words;
  }

 private:
  PGconn* connection_ = nullptr;
  bool listens_ = false;
};

Listener::Listener(std::string url, std::string own, std::function<void(const Commit&)> heard)
    : url_(std::move(url)), own_(std::move(own)), heard_(std::move(heard)), end_(::eventfd(0, EFD_CLOEXEC)) {
  if (end_ < 0) throw std::runtime_error("no event descriptor is to be had");
  thread_ = std::thread([this] { run(); });
}

Listener::~Listener() {
  uint64_t one = 1;
  if (::write(end_, &one, sizeof one) < 0) { /* it is written to once: there is room */ }
  thread_.join();
  ::close(end_);
}

bool Listener::time_to_end(int after_ms) const {
  pollfd end{end_, POLLIN, 0};
  return ::poll(&end, 1, after_ms) > 0;
}

void Listener::run() {
  do {
    Line line(url_);
    if (!line.listens()) continue;
    try {
      heard_({});  // whatever was said before we listened
      hear(line);
    } catch (const std::exception& e) {
      spdlog::warn("what another process committed could not be taken in: {}", e.what());
    }
  } while (!time_to_end(again_ms));
}

/// Until the line breaks or it is time to end.
void Listener::hear(Line& line) {
  for (;;) {
    pollfd both[]{{line.socket(), POLLIN, 0}, {end_, POLLIN, 0}};
    if (::poll(both, 2, -1) < 0 || both[1].revents) return;
    if (!line.take_in()) return;
    while (auto words = line.next())
      if (auto said = announcement_in(*words); said && said->who != own_) heard_(said->commit);
  }
}

}  // namespace giaoban::db
