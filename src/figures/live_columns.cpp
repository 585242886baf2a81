// The program's columns: filled at the start, from a snapshot where there is one that fits, else from the store.
#include <spdlog/spdlog.h>

#include "figures/comparable.hpp"
#include "figures/parallel.hpp"
#include "figures/snapshot.hpp"
#include "figures/snapshot_format.hpp"
#include "figures/store.hpp"
#include "journal/journal.hpp"

namespace giaoban::figures {
namespace {

struct FigureLine {
  int64_t id = 0, seq = 0, indicator = 0, unit = 0;
  Month month;
  std::optional<int64_t> value;
  State state = State::official;
};
BOOST_DESCRIBE_STRUCT(FigureLine, (), (id, seq, indicator, unit, month, value, state))

struct PlanRow {
  int64_t seq = 0, indicator = 0, unit = 0;
  int32_t year = 0;
  int64_t value = 0;
};
BOOST_DESCRIBE_STRUCT(PlanRow, (), (seq, indicator, unit, year, value))

/// Rows read at once: a few megabytes, whatever the store holds.
constexpr int64_t page = 100'000;
/// Fewer cells are read from the store in a moment; a snapshot of them would only be one thing more to keep.
constexpr size_t cells_worth_a_snapshot = 1'000'000;

std::shared_ptr<Columns> no_columns() {
  return std::make_shared<Columns>(std::vector<Indicator>{}, std::vector<UnitNode>{{"-", "", false}});
}

/// Indicators and units of the store, and what their numbers stand for.
struct Shape {
  explicit Shape(db::Transaction& tx) {
    units = units::all(tx);
    for (auto& u : units) unit_code[u.id] = u.code;
    // One body follows another: where the store tells of several, they hang on a root that is nobody.
    auto roots = std::count_if(units.begin(), units.end(), [](auto& u) { return !u.parent; });
    std::string top = roots > 1 ? "." : "";
    if (roots > 1) nodes.push_back({top, "", false});
    for (auto& u : units) nodes.push_back({u.code, u.parent ? unit_code[*u.parent] : top, is_commune(u.kind), life_of(u)});
    for (auto& row : stored_indicators(tx)) {
      indicator_place[row.id] = static_cast<IndicatorIndex>(indicators.size());
      indicators.push_back(std::move(row.indicator));
    }
  }
  /// A month's units are those of its last day.
  static Life life_of(const units::Unit& u) {
    Life life;
    if (u.since) life.from = u.since->in_month();
    if (u.until) life.until = u.until->in_month();
    return life;
  }
  std::vector<units::Unit> units;
  std::vector<UnitNode> nodes;
  std::vector<Indicator> indicators;
  std::unordered_map<int64_t, std::string> unit_code;
  std::unordered_map<int64_t, IndicatorIndex> indicator_place;
};

/// Where the store's units lie in the columns.
std::unordered_map<int64_t, UnitIndex> places(const Shape& shape, const Columns& columns) {
  std::unordered_map<int64_t, UnitIndex> place;
  for (auto& [id, code] : shape.unit_code) place[id] = columns.find_unit(code).value();
  return place;
}

template <class F>
void each_figure(db::Transaction& tx, const Shape& shape, const std::unordered_map<int64_t, UnitIndex>& place, Sequence after, F&& take) {
  for (int64_t id = 0;;) {
    auto rows = tx.query<FigureLine>(
        "select id, seq, indicator, unit, month, value, state from figure where seq > ? and id > ? order by id limit ?", after, id, page);
    for (auto& f : rows)
      take(Change{f.seq, shape.indicator_place.at(f.indicator), place.at(f.unit), f.month, f.value, f.state});
    if (rows.size() < static_cast<size_t>(page)) break;
    id = rows.back().id;
  }
}

void read_figures(db::Transaction& tx, const Shape& shape, Columns& columns) {
  Sequence after = columns.last_sequence();
  bool few = after > 0;  // what came after a snapshot
  auto place = places(shape, columns);
  each_figure(tx, shape, place, after, [&](const Change& change) { few ? columns.apply(change) : columns.absorb(change); });
  if (!few) columns.roll_up(all_cores());
  for (auto& p : tx.query<PlanRow>("select seq, indicator, unit, year, value from indicator_plan order by year, version"))
    columns.apply_plan(p.seq, shape.indicator_place.at(p.indicator), place.at(p.unit), p.year, p.value);
}

void add_comparable(db::Transaction& tx, const Shape& shape, Columns& columns) {
  std::vector<UnitLife> lives(columns.unit_count(), {-1, {}, {}});
  for (auto& u : shape.units) lives[columns.find_unit(u.code).value()] = {u.id, u.since, u.until};
  columns.set_comparable(std::make_shared<Comparable>(columns, std::move(lives), units::succession(tx)));
}

}  // namespace

LiveColumns::LiveColumns() : columns_(no_columns()) {}

void LiveColumns::replace(Columns columns) {
  auto fresh = std::make_shared<Columns>(std::move(columns));
  std::unique_lock lock(mutex_);
  columns_ = std::move(fresh);
}

void LiveColumns::apply(const std::vector<Change>& changes) {
  std::unique_lock lock(mutex_);
  for (auto& change : changes) columns_->apply(change);
}

void LiveColumns::load(db::Transaction& tx, const std::filesystem::path& snapshot) {
  Shape shape(tx);
  if (shape.nodes.empty()) return;
  auto same_store = [&](const SnapshotMark& mark) { return journal::hash_of(tx, mark.sequence) == mark.journal; };
  auto columns = std::filesystem::exists(snapshot)
                     ? read_snapshot(snapshot, shape.indicators, shape.nodes, same_store, all_cores())
                     : Outcome<Columns>(Columns(shape.indicators, shape.nodes));
  if (!columns) {
    spdlog::warn("{}", columns.error().title.en);
    columns = Columns(shape.indicators, shape.nodes);
  }
  read_figures(tx, shape, *columns);
  add_comparable(tx, shape, *columns);
  replace(std::move(*columns));
}

void LiveColumns::follow(db::Transaction& tx, const std::set<std::string>& tables) {
  auto written = [&](auto... names) { return tables.empty() || (tables.contains(names) || ...); };
  if (!written("figure", "indicator", "indicator_version", "indicator_plan", "unit", "unit_change", "unit_part")) return;
  Shape shape(tx);
  if (shape.nodes.empty()) return;
  std::vector<Change> changes;
  bool as_it_was = read([&](const Columns& columns) {
    auto known = columns.last_sequence();
    if (shape_of(columns.indicators(), columns.store_units()) != shape_of(shape.indicators, Tree(shape.nodes)) ||
        tx.one_value<int64_t>("select seq from indicator_plan order by seq desc limit 1").value_or(0) > known)
      return false;
    each_figure(tx, shape, places(shape, columns), known, [&](const Change& change) { changes.push_back(change); });
    return true;
  });
  as_it_was ? apply(changes) : load(tx);
}

void LiveColumns::reload(Context& context) {
  Shape shape(context.tx);
  auto fresh = std::make_shared<Columns>(shape.indicators, shape.nodes);
  read_figures(context.tx, shape, *fresh);
  add_comparable(context.tx, shape, *fresh);
  context.after_commit([this, fresh] {
    std::unique_lock lock(mutex_);
    columns_ = fresh;
  });
}

void LiveColumns::save(db::Transaction& tx, const std::filesystem::path& snapshot) const {
  read([&](const Columns& columns) {
    if (columns.cells().count() < cells_worth_a_snapshot) return;
    if (auto hash = journal::hash_of(tx, columns.cells().last_sequence())) write_snapshot(columns, snapshot, *hash, all_cores());
  });
}

}  // namespace giaoban::figures
