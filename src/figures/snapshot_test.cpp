#include "figures/snapshot.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

#include "figures/random_figures_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;
namespace fs = std::filesystem;
namespace r = giaoban::figures::random;
using r::april;

namespace {

struct Folder {
  Folder() {
    auto pattern = (fs::temp_directory_path() / "giaoban-snapshot-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()));
    path = pattern;
  }
  ~Folder() { fs::remove_all(path); }
  fs::path path;
  fs::path file() const { return path / "figures.snapshot"; }
};

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
void write_bytes(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

auto yes = [](const SnapshotMark&) { return true; };
Outcome<Columns> read(const fs::path& path, const std::vector<UnitNode>& units) {
  return read_snapshot(path, r::indicators(), units, yes, 2);
}

void same_figures(const Columns& a, const Columns& b) {
  RC_ASSERT(a.last_sequence() == b.last_sequence());
  for (IndicatorIndex i = 0; i < a.indicators().size(); ++i)
    for (UnitIndex u = 0; u < a.unit_count(); ++u)
      for (int m = 0; m < 18; ++m) {
        Month month = april.plus(-m);
        auto x = a.vintages(i, u, month), y = b.vintages(i, u, month);
        RC_ASSERT(x.size() == y.size());
        for (size_t n = 0; n < x.size(); ++n)
          RC_ASSERT(x[n].units == y[n].units && x[n].state == y[n].state && x[n].known == y[n].known);
        for (Sequence as_of : {newest, Sequence{7}}) {
          auto s = a.total(i, u, month, as_of), t = b.total(i, u, month, as_of);
          RC_ASSERT(s.amount.numerator == t.amount.numerator && s.coverage == t.coverage && s.state == t.state);
        }
      }
}

}  // namespace

TEST_CASE("snapshot: what is read is what was written, and goes on from there") {
  Folder folder;
  CHECK(rc::check("round trip", [&] {
    auto o = r::figures(14, 120, true);
    auto written = r::columns_of(o);
    write_snapshot(written, folder.file(), "hash", 2);
    auto back = read(folder.file(), o.units);
    RC_ASSERT(back.has_value());
    same_figures(written, *back);
    for (auto& c : r::changes(o, 20, true)) {
      auto later = r::placed(o, written, c);
      later.sequence += 1000;
      written.apply(later);
      back->apply(later);
    }
    same_figures(written, *back);
  }));
}

TEST_CASE("snapshot: one wrong byte anywhere, one missing, one too many: refused") {
  Folder folder;
  CHECK(rc::check("damage", [&] {
    auto o = r::figures(6, 60);
    write_snapshot(r::columns_of(o), folder.file(), "hash", 1);
    auto bytes = bytes_of(folder.file());
    auto damaged = bytes;
    auto at = *rc::gen::inRange<size_t>(0, bytes.size());
    if (*rc::gen::arbitrary<bool>()) at %= 64;  // the prologue is small and says the most
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        damaged[at] = static_cast<char>(damaged[at] ^ 1 << *rc::gen::inRange(0, 8));
        break;
      case 1:
        damaged.resize(at);
        break;
      case 2:
        damaged.insert(at, 1, 'x');
        break;
      default:
        damaged += std::string(8, '\0');
    }
    RC_PRE(damaged != bytes);
    write_bytes(folder.file(), damaged);
    auto back = read(folder.file(), o.units);
    RC_ASSERT_FALSE(back.has_value());
    RC_ASSERT(back.error().title.vi.starts_with("Không dùng bản chụp số liệu: "));
  }));
}

TEST_CASE("snapshot: of other indicators, units, another store or version: refused, each with its sentence") {
  Folder folder;
  auto why = [](const Outcome<Columns>& outcome) { return outcome ? std::string() : outcome.error().title.en; };
  std::vector<UnitNode> units{{"city", "", false}, {"a", "city", true}, {"b", "city", true}};
  CHECK(why(read(folder.file(), units)) == "The snapshot of figures is not used: there is none yet.");
  Columns columns(r::indicators(), units);
  columns.apply({5, r::flow, 1, april, 7});
  write_snapshot(columns, folder.file(), "hash of 5", 1);
  CHECK_FALSE(fs::exists(folder.path / "figures.snapshot.new"));
  CHECK(read(folder.file(), units).has_value());
  SnapshotMark seen;
  CHECK(why(read_snapshot(folder.file(), r::indicators(), units, [&](auto& mark) { seen = mark; return false; }, 1)) ==
        "The snapshot of figures is not used: it belongs to another store.");
  CHECK(seen.sequence == 5);
  CHECK(seen.journal == "hash of 5");
  auto changed = units;
  std::swap(changed[1], changed[2]);
  std::string shape = "The snapshot of figures is not used: indicators or units have changed since.";
  CHECK(why(read(folder.file(), changed)) == shape);
  changed = units;
  changed[2].life.until = april;
  CHECK(why(read(folder.file(), changed)) == shape);
  auto list = r::indicators();
  list[0].scale = 1;
  CHECK(why(read_snapshot(folder.file(), list, units, yes, 1)) == shape);
  auto bytes = bytes_of(folder.file());
  auto other = bytes;
  other[8] = 2;
  write_bytes(folder.file(), other);
  CHECK(why(read(folder.file(), units)) == "The snapshot of figures is not used: it was written by another version.");
  write_bytes(folder.file(), "not a snapshot at all, but long enough to look like something of that kind");
  CHECK(why(read(folder.file(), units)) == "The snapshot of figures is not used: the file is not one.");
}
