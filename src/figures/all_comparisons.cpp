#include "figures/all_comparisons.hpp"

#include "figures/pairing.hpp"

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

/// A kept unit's months so far, in 64 bits: what it has, and beside the months they are compared with.
struct Side {
  int64_t amount = 0;
  uint32_t now = 0, base = 0;  // values on either side
  Pair pair;
  /// No unit has one side only: a pair is on both, so no month can make up for another.
  bool all() const { return pair.units == now && pair.units == base; }
};

struct Shown {
  Case what;
  int64_t units = 0;
};

/// What `compare` says of two sums of a flow or stock, in 64 bits. Written so that the usual case has few branches: which
/// of two random sums is the larger cannot be foretold.
inline Shown compared(const Side& side, bool level, const House& house) {
  if (side.now == 0) return {Case::no_value};
  if (side.pair.units == 0) return {Case::no_base};
  auto a = static_cast<uint64_t>(side.pair.now), b = static_cast<uint64_t>(side.pair.base);
  if (b == 0) return {a == 0 ? Case::both_zero : Case::zero_base};
  if (a == 0) return {Case::vanished};
  auto sign = -static_cast<int64_t>(a < b);  // -1: fell
  auto distance = (a - b + static_cast<uint64_t>(sign)) ^ static_cast<uint64_t>(sign);
  if (distance == 0 || distance * static_cast<uint64_t>(house.flat_scale) < b * static_cast<uint64_t>(house.flat)) return {Case::flat};
  auto per_cent = static_cast<uint64_t>(100 * house.decimals);
  if (level) return {Case::level, divide(a * per_cent, b)};
  if (a * static_cast<uint64_t>(house.times_scale) >= b * static_cast<uint64_t>(house.times))
    return {Case::times, divide(a * static_cast<uint64_t>(house.decimals), b)};
  return {Case::change, (divide(distance * per_cent, b) ^ sign) - sign};
}

}  // namespace

/// An indicator on its way through the months.
struct AllComparisons::Walk {
  House house;
  int64_t grow, shrink;  // from the indicator's scale to what is shown
  bool flow;
  Month next, last;
  bool fits = true;  // no sum too large for 64 bits, or below zero
  // by kept unit
  std::vector<Side> on_month{}, on_year{}, to_date{};
  std::vector<Pair> pairs{};
};

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
  Pairing pairing(columns_.cells(), columns_.totals(), i);
  for (Month m = walk ? walk->next : from_; walk && m <= walk->last; m = m.plus(1)) go_on(i, m, pairing, *walk);
  finish(i, walk);
}

void AllComparisons::compute_anew(Totals& totals, IndicatorIndex i) {
  auto walk = ready(i);
  totals.roll_up(i, [&](Month m, Pairing& pairing) {
    if (walk) go_on(i, m, pairing, *walk);
  });
  finish(i, walk);
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

/// For flows and stocks of units that were there always, when their values are small enough.
std::optional<AllComparisons::Walk> AllComparisons::ready(IndicatorIndex i) const {
  auto& indicator = columns_.indicator(i);
  auto& cells = columns_.cells();
  Walk walk{House(wording_, indicator.month_style, indicator.year_style), ten_to(std::max(0, indicator.decimals - indicator.scale)),
            ten_to(std::max(0, indicator.scale - indicator.decimals)), indicator.kind == Kind::flow, Month::of(from_.year(), 1),
            from_.plus(static_cast<int>(months_) - 1)};
  bool stays = indicator.adds_over_units() && indicator.entered() && columns_.totals().keeps_pairs(i) && cells.roster(i).always();
  bool small = stays && walk.house.fits() && walk.grow <= House::largest_growth && walk.shrink <= House::largest_factor &&
               cells.magnitude(i) <= static_cast<uint64_t>(House::most);
  bool begun = small && (cells.first(i) >= indicator.since || cells.first(i) == cells.end(i));
  if (!begun || !months_) return {};
  walk.on_month.resize(kept_);
  walk.on_year.resize(kept_);
  walk.to_date.resize(kept_);
  walk.pairs.resize(kept_);
  return walk;
}

/// The month, after those before it that have no cells.
void AllComparisons::go_on(IndicatorIndex i, Month month, Pairing& pairing, Walk& walk) {
  while (walk.next < month && walk.next <= walk.last) pass(i, walk.next, nullptr, walk);
  if (walk.next == month && month <= walk.last) pass(i, month, &pairing, walk);
}

void AllComparisons::finish(IndicatorIndex i, std::optional<Walk>& walk) {
  while (walk && walk->next <= walk->last) pass(i, walk->next, nullptr, *walk);
  if (!walk || !walk->fits) one_by_one(i);
}

/// Takes up a month and compares it. `pairing`: none where the month has no cells.
void AllComparisons::pass(IndicatorIndex i, Month month, Pairing* pairing, Walk& walk) {
  auto& totals = columns_.totals();
  static const Sum nothing;
  static const Pair no_pair;
  auto *sums = totals.month(i, month), *before = totals.month(i, month.plus(-1)), *last_year = totals.month(i, month.plus(-12));
  const Pair *year_pairs = totals.year_pairs(i, month), *month_pairs = pairing ? walk.pairs.data() : nullptr;
  if (pairing) pairing->row(month, 1, walk.pairs.data());
  bool begins = !walk.flow || month.month() == 1;
  uint64_t bits = 0;  // of a number below zero the highest is set
  for (size_t k = 0; k < kept_; ++k) {
    auto& now = sums ? sums[k] : nothing;
    auto set = [&](const Sum* base, const Pair* pair) -> Side {
      return {static_cast<int64_t>(now.amount), now.present, base ? base[k].present : 0, pair ? pair[k] : no_pair};
    };
    auto &on_month = walk.on_month[k] = set(before, month_pairs), &on_year = walk.on_year[k] = set(last_year, year_pairs);
    bits |= static_cast<uint64_t>(now.amount) | static_cast<uint64_t>(on_month.pair.now | on_month.pair.base | on_year.pair.now | on_year.pair.base);
    auto& to_date = walk.to_date[k];
    if (begins) {
      to_date = on_year;
    } else {
      to_date.amount += on_year.amount;
      to_date.now += on_year.now;
      to_date.base += on_year.base;
      to_date.pair += on_year.pair;
    }
  }
  walk.fits = walk.fits && bits < static_cast<uint64_t>(House::most) / 16;
  if (walk.fits && month >= from_) compare_month(i, month, walk);
  walk.next = month.plus(1);
}

void AllComparisons::compare_month(IndicatorIndex i, Month month, const Walk& walk) {
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
  auto values = [&](size_t measure, const std::vector<Side>& list) {
    auto value = [&](size_t k) -> Shown {
      if (list[k].now == 0) return {Case::no_value};
      auto units = list[k].amount * walk.grow;
      return {Case::value, walk.shrink == 1 ? units : divide(static_cast<uint64_t>(units), static_cast<uint64_t>(walk.shrink))};
    };
    row(measure, value, [](size_t) { return true; });
  };
  auto beside = [&](size_t measure, const std::vector<Side>& list, bool level) {
    row(measure, [&](size_t k) { return compared(list[k], level, walk.house); }, [&](size_t k) { return list[k].all(); });
  };
  values(0, walk.on_month);
  beside(1, walk.on_month, walk.house.month_level);
  beside(2, walk.on_year, walk.house.month_level);
  values(3, walk.to_date);
  beside(4, walk.to_date, walk.house.year_level);
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
