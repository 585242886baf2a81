#include "figures/all_comparisons.hpp"

#include "figures/kernels.hpp"

namespace giaoban::figures {
namespace {

constexpr uint8_t like = 0x80;

int64_t ten_to(int n) {
  int64_t p = 1;
  for (; n > 0; --n) p *= 10;
  return p;
}

/// Rounded half up; both positive, with room for doubling.
int64_t divide(uint64_t n, uint64_t d) {
  return static_cast<int64_t>((2 * n + d) / (2 * d));
}

/// The wording's numbers, ready for 64 bits. Amounts up to `most` then pass no limit on the way.
struct House {
  static constexpr int64_t most = int64_t{1} << 44, largest_factor = 100'000, largest_growth = 10'000;
  explicit House(const rules::Wording& w, Style month, Style year)
      : flat(w.flat_below.units),
        flat_scale(100 * ten_to(w.flat_below.scale)),
        times(w.times_from.units),
        times_scale(ten_to(w.times_from.scale)),
        decimals(ten_to(w.decimals)),
        month_level(month == Style::level),
        year_level(year == Style::level) {}
  bool fits() const {
    auto small = [](int64_t factor) { return factor >= 0 && factor <= largest_factor; };
    return small(flat) && small(flat_scale) && small(times) && small(times_scale) && small(100 * decimals);
  }
  int64_t flat, flat_scale, times, times_scale, decimals;
  bool month_level, year_level;
};

}  // namespace

/// A sum that fits into 64 bits.
struct AllComparisons::Light {
  int64_t amount = 0;
  uint32_t present = 0;
  bool known() const { return present != 0; }
  Light& operator+=(const Light& o) {
    amount += o.amount;
    present += o.present;
    return *this;
  }
};

/// One kept unit's month, ready to be compared: of both sides what the units come to that have both.
struct AllComparisons::Pair {
  Light now, base;
  bool all = true;  // no unit has one side only
  Pair& operator+=(const Pair& o) {
    now += o.now;
    base += o.base;
    all = all && o.all;
    return *this;
  }
};

/// An indicator on its way through the months.
struct AllComparisons::Walk {
  House house;
  int64_t grow, shrink;  // from the indicator's scale to what is shown
  bool flow;
  Month first, last;
  size_t kept;
  // [month][kept unit], from `first`
  std::vector<Light> months{};
  std::vector<Unmatched> unmatched{};  // against the month before, the one after, the same of last year and of next
  // by kept unit
  std::vector<Light> year{};  // so far
  std::vector<Pair> on_month{}, on_year{}, to_date{};
  size_t row(Month m) const { return static_cast<size_t>(m.index - first.index) * kept; }
};

namespace {

struct Shown {
  Case what;
  int64_t units = 0;
};

/// What `compare` says of two sums of a flow or stock, in 64 bits. `known`: there is a present side at all.
template <class Pair>
inline Shown compared(bool known, const Pair& pair, bool level, const House& house) {
  if (!known) return {Case::no_value};
  if (!pair.base.known()) return {Case::no_base};
  auto a = static_cast<uint64_t>(pair.now.amount), b = static_cast<uint64_t>(pair.base.amount);
  if (b == 0) return {a == 0 ? Case::both_zero : Case::zero_base};
  if (a == 0) return {Case::vanished};
  bool less = a < b;
  uint64_t distance = less ? b - a : a - b, per_cent = static_cast<uint64_t>(100 * house.decimals);
  if (distance == 0 || distance * static_cast<uint64_t>(house.flat_scale) < b * static_cast<uint64_t>(house.flat)) return {Case::flat};
  if (level) return {Case::level, divide(a * per_cent, b)};
  if (a * static_cast<uint64_t>(house.times_scale) >= b * static_cast<uint64_t>(house.times))
    return {Case::times, divide(a * static_cast<uint64_t>(house.decimals), b)};
  auto rounded = divide(distance * per_cent, b);
  return {Case::change, less ? -rounded : rounded};
}

}  // namespace

AllComparisons::AllComparisons(const Columns& columns, const rules::Wording& wording, Month from, Month to)
    : columns_(columns),
      wording_(wording),
      from_(from),
      months_(static_cast<size_t>(std::max(0, to.index - from.index + 1))),
      kept_(columns.totals().frame().kept()) {
  shown_.resize(columns.indicators().size() * measures.size() * months_ * kept_);
  what_.resize(shown_.size());
}

size_t AllComparisons::place(IndicatorIndex i, size_t measure, Month month, size_t kept) const {
  return ((i * measures.size() + measure) * months_ + static_cast<size_t>(month.index - from_.index)) * kept_ + kept;
}

void AllComparisons::store(size_t place, const Comparison& c) {
  shown_[place] = c.shown.units;
  what_[place] = static_cast<uint8_t>(static_cast<uint8_t>(c.what) | (c.like_for_like ? like : 0));
}

void AllComparisons::compute(IndicatorIndex i) {
  auto walk = ready(i);
  for (Month m = walk.first; walk.kept && m <= walk.last; m = m.plus(1)) look_at(i, m, walk);
  if (!side_by_side(i, walk)) one_by_one(i);
}

void AllComparisons::compute_anew(Totals& totals, IndicatorIndex i) {
  auto walk = ready(i);
  totals.roll_up(i, [&](Month m) {
    if (walk.kept && walk.first <= m && m <= walk.last) look_at(i, m, walk);
  });
  if (!side_by_side(i, walk)) one_by_one(i);
}

void AllComparisons::one_by_one(IndicatorIndex i) {
  for (size_t q = 0; q < measures.size(); ++q)
    for (size_t m = 0; m < months_; ++m)
      for (size_t k = 0; k < kept_; ++k) {
        Month month = from_.plus(static_cast<int>(m));
        store(place(i, q, month, k),
              evaluate(columns_, {i, columns_.totals().frame().kept_unit(k), month, measures[q], newest}, wording_));
      }
}

/// For flows and stocks of units that were there always, when their values are small enough. Else `kept` is 0.
AllComparisons::Walk AllComparisons::ready(IndicatorIndex i) const {
  auto& indicator = columns_.indicator(i);
  auto& cells = columns_.cells();
  Walk walk{House(wording_, indicator.month_style, indicator.year_style), ten_to(std::max(0, indicator.decimals - indicator.scale)),
            ten_to(std::max(0, indicator.scale - indicator.decimals)), indicator.kind == Kind::flow, Month::of(from_.year() - 1, 1),
            from_.plus(static_cast<int>(months_) - 1), 0};
  bool stays = indicator.adds_over_units() && indicator.entered() && columns_.totals().frame().own() && cells.roster(i).always();
  bool small = stays && walk.house.fits() && walk.grow <= House::largest_growth && walk.shrink <= House::largest_factor &&
               cells.magnitude(i) <= static_cast<uint64_t>(House::most);
  bool begun = small && (cells.first(i) >= indicator.since || cells.first(i) == cells.end(i));
  if (!begun || !months_) return walk;
  walk.kept = kept_;
  size_t n = walk.row(walk.last.plus(1));
  walk.months.resize(n);
  walk.unmatched.resize(n);
  walk.year.resize(kept_);
  walk.on_month.resize(kept_);
  walk.on_year.resize(kept_);
  walk.to_date.resize(kept_);
  return walk;
}

/// What the month has and its neighbours in time have not.
void AllComparisons::look_at(IndicatorIndex i, Month month, Walk& walk) const {
  auto& cells = columns_.cells();
  auto& totals = columns_.totals();
  auto present = [&](int months) { return cells.block(i, month.plus(months)).present; };
  auto* sums = walk.unmatched.data() + walk.row(month);
  add_unmatched(cells.block(i, month), {present(-1), present(1), present(-12), present(12)},
                totals.segments(cells.roster_number(i)), sums);
  for (size_t k = kept_; k-- > 1;) sums[totals.frame().kept_above(k)] += sums[k];
}

/// False: not such a one, or a sum too large or below zero was met.
bool AllComparisons::side_by_side(IndicatorIndex i, Walk& walk) {
  if (!walk.kept) return false;
  auto& totals = columns_.totals();
  for (Month m = walk.first; m <= walk.last; m = m.plus(1)) {
    auto* sums = totals.month(i, m);
    auto* light = walk.months.data() + walk.row(m);
    for (size_t k = 0; sums && k < kept_; ++k) {
      if (sums[k].amount < 0 || sums[k].amount > House::most / 12) return false;
      light[k] = {static_cast<int64_t>(sums[k].amount), sums[k].present};
    }
  }
  for (Month month = Month::of(from_.year(), 1); month <= walk.last; month = month.plus(1)) {
    bool below_zero = match(month, 1, 0, walk.on_month, walk) | match(month, 12, 2, walk.on_year, walk);
    if (below_zero) return false;
    bool begins = !walk.flow || month.month() == 1;
    auto* now = walk.months.data() + walk.row(month);
    for (size_t k = 0; k < kept_; ++k) {
      if (begins) walk.year[k] = {}, walk.to_date[k] = {};
      walk.year[k] += now[k];
      walk.to_date[k] += walk.on_year[k];
    }
    if (month >= from_) compare_month(i, month, walk);
  }
  return true;
}

/// A month and the one so far back; `against`: which of the unmatched is its side, the next one the other's. Whether
/// a sum is below zero.
bool AllComparisons::match(Month month, int back, size_t against, std::vector<Pair>& pairs, const Walk& walk) const {
  auto *now = walk.months.data() + walk.row(month), *base = walk.months.data() + walk.row(month.plus(-back));
  auto *here = walk.unmatched.data() + walk.row(month), *there = walk.unmatched.data() + walk.row(month.plus(-back));
  int64_t sign = 0;
  for (size_t k = 0; k < kept_; ++k) {
    auto &a = here[k], &b = there[k];
    pairs[k] = {{now[k].amount - a.amount[against], now[k].present - a.units[against]},
                {base[k].amount - b.amount[against + 1], base[k].present - b.units[against + 1]},
                !(a.units[against] | b.units[against + 1])};
    sign |= pairs[k].now.amount | pairs[k].base.amount;
  }
  return sign < 0;
}

void AllComparisons::compare_month(IndicatorIndex i, Month month, const Walk& walk) {
  auto* now = walk.months.data() + walk.row(month);
  auto row = [&](size_t measure, auto shown, auto like_for_like) {
    auto at = place(i, measure, month, 0);
    auto* units = shown_.data() + at;
    auto* what = what_.data() + at;
    for (size_t k = 0; k < kept_; ++k) {
      Shown s = shown(k);
      units[k] = s.units;
      what[k] = static_cast<uint8_t>(static_cast<uint8_t>(s.what) | (like_for_like(k) ? like : 0));
    }
  };
  auto value = [&](const Light& l) -> Shown {
    if (!l.known()) return {Case::no_value};
    auto units = l.amount * walk.grow;
    return {Case::value, walk.shrink == 1 ? units : divide(static_cast<uint64_t>(units), static_cast<uint64_t>(walk.shrink))};
  };
  auto always = [](size_t) { return true; };
  auto pairs = [&](size_t measure, const Light* present, const std::vector<Pair>& list, bool level) {
    row(measure, [&](size_t k) { return compared(present[k].known(), list[k], level, walk.house); }, [&](size_t k) { return list[k].all; });
  };
  row(0, [&](size_t k) { return value(now[k]); }, always);
  pairs(1, now, walk.on_month, walk.house.month_level);
  pairs(2, now, walk.on_year, walk.house.month_level);
  row(3, [&](size_t k) { return value(walk.year[k]); }, always);
  pairs(4, walk.year.data(), walk.to_date, walk.house.year_level);
}

Comparison AllComparisons::at(const Question& q) const {
  auto measure = static_cast<size_t>(std::find(measures.begin(), measures.end(), q.measure) - measures.begin());
  auto at = place(q.indicator, measure, q.month, columns_.totals().frame().kept_place(q.unit));
  auto& indicator = columns_.indicator(q.indicator);
  Comparison c;
  c.measure = q.measure;
  c.what = static_cast<Case>(what_[at] & ~like);
  c.like_for_like = what_[at] & like;
  if (compares(q.measure)) {
    auto both = sides(columns_, q);
    c.state = both.now.state;
    c.coverage = both.now.coverage;
    c.base_coverage = both.base.coverage;
    c.matched = both.matched;
  } else {
    auto now = q.measure == Measure::year_to_date ? columns_.year_to_date(q.indicator, q.unit, q.month)
                                                  : columns_.total(q.indicator, q.unit, q.month);
    c.state = now.state;
    c.coverage = now.coverage;
  }
  bool own_unit = c.what == Case::value || c.what == Case::points || c.what == Case::difference;
  auto decimals = indicator.kind == Kind::index && c.what != Case::times ? wording_.index_decimals.value_or(wording_.decimals) : wording_.decimals;
  if (c.has_number()) c.shown = {shown_[at], own_unit ? indicator.decimals : decimals};
  return c;
}

}  // namespace giaoban::figures
