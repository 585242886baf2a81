#pragma once
// Measurements, each beside a peer in the same run. A ratio says how many times better than the peer.
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "net/client.hpp"

namespace giaoban::bench {

struct Figure {
  std::string name;
  double value = 0;
  std::string unit;
  std::string peer;  ///< empty: nothing comparable on this machine
  std::optional<double> peer_value, ratio;
  std::string machine;
};
/// Higher is better (rates) or lower is better (times, sizes).
enum class Better { higher, lower };
Figure figure(std::string name, double value, std::string unit, Better better, std::string peer = {}, std::optional<double> peer_value = {});

/// A process that ends with this object.
class Child {
 public:
  explicit Child(std::vector<std::string> command);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  int64_t resident_kib() const;

 private:
  int pid_;
};
/// Runs to the end and gives what it printed; throws with that when it failed.
std::string run(const std::vector<std::string>& command);
/// Is this program on the machine? A peer that is missing is said to be missing, never left out silently.
bool have(const std::string& program);
unsigned short free_port();
/// Waits until something answers there; throws after ten seconds.
void wait_for(unsigned short port, const std::string& target);
double milliseconds_now();

/// A served demo city in a folder of its own.
class City {
 public:
  City();
  ~City();
  void start();
  void stop() { server_.reset(); }
  int64_t resident_kib() const { return server_->resident_kib(); }
  unsigned short port() const { return port_; }
  const std::filesystem::path& folder() const { return folder_; }
  /// Signed in with one click in the seat of this office (the first of the kind, of this unit where one is named).
  net::Client enter(const std::string& office, const std::string& unit = {}) const;

 private:
  std::filesystem::path folder_;
  unsigned short port_ = 0;
  std::unique_ptr<Child> server_;
};

/// A socket that watches an address, as a page does; plain, so that what is measured is the server.
int open_watcher(unsigned short port, const std::string& cookie, const std::string& address);

/// Takes each figure as soon as it is known: a run that is cut off has said what it had.
using Say = std::function<void(const Figure&)>;

void start(const Say& say);      ///< from start to the first answer; memory when idle
void read(const Say& say);       ///< reads per second and p99 under wrk, beside nginx serving the same bytes
void live(const Say& say);       ///< from a change to the last of 1,000 watchers
void screen(const Say& say);     ///< from a ward's figure to a watcher's screen
/// The figures engine over a whole country; `scale` takes a part of its indicators. Peers: a plain read of the same
/// memory and, where `databases` says so, DuckDB, PostgreSQL and SQLite.
void figures(const Say& say, double scale, bool databases);
void documents(const Say& say);  ///< the notice as DOCX and PDF, beside LibreOffice converting it
void spreadsheet(const Say& say);  ///< 500,000 cells written; 500 x 40 read, checked and stored, beside openpyxl

}  // namespace giaoban::bench
