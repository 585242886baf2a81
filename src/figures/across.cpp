// figures.across: an indicator over the units, each with its place among them. figures.place_tiles: where they stand
// in the map.
#include "figures/across.hpp"

#include "figures/comparable.hpp"

namespace giaoban::figures {
namespace {

/// A map on one screen.
constexpr int32_t tiles_wide = 60;

struct TileRow {
  int64_t unit = 0;
  int32_t tile_column = 0, tile_row = 0;
};
BOOST_DESCRIBE_STRUCT(TileRow, (), (unit, tile_column, tile_row))

/// The largest first; equal ones share their place.
void rank(std::vector<AcrossUnit>& units, const std::vector<std::optional<Fraction>>& exactly) {
  for (size_t u = 0; u < units.size(); ++u) {
    if (!exactly[u]) continue;
    int32_t place = 1;
    for (auto& other : exactly) place += other && order(*other, *exactly[u]) > 0;
    units[u].place = place;
  }
}

/// Does this unit take a share of another's figures in the frame?
bool divided(const Columns& columns, const Place& place, Month month) {
  auto* comparable = columns.comparable();
  if (!comparable || !comparable->touched(place.unit)) return false;
  auto& sources = comparable->sources(place.unit, last_day(month), place.frame);
  return std::any_of(sources.begin(), sources.end(), [&](auto& s) { return s.share != 1 && columns.reports(place.indicator, s.unit); });
}

}  // namespace

Outcome<Across> across(Context& context, const Tools& tools, const AcrossRequest& request) {
  TRY(as_of, vintage_asked(context, request.month, request));
  Faults faults;
  faults.require(request.measure != Measure::per_head, "/measure", {"Chưa so theo đầu người ở đây.", "Figures per head are not compared here."});
  if (faults.any()) return faults.problem();
  for (auto* table : {"figure", "indicator", "indicator_plan", "unit"}) context.tx.note_read(table);
  Across out;
  out.month = request.month;
  out.frame = request.frame.value_or(last_day(request.month));
  auto body = units::body(context.tx, out.frame);
  out.whole = {body.id, body.code, body.short_name};
  out.known = context.tx.one_value<Instant>("select at from figure where seq <= ? order by seq desc, at desc limit 1", as_of);
  out.published = published(context.tx, request.month).has_value();
  out.may_place = context.may(Right::figures_define);
  std::map<int64_t, Tile> tiles;
  for (auto& t : context.tx.query<TileRow>("select unit, tile_column, tile_row from figure_tile")) tiles[t.unit] = {t.tile_column, t.tile_row};
  std::vector<units::Unit> communes;
  for (auto& u : units::in_force(context.tx, out.frame)) {
    if (!units::is_commune(u.kind)) continue;
    if (may_see(context, u.id)) communes.push_back(u);
    else ++out.hidden;
  }
  auto& wording = tools.rules.wording.on(last_day(request.month)).value;
  bool found = tools.columns.read([&](const Columns& columns) {
    auto i = columns.find_indicator(request.indicator);
    auto whole = columns.find_unit(body.code);
    if (!i || !whole) return false;
    out.indicator = indicator_ref(columns.indicator(*i));
    out.measure = request.measure.value_or(columns.indicator(*i).adds_over_units() ? Measure::share : Measure::month);
    Question q{*i, *whole, request.month, Measure::month, as_of, *whole, {}, 1, out.frame};
    auto measured = [&](UnitIndex unit, Measure what) {
      q.unit = unit;
      q.measure = what;
      return evaluate(columns, q, wording);
    };
    out.value = measured(*whole, Measure::month);
    out.measured = measured(*whole, out.measure);
    std::vector<std::optional<Fraction>> exactly;
    for (auto& u : communes) {
      auto place = columns.find_unit(u.code);
      if (!place || reporters_in(columns, {*i, *place, out.frame, as_of}, request.month).empty()) continue;
      auto tile = tiles.find(u.id);
      out.units.push_back({{u.id, u.code, u.short_name}, measured(*place, Measure::month), measured(*place, out.measure), {},
                           divided(columns, {*i, *place, out.frame, as_of}, request.month),
                           tile == tiles.end() ? std::nullopt : std::optional(tile->second)});
      exactly.push_back(exact(columns, q));
    }
    rank(out.units, exactly);
    return true;
  });
  if (!found) return not_found({"Không có chỉ tiêu này.", "There is no such indicator."});
  return out;
}

Outcome<Tiles> place_tiles(Context& context, const PlaceTilesRequest& request) {
  Faults faults;
  std::vector<std::pair<int64_t, Tile>> placed;
  for (size_t at = 0; at < request.tiles.size(); ++at) {
    auto& line = request.tiles[at];
    auto pointer = "/tiles/" + std::to_string(at);
    auto unit = units::by_code(context.tx, line.unit);
    faults.require(unit.has_value(), pointer + "/unit", {"Không có đơn vị này.", "There is no such unit."});
    auto inside = [](int32_t n) { return n >= 0 && n < tiles_wide; };
    faults.require(inside(line.tile.column) && inside(line.tile.row), pointer + "/tile", {"Cột và hàng từ 0 đến 59.", "Column and row from 0 to 59."});
    if (unit) placed.push_back({unit->id, line.tile});
  }
  if (faults.any()) return faults.problem();
  for (auto& [unit, tile] : placed)
    context.tx.exec("insert into figure_tile(unit, tile_column, tile_row) values (?,?,?) on conflict (unit) do update set "
                    "tile_column = excluded.tile_column, tile_row = excluded.tile_row", unit, tile.column, tile.row);
  context.about("units");
  return Tiles{request.tiles};
}

}  // namespace giaoban::figures
