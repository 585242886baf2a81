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

/// A unit with none below it, as it is now: what it comes to is its cell.
bool Columns::one_cell(IndicatorIndex i, UnitIndex u, Sequence as_of) const {
  return totals_->frame().own() && now(as_of) && !recipe(i).ratio() && tree().behind(u) == u + 1;
}

/// What the totals have ready, or else what is added up cell by cell.
Parts Columns::parts(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of) const {
  auto kept = totals_->frame().kept_place(u);
  return now(as_of) && kept != none && recipe(i).adds ? totals_->kept(i, kept, month) : added(i, u, month, as_of);
}

Parts Columns::added(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of) const {
  Parts out;
  auto& r = recipe(i);
  if (one_cell(i, u, as_of)) {
    auto place = roster(i).place(u);
    if (place != none) out.sum = one(cells().cell(i, place, month), 1, 1);
    return out;
  }
  auto whole = totals_->frame().denominator();
  bool newest_known = now(as_of);
  auto cell = [&](IndicatorIndex of, uint32_t place) -> Cells::Cell {
    if (place == none) return {};
    if (newest_known) return cells().cell(of, place, month);
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

int32_t Columns::expected(IndicatorIndex i, UnitIndex u, Month from, Month to) const {
  auto& who = roster(i);
  bool own = totals_->frame().own();
  auto run = own ? who.within(u, tree().behind(u)) : Span{0, 0};
  if (own && who.always()) return std::max(0, to.index - from.index + 1) * who.expected(run, to);
  int32_t n = 0;
  for (Month month = from; month <= to; month = month.plus(1)) {
    if (own) n += who.expected(run, month);
    else each_source(i, u, [&](uint32_t place, auto) { n += who.expects(place, month); });
  }
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
  from = std::max(from, indicator(i).since);
  auto kept = totals_->frame().kept_place(u);
  if (now(as_of) && kept != none && recipe(i).adds) sum = totals_->kept(i, kept, from, to);
  else
    for (Month month = from; month <= to; month = month.plus(1)) sum += added(i, u, month, as_of);
  out.coverage.expected = expected(i, u, from, to);
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
  for (Month month = from; month <= to; month = month.plus(1)) units = std::max(units, expected(i, u, month, month));
  Total out = units > 1 ? Total{} : over(i, u, from, to, as_of);
  out.additive = units <= 1;
  return out;
}

bool Columns::same_units(IndicatorIndex i, UnitIndex u, Month a, Month b, Sequence as_of) const {
  auto& r = recipe(i);
  if (r.ratio()) return same_units(r.numerator, u, a, b, as_of) && same_units(r.denominator, u, a, b, as_of);
  if (totals_->frame().own() && now(as_of)) {
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
    return static_cast<int32_t>(parts(i, u, month, as_of).sum.present) == expected(i, u, month, month);
  };
  return complete(a) && complete(b);
}

/// Whether the totals know each month beside the year before. Not where months before the indicator began, which no
/// total counts, would be among them, nor where units come and go.
bool Columns::pairs_kept(IndicatorIndex i, UnitIndex u, Month first, int back, Sequence as_of) const {
  return back == 12 && now(as_of) && first.plus(-back) >= indicator(i).since && totals_->frame().kept_place(u) != none &&
         totals_->keeps_pairs(i) && roster(i).always();
}

std::optional<Columns::Matched> Columns::cells_matched(IndicatorIndex i, uint32_t place, Month first, Month last, int back) const {
  Matched out;
  uint32_t now = 0, base = 0;
  for (Month m = first; m <= last; m = m.plus(1)) {
    auto a = cells().cell(i, place, m), b = cells().cell(i, place, m.plus(-back));
    now += a.present();
    base += b.present();
    if (!a.present() || !b.present()) continue;
    out.now.sum.amount += a.units;
    out.base.sum.amount += b.units;
    ++out.units;
  }
  out.now.sum.present = out.base.sum.present = static_cast<uint32_t>(out.units);
  return out.now.sum.present == now && now == base ? std::nullopt : std::optional(out);
}

std::optional<Columns::Matched> Columns::matched(IndicatorIndex i, UnitIndex u, Month first, Month last, int back, Sequence as_of) const {
  if (one_cell(i, u, as_of) && roster(i).always() && roster(i).place(u) != none) return cells_matched(i, roster(i).place(u), first, last, back);
  Matched out;
  if (pairs_kept(i, u, first, back, as_of)) {
    auto kept = totals_->frame().kept_place(u);
    auto pairs = totals_->kept_pairs(i, kept, first, last);
    auto now = totals_->kept_present(i, kept, first, last), base = totals_->kept_present(i, kept, first.plus(-back), last.plus(-back));
    if (pairs.units == now && pairs.units == base) return {};  // no month can make up for another: a pair is on both sides
    out.units = static_cast<int32_t>(pairs.units);
    out.now.sum.amount = pairs.now;
    out.base.sum.amount = pairs.base;
    out.now.sum.present = out.base.sum.present = pairs.units;
    return out;
  }
  bool same = true;
  for (Month m = first; m <= last && same; m = m.plus(1)) same = same_units(i, u, m, m.plus(-back), as_of);
  if (same) return {};
  for (Month m = first; m <= last; m = m.plus(1)) add_matched(i, u, m, m.plus(-back), as_of, out);
  return out;
}

void Columns::add_matched(IndicatorIndex i, UnitIndex u, Month month, Month base, Sequence as_of, Matched& sum) const {
  if (now(as_of) && take_unmatched(i, u, month, base, sum)) return;
  for (auto unit : reporters(i, u)) {
    auto a = parts(i, unit, month, as_of), b = parts(i, unit, base, as_of);
    auto whole = [&](const Parts& p, Month m) { return p.sum.present && static_cast<int32_t>(p.sum.present) >= expected(i, unit, m, m); };
    if (totals_->frame().own() ? !a.sum.present || !b.sum.present : !whole(a, month) || !whole(b, base)) continue;
    sum.now += a;
    sum.base += b;
    ++sum.units;
  }
}

/// The short way: from the totals of all, the few that have one side only are taken out. False: not possible here.
bool Columns::take_unmatched(IndicatorIndex i, UnitIndex u, Month month, Month base, Matched& sum) const {
  auto& r = recipe(i);
  auto& frame = totals_->frame();
  auto numerator = r.ratio() ? r.numerator : i, denominator = r.ratio() ? r.denominator : i;
  if (!frame.own() || !r.adds || cells().roster_number(numerator) != cells().roster_number(denominator)) return false;
  struct Side {
    Block above, below;
    TwoRows present() const { return {above.present, below.present}; }
  } now{cells().block(numerator, month), cells().block(denominator, month)},
      then{cells().block(numerator, base), cells().block(denominator, base)};
  static thread_local Apart apart;
  take_apart(now.present(), then.present(), roster(i).within(u, frame.tree().behind(u)), apart);
  auto take = [&](const Side& side, const std::vector<uint32_t>& places, size_t n, Parts total, Parts& out) {
    for (size_t k = 0; k < n; ++k) total.sum.amount -= side.below.values[places[k]];
    for (size_t k = 0; k < n && r.ratio(); ++k) total.above -= side.above.values[places[k]];
    out += total;
  };
  take(now, apart.now, apart.only_now, parts(i, u, month, newest), sum.now);
  take(then, apart.base, apart.only_base, parts(i, u, base, newest), sum.base);
  sum.units += static_cast<int32_t>(apart.both);
  return true;
}

}  // namespace giaoban::figures
