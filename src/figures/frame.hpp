#pragma once
// The tree over which totals run, apart from the cells that are totalled. One store of cells can be totalled
// under several frames: the units as they report, or the units of another date, to which a mapping gives each
// reporting unit's shares (a merger: whole units into one; a split: one unit into parts with weights).
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.hpp"

namespace giaoban::figures {

using UnitIndex = uint32_t;  // a place in a tree's order
inline constexpr uint32_t none = UINT32_MAX;

/// The months in which a unit exists, `until` not included. Outside it the unit is not expected to report.
struct Life {
  Month from{INT32_MIN}, until{INT32_MAX};
  bool covers(Month month) const { return from <= month && month < until; }
  bool bounded() const { return from.index != INT32_MIN || until.index != INT32_MAX; }
  bool operator==(const Life&) const = default;
};

struct UnitNode {
  std::string code;
  std::string parent;    // empty at the root
  bool commune = false;  // a ward or commune: reports what communes report
  Life life = {};
};

/// Units in tree order: a unit, then everything below it, so that what is below is one run.
class Tree {
 public:
  /// Throws when there is no single root, a parent is missing, a code stands twice or units are in a circle.
  explicit Tree(std::vector<UnitNode> units);
  size_t size() const { return units_.size(); }
  const UnitNode& unit(UnitIndex u) const { return units_.at(u); }
  std::optional<UnitIndex> find(std::string_view code) const;
  UnitIndex behind(UnitIndex u) const { return behind_.at(u); }  // one past the last unit below
  UnitIndex parent(UnitIndex u) const { return parent_.at(u); }  // none at the root

 private:
  std::vector<UnitNode> units_;
  std::vector<UnitIndex> behind_, parent_;
  std::unordered_map<std::string, UnitIndex> place_;
};

/// A piece of a reporting unit that belongs to a unit of the frame. 1/1: all of it.
struct Share {
  std::string source, unit;
  int64_t numerator = 1, denominator = 1;
};

class Frame {
 public:
  /// The units as they report: every source is its own unit.
  explicit Frame(Tree tree);
  /// `store`: the units that report. A source may go to several units in pieces; pieces that meet again above
  /// are one whole again. What no share names stays outside. Weights of one kind (area, population) make one
  /// frame; an indicator that is weighed otherwise is read under another. Throws when more than the whole of a
  /// source is given away, or the shares have no common denominator up to 10^12.
  Frame(Tree tree, const Tree& store, const std::vector<Share>& shares);

  const Tree& tree() const { return tree_; }
  /// Sources and units are the same, so that what a unit is made of is the run from it to behind it.
  bool own() const { return own_; }
  /// Of all weights. 1 unless a source is split.
  int64_t denominator() const { return denominator_; }

  struct Part {
    UnitIndex source;
    int64_t weight;  // of `denominator`
    bool operator==(const Part&) const = default;
  };
  /// What a unit with everything below it is made of, each source once. Of a frame that is not `own`.
  std::span<const Part> parts(UnitIndex u) const;

  /// The units whose totals are kept: in `own` frames those with units below, in others all.
  size_t kept() const { return kept_.size(); }
  UnitIndex kept_unit(size_t k) const { return kept_[k]; }
  uint32_t kept_place(UnitIndex u) const { return kept_place_[u]; }     // none: one cell, nothing to add
  uint32_t kept_above(size_t k) const { return kept_above_[k]; }        // nearest kept unit above; none at the root
  struct Above {
    uint32_t kept;
    int64_t weight;
  };
  /// The kept units that a source's value goes into.
  std::span<const Above> above(UnitIndex source) const;

 private:
  template <class T>
  struct Lists {  // many short lists, one behind the other
    std::vector<T> items;
    std::vector<uint32_t> begin;
    std::span<const T> of(size_t k) const { return {items.data() + begin[k], items.data() + begin[k + 1]}; }
  };
  void share_out(const Tree& store, const std::vector<Share>& shares);
  void choose_kept();
  void list_above(size_t sources);

  Tree tree_;
  bool own_;
  int64_t denominator_ = 1;
  Lists<Part> parts_;
  Lists<Above> above_;
  std::vector<UnitIndex> kept_;
  std::vector<uint32_t> kept_place_, kept_above_;
};

}  // namespace giaoban::figures
