#pragma once
// All figures in memory, for a ward's office as for a country: the cells (`Cells`), a tree over which they are
// totalled (`Frame`), and the totals of that tree, kept right change by change (`Totals`). Comparisons are
// computed from them when asked, never stored. How it lies in memory and why: docs/figures-engine.md.
#include "figures/indicator.hpp"
#include "figures/totals.hpp"

namespace giaoban::figures {

/// Who has reported of those who should. "14/16".
struct Coverage {
  int32_t reported = 0, stand_in = 0, expected = 0;
  bool complete() const { return reported == expected; }
  Coverage& operator+=(const Coverage& o) {
    reported += o.reported, stand_in += o.stand_in, expected += o.expected;
    return *this;
  }
  bool operator==(const Coverage&) const = default;
};
BOOST_DESCRIBE_STRUCT(Coverage, (), (reported, stand_in, expected))

/// An exact value: numerator / denominator in units of 10^-scale of its indicator.
struct Amount {
  __int128 numerator = 0, denominator = 1;
};

/// A value over a part of the tree and a period.
struct Total {
  bool additive = true;  // false: averages or indices of several units have no total
  bool known = false;    // at least one value, and a ratio's denominator is not 0
  Amount amount;
  State state = State::missing;  // an estimate as soon as one part is
  Coverage coverage;             // over a period: unit-months
};

class Comparable;

/// The figures under one frame. Not locked: whoever holds it lets changes in only when nobody reads.
class Columns {
 public:
  /// Under the frame of the units themselves. Throws when the tree has no single root or an indicator names a
  /// unit or component that is not there.
  Columns(std::vector<Indicator> indicators, std::vector<UnitNode> units);
  Columns(Columns&&) = default;
  Columns& operator=(Columns&&) = default;

  /// The same cells under another frame (see `Frame`; its sources are `store_units`). Changes applied to either
  /// are seen by both. Everything below that names a unit means the frame's.
  Columns under(Frame frame) const;
  const Tree& store_units() const;

  std::optional<IndicatorIndex> find_indicator(std::string_view code) const;
  std::optional<UnitIndex> find_unit(std::string_view code) const { return tree().find(code); }
  const std::vector<Indicator>& indicators() const;
  const Indicator& indicator(IndicatorIndex i) const { return indicators().at(i); }
  const UnitNode& unit(UnitIndex u) const { return tree().unit(u); }
  UnitIndex root() const { return 0; }
  size_t unit_count() const { return tree().size(); }
  /// The units that report an indicator within a part of the tree; a ratio's are those of its denominator.
  std::vector<UnitIndex> reporters(IndicatorIndex i, UnitIndex within) const;
  bool reports(IndicatorIndex i, UnitIndex u) const;

  /// Every total that the value is part of is right when it returns. Throws when the unit does not report the
  /// indicator, or the indicator is computed: the room refuses that before. `change.unit` is the store's.
  void apply(const Change& change);
  void apply_plan(Sequence sequence, IndicatorIndex i, UnitIndex u, int year, int64_t value);
  /// For many at once: room for the months they are in, the cells alone, and after the last of them all totals.
  void reserve(Month first, Month last);
  void absorb(const Change& change);
  void roll_up(unsigned threads);

  /// The value of one reporting unit as it was known at a journal entry.
  Value value(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of = newest) const;
  /// Every vintage of a value, oldest first.
  std::vector<Value> vintages(IndicatorIndex i, UnitIndex u, Month month) const;
  /// Over the unit and everything below it.
  Total total(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of = newest) const;
  /// From January to the month: flows and ratios accumulate, averages are averaged, a stock is the month's
  /// own; an index has no such value (additive = false).
  Total year_to_date(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of = newest) const;
  std::optional<int64_t> plan(IndicatorIndex i, UnitIndex u, int year, Sequence as_of = newest) const;
  /// Whether the same units have values in two months, or all that then existed: a comparison of totals is fair
  /// only then.
  bool same_units(IndicatorIndex i, UnitIndex u, Month a, Month b, Sequence as_of = newest) const;

  /// Of months and as many so far back what the units that have a value in both come to, each month beside its own.
  /// Nothing when the same units stand on both sides of each: their totals are fair as they are. Of a frame that is not
  /// the store's own a unit has a value where all that it is made of has.
  struct Matched {
    Parts now, base;
    int32_t units = 0;  // unit-months
  };
  std::optional<Matched> matched(IndicatorIndex i, UnitIndex u, Month first, Month last, int back, Sequence as_of = newest) const;
  /// What was added up, as an amount in the indicator's unit. It must hold a value, a ratio's a denominator.
  Amount amount(IndicatorIndex i, const Parts& parts) const;

  Sequence last_sequence() const;
  /// Units through time and formulas (figures/comparable.hpp); nothing where neither is asked for.
  const Comparable* comparable() const { return comparable_.get(); }
  void set_comparable(std::shared_ptr<const Comparable> comparable) { comparable_ = std::move(comparable); }
  size_t bytes() const;

  // ---- for what works on all figures at once
  const Recipe& recipe(IndicatorIndex i) const { return totals_->recipe(i); }
  const Cells& cells() const { return totals_->cells(); }
  const Totals& totals() const { return *totals_; }
  Totals& totals() { return *totals_; }

 private:
  friend struct SnapshotAccess;
  struct Body;
  Columns(std::shared_ptr<Body> body, std::shared_ptr<Totals> totals);
  const Tree& tree() const { return totals_->frame().tree(); }
  /// Of a ratio: its denominator's.
  const Roster& roster(IndicatorIndex i) const {
    auto& r = recipe(i);
    return cells().roster(r.ratio() ? r.denominator : i);
  }
  template <class F>
  void each_source(IndicatorIndex i, UnitIndex u, F&& f) const;
  std::optional<uint32_t> single_place(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of) const;
  Parts parts(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of) const;
  Parts added(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of) const;
  int32_t expected(IndicatorIndex i, UnitIndex u, Month from, Month to) const;  // unit-months
  Total over(IndicatorIndex i, UnitIndex u, Month from, Month to, Sequence as_of) const;
  Total mean(IndicatorIndex i, UnitIndex u, Month from, Month to, Sequence as_of) const;
  bool now(Sequence as_of) const { return as_of >= cells().last_sequence(); }
  bool one_cell(IndicatorIndex i, UnitIndex u, Sequence as_of) const;
  std::optional<Matched> cells_matched(IndicatorIndex i, uint32_t place, Month first, Month last, int back) const;
  bool pairs_kept(IndicatorIndex i, UnitIndex u, Month first, int back, Sequence as_of) const;
  void add_matched(IndicatorIndex i, UnitIndex u, Month month, Month base, Sequence as_of, Matched& sum) const;
  bool take_unmatched(IndicatorIndex i, UnitIndex u, Month month, Month base, Matched& sum) const;

  std::shared_ptr<Body> body_;
  std::shared_ptr<Totals> totals_;
  std::shared_ptr<const Comparable> comparable_;
};

}  // namespace giaoban::figures
