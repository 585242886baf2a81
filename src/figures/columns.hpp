#pragma once
// All figures in memory as columns, kept current change by change: totals and comparisons are computed when
// asked, never stored. Every value keeps its vintages, so that a report can be read again as it was known
// then.
#include <unordered_map>

#include "figures/indicator.hpp"

namespace giaoban::figures {

/// Number of a journal entry: when a value became known.
using Sequence = int64_t;
inline constexpr Sequence newest = INT64_MAX;

/// Places in the columns, so that sums need no look-up of names.
using IndicatorIndex = uint32_t;
using UnitIndex = uint32_t;

struct UnitNode {
  std::string code;
  std::string parent;    // empty at the root
  bool commune = false;  // a ward or commune: reports what communes report
};

struct Change {
  Sequence sequence = 0;
  IndicatorIndex indicator = 0;
  UnitIndex unit = 0;
  Month month;
  std::optional<int64_t> value;  // nothing = withdrawn
  State state = State::official;
};

struct Value {
  int64_t units = 0;  // of 10^-scale
  State state = State::missing;
  Sequence known = 0;
  bool present() const { return state != State::missing; }
};

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

/// Not locked: whoever holds it lets changes in only when nobody reads.
class Columns {
 public:
  /// Throws when the tree has no single root or an indicator names a unit or component that is not there.
  Columns(std::vector<Indicator> indicators, std::vector<UnitNode> units);

  std::optional<IndicatorIndex> find_indicator(std::string_view code) const;
  std::optional<UnitIndex> find_unit(std::string_view code) const;
  const std::vector<Indicator>& indicators() const { return indicators_; }
  const Indicator& indicator(IndicatorIndex i) const { return indicators_.at(i); }
  const UnitNode& unit(UnitIndex u) const { return units_.at(u); }
  UnitIndex root() const { return 0; }
  size_t unit_count() const { return units_.size(); }
  /// The units that report an indicator within a part of the tree; a ratio's are those of its denominator.
  std::vector<UnitIndex> reporters(IndicatorIndex i, UnitIndex within) const;
  bool reports(IndicatorIndex i, UnitIndex u) const;

  /// Throws when the unit does not report the indicator, or the indicator is computed: the room refuses that
  /// before.
  void apply(const Change& change);
  void apply_plan(Sequence sequence, IndicatorIndex i, UnitIndex u, int year, int64_t value);

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
  /// Whether the same units have values in two months: a comparison of totals is fair only then.
  bool same_units(IndicatorIndex i, UnitIndex u, Month a, Month b, Sequence as_of = newest) const;

  Sequence last_sequence() const { return last_; }
  size_t bytes() const;

 private:
  static constexpr uint32_t none = UINT32_MAX;
  struct Record {
    int64_t units;
    Sequence sequence;
    uint32_t previous;
    State state;
  };
  struct Column {                                // of one indicator, a block of cells per month
    std::vector<UnitIndex> reporters;            // in tree order
    std::vector<uint32_t> place;                 // unit → reporter or none
    std::vector<std::vector<int64_t>> values;    // [month][reporter]
    std::vector<std::vector<State>> states;      // beside it: presence
    std::vector<std::vector<uint32_t>> history;  // newest record of each cell
    Month first;                                 // month of block 0
    IndicatorIndex numerator = none, denominator = none;
  };
  struct Span {
    size_t begin, end;
  };
  struct Plan {
    Sequence sequence;
    IndicatorIndex indicator;
    UnitIndex unit;
    int year;
    int64_t value;
  };

  void order_units(std::vector<UnitNode> units);
  void make_column(IndicatorIndex i);
  Span reporters_within(const Column& column, UnitIndex u) const;
  static std::optional<size_t> block(const Column& column, Month month);
  static void grow(Column& column, Month month);
  Value cell(const Column& column, size_t block, size_t place, Sequence as_of) const;
  Total sum(IndicatorIndex i, UnitIndex u, Month from, Month to, Sequence as_of) const;
  Total quotient(IndicatorIndex i, UnitIndex u, Month from, Month to, Sequence as_of) const;
  Total mean(IndicatorIndex i, UnitIndex u, Month from, Month to, Sequence as_of) const;

  std::vector<Indicator> indicators_;
  std::vector<UnitNode> units_;    // in tree order: a unit, then everything below it
  std::vector<UnitIndex> behind_;  // one past the last unit below
  std::unordered_map<std::string, IndicatorIndex> indicator_of_;
  std::unordered_map<std::string, UnitIndex> unit_of_;
  std::vector<Column> columns_;
  std::vector<Record> records_;
  std::vector<Plan> plans_;
  Sequence last_ = 0;
};

}  // namespace giaoban::figures
