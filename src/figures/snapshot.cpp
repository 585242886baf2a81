#include "figures/snapshot.hpp"

#include <atomic>
#include <bit>
#include <cstddef>

#include "figures/parallel.hpp"
#include "figures/snapshot_format.hpp"

namespace giaoban::figures {
namespace {

tl::unexpected<Problem> refused(Text why) {
  return refuse(Problem::Kind::conflict, Text{"Không dùng bản chụp số liệu: ", "The snapshot of figures is not used: "} + why);
}
tl::unexpected<Problem> damaged() {
  return refused({"tệp bị hỏng hoặc ghi dở.", "the file is damaged or was not finished."});
}

// ---- writing

/// Lays the sections out one behind the other.
class Layout {
 public:
  Section section(size_t bytes) {
    Section s{at_, static_cast<int64_t>(bytes), {}};
    at_ += s.bytes;
    return s;
  }
  int64_t end() const { return at_; }

 private:
  int64_t at_ = sizeof(Prologue);
};

void put(const File& file, Section& section, const void* data) {
  section.xxh3 = hex(xxh3(data, static_cast<size_t>(section.bytes)));
  file.write(data, static_cast<size_t>(section.bytes), section.at);
}

void write_file(const File& file, const Columns& columns, const std::string& journal, unsigned threads) {
  auto& cells = columns.cells();
  Directory directory{cells.last_sequence(), journal, shape_of(columns.indicators(), columns.store_units()), {}, {}, 0, {}, {}, {}};
  Layout layout;
  for (IndicatorIndex i = 0; i < cells.indicators(); ++i) {
    auto& c = SnapshotAccess::column(cells, i);
    if (!c.months) continue;
    directory.columns.push_back({i, c.first, static_cast<int64_t>(c.months), hex(c.magnitude),
                                 layout.section(c.values.size() * sizeof(int64_t)), layout.section(c.bits.size() * sizeof(uint64_t))});
  }
  auto& arrivals = SnapshotAccess::arrivals(cells);
  auto records = SnapshotAccess::history(cells).records();
  auto heads = SnapshotAccess::history(cells).heads();
  directory.arrivals_first = arrivals.size() ? SnapshotAccess::arrivals_first(cells) : Month::of(2000, 1);
  directory.arrivals_months = static_cast<int64_t>(SnapshotAccess::arrivals_months(cells));
  directory.arrivals = layout.section(arrivals.size() * sizeof(Sequence));
  directory.records = layout.section(records.size_bytes());
  directory.heads = layout.section(heads.size() * sizeof(History::Head));
  in_parallel(directory.columns.size(), threads, [&](size_t n) {
    auto& entry = directory.columns[n];
    auto& c = SnapshotAccess::column(cells, static_cast<IndicatorIndex>(entry.indicator));
    put(file, entry.values, c.values.data());
    put(file, entry.bits, c.bits.data());
  });
  put(file, directory.arrivals, arrivals.data());
  put(file, directory.records, records.data());
  put(file, directory.heads, heads.data());
  auto text = json::text_of(directory);
  Prologue prologue;
  prologue.directory_at = static_cast<uint64_t>(layout.end());
  prologue.directory_bytes = text.size();
  prologue.directory_xxh3 = xxh3(text.data(), text.size());
  prologue.xxh3 = xxh3(&prologue, offsetof(Prologue, xxh3));
  file.write(text.data(), text.size(), layout.end());
  file.sync();  // what the prologue vouches for is there before it is
  file.write(&prologue, sizeof prologue, 0);
  file.sync();
}

// ---- reading

/// Directories of hundreds of thousands of bytes are read; nobody has more.
constexpr uint64_t directory_bytes_max = 64 << 20;
/// Months from 1900 to 2199.
constexpr int64_t months_max = 3600;

Outcome<Directory> read_directory(const File& file) {
  Prologue p;
  if (!file.read(&p, sizeof p, 0)) return damaged();
  if (p.magic != Prologue::magic_value) return refused({"tệp không phải bản chụp số liệu.", "the file is not one."});
  if (p.version != Prologue{}.version || p.byte_order != Prologue{}.byte_order)
    return refused({"tệp do phiên bản khác ghi.", "it was written by another version."});
  bool sound = p.xxh3 == xxh3(&p, offsetof(Prologue, xxh3)) && p.directory_bytes <= directory_bytes_max &&
               p.directory_at + p.directory_bytes == static_cast<uint64_t>(file.size());
  std::string text(sound ? p.directory_bytes : 0, '\0');
  if (!sound || !file.read(text.data(), text.size(), static_cast<int64_t>(p.directory_at)) ||
      xxh3(text.data(), text.size()) != p.directory_xxh3)
    return damaged();
  auto directory = json::read_text<Directory>(text);
  if (!directory) return damaged();
  // One section behind the other, from the prologue to the directory.
  int64_t at = sizeof(Prologue);
  auto follows = [&](const Section& s) {
    bool ok = s.at == at && s.bytes >= 0 && s.bytes <= static_cast<int64_t>(p.directory_at) - at;
    at += s.bytes;
    return ok;
  };
  bool in_order = true;
  for (auto& c : directory->columns) in_order = in_order && follows(c.values) && follows(c.bits);
  in_order = in_order && follows(directory->arrivals) && follows(directory->records) && follows(directory->heads);
  if (!in_order || at != static_cast<int64_t>(p.directory_at)) return damaged();
  return directory;
}

template <class T>
bool fetch(const File& file, const Section& section, Pages<T>& pages, size_t wanted) {
  if (section.bytes != static_cast<int64_t>(wanted * sizeof(T))) return false;
  pages.resize(wanted);
  auto bytes = static_cast<size_t>(section.bytes);
  return file.read(pages.data(), bytes, section.at) && hex(xxh3(pages.data(), bytes)) == section.xxh3;
}

/// Bits of places that no reporter has must be empty: whoever walks over bits relies on it.
bool no_bits_behind(const Pages<uint64_t>& bits, const Roster& roster) {
  if (roster.size() % 64 == 0) return true;
  uint64_t behind = ~uint64_t{0} << roster.size() % 64, seen = 0;
  for (size_t w = roster.words() - 1; w < bits.size(); w += roster.words()) seen |= bits[w] & behind;
  return !seen;
}

bool read_column(const File& file, const ColumnEntry& entry, Cells& cells) {
  auto i = static_cast<IndicatorIndex>(entry.indicator);
  auto& column = SnapshotAccess::column(cells, i);
  auto words = cells.roster(i).words();
  auto months = static_cast<size_t>(entry.months);
  column.first = entry.first;
  column.months = months;
  column.magnitude = std::stoull(entry.magnitude, nullptr, 16);
  return fetch(file, entry.values, column.values, months * words * 64) &&
         fetch(file, entry.bits, column.bits, months * words * Cells::rows) && no_bits_behind(column.bits, cells.roster(i));
}

/// Every cell that says it has a history has one, and no other.
bool histories_fit(const Cells& cells, const std::vector<History::Head>& heads) {
  size_t marked = 0;
  for (IndicatorIndex i = 0; i < cells.indicators(); ++i)
    for (Month m = cells.first(i); cells.stored(i) && m < cells.end(i); m = m.plus(1)) {
      auto* row = cells.block(i, m).history;
      for (size_t w = 0; w < cells.roster(i).words(); ++w) marked += static_cast<size_t>(std::popcount(row[w]));
    }
  if (marked != heads.size()) return false;
  for (auto& h : heads) {
    auto i = static_cast<IndicatorIndex>(h.cell >> 48);
    Month month{static_cast<int32_t>(h.cell >> 32 & 0xffff)};
    auto place = static_cast<size_t>(h.cell & UINT32_MAX);
    if (i >= cells.indicators() || !cells.stored(i) || place >= cells.roster(i).size()) return false;
    if (!bit(cells.block(i, month).history, place)) return false;
  }
  return true;
}

bool read_history(const File& file, const Directory& directory, Cells& cells, size_t units) {
  auto months = static_cast<size_t>(directory.arrivals_months);
  if (!fetch(file, directory.arrivals, SnapshotAccess::arrivals(cells), months * units)) return false;
  SnapshotAccess::arrivals_first(cells) = directory.arrivals_first;
  SnapshotAccess::arrivals_months(cells) = months;
  Pages<History::Record> records;
  Pages<History::Head> heads;
  if (!fetch(file, directory.records, records, static_cast<size_t>(directory.records.bytes) / sizeof(History::Record)) ||
      !fetch(file, directory.heads, heads, static_cast<size_t>(directory.heads.bytes) / sizeof(History::Head)))
    return false;
  std::vector<History::Head> list(heads.data(), heads.data() + heads.size());
  return histories_fit(cells, list) && SnapshotAccess::history(cells).restore(std::move(records), list);
}

/// Whether every column is one of ours, once, with months that exist, under whose form's arrivals it lies.
bool columns_fit(const Directory& directory, const Cells& cells) {
  int64_t before = -1;
  for (auto& c : directory.columns) {
    bool ours = c.indicator > before && c.indicator < static_cast<int64_t>(cells.indicators()) &&
                cells.stored(static_cast<IndicatorIndex>(c.indicator));
    bool hex_digits = c.magnitude.size() == 16 && c.magnitude.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!ours || !hex_digits || c.months < 1 || c.months > months_max) return false;
    before = c.indicator;
  }
  return directory.arrivals_months >= 0 && directory.arrivals_months <= months_max;
}

}  // namespace

void write_snapshot(const Columns& columns, const std::filesystem::path& path, const std::string& journal, unsigned threads) {
  auto fresh = path;
  fresh += ".new";
  write_file(File::to_write(fresh), columns, journal, threads);
  std::filesystem::rename(fresh, path);
}

Outcome<Columns> read_snapshot(const std::filesystem::path& path, std::vector<Indicator> indicators,
                               std::vector<UnitNode> units, const std::function<bool(const SnapshotMark&)>& belongs,
                               unsigned threads) {
  auto file = File::to_read(path);
  if (!file.open()) return refused({"chưa có tệp.", "there is none yet."});
  TRY(directory, read_directory(file));
  Columns columns(std::move(indicators), std::move(units));
  if (directory.shape != shape_of(columns.indicators(), columns.store_units()))
    return refused({"chỉ tiêu hoặc đơn vị đã thay đổi.", "indicators or units have changed since."});
  if (!belongs({directory.sequence, directory.journal}))
    return refused({"tệp thuộc về một kho dữ liệu khác.", "it belongs to another store."});
  auto& cells = SnapshotAccess::cells(columns);
  if (!columns_fit(directory, cells)) return damaged();
  for (auto& c : directory.columns) {  // side by side in memory, before many threads fill it
    auto i = static_cast<IndicatorIndex>(c.indicator);
    auto words = static_cast<size_t>(c.months) * cells.roster(i).words();
    SnapshotAccess::column(cells, i).values.resize(words * 64);
    SnapshotAccess::column(cells, i).bits.resize(words * Cells::rows);
  }
  std::atomic<bool> sound{true};
  in_parallel(directory.columns.size(), threads, [&](size_t n) {
    if (sound && !read_column(file, directory.columns[n], cells)) sound = false;
  });
  if (!sound || !read_history(file, directory, cells, columns.store_units().size())) return damaged();
  SnapshotAccess::last(cells) = directory.sequence;
  columns.roll_up(threads);
  return columns;
}

}  // namespace giaoban::figures
