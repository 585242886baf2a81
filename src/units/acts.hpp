#pragma once
// Acts as they cross the API.
#include "units/succession.hpp"
#include "units/units.hpp"

namespace giaoban::units {

struct NewUnit {
  std::string code;
  Text name, short_name;
  UnitKind kind = UnitKind::commune;
  std::optional<std::string> parent;  ///< code; nothing: it is the body itself from that day on
  Text place;
  std::string notation;
};
BOOST_DESCRIBE_STRUCT(NewUnit, (), (code, name, short_name, kind, parent, place, notation))

/// So much of one unit into one unit. Without `from`: created (no need to list a new unit for that); without `to`:
/// abolished.
struct PartLine {
  std::optional<std::string> from, to;
  std::optional<Basis> basis;
  std::optional<int64_t> numerator, denominator;  ///< 1/1 when absent
};
BOOST_DESCRIBE_STRUCT(PartLine, (), (from, to, basis, numerator, denominator))

struct ActLine {
  std::string number;  ///< "1679/NQ-UBTVQH15"
  Text title, source;
  std::optional<std::vector<NewUnit>> new_units;
  std::vector<PartLine> parts;
};
BOOST_DESCRIBE_STRUCT(ActLine, (), (number, title, source, new_units, parts))

/// Acts that take effect together, one after the other: the tree must hold when all have.
struct ReorganiseRequest {
  Date effective;
  std::vector<ActLine> acts;
};
BOOST_DESCRIBE_STRUCT(ReorganiseRequest, (), (effective, acts))

struct PartView {
  std::optional<UnitRef> from, to;
  Basis basis = Basis::none;
  int64_t numerator = 1, denominator = 1;
  bool whole = true;
};
BOOST_DESCRIBE_STRUCT(PartView, (), (from, to, basis, numerator, denominator, whole))

struct Change {
  int64_t id = 0;
  std::string number;
  Text title;
  Date effective;
  Text source;
  std::vector<PartView> parts;
};
BOOST_DESCRIBE_STRUCT(Change, (), (id, number, title, effective, source, parts))

struct Changes {
  std::vector<Change> changes;  ///< newest first
};
BOOST_DESCRIBE_STRUCT(Changes, (), (changes))
Changes changes(db::Transaction& tx);

struct TreeRequest {
  std::optional<Date> on;  ///< today when absent
};
BOOST_DESCRIBE_STRUCT(TreeRequest, (), (on))
struct TreeRow {
  Unit unit;
  int32_t depth = 0;
  std::optional<UnitRef> authority;  ///< that it stands directly under: the nearest above that is no territory
};
BOOST_DESCRIBE_STRUCT(TreeRow, (), (unit, depth, authority))
struct Tree {
  Date on;
  std::vector<TreeRow> rows;  ///< a unit, then everything below it
  std::vector<Date> days;     ///< on which something changed
};
BOOST_DESCRIBE_STRUCT(Tree, (), (on, rows, days))

Outcome<Tree> tree(Context& context, const TreeRequest& request);
Outcome<Changes> reorganise(Context& context, const ReorganiseRequest& request);

}  // namespace giaoban::units
