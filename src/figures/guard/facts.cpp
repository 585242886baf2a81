#include "figures/guard/facts.hpp"

namespace giaoban::figures::guard {
namespace {

using What = Claim::What;

bool within(const Interval& interval, const Fraction& f) {
  if (!f.fits || !interval.low.fits || !interval.high.fits) return true;  // what cannot be computed is not wrong
  return order(interval.low, f) <= 0 && order(f, interval.high) <= 0;
}

Fraction scaled(const Fraction& f, int zeros) {
  return zeros >= 0 ? f * Fraction::of(power_of_ten(zeros)) : f / Fraction::of(power_of_ten(-zeros));
}

}  // namespace

std::vector<Period> periods_of(const Claim& claim, Month month, Kind kind) {
  if (claim.period) return {*claim.period};
  std::vector<Period> out{{month, month}};
  bool one = claim.base == Base::month_before || claim.base == Base::december;
  if (month.month() > 1 && kind != Kind::stock && !one) out.push_back({Month::of(month.year(), 1), month});
  return out;
}

bool holds(const Claim& claim, const Fraction& actual) {
  bool turns = claim.direction < 0 && (claim.what == What::change || claim.what == What::points || claim.what == What::difference);
  auto size = turns ? Fraction{-actual.above, actual.below, actual.fits} : actual;
  if (within(claim.holds, size)) return true;
  // "tăng 2,1 lần" is said of twice as much and of two times more.
  return claim.what == What::times && claim.direction > 0 && within(claim.holds, actual - Fraction::of(1));
}

std::optional<UnitIndex> Facts::unit(const Claim& claim) const {
  return claim.unit.empty() ? std::optional(columns_.root()) : columns_.find_unit(claim.unit);
}

bool Facts::whole(const Claim& claim, const Period& period) const {
  auto u = unit(claim);
  auto first = std::max(period.from, columns_.indicator(claim.indicator).since);
  for (Month m = first; u && m <= period.to; m = m.plus(1))
    if (!columns_.total(claim.indicator, *u, m, as_of_).known) return false;
  return u.has_value();
}

std::optional<Fraction> Facts::value(const Claim& claim, const Period& period) const {
  auto u = unit(claim);
  if (!u) return {};
  auto i = claim.indicator;
  auto& indicator = columns_.indicator(i);
  auto own = [&](const Total& t) -> std::optional<Fraction> {
    if (!t.known || !t.additive) return {};
    return Fraction::of(t.amount.numerator, t.amount.denominator) / Fraction::of(power_of_ten(indicator.scale));
  };
  if (period.one_month() || indicator.kind == Kind::stock) return own(columns_.total(i, *u, period.to, as_of_));
  if (!whole(claim, period)) return {};
  if (period.from.month() == 1 && period.from.year() == period.to.year()) return own(columns_.year_to_date(i, *u, period.to, as_of_));
  if (indicator.kind != Kind::flow || !indicator.entered()) return {};
  Fraction sum;
  for (Month m = period.from; m <= period.to; m = m.plus(1)) sum = sum + own(columns_.total(i, *u, m, as_of_)).value_or(Fraction{});
  return sum;
}

std::optional<Period> Facts::base_of(const Period& period, Base base, const std::optional<Period>& said) const {
  switch (base) {
    case Base::month_before:
      return period.one_month() ? std::optional(period.plus(-1)) : std::nullopt;
    case Base::quarter_before: {
      bool quarter = period.to.index - period.from.index == 2 && period.from.month() % 3 == 1;
      return quarter ? std::optional(period.plus(-3)) : std::nullopt;
    }
    case Base::december: {
      auto december = Month::of(period.to.year() - 1, 12);
      return period.one_month() ? std::optional(Period{december, december}) : std::nullopt;
    }
    case Base::same_period:
      if (!said) return period.plus(-12);
      if (said->from.month() == 1 && said->to.month() == 12) return period.plus(-12 * (period.to.year() - said->to.year()));
      [[fallthrough]];
    case Base::period:
      if (!said || said->to.index - said->from.index != period.to.index - period.from.index) return {};
      return said;
    case Base::none:
      break;
  }
  return {};
}

std::optional<Fraction> Facts::share_of_plan(const Claim& claim, const Period& period) const {
  auto u = unit(claim);
  if (!u) return {};
  auto plan = columns_.plan(claim.indicator, *u, period.to.year(), as_of_);
  auto now = value(claim, period);
  if (!plan || *plan <= 0 || !now) return {};
  return *now / Fraction::of(Decimal{*plan, columns_.indicator(claim.indicator).scale}) * Fraction::of(100);
}

std::optional<Fraction> Facts::as_compared(const Claim& claim, const Period& period, Base base) const {
  auto u = unit(claim);
  if (!u) return {};
  Question q{claim.indicator, *u, period.to, Measure::year_on_year, as_of_};
  bool year = period.so_far() && base == Base::same_period;
  if (!year && !period.one_month()) return {};
  if (base == Base::none || base == Base::period || base == Base::quarter_before) return {};
  if (year && (!whole(claim, period) || !whole(claim, period.plus(-12)))) return {};
  q.measure = year                        ? Measure::year_to_date_on_year
              : base == Base::month_before ? Measure::month_on_month
              : base == Base::december     ? Measure::on_december
                                           : Measure::year_on_year;
  return exact(columns_, q);
}

std::optional<Fraction> Facts::in_unit(const Claim& claim, const std::optional<Fraction>& now, const std::optional<Fraction>& base) const {
  if (!now) return {};
  int zeros = vocabulary_.unit_of(claim.indicator).zeros - claim.number.zeros;
  if (claim.what == What::value) return scaled(*now, zeros);
  if (!base) return {};
  if (claim.what == What::points) return *now - *base;
  if (claim.what == What::difference) return scaled(*now - *base, zeros);
  if (base->above <= 0) return {};
  auto ratio = *now / *base;
  if (claim.what == What::times) return ratio;
  auto percent = ratio * Fraction::of(100);
  return claim.what == What::change ? percent - Fraction::of(100) : percent;
}

void Facts::add(std::vector<Reckoned>& out, const Claim& claim, const Period& period, Base base, const std::optional<Period>& said) const {
  auto put = [&](std::optional<Fraction> f, std::optional<Period> before) {
    if (f && f->fits) out.push_back({period, base, before, *f});
  };
  if (claim.what == What::plan_share) {
    put(share_of_plan(claim, {Month::of(period.to.year(), 1), period.to}), {});
    if (period.one_month()) put(share_of_plan(claim, period), {});
    return;
  }
  auto now = value(claim, period);
  if (claim.what == What::value) return put(in_unit(claim, now, {}), {});
  auto before = base_of(period, base, said);
  if (!before) return;
  // As the program itself compares: where coverage differs, of the units alone that have both sides.
  if (!said && claim.what != What::difference)
    if (auto fair = as_compared(claim, period, base)) put(in_unit(claim, fair, Fraction::of(claim.what == What::points ? 0 : 1)), before);
  put(in_unit(claim, now, value(claim, *before)), before);
}

std::vector<Reckoned> Facts::of(const Claim& claim) const {
  std::vector<Reckoned> out;
  for (auto& period : periods_of(claim, setting_.month, columns_.indicator(claim.indicator).kind))
    add(out, claim, period, claim.base, claim.base_period);
  return out;
}

std::vector<Facts> Facts::before_revisions(const Claim& claim) const {
  constexpr size_t looked_at = 16;  // of a commune a month is revised once or twice; of a total more often
  std::vector<Sequence> changes;
  auto u = unit(claim);
  auto& indicator = columns_.indicator(claim.indicator);
  auto of_cells = indicator.entered() ? claim.indicator : columns_.find_indicator(*indicator.numerator).value();
  for (auto& period : periods_of(claim, setting_.month, indicator.kind)) {
    if (!u) break;
    for (Month m : {period.to, period.to.plus(-1), period.to.plus(-12)})
      for (auto reporter : columns_.reporters(of_cells, *u))
        for (auto& vintage : columns_.vintages(of_cells, reporter, m))
          if (vintage.known <= as_of_) changes.push_back(vintage.known);
  }
  std::sort(changes.rbegin(), changes.rend());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
  std::vector<Facts> out;
  for (size_t i = 0; i < changes.size() && i < looked_at; ++i) out.emplace_back(columns_, vocabulary_, setting_, changes[i] - 1);
  return out;
}

std::vector<Reckoned> Facts::elsewhere(const Claim& claim) const {
  std::vector<Reckoned> out;
  auto own = periods_of(claim, setting_.month, columns_.indicator(claim.indicator).kind);
  bool compared = claim.base != Base::none;
  for (auto base : {Base::month_before, Base::same_period, Base::december})
    if (compared && base != claim.base) add(out, claim, own.front(), base, {});
  auto to = own.front().to;
  for (auto& period : {Period{to, to}, Period{Month::of(to.year(), 1), to}, Period{to.plus(-1), to.plus(-1)}, Period{to.plus(-12), to.plus(-12)},
                       Period{Month::of(to.year() - 1, 1), to.plus(-12)}})
    if (std::find(own.begin(), own.end(), period) == own.end()) add(out, claim, period, claim.base, {});
  return out;
}

}  // namespace giaoban::figures::guard
