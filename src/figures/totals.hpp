#pragma once
// The totals of a frame over the newest values: added up once from the cells, then kept right change by change.
#include <functional>

#include "figures/cells.hpp"

namespace giaoban::figures {

/// What was added up: exact, with how much of it is of which state.
struct Sum {
  __int128 amount = 0;
  // Cells, or unit-months of a period. `present` counts all that follow.
  uint32_t present = 0, stand_in = 0, estimate = 0, revised = 0;
  Sum& operator+=(const Sum& o) {
    amount += o.amount;
    present += o.present, stand_in += o.stand_in, estimate += o.estimate, revised += o.revised;
    return *this;
  }
  bool operator==(const Sum&) const = default;
  /// An estimate as soon as one part is, and revised as soon as one part was.
  State state() const {
    if (!present) return State::missing;
    return stand_in + estimate ? State::estimate : revised ? State::revised : State::official;
  }
};

/// Of a ratio `sum.amount` is the denominator and `above` the numerator, both over the units that gave both.
struct Parts {
  Sum sum;
  __int128 above = 0;
  Parts& operator+=(const Parts& o) {
    sum += o.sum;
    above += o.above;
    return *this;
  }
};

/// Two months of the same units: what those come to that have a value in both.
struct Pair {
  int64_t now = 0, base = 0;
  uint32_t units = 0;
  Pair& operator+=(const Pair& o) {
    now += o.now, base += o.base, units += o.units;
    return *this;
  }
  Pair& operator-=(const Pair& o) {
    now -= o.now, base -= o.base, units -= o.units;
    return *this;
  }
};

class Pairing;

/// How an indicator's totals are made.
struct Recipe {
  bool adds = true;  // false: averages and indices have no totals
  uint32_t numerator = none, denominator = none;
  bool ratio() const { return denominator != none; }
};

/// A run of reporters below the same kept unit, with none kept between.
struct Segment {
  uint32_t begin, end, kept;
};

class Totals {
 public:
  Totals(const Cells& cells, std::vector<Recipe> recipes, Frame frame);
  const Frame& frame() const { return frame_; }
  const Cells& cells() const { return cells_; }
  const Recipe& recipe(IndicatorIndex i) const { return recipes_.at(i); }

  /// Anew from the cells. Different indicators may be added up by different threads at once.
  /// `seen` is called after each month of an indicator that keeps pairs, while its cells are still near the processor.
  void roll_up(IndicatorIndex i, const std::function<void(Month, Pairing&)>& seen = {});
  /// After the cells took a change: it goes to every total that it is part of.
  void correct(IndicatorIndex i, UnitIndex unit, Month month, const Cells::Applied& applied);

  /// Of a kept unit; nothing added where the month has no room.
  Parts kept(IndicatorIndex i, size_t place, Month month) const {
    auto& t = tables_[i];
    auto at = static_cast<int64_t>(month.index) - t.first.index;
    if (at < 0 || at >= static_cast<int64_t>(t.months)) return {};
    size_t k = static_cast<size_t>(at) * frame_.kept() + place;
    return {t.sums[k], t.above.empty() ? 0 : t.above[k]};
  }
  /// The same over a run of months, both included.
  Parts kept(IndicatorIndex i, size_t place, Month from, Month to) const;
  uint32_t kept_present(IndicatorIndex i, size_t place, Month from, Month to) const;  // how many values
  /// Of a kept unit a run of months, each beside the year before. Where `keeps_pairs`.
  Pair kept_pairs(IndicatorIndex i, size_t place, Month from, Month to) const;
  /// All kept units of a month side by side; null where the month has no room.
  const Sum* month(IndicatorIndex i, Month month) const {
    auto& t = tables_[i];
    auto at = static_cast<int64_t>(month.index) - t.first.index;
    return at < 0 || at >= static_cast<int64_t>(t.months) ? nullptr : t.sums.data() + static_cast<size_t>(at) * frame_.kept();
  }
  /// No sum over the units of a month can pass 64 bits.
  bool narrow(IndicatorIndex i) const;
  /// Whether beside each month's totals its pair with the same month a year before is kept: what like for like needs
  /// twelve times for a year to date. Of a few indicators not (ratios, other frames, very large values): there the
  /// cells are read.
  bool keeps_pairs(IndicatorIndex i) const { return frame_.own() && recipes_[i].adds && !recipes_[i].ratio() && narrow(i); }
  /// All kept units of a month side by side; null where none are kept or the month has no room.
  const Pair* year_pairs(IndicatorIndex i, Month month) const {
    auto& t = tables_[i];
    auto at = static_cast<int64_t>(month.index) - t.first.index;
    return t.pairs.empty() || at < 0 || at >= static_cast<int64_t>(t.months) ? nullptr : t.pairs.data() + static_cast<size_t>(at) * frame_.kept();
  }
  /// The ratios that an indicator is part of.
  const std::vector<IndicatorIndex>& part_of(IndicatorIndex i) const { return part_of_[i]; }
  /// Of a roster, under the store's own frame.
  std::span<const Segment> segments(uint32_t roster) const { return segments_[roster]; }
  size_t bytes() const;

 private:
  struct Table {  // [month][kept unit]
    Month first;
    size_t months = 0;
    std::vector<Sum> sums;
    std::vector<__int128> above;  // of a ratio
    std::vector<Pair> pairs;      // where `keeps_pairs`
  };
  void make_room(IndicatorIndex i);
  Span rows(const Table& t, Month from, Month to) const;
  std::vector<Segment> cut(const Roster& roster) const;
  void add_ratio(IndicatorIndex i, Month month);
  void add_shares(IndicatorIndex i, Month month);
  void correct_pairs(IndicatorIndex i, UnitIndex unit, Month month, const Cells::Applied& applied);
  void correct_ratio(IndicatorIndex ratio, IndicatorIndex i, UnitIndex unit, Month month, const Cells::Applied& applied);

  const Cells& cells_;
  std::vector<Recipe> recipes_;
  Frame frame_;
  std::vector<std::vector<Segment>> segments_;        // of each roster
  std::vector<std::vector<IndicatorIndex>> part_of_;
  std::vector<Table> tables_;
};

/// One cell, or one unit's two of a ratio, as something to add. `weight` of the frame's denominator.
Sum one(const Cells::Cell& cell, int64_t weight, int64_t whole);
Parts one(const Cells::Cell& numerator, const Cells::Cell& denominator, int64_t weight, int64_t whole);

}  // namespace giaoban::figures
