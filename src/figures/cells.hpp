#pragma once
// Every value ever given, as columns: of each indicator one block of cells a month, in the order of its
// reporters, values beside rows of bits that say what a value is. The newest vintage lies in the columns; older
// ones in `History`. Knows units only by number, and adds nothing up.
#include <memory>
#include <optional>
#include <vector>

#include "figures/bits.hpp"
#include "figures/frame.hpp"
#include "figures/history.hpp"
#include "figures/pages.hpp"

namespace giaoban::figures {

using IndicatorIndex = uint32_t;

struct Change {
  Sequence sequence = 0;
  IndicatorIndex indicator = 0;
  UnitIndex unit = 0;  // in the store's order
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

struct Span {
  size_t begin, end;
};

/// Who gives an indicator, in the store's order. Indicators given by the same units share one.
class Roster {
 public:
  Roster(std::vector<UnitIndex> reporters, const Tree& units);
  const std::vector<UnitIndex>& reporters() const { return reporters_; }
  size_t size() const { return reporters_.size(); }
  size_t words() const { return (size() + 63) / 64; }  // of a row of bits
  uint32_t place(UnitIndex u) const { return place_[u]; }  // none: does not report
  /// The places of those among the units [begin, end).
  Span within(UnitIndex begin, UnitIndex end) const { return {first_[begin], first_[end]}; }
  /// How many of a run exist in a month.
  int32_t expected(Span run, Month month) const;
  bool always() const { return lives_.empty(); }  // nobody came or went
  bool expects(size_t place, Month month) const { return lives_.empty() || lives_[place].covers(month); }

 private:
  struct Period {
    Month from;
    std::vector<uint64_t> alive;
  };
  std::vector<UnitIndex> reporters_;
  std::vector<uint32_t> place_, first_;
  std::vector<Life> lives_;      // empty: all exist always
  std::vector<Period> periods_;  // between changes of who exists
};

/// One month of one indicator. `estimate` and `other` refine `present`:
/// present alone: official; with estimate: the unit's own; with both: a stand-in; with other: revised.
struct Block {
  const int64_t* values;  // 0 where missing
  const uint64_t *present, *estimate, *other, *history;
  State state(size_t place) const;
};

class Cells {
 public:
  static constexpr size_t rows = 4;  // of bits a month

  /// `roster_of`: for each indicator; none for what is computed.
  Cells(size_t units, std::vector<Roster> rosters, std::vector<uint32_t> roster_of);

  size_t indicators() const { return columns_.size(); }
  bool stored(IndicatorIndex i) const { return columns_.at(i).roster != none; }
  uint32_t roster_number(IndicatorIndex i) const { return columns_.at(i).roster; }
  size_t roster_count() const { return rosters_.size(); }
  const Roster& roster(IndicatorIndex i) const { return rosters_[columns_[i].roster]; }
  const Roster& roster_at(uint32_t number) const { return rosters_[number]; }

  struct Cell {
    int64_t units = 0;
    State state = State::missing;
    bool present() const { return state != State::missing; }
  };
  struct Applied {
    size_t place;
    Cell before, after;
  };
  /// Room for a run of months in every column at once, so that they lie side by side in memory (large pages).
  void reserve(Month first, Month last);
  /// Throws when the unit does not report the indicator or something newer is known already.
  Applied apply(const Change& change);

  /// The months that have room, `end` not included; equal when there are none.
  Month first(IndicatorIndex i) const { return columns_[i].first; }
  Month end(IndicatorIndex i) const { return columns_[i].first.plus(static_cast<int>(columns_[i].months)); }
  /// Of a month without room: one where all is missing.
  Block block(IndicatorIndex i, Month month) const;
  Cell cell(IndicatorIndex i, size_t place, Month month) const;
  Value value(IndicatorIndex i, size_t place, Month month, Sequence as_of) const;
  std::vector<Value> vintages(IndicatorIndex i, size_t place, Month month) const;
  /// No value of the indicator was ever larger than this, give or take one bit.
  uint64_t magnitude(IndicatorIndex i) const { return columns_[i].magnitude; }

  Sequence last_sequence() const { return last_; }
  size_t count() const;  // cells that have room
  size_t bytes() const;  // of memory in use

 private:
  friend struct SnapshotAccess;  // reads and fills the columns as they lie
  struct Column {
    uint32_t roster = none;
    Month first;
    size_t months = 0;
    uint64_t magnitude = 0;
    Pages<int64_t> values;  // [month][place], padded to whole words of bits
    Pages<uint64_t> bits;   // [month][row][word]
  };
  CellKey key(IndicatorIndex i, size_t place, Month month) const;
  void make_room(IndicatorIndex i, Month month);
  template <class T>
  static void add_months(Pages<T>& pages, size_t before, size_t months, size_t after, size_t month_size);
  Sequence& arrival(UnitIndex unit, Month month);
  Sequence arrival(UnitIndex unit, Month month) const;
  bool remember(const Change& change, size_t place, State state);

  size_t units_;
  std::vector<Roster> rosters_;
  std::vector<Column> columns_;
  // When a unit's month first became known: [month][unit], 0 = nothing yet. A form's values arrive together, so
  // this is when most of its cells became known; the others say it in the history.
  Month arrivals_first_;
  size_t arrivals_months_ = 0;
  Pages<Sequence> arrivals_;
  History history_;
  std::vector<int64_t> nothing_;  // a block where all is missing
  Sequence last_ = 0;
};

inline State Block::state(size_t place) const {
  if (!bit(present, place)) return State::missing;
  if (bit(estimate, place)) return bit(other, place) ? State::stand_in : State::estimate;
  return bit(other, place) ? State::revised : State::official;
}

inline Block Cells::block(IndicatorIndex i, Month month) const {
  auto& column = columns_[i];
  auto at = static_cast<int64_t>(month.index) - column.first.index;
  if (column.roster == none || at < 0 || at >= static_cast<int64_t>(column.months)) {
    auto* no_bits = reinterpret_cast<const uint64_t*>(nothing_.data());
    return {nothing_.data(), no_bits, no_bits, no_bits, no_bits};
  }
  size_t words = rosters_[column.roster].words();
  auto* row = column.bits.data() + static_cast<size_t>(at) * rows * words;
  return {column.values.data() + static_cast<size_t>(at) * words * 64, row, row + words, row + 2 * words, row + 3 * words};
}

inline Cells::Cell Cells::cell(IndicatorIndex i, size_t place, Month month) const {
  auto b = block(i, month);
  return {b.values[place], b.state(place)};
}

}  // namespace giaoban::figures
