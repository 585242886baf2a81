#include "figures/matched.hpp"

namespace giaoban::figures {
namespace {

/// What both sides come to where only the units that have both count.
class Matched {
 public:
  Matched(const Columns& columns, const Place& place) : columns_(columns), place_(place), indicator_(columns.indicator(place.indicator)) {
    if (!indicator_.numerator) return;
    numerator_ = columns.find_indicator(*indicator_.numerator);
    denominator_ = columns.find_indicator(*indicator_.denominator);
  }

  void add(Month month, Month base) {
    for (auto unit : reporters_in(columns_, place_, place_.frame.in_month())) {  // the units of the frame
      auto a = parts(unit, month), b = parts(unit, base);
      if (!a || !b) continue;
      now_.above = now_.above + a->above, now_.below = now_.below + a->below;
      base_.above = base_.above + b->above, base_.below = base_.below + b->below;
      ++count_;
    }
  }
  void into(Sides& out) const {
    out.matched = count_;
    out.base.known = count_ > 0;
    if (count_ == 0) return;  // the value stands, with nothing to compare it with
    set(out.now, now_);
    set(out.base, base_);
  }

 private:
  struct Parts {
    Fraction above = Fraction::of(0), below = Fraction::of(0);
  };
  /// A unit of the frame stands in a month when all that it is made of gave their figures.
  std::optional<Fraction> value(IndicatorIndex i, UnitIndex unit, Month month) const {
    auto t = total_of(columns_, {i, unit, place_.frame, place_.as_of}, month);
    return t.known && t.additive && t.coverage.reported + t.coverage.stand_in == t.coverage.expected ? std::optional(Fraction::of(t.amount.numerator, t.amount.denominator)) : std::nullopt;
  }
  std::optional<Parts> parts(UnitIndex unit, Month month) const {
    auto n = value(numerator_.value_or(place_.indicator), unit, month);
    auto d = denominator_ ? value(*denominator_, unit, month) : Fraction::of(1);
    return n && d ? std::optional(Parts{*n, *d}) : std::nullopt;
  }
  void set(Total& total, const Parts& sum) const {
    total.known = sum.below.above != 0;
    if (!total.known) return;
    auto f = numerator_ || !indicator_.adds_over_units() ? sum.above / sum.below : sum.above;
    if (numerator_)
      f = f * Fraction::of(100) * Fraction::of(power_of_ten(indicator_.scale + columns_.indicator(*denominator_).scale)) /
          Fraction::of(power_of_ten(columns_.indicator(*numerator_).scale));
    total.known = f.fits;
    if (f.fits) total.amount = {f.above, f.below};
  }

  const Columns& columns_;
  const Place& place_;
  const Indicator& indicator_;
  std::optional<IndicatorIndex> numerator_, denominator_;
  Parts now_, base_;
  int32_t count_ = 0;
};

}  // namespace

void match_in_frame(const Columns& columns, const Place& place, Month first, Month last, int back, Sides& out) {
  Matched matched(columns, place);
  for (Month m = first; m <= last; m = m.plus(1)) matched.add(m, m.plus(-back));
  matched.into(out);
}

}  // namespace giaoban::figures
