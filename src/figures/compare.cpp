#include "figures/compare.hpp"

#include "figures/matched.hpp"

namespace giaoban::figures {
namespace {

Fraction of(const Amount& a) {
  return Fraction::of(a.numerator, a.denominator);
}

/// What is asked of the columns: in the units of the frame, or else of the month.
Place place_of(const Question& q) { return {q.indicator, q.unit, q.frame.value_or(last_day(q.month)), q.as_of}; }

Comparison with_number(Comparison c, Case what, const std::optional<Decimal>& shown) {
  c.what = shown ? what : Case::beyond;
  if (shown) c.shown = *shown;
  return c;
}

Comparison in_own_unit(Comparison c, Case what, const Fraction& f, const Indicator& indicator) {
  return with_number(c, what, rounded(f / Fraction::of(power_of_ten(indicator.scale)), indicator.decimals));
}

/// What is said of a value before its number.
Comparison heading(const Total& now) {
  Comparison c;
  c.coverage = now.coverage;
  c.state = now.state;
  c.what = !now.additive ? Case::not_additive : now.known ? Case::value : Case::no_value;
  return c;
}

/// The value itself.
Comparison value_of(const Total& now, const Indicator& indicator) {
  auto c = heading(now);
  return c.what == Case::value ? in_own_unit(c, Case::value, of(now.amount), indicator) : c;
}

bool has_value(const Comparison& c) {
  return c.what == Case::value || c.what == Case::beyond;
}

/// An index is quoted finer than other figures (two decimals of the CPI), by house style.
int32_t decimals_of(const Indicator& indicator, const rules::Wording& wording) {
  return indicator.kind == Kind::index ? wording.index_decimals.value_or(wording.decimals) : wording.decimals;
}

Comparison in_percent(Comparison c, const Fraction& r, const Indicator& indicator, Style style,
                      const rules::Wording& wording) {
  auto one = Fraction::of(1), hundred = Fraction::of(100);
  auto change = r - one;
  auto distance = (change.above < 0 ? one - r : change) * hundred;
  if (change.fits && (change.above == 0 || (distance.fits && order(distance, Fraction::of(wording.flat_below)) < 0))) {
    c.what = Case::flat;
    return c;
  }
  auto decimals = decimals_of(indicator, wording);
  if (style == Style::level) return with_number(c, Case::level, rounded(r * hundred, decimals));
  if (!r.fits || order(r, Fraction::of(wording.times_from)) >= 0)
    return with_number(c, Case::times, rounded(r, wording.decimals));
  return with_number(c, Case::change, rounded(change * hundred, decimals));
}

// ---- both sides

Month january(Month month) { return Month::of(month.year(), 1); }

/// How far back the base of a measure lies, and whether both sides run from January.
struct Distance {
  int months = 0;
  bool so_far = false;
};
Distance distance_of(const Question& q, Kind kind) {
  switch (q.measure) {
    case Measure::month_on_month:
      return {1, false};
    case Measure::year_on_year:
      return {12, false};
    case Measure::year_to_date_on_year:
    case Measure::contribution:
      return {12, kind != Kind::stock};
    case Measure::on_december:
      return {q.month.month(), false};
    case Measure::month:
    case Measure::year_to_date:
    case Measure::plan_share:
    case Measure::share:
    case Measure::per_head:
      break;
  }
  return {};
}

/// An index is not added over months, but its average over them is compared ("bình quân 4 tháng").
Total average_so_far(const Columns& columns, const Question& q, Month last) {
  Total out;
  Wide months = 0;
  for (Month m = january(last); m <= last; m = m.plus(1)) {
    auto month = total_of(columns, place_of(q), m);
    out.additive = month.additive;
    out.coverage += month.coverage;
    if (!month.known) continue;
    out.known = true;
    out.state = is_estimate(out.state) ? out.state : month.state;
    auto sum = of(out.amount) + of(month.amount);
    out.amount = {sum.above, sum.below};
    ++months;
  }
  if (months) out.amount.denominator *= months;
  return out;
}

/// Where only the units that have both sides count: what they come to. With none the value stands, with nothing
/// to compare it with.
void match(const Columns& columns, const Question& q, Month first, int back, Sides& out) {
  auto all = columns.matched(q.indicator, q.unit, first, q.month, back, q.as_of);
  if (!all) return;
  out.matched = all->units;
  out.base.known = all->units > 0;
  if (all->units == 0) return;
  auto set = [&](Total& total, const Parts& parts) {
    total.known = columns.recipe(q.indicator).ratio() ? parts.sum.amount != 0 : true;
    if (total.known) total.amount = columns.amount(q.indicator, parts);
  };
  set(out.now, all->now);
  set(out.base, all->base);
}

// ---- measures of a part, and of heads

UnitIndex whole_of(const Columns& columns, const Question& q) {
  auto& parent = columns.unit(q.unit).parent;
  return q.whole ? *q.whole : parent.empty() ? q.unit : columns.find_unit(parent).value();
}

Question of_whole(const Columns& columns, Question q) {
  q.unit = whole_of(columns, q);
  return q;
}

Comparison share_of_plan(const Columns& columns, const Question& q, const rules::Wording& wording) {
  auto& indicator = columns.indicator(q.indicator);
  auto now = year_to_date_of(columns, place_of(q), q.month);
  auto plan = plan_of(columns, place_of(q), q.month.year());
  Comparison c = value_of(now, indicator);
  if (!has_value(c)) return c;
  c.what = !plan || !indicator.adds_over_units() ? Case::no_base : Case::zero_base;
  if (c.what == Case::no_base || *plan <= 0) return c;
  return with_number(c, Case::level, rounded(of(now.amount) / Fraction::of(*plan) * Fraction::of(100), wording.decimals));
}

Comparison share_of_whole(const Columns& columns, const Question& q, const rules::Wording& wording) {
  auto& indicator = columns.indicator(q.indicator);
  auto part = total_of(columns, place_of(q), q.month), whole = total_of(columns, place_of(of_whole(columns, q)), q.month);
  Comparison c = value_of(part, indicator);
  c.base_coverage = whole.coverage;
  if (!has_value(c)) return c;
  c.what = Case::no_base;
  if (!indicator.adds_over_units() || !whole.known) return c;
  c.what = Case::zero_base;
  if (whole.amount.numerator <= 0 || part.amount.numerator < 0) return c;
  return with_number(c, Case::level, rounded(of(part.amount) / of(whole.amount) * Fraction::of(100), wording.decimals));
}

Comparison contributed(const Columns& columns, const Question& q, const rules::Wording& wording) {
  auto part = sides(columns, q), whole = sides(columns, of_whole(columns, q));
  Comparison c = value_of(part.now, columns.indicator(q.indicator));
  c.base_coverage = part.base.coverage;
  c.like_for_like = !part.matched && !whole.matched;
  c.matched = part.matched;
  if (!has_value(c)) return c;
  c.what = Case::no_base;
  if (!columns.indicator(q.indicator).adds_over_units()) return c;
  auto points = contribution(part, whole);
  return points ? with_number(c, Case::points, rounded(*points, decimals_of(columns.indicator(q.indicator), wording))) : c;
}

std::optional<Fraction> for_heads(const Columns& columns, const Question& q) {
  if (!q.population) return {};
  auto place = place_of(q), heads = place;
  heads.indicator = *q.population;
  auto value = total_of(columns, place, q.month), people = total_of(columns, heads, q.month);
  if (!value.known || !people.known || !value.additive || people.amount.numerator <= 0) return {};
  auto f = of(value.amount) * Fraction::of(q.heads) * Fraction::of(power_of_ten(columns.indicator(*q.population).scale)) /
           of(people.amount);
  return f.fits ? std::optional(f) : std::nullopt;
}

Comparison value_per_head(const Columns& columns, const Question& q) {
  auto& indicator = columns.indicator(q.indicator);
  Comparison c = value_of(total_of(columns, place_of(q), q.month), indicator);
  if (!has_value(c)) return c;
  c.what = Case::no_base;
  auto f = for_heads(columns, q);
  return f ? in_own_unit(c, Case::value, *f, indicator) : c;
}

}  // namespace

bool compares(Measure measure) {
  Question q;
  q.measure = measure;
  q.month = Month::of(2000, 1);
  return distance_of(q, Kind::flow).months != 0;
}

Comparison compare(const Total& now, const Total& base, const Indicator& indicator, Style style,
                   const rules::Wording& wording) {
  auto c = heading(now);
  c.base_coverage = base.coverage;
  if (!has_value(c)) return c;
  auto sign = [](const Amount& a) { return of(a).sign(); };
  if (!base.additive || !base.known)
    c.what = Case::no_base;
  else if (indicator.kind == Kind::ratio)
    return in_own_unit(c, Case::points, of(now.amount) - of(base.amount), indicator);
  else if (sign(now.amount) < 0 || sign(base.amount) < 0)
    return in_own_unit(c, Case::difference, of(now.amount) - of(base.amount), indicator);
  else if (sign(base.amount) == 0)
    c.what = sign(now.amount) == 0 ? Case::both_zero : Case::zero_base;
  else if (sign(now.amount) == 0)
    c.what = Case::vanished;
  else
    return in_percent(c, of(now.amount) / of(base.amount), indicator, style, wording);
  return c;
}

Sides sides(const Columns& columns, const Question& q) {
  auto [back, so_far] = distance_of(q, columns.indicator(q.indicator).kind);
  auto total = [&, so_far = so_far](Month m) {
    if (!so_far) return total_of(columns, place_of(q), m);
    if (columns.indicator(q.indicator).kind == Kind::index) return average_so_far(columns, q, m);
    return year_to_date_of(columns, place_of(q), m);
  };
  Sides out;
  out.now = total(q.month);
  out.base = total(q.month.plus(-back));
  if (!out.now.known || !out.base.known || !out.now.additive) return out;
  Month first = so_far ? january(q.month) : q.month;
  if (!columns.indicator(q.indicator).formula && unchanged(columns, q.unit)) {
    match(columns, q, first, back, out);
    return out;
  }
  bool fair = true;
  for (Month m = first; m <= q.month && fair; m = m.plus(1))
    fair = same_units_in(columns, place_of(q), m, m.plus(-back));
  if (fair) return out;
  if (columns.indicator(q.indicator).formula) {  // its parts may come from different units: compared when all are there
    out.matched = 0;
    out.base.known = false;
    return out;
  }
  match_in_frame(columns, place_of(q), first, q.month, back, out);
  return out;
}

std::optional<Fraction> contribution(const Sides& part, const Sides& whole) {
  if (!part.now.known || !part.base.known || !whole.base.known) return {};
  auto f = (of(part.now.amount) - of(part.base.amount)) / of(whole.base.amount) * Fraction::of(100);
  return f.fits && whole.base.amount.numerator > 0 ? std::optional(f) : std::nullopt;
}

Comparison evaluate(const Columns& columns, const Question& q, const rules::Wording& wording) {
  auto& indicator = columns.indicator(q.indicator);
  Comparison c;
  switch (q.measure) {
    case Measure::month:
      c = value_of(total_of(columns, place_of(q), q.month), indicator);
      break;
    case Measure::year_to_date:
      c = value_of(year_to_date_of(columns, place_of(q), q.month), indicator);
      break;
    case Measure::month_on_month:
    case Measure::year_on_year:
    case Measure::year_to_date_on_year:
    case Measure::on_december: {
      auto both = sides(columns, q);
      c = compare(both.now, both.base, indicator,
                  q.measure == Measure::year_to_date_on_year ? indicator.year_style : indicator.month_style, wording);
      c.matched = both.matched;
      c.like_for_like = !both.matched && both.now.known == both.base.known;
      break;
    }
    case Measure::plan_share:
      c = share_of_plan(columns, q, wording);
      break;
    case Measure::share:
      c = share_of_whole(columns, q, wording);
      break;
    case Measure::contribution:
      c = contributed(columns, q, wording);
      break;
    case Measure::per_head:
      c = value_per_head(columns, q);
      break;
  }
  c.measure = q.measure;
  return c;
}

std::optional<Fraction> exact(const Columns& columns, const Question& q) {
  auto& indicator = columns.indicator(q.indicator);
  auto own = [&](const Total& t) -> std::optional<Fraction> {
    if (!t.known || !t.additive) return {};
    auto f = of(t.amount) / Fraction::of(power_of_ten(indicator.scale));
    return f.fits ? std::optional(f) : std::nullopt;
  };
  auto ratio = [&](const std::optional<Fraction>& a, const std::optional<Fraction>& b) -> std::optional<Fraction> {
    if (!a || !b || b->above <= 0) return {};
    auto f = *a / *b;
    return f.fits ? std::optional(f) : std::nullopt;
  };
  if (q.measure == Measure::contribution)
    return contribution(sides(columns, q), sides(columns, of_whole(columns, q)));
  if (compares(q.measure)) {
    auto both = sides(columns, q);
    auto now = own(both.now), base = own(both.base);
    if (indicator.kind != Kind::ratio) return ratio(now, base);
    return now && base ? std::optional(*now - *base) : std::nullopt;
  }
  auto month = [&](const Question& of) { return own(total_of(columns, place_of(of), of.month)); };
  auto year = own(year_to_date_of(columns, place_of(q), q.month));
  auto plan = plan_of(columns, place_of(q), q.month.year());
  if (q.measure == Measure::year_to_date) return year;
  if (q.measure == Measure::plan_share)
    return plan ? ratio(year, Fraction::of(Decimal{*plan, indicator.scale})) : std::nullopt;
  if (q.measure == Measure::share) return ratio(month(q), month(of_whole(columns, q)));
  if (q.measure != Measure::per_head) return month(q);
  auto f = for_heads(columns, q);
  return f ? std::optional(*f / Fraction::of(power_of_ten(indicator.scale))) : std::nullopt;
}

std::optional<Rank> rank(const Columns& columns, const Question& q) {
  auto own = exact(columns, q);
  if (!own) return {};
  Rank out{1, 0};
  auto& parent = columns.unit(q.unit).parent;
  for (UnitIndex u = 0; u < columns.unit_count(); ++u) {
    if (columns.unit(u).parent != parent || reporters_in(columns, {q.indicator, u, place_of(q).frame, q.as_of}, q.month).empty()) continue;
    auto other = q;
    other.unit = u;
    auto value = exact(columns, other);
    if (!value) continue;
    ++out.of;
    out.place += order(*value, *own) > 0;
  }
  return out;
}

std::optional<bool> meets_threshold(const Columns& columns, IndicatorIndex i, UnitIndex u, Month month,
                                    Sequence as_of, std::optional<Date> frame) {
  auto& indicator = columns.indicator(i);
  auto total = total_of(columns, {i, u, frame.value_or(last_day(month)), as_of}, month);
  if (!indicator.at_least || !total.known) return {};
  auto value = of(total.amount) / Fraction::of(power_of_ten(indicator.scale));
  if (!value.fits) return {};
  return order(value, Fraction::of(*indicator.at_least)) >= 0;
}

}  // namespace giaoban::figures
