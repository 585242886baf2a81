// The figures engine over a country: 3,321 communes in 34 provinces, 500 indicators, 120 months.
#include <fmt/format.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <malloc.h>
#include <random>
#include <stdexcept>

#include "base/installation.hpp"
#include "bench.hpp"
#include "figures/affected.hpp"
#include "figures/all_comparisons.hpp"
#include "figures/kernels.hpp"
#include "figures/parallel.hpp"
#include "figures/snapshot.hpp"
#include "figures/wording.hpp"
#include "figures_peers.hpp"

namespace giaoban::bench {
namespace {

using namespace giaoban::figures;

constexpr unsigned threads = 2;
constexpr int rounds = 7;  // the best of them: what the machine does beside is not ours

double processor_ms(clockid_t of) {
  timespec t{};
  ::clock_gettime(of, &t);
  return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
}

struct Took {
  double wall = 1e18, processor = 1e18;  // ms; the processor's of all threads together
};
template <class F>
Took best_of(int n, F&& f) {
  Took best;
  for (int k = 0; k < n; ++k) {
    auto from = milliseconds_now(), busy = processor_ms(CLOCK_PROCESS_CPUTIME_ID);
    f();
    best.wall = std::min(best.wall, milliseconds_now() - from);
    best.processor = std::min(best.processor, processor_ms(CLOCK_PROCESS_CPUTIME_ID) - busy);
  }
  return best;
}

double resident_bytes() {
  std::ifstream in("/proc/self/statm");
  int64_t pages = 0, resident = 0;
  in >> pages >> resident;
  return static_cast<double>(resident * ::sysconf(_SC_PAGESIZE));
}

rules::Wording house() { return rules::Rules::load(installation() / "rules")->wording.on(Date::of(2021, 4, 30)).value; }

struct Times {
  Took read, totals, all;
};
Times totals_and_comparisons(const Nation& country, Columns& columns, const rules::Wording& wording) {
  auto n = columns.indicators().size();
  auto words = columns.cells().roster(0).words();
  auto months = static_cast<size_t>(country.months);
  std::atomic<uint64_t> sum{0};
  Times t{};
  t.read = best_of(rounds, [&] {
    in_parallel(n, threads, [&](size_t i) {
      auto b = columns.cells().block(static_cast<IndicatorIndex>(i), country.first);
      sum += read_all(reinterpret_cast<const uint64_t*>(b.values), months * words * 64) + read_all(b.present, months * words * Cells::rows);
    });
  });
  t.totals = best_of(rounds, [&] { columns.roll_up(threads); });
  AllComparisons all(columns, wording, country.first, country.last());
  t.all = best_of(rounds, [&] {
    in_parallel(n, threads, [&](size_t i) { all.compute_anew(columns.totals(), static_cast<IndicatorIndex>(i)); });
  });
  return t;
}

/// A correction at a commune: applied, then every comparison that it moves computed, in all months, and the month's
/// sentences of the commune, its province and the country worded anew. Microseconds of the processor's, sorted: it waits
/// for nothing, so what the machine does beside is left out.
std::vector<double> corrections(const Nation& country, Columns& columns, const rules::Wording& wording, std::optional<Month> month, int how_many) {
  std::mt19937 random(7);
  std::vector<double> out;
  size_t letters = 0;
  auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  for (int k = 0; k < how_many; ++k) {
    auto unit = columns.find_unit(fmt::format("c{}", below(country.communes))).value();
    auto i = static_cast<IndicatorIndex>(below(country.indicators));
    auto of = month.value_or(country.first.plus(below(country.months)));
    Change change{columns.last_sequence() + 1, i, unit, of, 1000 + k, State::revised};
    if (k % 50 == 0) change.value.reset();
    auto from = processor_ms(CLOCK_THREAD_CPUTIME_ID);
    columns.apply(change);
    each_affected(columns, i, unit, of, country.last(), [&](const Question& q) { letters += evaluate(columns, q, wording).what == Case::value; });
    for (auto u = unit; u != none; u = columns.store_units().parent(u)) letters += month_sentence(columns, {i, u, of}, wording).vi.size();
    out.push_back(1e3 * (processor_ms(CLOCK_THREAD_CPUTIME_ID) - from));
  }
  if (letters == 0) throw std::runtime_error("no sentence came");
  std::sort(out.begin(), out.end());
  return out;
}

void check_same(const char* peer, const PeerTimes& times, const Nation& country) {
  __int128 ours = 0;
  for (int i = 0; i < country.indicators; ++i)
    for (int m = 0; m < country.months; ++m)
      for (int c = 0; c < country.communes; ++c) ours += value_of(i, c, m).value_or(0);
  if (times.all && times.sum != ours) throw std::runtime_error(std::string(peer) + " does not hold the same figures");
}

/// A smaller country, for peers that would take hours: what they then take is multiplied, and that is said.
Nation part_of(const Nation& country, int indicators) {
  auto part = country;
  part.indicators = std::clamp(indicators, 1, country.indicators);
  return part;
}

void against_databases(const Nation& country, const Times& ours, const Say& say) {
  auto add = [&](const std::string& peer, std::optional<double> theirs, double times) {
    auto scaled = theirs ? std::optional(*theirs * times) : theirs;
    auto said = !theirs ? peer + " is not on this machine" : times > 1 ? fmt::format("{}, {:.0f} times its time for 1/{:.0f}", peer, times, times) : peer;
    say(figure("all totals and comparisons, like for like", ours.all.wall, "ms", Better::lower, said, scaled));
  };
  double part = std::min(country.indicators, 10);
  auto duck = duckdb(country, static_cast<int>(part), threads);
  check_same("DuckDB", duck, country);
  if (duck.all_processor)
    say(figure("the same in the processor's time", ours.all.processor, "ms", Better::lower, "DuckDB, not like for like", *duck.all_processor));
  add("DuckDB, not like for like", duck.all, 1);
  add("DuckDB, like for like", duck.like_for_like, country.indicators / part);
  auto small = part_of(country, 10);
  auto pg = postgresql(small);
  check_same("PostgreSQL", pg, small);
  add("PostgreSQL 15, not like for like", pg.all, static_cast<double>(country.indicators) / small.indicators);
  auto lite = sqlite(small);
  check_same("SQLite", lite, small);
  add("SQLite, not like for like", lite.all, static_cast<double>(country.indicators) / small.indicators);
}

void from_snapshot(const Nation& country, const Columns& columns, const Say& say) {
  auto path = std::filesystem::temp_directory_path() / fmt::format("giaoban-bench-{}.snapshot", ::getpid());
  auto written = best_of(1, [&] { write_snapshot(columns, path, "bench", threads); }).wall;
  auto size = static_cast<double>(std::filesystem::file_size(path));
  auto started = best_of(3, [&] {
    auto back = read_snapshot(path, indicators_of(country), units_of(country), [](auto&) { return true; }, threads);
    if (!back) throw std::runtime_error(back.error().title.en);
  });
  std::filesystem::remove(path);
  say(figure("start from a checked snapshot", started.wall, "ms", Better::lower, "aim", 2000.0));
  say(figure("the same in the processor's time, both cores together", started.processor, "ms", Better::lower));
  say(figure("writing the snapshot, flushed to the disk", written, "ms", Better::lower));
  say(figure("the snapshot", size / static_cast<double>(country.cells()), "B", Better::lower, "bytes a cell"));
}

}  // namespace

void figures(const Say& say, double scale, bool databases) {
  Nation country;
  country.indicators = std::max(1, static_cast<int>(country.indicators * scale));
  auto wording = house();
  auto smaller = part_of(country, country.indicators / 10);
  Times tenth{};
  {
    auto columns = columns_of(smaller);
    tenth = totals_and_comparisons(smaller, columns, wording);
  }
  ::malloc_trim(0);
  auto before = resident_bytes();
  std::cout << fmt::format("  {} cells: {} communes, {} provinces, {} indicators, {} months; {} threads", country.cells(), country.communes,
                           country.provinces, country.indicators, country.months, threads) << std::endl;
  auto columns = columns_of(country);
  auto cells = static_cast<double>(country.cells());
  auto ours = totals_and_comparisons(country, columns, wording);
  for (auto& [name, took] : {std::pair("all totals, with coverage", ours.totals), std::pair("all totals and comparisons, like for like", ours.all)}) {
    say(figure(name, took.wall, "ms", Better::lower, "a plain read of the same bytes", ours.read.wall));
    say(figure("the same in the processor's time", took.processor, "ms", Better::lower, "a plain read of the same bytes", ours.read.processor));
  }
  double growth = static_cast<double>(country.indicators) / smaller.indicators;
  say(figure(fmt::format("the same, {:.0f} times the cells: grows", growth), ours.all.processor / tenth.all.processor, "x", Better::lower, "linear", growth));
  say(figure("memory", static_cast<double>(columns.bytes()) / cells, "B", Better::lower, "aim, a cell", 10.0));
  say(figure("memory, as the system counts it", (resident_bytes() - before) / cells, "B", Better::lower, "aim, a cell", 10.0));
  for (auto& [name, month] : {std::pair("a correction of the last month", std::optional(country.last())),
                              std::pair("a correction of any month", std::optional<Month>())}) {
    auto took = corrections(country, columns, wording, month, 5000);
    say(figure(fmt::format("{}, to all comparisons and sentences, median", name), took[took.size() / 2], "us", Better::lower, "aim", 50.0));
    say(figure(fmt::format("{}, p99", name), took[took.size() * 99 / 100], "us", Better::lower, "aim", 50.0));
  }
  from_snapshot(country, columns, say);
  if (databases) against_databases(country, ours, say);
}

}  // namespace giaoban::bench
