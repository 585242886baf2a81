#include "figures_peers.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <stdexcept>

#include "base/installation.hpp"
#include "bench.hpp"

namespace giaoban::bench {
namespace fs = std::filesystem;
namespace {

/// A folder that ends with this object.
struct Scratch {
  Scratch() {
    auto pattern = (fs::temp_directory_path() / "giaoban-peers-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    path = pattern;
    fs::permissions(path, fs::perms::owner_all | fs::perms::others_all);  // PostgreSQL runs as another user
  }
  ~Scratch() { fs::remove_all(path); }
  fs::path path;
};

/// Totals of every province and the country by month, year to date, and each against the month before, the same
/// month and the same months of last year.
std::string all_sql() {
  return "with p as (select prov, i, m, sum(v) v from f join c on c.u = f.u group by prov, i, m), "
         "a as (select prov, i, m, v from p union all select -1, i, m, sum(v) from p group by i, m), "
         "y as (select *, sum(v) over (partition by prov, i, m / 12 order by m) ytd from a) "
         "select prov, i, m, v, ytd, 100.0 * v / lag(v, 1) over w mom, 100.0 * v / lag(v, 12) over w yoy, "
         "100.0 * ytd / lag(ytd, 12) over w ytd_yoy from y window w as (partition by prov, i order by m)";
}
std::string month_sql(const Nation& c) {
  return fmt::format("select prov, i, sum(v) v, count(v) n from f join c on c.u = f.u where m = {} group by prov, i", c.months - 1);
}
std::string province_sql(const Nation& c) { return fmt::format("cast(u as bigint) * {} / {}", c.provinces, c.communes); }

}  // namespace

PeerTimes duckdb(const Nation& c, int matched, unsigned threads) {
  auto folder = installation() / "bench" / "peers";
  if (!have("node") || !have("npm") || !fs::exists(folder / "package.json")) return {};
  try {
    if (!fs::exists(folder / "node_modules" / "@duckdb")) run({"npm", "--prefix", folder.string(), "ci", "--no-audit", "--no-fund"});
  } catch (const std::exception&) {
    return {};  // no network, no peer
  }
  Scratch scratch;
  boost::json::object job{{"communes", c.communes}, {"provinces", c.provinces}, {"indicators", c.indicators}, {"months", c.months},
                          {"value", value_sql()}, {"present", present_sql()}, {"matched", matched}, {"threads", threads},
                          {"file", (scratch.path / "country.duckdb").string()}};
  auto text = run({"node", (folder / "duckdb.mjs").string(), boost::json::serialize(job)});
  auto answer = boost::json::parse(text);
  auto number = [&](const char* name) -> std::optional<double> {
    auto& v = answer.at(name);
    return v.is_null() ? std::nullopt : std::optional(v.to_number<double>());
  };
  PeerTimes out{number("all"), number("like_for_like"), number("totals"), number("all_processor")};
  out.sum = std::stoll(std::string(answer.at("sum").as_string()));
  return out;
}

PeerTimes postgresql(const Nation& c) {
  if (!have("psql") || !fs::exists("/usr/lib/postgresql/15/bin/initdb")) return {};
  Scratch scratch;
  auto script = scratch.path / "country.sql";
  std::ofstream(script) << fmt::format(
      "\\set QUIET on\nset max_parallel_workers_per_gather = 2; set work_mem = '512MB'; set jit = off;\n"
      "create unlogged table f as select i::smallint i, u::smallint u, m::smallint m, {} v from generate_series(0, {}) i, "
      "generate_series(0, {}) m, generate_series(0, {}) u where {};\n"
      "create unlogged table c as select u::smallint u, ({})::smallint prov from generate_series(0, {}) u;\nvacuum analyze f, c;\n"
      "select 'sum', sum(v) from f;\n\\timing on\n",
      value_sql(), c.indicators - 1, c.months - 1, c.communes - 1, present_sql(), province_sql(c), c.communes - 1);
  for (int k = 0; k < 2; ++k)
    std::ofstream(script, std::ios::app) << "create temp table all_" << k << " as " << all_sql() << ";\ncreate temp table month_" << k << " as " << month_sql(c) << ";\n";
  fs::permissions(script, fs::perms::owner_all | fs::perms::others_read);
  auto text = run({"bash", (installation() / "tests/support/with-postgresql.sh").string(), "bash", "-c",
                   "psql -X -q -A -t -v ON_ERROR_STOP=1 \"$GIAOBAN_TEST_POSTGRESQL/postgres\" -f " + script.string()});
  PeerTimes out;
  std::smatch m;
  if (std::regex_search(text, m, std::regex("sum\\|([0-9]+)"))) out.sum = std::stoll(m[1]);
  std::vector<double> times;
  for (auto at = text.cbegin(); std::regex_search(at, text.cend(), m, std::regex("Time: ([0-9.]+) ms")); at = m[0].second) times.push_back(std::stod(m[1]));
  if (times.size() != 4) throw std::runtime_error("psql did not say its times: " + text);
  out.all = std::min(times[0], times[2]);
  out.totals = std::min(times[1], times[3]);
  return out;
}

PeerTimes sqlite(const Nation& c) {
  Scratch scratch;
  sqlite3* db = nullptr;
  auto exec = [&](const std::string& sql) {
    char* why = nullptr;
    if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &why) != SQLITE_OK) throw std::runtime_error("SQLite: " + std::string(why ? why : ""));
  };
  if (sqlite3_open((scratch.path / "country.db").c_str(), &db) != SQLITE_OK) throw std::runtime_error("SQLite cannot open a file");
  std::unique_ptr<sqlite3, decltype(&sqlite3_close)> close(db, &sqlite3_close);
  exec("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -1000000; pragma temp_store = memory");
  exec("create table f (i int, u int, m int, v int); create table c (u integer primary key, prov int)");
  auto series = [](const char* name, int n) {
    return fmt::format("all_{0}({0}) as (values(0) union all select {0} + 1 from all_{0} where {0} < {1})", name, n - 1);
  };
  auto plain = [](const std::string& sql) { return std::regex_replace(sql, std::regex("::bigint"), ""); };
  exec(plain(fmt::format("with recursive {}, {}, {} insert into f select i, u, m, {} from all_i cross join all_m cross join all_u where {}",
                         series("i", c.indicators), series("m", c.months), series("u", c.communes), value_sql(), present_sql())));
  exec(fmt::format("with recursive {} insert into c select u, {} from all_u", series("u", c.communes), province_sql(c)));
  auto timed = [&](const std::string& sql) {
    exec("drop table if exists o");
    auto from = milliseconds_now();
    exec("create table o as " + sql);
    return milliseconds_now() - from;
  };
  PeerTimes out;
  out.all = timed(all_sql());
  out.totals = timed(month_sql(c));
  sqlite3_stmt* sum = nullptr;
  sqlite3_prepare_v2(db, "select sum(v) from f", -1, &sum, nullptr);
  if (sqlite3_step(sum) == SQLITE_ROW) out.sum = sqlite3_column_int64(sum, 0);
  sqlite3_finalize(sum);
  return out;
}

}  // namespace giaoban::bench
