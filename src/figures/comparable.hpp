#pragma once
// Totals that stay comparable when units change. The columns hold what each unit gave; here a month's figures are asked
// for in a frame: the units as they stand on some day. Flows and stocks add exactly; of a unit that was divided each
// part takes its share, and the result is an estimate; averages and indices are weighted by their stated weight, never
// added. Where nothing changed below a unit, the columns' own totals are taken as they are.
#include <map>
#include <mutex>

#include "figures/columns.hpp"
#include "figures/formula.hpp"

namespace giaoban::figures {

/// When a unit of the columns is there.
struct UnitLife {
  units::UnitId id = 0;
  std::optional<Date> since, until;
};

/// What goes beside the columns: the units through time, and formulas ready to be evaluated.
class Comparable {
 public:
  /// `lives` in the columns' order of units. Throws when a formula cannot be read or goes in a circle.
  Comparable(const Columns& columns, std::vector<UnitLife> lives, units::Succession succession);

  bool in_force(UnitIndex u, Date on) const;
  /// Did anything change at or below this unit, ever?
  bool touched(UnitIndex u) const { return touched_.at(u); }
  const Formula* formula(IndicatorIndex i) const { return formulas_.at(i) ? &*formulas_.at(i) : nullptr; }
  const units::Succession& succession() const { return succession_; }

  struct Source {
    UnitIndex unit = 0;
    Ratio share;
    bool unknown = false;  ///< divided, and nobody said how
  };
  /// The units in force on `day` that make `u` (with all below it) as it stands on `frame`. None when it is not there.
  const std::vector<Source>& sources(UnitIndex u, Date day, Date frame) const;
  /// The units that `u`, as it stands on `day`, is or becomes on `frame`; the greatest share first.
  std::vector<Source> becomes(UnitIndex u, Date day, Date frame) const;

 private:
  using Eras = std::pair<size_t, size_t>;
  using Crosswalk = std::vector<std::vector<Source>>;  // target → its sources
  const Crosswalk& crosswalk(Date day, Date frame) const;
  std::vector<Source> gather(UnitIndex u, Date day, Date frame) const;
  void mark_touched(const Columns& columns);

  std::vector<UnitLife> lives_;
  units::Succession succession_;
  std::vector<std::optional<Formula>> formulas_;
  std::vector<bool> touched_;
  std::vector<std::vector<UnitIndex>> below_;  // children
  std::unordered_map<units::UnitId, UnitIndex> place_of_;
  // Few days on which units changed, so few pairs of times between: each is worked out once.
  mutable std::mutex mutex_;
  mutable std::map<Eras, Crosswalk> crosswalks_;
  mutable std::map<std::pair<Eras, UnitIndex>, std::vector<Source>> sources_;
};

/// What is asked of the columns: an indicator over a unit as it stands on the frame's day.
struct Place {
  IndicatorIndex indicator = 0;
  UnitIndex unit = 0;
  Date frame;
  Sequence as_of = newest;
};

/// Did nothing ever change at or below the unit? Then the columns' own totals do.
bool unchanged(const Columns& columns, UnitIndex unit);
Total total_of(const Columns& columns, const Place& place, Month month);
Total year_to_date_of(const Columns& columns, const Place& place, Month month);
/// The year's plan: the unit's own, or that of the units that it wholly took over.
std::optional<int64_t> plan_of(const Columns& columns, const Place& place, int year);
/// Whether the same units have values in two months.
bool same_units_in(const Columns& columns, const Place& place, Month a, Month b);
/// Who gave a month's figures, of those within the unit; for a formula, who gave those of its parts.
std::vector<UnitIndex> reporters_in(const Columns& columns, const Place& place, Month month);

}  // namespace giaoban::figures
