// Totals in a frame: sums, quotients, weighted means and formulas over the units that a unit is made of.
#include <algorithm>

#include "figures/comparable.hpp"

namespace giaoban::figures {
namespace {

using Source = Comparable::Source;

/// Beyond this a fraction is rounded before it goes on in 128 bits: a billionth of the figure's last digit.
const Ratio fineness = Ratio(1, 1'000'000'000);

State together(State a, State b) {
  if (a == State::missing) return is_estimate(b) ? State::estimate : b;
  if (b == State::missing) return a;
  if (is_estimate(a) || is_estimate(b)) return State::estimate;
  return a == State::revised || b == State::revised ? State::revised : State::official;
}

Amount amount_of(const Ratio& value) {
  using Integer = boost::multiprecision::cpp_int;
  const Integer room = Integer(1) << 100;
  Integer above = numerator(value), below = denominator(value);
  if (below > room || abs(above) > room) {
    above = above * denominator(fineness) / below;
    below = denominator(fineness);
  }
  return {static_cast<__int128>(above), static_cast<__int128>(below)};
}
Ratio ratio_of(const Amount& amount) {
  using Integer = boost::multiprecision::cpp_int;
  return {Integer(amount.numerator), Integer(amount.denominator)};
}
Ratio power_of_ten(int n) {
  Ratio out = 1;
  for (; n > 0; --n) out *= 10;
  return out;
}

void count(Coverage& coverage, State state) {
  ++coverage.expected;
  if (state == State::stand_in) ++coverage.stand_in;
  else if (state != State::missing) ++coverage.reported;
}

/// A sum whose whole units add as numbers; only what is divided needs a fraction.
struct Sum {
  __int128 whole = 0;
  Ratio divided;
  Ratio value() const { return Ratio(boost::multiprecision::cpp_int(whole)) + divided; }
};

/// Sums that one pass over units and months makes.
struct Sums {
  std::vector<Sum> of;  // each part's
  State state = State::missing;
  Coverage coverage;
  bool known = false, unclear = false;  // unclear: something was divided and nobody said how
};

class Reader {
 public:
  Reader(const Columns& columns, const Place& place) : columns_(columns), place_(place), comparable_(*columns.comparable()) {}

  /// Adds each indicator's values where a unit gave all of them; in the month.
  void add(Sums& sums, const std::vector<IndicatorIndex>& parts, Month month) const {
    sums.of.resize(parts.size());
    if (!columns_.indicator(place_.indicator).reported_in(month)) return;
    for (auto& source : sources(month)) {
      if (!columns_.reports(parts.back(), source.unit)) continue;
      std::vector<Value> values;
      State state = State::revised;
      for (auto i : parts) values.push_back(columns_.value(i, source.unit, month, place_.as_of)), state = std::min(state, values.back().state);
      count(sums.coverage, state);  // missing and stand-ins come first in the order of states
      if (state == State::missing) continue;
      bool whole = source.share == 1;
      sums.unclear = sums.unclear || (!whole && source.unknown);
      for (size_t p = 0; p < parts.size(); ++p) {
        if (whole) sums.of[p].whole += values[p].units;
        else sums.of[p].divided += source.share * values[p].units;
        sums.state = together(sums.state, whole ? values[p].state : State::estimate);
      }
      sums.known = true;
    }
  }

  const std::vector<Source>& sources(Month month) const { return comparable_.sources(place_.unit, last_day(month), place_.frame); }

  /// Of an average or index: one unit's own, or several weighted; each month by itself.
  Total mean(Month month) const {
    auto& indicator = columns_.indicator(place_.indicator);
    std::vector<const Source*> mine;
    for (auto& source : sources(month))
      if (columns_.reports(place_.indicator, source.unit)) mine.push_back(&source);
    Sums sums;
    if (mine.size() == 1) {  // what was divided has the average of the whole
      Value v = columns_.value(place_.indicator, mine[0]->unit, month, place_.as_of);
      if (indicator.reported_in(month)) count(sums.coverage, v.state);
      Total out{true, v.present(), {v.units, 1}, v.state, sums.coverage};
      if (v.present() && mine[0]->share != 1) out.state = State::estimate;
      return out;
    }
    Total out;
    auto weight = indicator.weight ? columns_.find_indicator(*indicator.weight) : std::nullopt;
    out.additive = mine.empty() || weight.has_value();
    if (!weight) return out;
    Ratio above, below;
    for (auto* source : mine) {
      Value v = columns_.value(place_.indicator, source->unit, month, place_.as_of), w = columns_.value(*weight, source->unit, month, place_.as_of);
      bool both = v.present() && w.present();
      count(out.coverage, both ? v.state : State::missing);
      if (!both) continue;
      Ratio share = source->share * w.units;
      above += share * v.units;
      below += share;
      sums.unclear = sums.unclear || source->unknown;
      out.state = together(out.state, source->share == 1 ? v.state : State::estimate);
    }
    out.known = below != 0 && !sums.unclear;
    if (out.known) out.amount = amount_of(above / below);
    return out;
  }

 private:
  const Columns& columns_;
  const Place& place_;
  const Comparable& comparable_;
};

Total finished(const Sums& sums, const Ratio& value) {
  Total out;
  out.known = sums.known && !sums.unclear;
  out.state = sums.state;
  out.coverage = sums.coverage;
  if (out.known) out.amount = amount_of(value);
  return out;
}

/// A ratio: each part added over units and months, then divided.
Total quotient(const Columns& columns, const Place& place, Month from, Month to) {
  auto& indicator = columns.indicator(place.indicator);
  auto above = columns.find_indicator(*indicator.numerator).value(), below = columns.find_indicator(*indicator.denominator).value();
  Sums sums;
  Reader reader(columns, place);
  for (Month month = from; month <= to; month = month.plus(1)) reader.add(sums, {above, below}, month);
  Ratio divisor = sums.known ? sums.of[1].value() : Ratio(0);
  sums.known = divisor != 0;
  if (!sums.known) return finished(sums, 0);
  int up = indicator.scale + columns.indicator(below).scale, down = columns.indicator(above).scale;
  return finished(sums, sums.of[0].value() * 100 * power_of_ten(up) / (divisor * power_of_ten(down)));
}

Total sum(const Columns& columns, const Place& place, Month from, Month to) {
  Sums sums;
  Reader reader(columns, place);
  for (Month month = from; month <= to; month = month.plus(1)) reader.add(sums, {place.indicator}, month);
  return finished(sums, sums.of.empty() ? Ratio(0) : sums.of[0].value());
}

/// Do all parts come from the same units, so that a unit counts where it gave all of them?
bool same_reporters(const Columns& columns, const std::vector<IndicatorIndex>& parts) {
  auto& first = columns.indicator(parts.front());
  return std::all_of(parts.begin(), parts.end(), [&](IndicatorIndex i) {
    auto& part = columns.indicator(i);
    return part.entered() && part.adds_over_units() && !part.over_time_as && part.reporters == first.reporters && part.reporting_units == first.reporting_units;
  });
}

bool less_complete(const Coverage& a, const Coverage& b) {
  return int64_t{a.reported + a.stand_in} * b.expected < int64_t{b.reported + b.stand_in} * a.expected;
}

/// A formula over the parts' totals. Where all parts come from the same units, a unit counts when it gave all of them;
/// else each part's total is taken as it stands and the coverage is that of the least complete.
Total computed(const Columns& columns, const Place& place, const Formula& formula, Month month, bool to_date) {
  std::vector<IndicatorIndex> parts;
  for (auto& name : formula.names()) parts.push_back(columns.find_indicator(name).value());
  std::vector<std::optional<Ratio>> values(parts.size());
  Total out;
  auto scaled = [&](size_t p, const Ratio& value) { values[p] = value / power_of_ten(columns.indicator(parts[p]).scale); };
  if (!parts.empty() && same_reporters(columns, parts)) {
    Sums sums, last;
    Reader reader(columns, place);
    reader.add(last, parts, month);
    for (Month m = to_date ? Month::of(month.year(), 1) : month; m <= month; m = m.plus(1)) reader.add(sums, parts, m);
    out = finished(sums, 0);
    for (size_t p = 0; p < parts.size() && out.known; ++p)
      if (auto& of = columns.indicator(parts[p]).kind == Kind::stock ? last : sums; of.known) scaled(p, of.of[p].value());
  } else {
    out.known = true;
    for (size_t p = 0; p < parts.size(); ++p) {
      Place part = place;
      part.indicator = parts[p];
      auto total = to_date ? year_to_date_of(columns, part, month) : total_of(columns, part, month);
      out.additive = out.additive && total.additive;
      out.state = together(out.state, total.state);
      if (p == 0 || less_complete(total.coverage, out.coverage)) out.coverage = total.coverage;
      if (total.known) scaled(p, ratio_of(total.amount));
    }
  }
  auto value = formula.value([&](const std::string& name) {
    auto& names = formula.names();
    return values[static_cast<size_t>(std::find(names.begin(), names.end(), name) - names.begin())];
  });
  out.known = out.known && value.has_value();
  if (out.known) out.amount = amount_of(*value * power_of_ten(columns.indicator(place.indicator).scale));
  return out;
}

/// Months one by one, where the columns' own year to date does not fit.
Total over_months(const Columns& columns, const Place& place, Month month) {
  auto& indicator = columns.indicator(place.indicator);
  if (indicator.over_time() == OverTime::last) return total_of(columns, place, month);
  Total out;
  out.additive = indicator.over_time() != OverTime::none;
  Ratio sum;
  int months = 0;
  for (Month m = Month::of(month.year(), 1); m <= month && out.additive; m = m.plus(1)) {
    auto total = total_of(columns, place, m);
    out.additive = total.additive;
    out.coverage += total.coverage;
    if (!total.known) continue;
    sum += ratio_of(total.amount);
    out.state = together(out.state, total.state);
    ++months;
  }
  out.known = out.additive && months > 0;
  if (out.known) out.amount = amount_of(indicator.over_time() == OverTime::mean ? Ratio(sum / months) : sum);
  return out;
}

}  // namespace

bool unchanged(const Columns& columns, UnitIndex unit) {
  auto* comparable = columns.comparable();
  return !comparable || !comparable->touched(unit);
}

Total total_of(const Columns& columns, const Place& place, Month month) {
  auto& indicator = columns.indicator(place.indicator);
  auto* comparable = columns.comparable();
  if (comparable)
    if (auto* formula = comparable->formula(place.indicator)) return computed(columns, place, *formula, month, false);
  bool weighted = comparable && indicator.weight && !indicator.adds_over_units();
  if (unchanged(columns, place.unit) && !weighted) return columns.total(place.indicator, place.unit, month, place.as_of);
  if (indicator.numerator) return quotient(columns, place, month, month);
  return indicator.adds_over_units() ? sum(columns, place, month, month) : Reader(columns, place).mean(month);
}

Total year_to_date_of(const Columns& columns, const Place& place, Month month) {
  auto& indicator = columns.indicator(place.indicator);
  auto* comparable = columns.comparable();
  if (comparable)
    if (auto* formula = comparable->formula(place.indicator)) return computed(columns, place, *formula, month, true);
  bool weighted = comparable && indicator.weight && !indicator.adds_over_units();
  if (unchanged(columns, place.unit) && !weighted && !indicator.over_time_as) return columns.year_to_date(place.indicator, place.unit, month, place.as_of);
  Month january = Month::of(month.year(), 1);
  if (indicator.numerator) return quotient(columns, place, january, month);
  if (indicator.adds_over_units() && indicator.over_time() == OverTime::sum && !unchanged(columns, place.unit)) return sum(columns, place, january, month);
  return over_months(columns, place, month);
}

std::optional<int64_t> plan_of(const Columns& columns, const Place& place, int year) {
  auto plan = [&](UnitIndex u) { return columns.plan(place.indicator, u, year, place.as_of); };
  if (auto own = plan(place.unit); own || unchanged(columns, place.unit)) return own;
  std::optional<int64_t> out;
  Date begin = first_day(Month::of(year, 1));
  for (auto& source : columns.comparable()->sources(place.unit, begin, place.frame)) {
    auto part = plan(source.unit);
    if (!part) continue;
    if (source.share != 1) return {};  // a plan is nobody's to divide
    out = out.value_or(0) + *part;
  }
  return out;
}

std::vector<UnitIndex> reporters_in(const Columns& columns, const Place& place, Month month) {
  auto* comparable = columns.comparable();
  if (auto* formula = comparable ? comparable->formula(place.indicator) : nullptr) {
    std::vector<UnitIndex> out;
    for (auto& name : formula->names()) {
      Place part = place;
      part.indicator = columns.find_indicator(name).value();
      for (auto u : reporters_in(columns, part, month))
        if (std::find(out.begin(), out.end(), u) == out.end()) out.push_back(u);
    }
    std::sort(out.begin(), out.end());
    return out;
  }
  if (unchanged(columns, place.unit)) return columns.reporters(place.indicator, place.unit);
  auto& indicator = columns.indicator(place.indicator);
  auto own = indicator.denominator ? columns.find_indicator(*indicator.denominator).value() : place.indicator;
  std::vector<UnitIndex> out;
  for (auto& source : comparable->sources(place.unit, last_day(month), place.frame))
    if (columns.reports(own, source.unit)) out.push_back(source.unit);
  return out;
}

bool same_units_in(const Columns& columns, const Place& place, Month a, Month b) {
  auto& indicator = columns.indicator(place.indicator);
  auto* comparable = columns.comparable();
  auto both = [&](const std::string& code) {
    Place part = place;
    part.indicator = columns.find_indicator(code).value();
    return same_units_in(columns, part, a, b);
  };
  if (auto* formula = comparable ? comparable->formula(place.indicator) : nullptr)
    return std::all_of(formula->names().begin(), formula->names().end(), both);
  if (unchanged(columns, place.unit)) return columns.same_units(place.indicator, place.unit, a, b, place.as_of);
  if (indicator.numerator) return both(*indicator.numerator) && both(*indicator.denominator);
  // A unit of the frame stands in a month when all that it is made of gave their figures.
  auto standing = [&](Month month) {
    std::map<UnitIndex, bool> out;
    for (auto u : reporters_in(columns, place, month)) {
      bool given = columns.value(place.indicator, u, month, place.as_of).present();
      for (auto& part : comparable->becomes(u, last_day(month), place.frame)) {
        auto [found, fresh] = out.emplace(part.unit, given);
        if (!fresh) found->second = found->second && given;
      }
    }
    return out;
  };
  return standing(a) == standing(b);
}

}  // namespace giaoban::figures
