// A text against itself: what its own numbers do not allow, whatever the data say. Interval arithmetic over the
// rounding that the text shows.
#include "figures/guard/checks.hpp"

namespace giaoban::figures::guard {
namespace {

using What = Claim::What;

bool above(const Fraction& a, const Fraction& b) { return a.fits && b.fits && order(a, b) > 0; }
bool apart(const Interval& a, const Interval& b) { return above(a.low, b.high) || above(b.low, a.high); }
Interval scaled(const Interval& i, int zeros) {
  auto by = Fraction::of(power_of_ten(zeros));
  return {i.low * by, i.high * by};
}
Interval sum(const Interval& a, const Interval& b) { return {a.low + b.low, a.high + b.high}; }

class TextCheck {
 public:
  TextCheck(const Reading& reading, const Against& against, const Say& say, const Setting& setting, Result& out)
      : reading_(reading), against_(against), say_(say), setting_(setting), out_(out) {}

  void check() {
    steps();
    for (auto& parts : reading_.parts) part(parts);
    // Of the same indicator and unit only; there are few of each, so that pairs stay few.
    std::map<std::pair<uint32_t, std::string>, std::vector<const Claim*>> groups;
    for (auto& claim : reading_.claims) {
      auto& group = groups[{claim.indicator, claim.unit}];
      if (group.size() < group_max) group.push_back(&claim);
    }
    for (auto& [subject, claims] : groups) {
      twice(claims);
      months_in_year(claims);
      ratios(claims);
    }
  }

 private:
  /// A report says a handful of things of one indicator; a text that says more is no prose, and reading stays linear.
  static constexpr size_t group_max = 64;

  bool flagged(const Span& at) const {
    return std::any_of(out_.findings.begin(), out_.findings.end(), [&](auto& f) { return f.at.begin < at.end && at.begin < f.at.end; });
  }
  Interval in_full(const Claim& c) const { return scaled(c.holds, c.number.zeros); }
  Period period(const Claim& c) const { return c.period.value_or(Period{setting_.month, setting_.month}); }

  void add(Finding f, Text reason, Text data, Text suggestion) {
    if (out_.findings.size() >= findings_max) return;
    f.reason = std::move(reason);
    f.data = std::move(data);
    f.suggestion = std::move(suggestion);
    out_.findings.push_back(std::move(f));
  }
  Finding plain(const Span& at, Why why) const {
    Finding f;
    f.at = at;
    f.why = why;
    f.written = say_.written(at);
    return f;
  }
  Text quoted(const Span& at) const { return same("“" + say_.written(at) + "”"); }

  void steps() {
    for (auto& step : reading_.steps) {
      auto from = scaled(step.from_holds, step.from.zeros), to = scaled(step.to_holds, step.to.zeros);
      bool wrong = step.direction > 0 ? above(from.low, to.high) : above(to.low, from.high);
      if (!wrong || flagged(step.at)) continue;
      auto rise = step.direction > 0;
      add(plain(step.at, Why::direction),
          rise ? Text{"Câu viết tăng, nhưng giá trị sau nhỏ hơn giá trị trước.", "The text says it rose, but the later value is the lower."}
               : Text{"Câu viết giảm, nhưng giá trị sau lớn hơn giá trị trước.", "The text says it fell, but the later value is the higher."},
          quoted(step.at), {"Xem lại chiều tăng, giảm hoặc thứ tự hai số.", "Look at the direction, or at the order of the two numbers."});
    }
  }

  void part(const Parts& parts) {
    auto whole = scaled(parts.whole.holds, parts.whole.number.zeros);
    std::optional<Interval> last;
    Interval together;
    size_t values = 0;
    for (auto& p : parts.parts) {
      if (p.share) {
        if (last) share(parts, p, *last, whole);
        continue;
      }
      auto value = scaled(p.holds, p.number.zeros);
      last = value;
      together = values++ ? sum(together, value) : value;
      if (!above(value.low, whole.high) || flagged(p.at)) continue;
      add(plain(p.at, Why::part_exceeds),
          Text{"Phần ", "The part "} + quoted(p.at) + Text{" lớn hơn tổng ", " is larger than its whole "} + quoted(parts.whole.at) + same("."),
          quoted(parts.whole.at), {"Xem lại phần này, tổng, hoặc đơn vị tính của chúng.", "Look at the part, at the whole, or at their units."});
    }
    if (!parts.all || values < 2 || !apart(together, whole) || flagged(parts.whole.at)) return;
    add(plain(parts.whole.at, Why::parts_differ),
        Text{"Các phần nêu sau “bao gồm” cộng lại không bằng tổng ", "The parts that follow do not add up to "} + quoted(parts.whole.at) + same("."),
        quoted(parts.whole.at), {"Cộng lại các phần; nếu chưa nêu đủ thì viết “trong đó”.", "Add the parts again; where some are left out, write “of which”."});
  }

  void share(const Parts& parts, const Parts::Part& p, const Interval& value, const Interval& whole) {
    if (whole.low.above <= 0) return;
    auto hundred = Fraction::of(100);
    Interval allowed{value.low / whole.high * hundred, value.high / whole.low * hundred};
    if (!apart(allowed, p.holds) || flagged(p.at)) return;
    add(plain(p.at, Why::ratio),
        Text{"Tỷ trọng ", "The share "} + quoted(p.at) + Text{" không khớp với phần và tổng ", " does not fit the part and the whole "} + quoted(parts.whole.at) + same("."),
        quoted(parts.whole.at), {"Tính lại tỷ trọng.", "Compute the share again."});
  }

  /// The same figure with two numbers.
  void twice(const std::vector<const Claim*>& claims) {
    for (size_t i = 0; i < claims.size(); ++i)
      for (size_t j = i + 1; j < claims.size(); ++j) {
        auto &a = *claims[i], &b = *claims[j];
        bool same_figure = a.what == b.what && a.period && a.period == b.period && a.base == b.base && a.base_period == b.base_period;
        if (!same_figure || flagged(a.at) || flagged(b.at)) continue;
        bool against = a.direction != b.direction && a.direction != 0 && b.direction != 0;
        if (!against && !apart(in_full(a), in_full(b))) continue;
        add(say_.finding(b, Why::said_otherwise),
            Text{"Cùng ", "For the same "} + say_.subject(b, b.period) + Text{", chỗ trước viết ", ", the text says "} + quoted(a.at) +
                Text{", chỗ này viết ", " before and "} + quoted(b.at) + Text{".", " here."},
            quoted(a.at), {"Thống nhất hai chỗ.", "Make the two agree."});
        return;
      }
  }

  /// A flow's month is no larger than the months that it is one of.
  void months_in_year(const std::vector<const Claim*>& claims) {
    for (auto* a : claims)
      for (auto* b : claims) {
        if (a->what != What::value || b->what != What::value || !a->period || !b->period) continue;
        if (against_.indicators.at(a->indicator).kind != Kind::flow || a->period == b->period) continue;
        bool inside = b->period->from <= a->period->from && a->period->to <= b->period->to;
        if (!inside || !above(in_full(*a).low, in_full(*b).high) || flagged(a->at) || flagged(b->at)) continue;
        add(say_.finding(*b, Why::part_exceeds),
            say_.subject(*b, b->period) + same(" ") + quoted(b->at) + Text{" nhỏ hơn riêng ", " is less than that of "} + period_words(*a->period, setting_.month) +
                same(" ") + quoted(a->at) + same("."),
            quoted(a->at), {"Xem lại hai giá trị và đơn vị tính.", "Look at both values and their units."});
        return;
      }
  }

  std::optional<Period> base_period(const Claim& c) const {
    auto p = period(c);
    if (c.base_period) return c.base_period->to.index - c.base_period->from.index == p.to.index - p.from.index ? c.base_period : std::nullopt;
    if (c.base == Base::same_period) return p.plus(-12);
    if (c.base == Base::month_before && p.one_month()) return p.plus(-1);
    return {};
  }

  /// A ratio between two values that the text states both.
  void ratios(const std::vector<const Claim*>& claims) {
    auto value_of = [&](const Period& at) -> const Claim* {
      for (auto* c : claims)
        if (c->what == What::value && period(*c) == at && c->number.kind == Quantity::Kind::measured) return c;
      return nullptr;
    };
    for (auto* c : claims) {
      if (c->what != What::change && c->what != What::level && c->what != What::times) continue;
      auto before = base_period(*c);
      auto *now = value_of(period(*c)), *base = before ? value_of(*before) : nullptr;
      if (!now || !base || flagged(c->at) || flagged(now->at) || flagged(base->at)) continue;
      auto n = in_full(*now), b = in_full(*base);
      if (b.low.above <= 0) continue;
      auto allowed = in_form(*c, {n.low / b.high, n.high / b.low});
      if (!apart(allowed, c->holds)) continue;
      add(say_.finding(*c, Why::ratio),
          Text{"Hai giá trị ", "The values "} + quoted(now->at) + Text{" và ", " and "} + quoted(base->at) + Text{" trong văn bản không cho tỷ lệ ", " in the text do not give "} + quoted(c->at) + same("."),
          quoted(now->at) + Text{" so với ", " against "} + quoted(base->at), {"Tính lại tỷ lệ, hoặc xem lại hai giá trị.", "Compute it again, or look at the values."});
    }
  }

  static Interval in_form(const Claim& c, const Interval& ratio) {
    if (c.what == What::times) return ratio;
    auto hundred = Fraction::of(100);
    Interval percent{ratio.low * hundred, ratio.high * hundred};
    if (c.what == What::level) return percent;
    if (c.direction < 0) return {hundred - percent.high, hundred - percent.low};
    return {percent.low - hundred, percent.high - hundred};
  }

  const Reading& reading_;
  const Against& against_;
  const Say& say_;
  const Setting& setting_;
  Result& out_;
};

}  // namespace

void check_text(const Reading& reading, const Against& against, const Say& say, const Setting& setting, Result& out) {
  TextCheck(reading, against, say, setting, out).check();
}

}  // namespace giaoban::figures::guard
