#include "figures/check.hpp"

#include "figures/compare.hpp"
#include "figures/number.hpp"

namespace giaoban::figures {
namespace {

using Wide = __int128;

Wide power_of_ten(int n) {
  Wide p = 1;
  for (; n > 0; --n) p *= 10;
  return p;
}

/// a ≥ b · ratio, both above zero.
bool at_least_times(Wide a, Wide b, Decimal ratio) { return a * power_of_ten(ratio.scale) >= b * ratio.units; }
bool more_than_times(Wide a, Wide b, Decimal ratio) { return a * power_of_ten(ratio.scale) > b * ratio.units; }

/// Slips of up to a million: đồng typed where tỷ đồng … is asked for is caught by its first six zeros.
constexpr int slip_digits_max = 6;

Text month_words(Month month) {
  static constexpr const char* names[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};
  return {fmt::format("tháng {}", month.month()), names[month.month() - 1]};
}

class Checker {
 public:
  Checker(const CheckInput& in, const rules::EntryChecks& bands, const rules::Wording& wording)
      : in_(in), bands_(bands), wording_(wording) {
    if (in.last_month && *in.last_month > 0) bases_.push_back({*in.last_month, month_words(in.month.plus(-1))});
    if (in.last_year && *in.last_year > 0) {
      Text words = month_words(in.month);
      bases_.push_back({*in.last_year, {words.vi + " năm trước", words.en + " last year"}});
    }
  }

  std::optional<CellCheck> run() const {
    if (bases_.empty() || in_.value < 0) return {};
    if (in_.value == 0) return zero();
    for (auto& base : bases_)
      if (!far(base.value)) return {};
    auto& base = bases_.front();
    CellCheck c{CheckKind::band, ratio_words(base) + same("."), {}, suggestion(base.value)};
    if (c.suggestion) {
      c.kind = CheckKind::slip;
      c.detail = Text{"Ô tính bằng ", "The cell is in "} + in_.indicator.unit_of_measure + same("; ") +
                 suggestion_words(*c.suggestion, base) + same(".");
    } else {
      c.detail = earlier_words();
    }
    return c;
  }

 private:
  struct Base {
    int64_t value;
    Text name;
  };

  Text amount(int64_t units) const { return written(Decimal{units, in_.indicator.scale}, rules::Zero::keep); }

  bool far(int64_t base) const {
    int64_t difference = in_.value > base ? in_.value - base : base - in_.value;
    if (in_.indicator.scale == 0 && difference <= bands_.least_difference) return false;
    return more_than_times(in_.value, base, bands_.times_most) || more_than_times(base, in_.value, bands_.times_most);
  }

  /// Only where every month that is known had something: otherwise 0 is as usual.
  std::optional<CellCheck> zero() const {
    if ((in_.last_month && *in_.last_month == 0) || (in_.last_year && *in_.last_year == 0)) return {};
    bool small = in_.indicator.scale == 0;
    for (auto& base : bases_) small = small && base.value <= bands_.least_difference;
    if (small) return {};
    auto& base = bases_.front();
    return CellCheck{CheckKind::zero,
                     Text{"Ghi 0, trong khi ", "0, while "} + base.name + Text{" là ", " had "} + amount(base.value) + same("."),
                     {"0 là không phát sinh. Chưa có số thì để trống.", "0 means that there was none. Leave the cell empty while there is no figure."},
                     {}};
  }

  /// The figure with its decimal point where it would be close to what it was.
  std::optional<Decimal> suggestion(int64_t base) const {
    if (!at_least_times(in_.value, base, bands_.slip_from) && !at_least_times(base, in_.value, bands_.slip_from)) return {};
    bool large = in_.value > base;
    std::optional<int64_t> best;
    auto distance = [&](Wide v) { return v > base ? v * 1000 / base : Wide{base} * 1000 / v; };
    for (int digits = 1; digits <= slip_digits_max; ++digits) {
      Wide v = large ? Wide{divide_half_up(in_.value, power_of_ten(digits))} : in_.value * power_of_ten(digits);
      if (v <= 0 || v > INT64_MAX / 10) break;
      if (more_than_times(v, base, bands_.times_most) || more_than_times(base, v, bands_.times_most)) continue;
      if (!best || distance(v) < distance(*best)) best = static_cast<int64_t>(v);
    }
    if (!best) return {};
    return Decimal{*best, in_.indicator.scale};
  }

  Comparison against(int64_t value, int64_t base) const {
    auto total = [](int64_t units) {
      Total t;
      t.known = true;
      t.amount.numerator = units;
      t.state = State::official;
      return t;
    };
    Indicator plain = in_.indicator;
    plain.kind = Kind::flow;
    return compare(total(value), total(base), plain, Style::change, wording_);
  }

  /// "Gấp 10,1 lần tháng 3", "Bằng 9,8% tháng 3"
  Text ratio_words(const Base& base) const {
    auto c = against(in_.value, base.value);
    if (c.what == Case::times)
      return Text{"Gấp ", ""} + written(c.shown, rules::Zero::drop) + Text{" lần ", " times "} + base.name;
    if (in_.value > base.value)  // beyond what a ratio can show
      return Text{"Gấp nhiều lần ", "Many times "} + base.name;
    int64_t tenths = divide_half_up(Wide{in_.value} * 1000, base.value);
    return Text{"Chỉ bằng ", "Only "} + written(Decimal{tenths, 1}, rules::Zero::drop) + Text{"% ", "% of "} + base.name;
  }

  /// "85,2 là tăng 0,7%"
  Text suggestion_words(Decimal figure, const Base& base) const {
    auto c = against(figure.units, base.value);
    Text number = written(figure, rules::Zero::keep);
    Decimal size{c.shown.units < 0 ? -c.shown.units : c.shown.units, c.shown.scale};
    if (c.what == Case::change)
      return number + (c.shown.units > 0 ? Text{" là tăng ", " would be up "} : Text{" là giảm ", " would be down "}) +
             written(size, rules::Zero::drop) + same("%");
    if (c.what == Case::times)
      return number + Text{" là gấp ", " would be "} + written(size, rules::Zero::drop) + Text{" lần", " times"};
    return number + Text{" là tương đương", " would be about the same"};
  }

  Text earlier_words() const {
    Text out;
    for (auto& base : bases_)
      out = out + (out.empty() ? Text{} : same(", ")) + base.name + Text{" là ", ": "} + amount(base.value);
    out.vi[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out.vi[0])));
    return out + same(".");
  }

  const CheckInput& in_;
  const rules::EntryChecks& bands_;
  const rules::Wording& wording_;
  std::vector<Base> bases_;
};

}  // namespace

std::optional<CellCheck> check(const CheckInput& input, const rules::EntryChecks& bands, const rules::Wording& wording) {
  return Checker(input, bands, wording).run();
}

}  // namespace giaoban::figures
