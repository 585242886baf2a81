#include "figures/guard/say.hpp"

#include "calendar/written.hpp"
#include "figures/number.hpp"
#include "figures/writer.hpp"

namespace giaoban::figures::guard {
namespace {

using What = Claim::What;

Text number(const Fraction& f, int32_t decimals) {
  auto size = f.above < 0 ? Fraction{-f.above, f.below, f.fits} : f;
  auto shown = rounded(size, decimals);
  return shown ? figures::written(*shown, rules::Zero::keep) : Text{"một số quá lớn", "a number too large"};
}

}  // namespace

Text period_words(const Period& period, Month now) {
  bool this_year = period.to.year() == now.year();
  auto year = std::to_string(period.to.year());
  if (period.one_month()) return this_year ? calendar::month_name(period.to) : calendar::short_written(period.to);
  auto of_year = this_year ? Text{} : Text{" năm " + year, " of " + year};
  if (period.so_far() && period.to.month() == 12) return {"năm " + year, year};
  if (period.so_far()) {
    auto n = std::to_string(period.to.month());
    return Text{n + " tháng", n + " months"} + of_year;
  }
  constexpr const char* roman[] = {"I", "II", "III", "IV"};
  auto q = static_cast<size_t>(period.to.month() - 1) / 3;
  return Text{std::string("quý ") + roman[q], "quarter " + std::to_string(q + 1)} + of_year;
}

Text Say::subject(const Claim& claim, const std::optional<Period>& period) const {
  Text name = name_within(indicator(claim));
  if (period) name = name + same(" ") + period_words(*period, setting_.month);
  auto unit = claim.unit == setting_.unit ? Text{} : vocabulary_.unit_name(claim.unit);
  return unit.empty() ? name : name + Text{" của ", " of "} + unit;
}

Text Say::base(const Reckoned& actual, bool noun) const {
  auto& phrases = against_.wording.phrases;
  auto pick = [&](const rules::BaseWords& words) { return noun ? words.noun : words.against; };
  bool usual = actual.base_period && actual.base_period == actual.period.plus(-12);
  if (actual.base == Base::month_before) return pick(phrases.month_before);
  if (actual.base == Base::december) return pick(phrases.december);
  if (actual.base == Base::quarter_before) return noun ? Text{"quý trước", "the quarter before"} : Text{"so với quý trước", "on the quarter before"};
  if (usual) return pick(actual.period.one_month() ? phrases.same_month : phrases.same_period);
  if (!actual.base_period) return {};
  auto words = period_words(*actual.base_period, setting_.month);
  return noun ? words : Text{"so với ", "on "} + words;
}

Text Say::value(const Quantity& like, const Span& at, const Span& digits, const Fraction& f) const {
  auto unit = written({digits.end, at.end});
  return number(f, like.number.value.scale) + same(unit);
}

Text Say::instead(const Claim& claim, const Fraction& actual) const {
  auto& phrases = against_.wording.phrases;
  auto decimals = claim.number.number.value.scale;
  auto shown = number(actual, decimals);
  bool up = actual.above >= 0;
  switch (claim.what) {
    case What::value:
      return value(claim.number, claim.at, claim.digits, actual);
    case What::change:
      return filled(up ? phrases.rise : phrases.fall, {shown + same("%")});
    case What::points:
      return filled(up ? phrases.rise : phrases.fall, {filled(phrases.points, {shown})});
    case What::difference:
      return filled(up ? phrases.rise : phrases.fall, {value(claim.number, claim.at, claim.digits, actual)});
    case What::times:
      return filled(phrases.times, {shown});
    case What::level:
      return filled(phrases.level, {shown + same("%")});
    case What::plan_share:
      return shown + same("%");
  }
  return {};
}

Text Say::data(const Claim& claim, const Reckoned& actual) const {
  auto& i = indicator(claim);
  if (claim.what == What::value && claim.number.kind == Quantity::Kind::measured) {
    // In the indicator's own unit and decimals: that is where a slip of thousands shows.
    auto own = actual.actual * Fraction::of(power_of_ten(claim.number.zeros));
    auto zeros = vocabulary_.unit_of(claim.indicator).zeros;
    return number(own / Fraction::of(power_of_ten(zeros)), i.decimals) + same(" ") + i.unit_of_measure;
  }
  if (claim.what == What::value) return number(actual.actual, std::max(i.decimals, claim.number.number.value.scale)) + same("%");
  auto words = instead(claim, actual.actual);
  if (claim.what == What::plan_share) return words + (i.plan_word == PlanWord::plan ? Text{" kế hoạch năm", " of the year's plan"} : Text{" dự toán năm", " of the year's budget estimate"});
  bool noun = claim.what == What::level || claim.what == What::times;
  return words + (claim.what == What::level ? Text{" ", " of "} : same(" ")) + base(actual, noun);
}

Finding Say::finding(const Claim& claim, Why why) const {
  Finding f;
  f.at = claim.at;
  f.why = why;
  f.written = written(claim.at);
  f.indicator = indicator(claim).code;
  f.name = indicator(claim).name;
  f.other_unit = claim.unit != setting_.unit;
  return f;
}

}  // namespace giaoban::figures::guard
