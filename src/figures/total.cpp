// Totals of a part of the tree, now and as they were known: the part of Columns that reads.
#include <algorithm>

#include "figures/columns.hpp"
#include "figures/fraction.hpp"
#include "figures/kernels.hpp"

namespace giaoban::figures {

/// Calls f(place, weight) for every reporter that a unit is made of.
template <class F>
void Columns::each_source(IndicatorIndex i, UnitIndex u, F&& f) const {
  auto& frame = totals_->frame();
  auto& who = roster(i);
  if (frame.own()) {
    auto run = who.within(u, frame.tree().behind(u));
    for (auto place = run.begin; place < run.end; ++place) f(static_cast<uint32_t>(place), int64_t{1});
    return;
  }
  for (auto& part : frame.parts(u))
    if (auto place = who.place(part.source); place != none) f(place, part.weight);
}

std::vector<UnitIndex> Columns::reporters(IndicatorIndex i, UnitIndex within) const {
  std::vector<UnitIndex> out;
  if (totals_->frame().own()) {
    each_source(i, within, [&](auto place, auto) { out.push_back(roster(i).reporters()[place]); });
    return out;
  }
  for (auto u = within; u < tree().behind(within); ++u) {
    bool any = false;
    if (tree().behind(u) == u + 1) each_source(i, u, [&](auto, auto) { any = true; });
    if (any) out.push_back(u);
  }
  return out;
}

bool Columns::reports(IndicatorIndex i, UnitIndex u) const {
  return totals_->frame().own() && u < unit_count() && recipe(i).ratio() == false && roster(i).place(u) != none;
}

/// The one reporter whose value stands for the unit in a month; of a frame of mergers the one that then had one.
std::optional<uint32_t> Columns::single_place(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of) const {
  if (u >= unit_count() || recipe(i).ratio()) return {};
  if (totals_->frame().own()) {
    auto place = roster(i).place(u);
    return place == none ? std::nullopt : std::optional(place);
  }
  std::optional<uint32_t> found;
  int how_many = 0;
  each_source(i, u, [&](uint32_t place, int64_t weight) {
    if (!cells().value(i, place, month, as_of).present()) return;
    how_many += weight == totals_->frame().denominator() ? 1 : 2;  // a piece does not stand for a whole
    found = place;
  });
  return how_many == 1 ? found : std::nullopt;
}

Value Columns::value(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of) const {
  auto place = single_place(i, u, month, as_of);
  return place ? cells().value(i, *place, month, as_of) : Value{};
}

std::vector<Value> Columns::vintages(IndicatorIndex i, UnitIndex u, Month month) const {
  auto place = single_place(i, u, month, newest);
  return place ? cells().vintages(i, *place, month) : std::vector<Value>{};
}

/// What the totals have ready, or else what is added up cell by cell.
Parts Columns::parts(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of) const {
  auto kept = totals_->frame().kept_place(u);
  bool now = as_of >= cells().last_sequence();
  return now && kept != none && recipe(i).adds ? totals_->kept(i, kept, month) : added(i, u, month, as_of);
}

Parts Columns::added(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of) const {
  Parts out;
  auto& r = recipe(i);
  auto whole = totals_->frame().denominator();
  auto cell = [&](IndicatorIndex of, uint32_t place) -> Cells::Cell {
    if (place == none) return {};
    auto v = cells().value(of, place, month, as_of);
    return {v.units, v.state};
  };
  each_source(i, u, [&](uint32_t place, int64_t weight) {
    if (r.ratio()) {
      auto other = cells().roster(r.numerator).place(roster(i).reporters()[place]);
      out += one(cell(r.numerator, other), cell(r.denominator, place), weight, whole);
      return;
    }
    auto piece = one(cell(i, place), weight, whole);
    if (!r.adds && piece.present) piece.amount = cell(i, place).units;  // a piece has the average of the whole
    out.sum += piece;
  });
  return out;
}

int32_t Columns::expected(IndicatorIndex i, UnitIndex u, Month month) const {
  auto& who = roster(i);
  if (totals_->frame().own()) return who.expected(who.within(u, tree().behind(u)), month);
  int32_t n = 0;
  each_source(i, u, [&](uint32_t place, auto) { n += who.expects(place, month); });
  return n;
}

Total Columns::total(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of) const {
  return recipe(i).adds ? over(i, u, month, month, as_of) : mean(i, u, month, month, as_of);
}

Total Columns::year_to_date(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of) const {
  auto& indicator = this->indicator(i);
  Month january = Month::of(month.year(), 1);
  if (!indicator.entered() || indicator.kind == Kind::flow) return over(i, u, january, month, as_of);
  if (indicator.kind == Kind::stock) return over(i, u, month, month, as_of);
  if (indicator.kind == Kind::average) return mean(i, u, january, month, as_of);
  Total none_such;
  none_such.additive = false;
  return none_such;
}

Total Columns::over(IndicatorIndex i, UnitIndex u, Month from, Month to, Sequence as_of) const {
  Total out;
  Parts sum;
  for (Month month = std::max(from, indicator(i).since); month <= to; month = month.plus(1)) {
    sum += parts(i, u, month, as_of);
    out.coverage.expected += expected(i, u, month);
  }
  out.coverage.stand_in = static_cast<int32_t>(sum.sum.stand_in);
  out.coverage.reported = static_cast<int32_t>(sum.sum.present - sum.sum.stand_in);
  out.state = sum.sum.state();
  bool ratio = recipe(i).ratio();
  out.known = ratio ? sum.sum.amount != 0 : sum.sum.present > 0;
  if (!out.known) return out;
  out.amount = amount(i, sum);
  return out;
}

/// Of a ratio: the parts are added over units and months, then divided, in percent; weights cancel out. Of an
/// average the plain average of those present.
Amount Columns::amount(IndicatorIndex i, const Parts& parts) const {
  auto& r = recipe(i);
  if (!r.adds) return {parts.sum.amount, parts.sum.present};
  if (!r.ratio()) return {parts.sum.amount, totals_->frame().denominator()};
  int up = indicator(i).scale + indicator(r.denominator).scale, down = indicator(r.numerator).scale;
  return {parts.above * 100 * power_of_ten(up), parts.sum.amount * power_of_ten(down)};
}

/// Of an average or an index: only where a single unit reports it.
Total Columns::mean(IndicatorIndex i, UnitIndex u, Month from, Month to, Sequence as_of) const {
  int32_t units = 0;
  for (Month month = from; month <= to; month = month.plus(1)) units = std::max(units, expected(i, u, month));
  Total out = units > 1 ? Total{} : over(i, u, from, to, as_of);
  out.additive = units <= 1;
  return out;
}

bool Columns::same_units(IndicatorIndex i, UnitIndex u, Month a, Month b, Sequence as_of) const {
  auto& r = recipe(i);
  if (r.ratio()) return same_units(r.numerator, u, a, b, as_of) && same_units(r.denominator, u, a, b, as_of);
  if (totals_->frame().own() && as_of >= cells().last_sequence()) {
    auto run = roster(i).within(u, tree().behind(u));
    if (same_present(cells().block(i, a).present, cells().block(i, b).present, run)) return true;
  } else {
    bool same = true;
    each_source(i, u, [&](uint32_t place, auto) {
      same = same && cells().value(i, place, a, as_of).present() == cells().value(i, place, b, as_of).present();
    });
    if (same) return true;
  }
  auto complete = [&](Month month) {
    return static_cast<int32_t>(parts(i, u, month, as_of).sum.present) == expected(i, u, month);
  };
  return complete(a) && complete(b);
}

Columns::Matched Columns::matched(IndicatorIndex i, UnitIndex u, Month month, Month base, Sequence as_of) const {
  Matched out{parts(i, u, month, as_of), parts(i, u, base, as_of), 0};
  if (as_of >= cells().last_sequence() && take_unmatched(i, u, month, base, out)) return out;
  out = {};
  for (auto unit : reporters(i, u)) {
    auto a = parts(i, unit, month, as_of), b = parts(i, unit, base, as_of);
    auto whole = [&](const Parts& p, Month m) { return p.sum.present && static_cast<int32_t>(p.sum.present) >= expected(i, unit, m); };
    if (totals_->frame().own() ? !a.sum.present || !b.sum.present : !whole(a, month) || !whole(b, base)) continue;
    out.now += a;
    out.base += b;
    ++out.units;
  }
  return out;
}

/// The short way: from the totals of all, the few that have one side only are taken out. False: not possible here.
bool Columns::take_unmatched(IndicatorIndex i, UnitIndex u, Month month, Month base, Matched& all) const {
  auto& r = recipe(i);
  auto& frame = totals_->frame();
  auto numerator = r.ratio() ? r.numerator : i, denominator = r.ratio() ? r.denominator : i;
  if (!frame.own() || !r.adds || cells().roster_number(numerator) != cells().roster_number(denominator)) return false;
  struct Side {
    Block above, below;
    Parts& sum;
  } now{cells().block(numerator, month), cells().block(denominator, month), all.now},
      then{cells().block(numerator, base), cells().block(denominator, base), all.base};
  auto take = [&](Side& side, size_t place) {
    side.sum.sum.amount -= side.below.values[place];
    if (r.ratio()) side.sum.above -= side.above.values[place];
  };
  auto run = roster(i).within(u, frame.tree().behind(u));
  each_word(run.begin, run.end, [&](size_t w, uint64_t mask) {
    auto a = now.above.present[w] & now.below.present[w] & mask, b = then.above.present[w] & then.below.present[w] & mask;
    all.units += std::popcount(a & b);
    each_bit(w, a & ~b, [&](size_t place) { take(now, place); });
    each_bit(w, b & ~a, [&](size_t place) { take(then, place); });
  });
  return true;
}

}  // namespace giaoban::figures
