#pragma once
// Internal to snapshots: how the file is laid out, and the file itself.
#include <filesystem>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "figures/columns.hpp"

namespace giaoban::figures {

/// At the start of the file, and written last: a file that was not finished has none.
struct Prologue {
  static constexpr uint64_t magic_value = 0x45525547494642'47;  // "GBFIGURE"
  uint64_t magic = magic_value;
  uint32_t version = 1;
  uint32_t byte_order = 0x01020304;
  uint64_t directory_at = 0, directory_bytes = 0, directory_xxh3 = 0;
  uint64_t reserved[2] = {};
  uint64_t xxh3 = 0;  // of all before it
};
static_assert(sizeof(Prologue) == 64);

/// A run of bytes. Sections follow one another without gaps, so that every byte of the file is checked.
struct Section {
  int64_t at = 0, bytes = 0;
  std::string xxh3;
};
BOOST_DESCRIBE_STRUCT(Section, (), (at, bytes, xxh3))

struct ColumnEntry {
  int64_t indicator = 0;  // by number
  Month first;
  int64_t months = 0;
  std::string magnitude;
  Section values, bits;
};
BOOST_DESCRIBE_STRUCT(ColumnEntry, (), (indicator, first, months, magnitude, values, bits))

/// JSON behind the sections: what is where.
struct Directory {
  int64_t sequence = 0;
  std::string journal;
  std::string shape;  // digest of indicators and units: whether the places mean the same
  std::vector<ColumnEntry> columns;
  Month arrivals_first;
  int64_t arrivals_months = 0;
  Section arrivals, records, heads;
};
BOOST_DESCRIBE_STRUCT(Directory, (), (sequence, journal, shape, columns, arrivals_first, arrivals_months, arrivals, records, heads))

uint64_t xxh3(const void* data, size_t bytes);
std::string hex(uint64_t value);
std::string shape_of(const std::vector<Indicator>& indicators, const Tree& units);

/// Reads and writes at places; safe from several threads.
class File {
 public:
  static File to_read(const std::filesystem::path& path);
  static File to_write(const std::filesystem::path& path);
  File(File&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  ~File();
  bool open() const { return fd_ >= 0; }
  int64_t size() const;
  bool read(void* to, size_t bytes, int64_t at) const;         // false: could not, or there is less
  void write(const void* from, size_t bytes, int64_t at) const;  // throws
  void sync() const;                                             // throws

 private:
  explicit File(int fd) : fd_(fd) {}
  int fd_;
};

/// The columns as they lie in memory.
struct SnapshotAccess {
  static Cells& cells(Columns& columns);
  static auto& column(auto& cells, IndicatorIndex i) { return cells.columns_[i]; }
  static auto& arrivals(auto& cells) { return cells.arrivals_; }
  static auto& arrivals_first(auto& cells) { return cells.arrivals_first_; }
  static auto& arrivals_months(auto& cells) { return cells.arrivals_months_; }
  static auto& history(auto& cells) { return cells.history_; }
  static auto& last(auto& cells) { return cells.last_; }
  static CellKey key(const Cells& cells, IndicatorIndex i, size_t place, Month month) { return cells.key(i, place, month); }
};

}  // namespace giaoban::figures
