#pragma once
// One indicator over the wards and communes of a day: for the map of tiles, with ranks and shares.
#include "figures/views.hpp"

namespace giaoban::figures {

/// Where a unit stands in a map of tiles: roughly as on the ground.
struct Tile {
  int32_t column = 0, row = 0;
};
BOOST_DESCRIBE_STRUCT(Tile, (), (column, row))

struct AcrossRequest : VintageAsked {
  std::string indicator;
  Month month;
  std::optional<Measure> measure;  ///< beside the month's value; absent: the share of the whole, where there are shares
  std::optional<Date> frame;
};
BOOST_DESCRIBE_STRUCT(AcrossRequest, (), (indicator, month, measure, frame, as_of, day, published))

struct AcrossUnit {
  units::UnitRef unit;
  Comparison value, measured;
  std::optional<int32_t> place;  ///< by the exact value of what is measured, the largest first; equal ones share it
  bool estimated = false;        ///< a unit was divided by a weight for this frame
  std::optional<Tile> tile;
};
BOOST_DESCRIBE_STRUCT(AcrossUnit, (), (unit, value, measured, place, estimated, tile))

struct Across {
  IndicatorRef indicator;
  units::UnitRef whole;
  Month month;
  Measure measure = Measure::share;
  Date frame;
  Comparison value, measured;  ///< of the whole
  std::vector<AcrossUnit> units;  ///< in the tree's order; only those that the reader may see
  int32_t hidden = 0;
  std::optional<Instant> known;
  bool published = false;  ///< the month has a published vintage
  bool may_place = false;
};
BOOST_DESCRIBE_STRUCT(Across, (), (indicator, whole, month, measure, frame, value, measured, units, hidden, known, published, may_place))
Outcome<Across> across(Context& context, const Tools& tools, const AcrossRequest& request);

struct TileLine {
  std::string unit;
  Tile tile;
};
BOOST_DESCRIBE_STRUCT(TileLine, (), (unit, tile))
struct PlaceTilesRequest {
  std::vector<TileLine> tiles;  ///< of some units; the others stay where they are
};
BOOST_DESCRIBE_STRUCT(PlaceTilesRequest, (), (tiles))
struct Tiles {
  std::vector<TileLine> tiles;
};
BOOST_DESCRIBE_STRUCT(Tiles, (), (tiles))
Outcome<Tiles> place_tiles(Context& context, const PlaceTilesRequest& request);

}  // namespace giaoban::figures
