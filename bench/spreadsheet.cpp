// Workbooks: 500,000 cells written; a sheet of 500 indicators × 40 units read, checked against its past and stored in
// one transaction, flushed to the disk. Beside openpyxl doing as much of it as it does.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "app/program.hpp"
#include "base/json.hpp"
#include "bench.hpp"
#include "figures/figures.hpp"
#include "spreadsheet/xlsx_writer.hpp"

namespace giaoban::bench {
namespace fs = std::filesystem;
namespace {

constexpr int units = 40, indicators = 500;

class Folder {
 public:
  Folder() {
    auto pattern = (fs::temp_directory_path() / "giaoban-bench-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    path = pattern;
  }
  ~Folder() { fs::remove_all(path); }
  fs::path path;
};

std::string many_cells() {
  spreadsheet::WorkbookWriter out;
  out.sheet("Figures");
  spreadsheet::Look number{.decimals = 2};
  for (uint32_t row = 0; row < 50'000; ++row)
    for (uint32_t column = 0; column < 10; ++column)
      if (column < 2) out.text(row, column, fmt::format("text {}", row % 500));
      else out.number(row, column, {row * 125 + column * 100, 2}, number);
  return out.finish();
}

/// 40 wards that report 500 indicators, with a month behind them.
class Country {
 public:
  explicit Country(const fs::path& folder) : program({.data = folder, .readers = 1}) {
    program.memory.clock.set(Instant::local(Date::of(2021, 5, 3), 9));
    program.database->write([&](db::Transaction& tx) {
      units::Unit body{0, "body", same("Body"), same("Body"), units::UnitKind::city, {}, same("Place"), "B", 0};
      body.id = units::add(tx, body);
      for (int u = 0; u < bench::units; ++u) units::add(tx, {0, code("unit", u), same(code("Unit", u)), same(code("Unit", u)), units::UnitKind::ward, body.id, same("Place"), "W", u + 1});
      auto seat = access::add_seat(tx, {0, Office::office_clerk, body.id, same("Clerk"), false});
      clerk = {access::add_account(tx, "clerk", seat, ""), seat, body.id, "body", Office::office_clerk, false};
      std::vector<figures::Indicator> list;
      for (int i = 0; i < bench::indicators; ++i) {
        figures::Indicator one;
        one.code = code("indicator", i);
        one.name = one.short_name = same(code("Indicator", i));
        one.unit_of_measure = one.group = one.source = same("x");
        one.scale = one.decimals = 1;
        one.since = Month::of(2021, 1);
        list.push_back(std::move(one));
      }
      figures::define(tx, list, {}, {}, 0);
      return true;
    });
    program.database->read([&](db::Transaction& tx) { program.memory.columns.load(tx); });
  }

  static std::string code(const char* what, int n) { return fmt::format("{}-{:03}", what, n); }

  /// Gives the size of what was stored. `turn`: its values differ from the last time's.
  static std::string workbook(int turn) {
    spreadsheet::WorkbookWriter out;
    out.sheet("April");
    out.text(0, 0, "indicator");
    for (int u = 0; u < bench::units; ++u) out.text(0, static_cast<uint32_t>(u + 1), code("unit", u));
    for (int i = 0; i < bench::indicators; ++i) {
      out.text(static_cast<uint32_t>(i + 1), 0, code("indicator", i));
      for (int u = 0; u < bench::units; ++u) out.number(static_cast<uint32_t>(i + 1), static_cast<uint32_t>(u + 1), {10'000 + i * 40 + u + turn, 1});
    }
    return out.finish();
  }

  double milliseconds_to_import(const std::string& bytes, const char* month) {
    auto kept = program.engine->call("files.keep", boost::json::object{{"name", "april.xlsx"}, {"size", static_cast<int64_t>(bytes.size())}, {"hash", program.memory.files.keep(bytes)}}, clerk);
    if (!kept.done) throw std::runtime_error(kept.body);
    boost::json::object request{{"file", boost::json::parse(kept.body).at("id")}, {"across", "unit"}, {"month", month}};
    auto from = milliseconds_now();
    auto reply = program.engine->call("figures.import_file", request, clerk);
    auto took = milliseconds_now() - from;
    if (!reply.done) throw std::runtime_error(reply.body);
    if (boost::json::parse(reply.body).at("changed").as_int64() != bench::units * bench::indicators) throw std::runtime_error("not all was stored: " + reply.body.substr(0, 300));
    return took;
  }

  app::Program program;
  Actor clerk;
};

/// What the peer prints: milliseconds.
std::optional<double> openpyxl(const fs::path& folder, const std::string& script) {
  constexpr const char* python = "/usr/bin/python3";  // Debian's, which has Debian's openpyxl
  if (!fs::exists(python)) return {};
  auto file = folder / "peer.py";
  std::ofstream(file) << "import sys, time\ntry:\n  import openpyxl, sqlite3\nexcept ImportError:\n  print('none'); sys.exit(0)\n" << script;
  auto printed = run({python, file.string(), folder.string()});
  if (printed.starts_with("none")) return {};
  return std::stod(printed);
}

constexpr const char* peer_writes = R"(
t = time.perf_counter()
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet('Figures')
for row in range(50000):
  sheet.append(['text %d' % (row % 500)] * 2 + [row * 1.25 + column for column in range(2, 10)])
book.save(sys.argv[1] + '/peer.xlsx')
print((time.perf_counter() - t) * 1000)
)";
constexpr const char* peer_reads = R"(
t = time.perf_counter()
sheet = openpyxl.load_workbook(sys.argv[1] + '/april.xlsx', read_only=True).active
rows = sheet.iter_rows(values_only=True)
units = next(rows)[1:]
store = sqlite3.connect(sys.argv[1] + '/peer.db')
store.execute('pragma journal_mode=wal'); store.execute('pragma synchronous=full')
store.execute('create table figure (id integer primary key, indicator text, unit text, value integer)')
store.execute('create index figure_cell on figure(unit, indicator)')
for row in rows:
  store.executemany('insert into figure(indicator, unit, value) values (?,?,?)', ((row[0], unit, round(value * 10)) for unit, value in zip(units, row[1:])))
store.commit()
print((time.perf_counter() - t) * 1000)
)";

}  // namespace

void spreadsheet(const Say& say) {
  Folder folder;
  std::vector<double> written, imported;
  for (int turn = 0; turn < 5; ++turn) {
    auto from = milliseconds_now();
    many_cells();
    written.push_back(milliseconds_now() - from);
  }
  Country country(folder.path / "data");
  country.milliseconds_to_import(Country::workbook(0), "=2021-03");
  for (int turn = 1; turn <= 5; ++turn) {
    auto bytes = Country::workbook(turn);
    std::ofstream(folder.path / "april.xlsx", std::ios::binary) << bytes;
    imported.push_back(country.milliseconds_to_import(bytes, "=2021-04"));
  }
  std::sort(written.begin(), written.end());
  std::sort(imported.begin(), imported.end());
  auto writes = openpyxl(folder.path, peer_writes), reads = openpyxl(folder.path, peer_reads);
  const char* none = "openpyxl is not on this machine";
  say(figure("500,000 cells written as XLSX, median of 5", written[2], "ms", Better::lower, writes ? "openpyxl, write-only" : none, writes));
  say(figure("500 x 40 XLSX read, checked, stored, median of 5", imported[2], "ms", Better::lower, reads ? "openpyxl reading, sqlite3 storing, nothing checked" : none, reads));
}

}  // namespace giaoban::bench
