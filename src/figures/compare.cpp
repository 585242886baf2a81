#include "figures/compare.hpp"

namespace giaoban::figures {
namespace {

using Wide = __int128;

/// No figure of an office is larger than this when shown; a number beyond it comes from a slip of the
/// keyboard.
constexpr Wide shown_max = 1'000'000'000'000'000'000;

/// Products that remember whether they still fit into 128 bits.
struct Product {
  Wide value = 1;
  bool fits = true;
  Product& times(Wide factor) {
    if (fits) fits = !__builtin_mul_overflow(value, factor, &value);
    return *this;
  }
  Product& minus(const Product& other) {
    fits = fits && other.fits && !__builtin_sub_overflow(value, other.value, &value);
    return *this;
  }
};

Wide power_of_ten(int n) {
  Wide p = 1;
  for (; n > 0; --n) p *= 10;
  return p;
}

/// numerator / denominator rounded half up at some decimals; nothing when it does not fit.
std::optional<Decimal> rounded(Product numerator, Product denominator, int32_t decimals) {
  numerator.times(power_of_ten(decimals));
  constexpr Wide room = Wide{1} << 125;  // divide_half_up doubles both
  if (!numerator.fits || !denominator.fits || denominator.value == 0) return {};
  if (numerator.value > room || numerator.value < -room || denominator.value > room ||
      denominator.value < -room)
    return {};
  Wide whole = numerator.value / denominator.value;
  if (whole >= shown_max || whole <= -shown_max) return {};
  return Decimal{divide_half_up(numerator.value, denominator.value), decimals};
}

Product of(Wide value) {
  return Product{value, true};
}

/// a / b as one fraction with a positive denominator; b must not be 0.
struct Fraction {
  Product above, below;
};
Fraction quotient(const Amount& a, const Amount& b) {
  return {of(a.numerator).times(b.denominator), of(a.denominator).times(b.numerator)};
}

/// a − b as one fraction.
Fraction difference(const Amount& a, const Amount& b) {
  return {of(a.numerator).times(b.denominator).minus(of(b.numerator).times(a.denominator)),
          of(a.denominator).times(b.denominator)};
}

Comparison with_number(Comparison c, Case what, const std::optional<Decimal>& shown) {
  c.what = shown ? what : Case::beyond;
  if (shown) c.shown = *shown;
  return c;
}

Comparison in_own_unit(Comparison c, Case what, Fraction f, const Indicator& indicator) {
  f.below.times(power_of_ten(indicator.scale));
  return with_number(c, what, rounded(f.above, f.below, indicator.decimals));
}

/// The value itself.
Comparison value_of(const Total& now, const Indicator& indicator) {
  Comparison c;
  c.coverage = now.coverage;
  c.state = now.state;
  c.what = !now.additive ? Case::not_additive : Case::no_value;
  if (!now.additive || !now.known) return c;
  return in_own_unit(c, Case::value, {of(now.amount.numerator), of(now.amount.denominator)}, indicator);
}

Comparison in_percent(Comparison c, Fraction r, Style style, const rules::Wording& wording) {
  Product change = r.above;
  change.minus(r.below);
  Product distance = change, band = r.below;  // |r − 1| · 100 < flat_below, without dividing
  if (distance.value < 0) distance.value = -distance.value;
  distance.times(100).times(power_of_ten(wording.flat_below.scale));
  band.times(wording.flat_below.units);
  if (change.fits && (change.value == 0 || (distance.fits && band.fits && distance.value < band.value))) {
    c.what = Case::flat;
    return c;
  }
  if (style == Style::level)
    return with_number(c, Case::level, rounded(r.above.times(100), r.below, wording.decimals));
  Product above = r.above, threshold = r.below;
  above.times(power_of_ten(wording.times_from.scale));
  threshold.times(wording.times_from.units);
  bool many_times = !above.fits || (threshold.fits && above.value >= threshold.value);
  if (many_times) return with_number(c, Case::times, rounded(r.above, r.below, wording.decimals));
  return with_number(c, Case::change, rounded(change.times(100), r.below, wording.decimals));
}

Comparison share_of_plan(const Columns& columns, const Question& q, const rules::Wording& wording) {
  auto& indicator = columns.indicator(q.indicator);
  auto now = columns.year_to_date(q.indicator, q.unit, q.month, q.as_of);
  auto plan = columns.plan(q.indicator, q.unit, q.month.year(), q.as_of);
  Comparison c = value_of(now, indicator);
  if (c.what != Case::value && c.what != Case::beyond) return c;
  c.what = !plan || !indicator.adds_over_units() ? Case::no_base : Case::zero_base;
  if (c.what == Case::no_base || *plan <= 0) return c;
  auto r = quotient(now.amount, Amount{*plan, 1});
  return with_number(c, Case::level, rounded(r.above.times(100), r.below, wording.decimals));
}

bool same_units(const Columns& columns, const Question& q, int months_before) {
  bool whole_year =
      q.measure == Measure::year_to_date_on_year && columns.indicator(q.indicator).kind != Kind::stock;
  Month first = whole_year ? Month::of(q.month.year(), 1) : q.month;
  for (Month month = first; month <= q.month; month = month.plus(1))
    if (!columns.same_units(q.indicator, q.unit, month, month.plus(-months_before), q.as_of)) return false;
  return true;
}

}  // namespace

Comparison compare(const Total& now, const Total& base, const Indicator& indicator, Style style,
                   const rules::Wording& wording) {
  Comparison c = value_of(now, indicator);
  c.base_coverage = base.coverage;
  if (c.what != Case::value && c.what != Case::beyond) return c;
  c.shown = {};
  auto zero = [](const Amount& a) { return a.numerator == 0; };
  auto negative = [](const Amount& a) { return a.numerator < 0; };
  if (!base.additive || !base.known)
    c.what = Case::no_base;
  else if (indicator.kind == Kind::ratio)
    return in_own_unit(c, Case::points, difference(now.amount, base.amount), indicator);
  else if (negative(now.amount) || negative(base.amount))
    return in_own_unit(c, Case::difference, difference(now.amount, base.amount), indicator);
  else if (zero(base.amount))
    c.what = zero(now.amount) ? Case::both_zero : Case::zero_base;
  else if (zero(now.amount))
    c.what = Case::vanished;
  else
    return in_percent(c, quotient(now.amount, base.amount), style, wording);
  return c;
}

Comparison evaluate(const Columns& columns, const Question& q, const rules::Wording& wording) {
  auto& indicator = columns.indicator(q.indicator);
  auto month = [&](Month m) { return columns.total(q.indicator, q.unit, m, q.as_of); };
  auto year = [&](Month m) { return columns.year_to_date(q.indicator, q.unit, m, q.as_of); };
  Comparison c;
  switch (q.measure) {
    case Measure::month:
      c = value_of(month(q.month), indicator);
      break;
    case Measure::year_to_date:
      c = value_of(year(q.month), indicator);
      break;
    case Measure::month_on_month:
      c = compare(month(q.month), month(q.month.plus(-1)), indicator, indicator.month_style, wording);
      c.like_for_like = same_units(columns, q, 1);
      break;
    case Measure::year_on_year:
      c = compare(month(q.month), month(q.month.plus(-12)), indicator, indicator.month_style, wording);
      c.like_for_like = same_units(columns, q, 12);
      break;
    case Measure::year_to_date_on_year:
      c = compare(year(q.month), year(q.month.plus(-12)), indicator, indicator.year_style, wording);
      c.like_for_like = same_units(columns, q, 12);
      break;
    case Measure::plan_share:
      c = share_of_plan(columns, q, wording);
      break;
  }
  c.measure = q.measure;
  return c;
}

std::optional<bool> meets_threshold(const Columns& columns, IndicatorIndex i, UnitIndex u, Month month,
                                    Sequence as_of) {
  auto& indicator = columns.indicator(i);
  auto total = columns.total(i, u, month, as_of);
  if (!indicator.at_least || !total.known) return {};
  // amount / 10^scale >= threshold, without dividing
  auto value = of(total.amount.numerator).times(power_of_ten(indicator.at_least->scale));
  auto bar =
      of(total.amount.denominator).times(power_of_ten(indicator.scale)).times(indicator.at_least->units);
  if (!value.fits || !bar.fits) return {};
  return value.value >= bar.value;
}

}  // namespace giaoban::figures
