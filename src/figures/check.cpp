#include "figures/check.hpp"

#include "figures/number.hpp"

namespace giaoban::figures {
namespace {

using rules::Expression;
using rules::Number;
using rules::Value;
using Wide = __int128;

/// Slips of up to a million: đồng typed where tỷ đồng … is asked for is caught by its first six zeros.
constexpr int slip_digits_max = 6;

Wide power_of_ten(int n) {
  Wide p = 1;
  for (; n > 0; --n) p *= 10;
  return p;
}
bool more_than_times(Wide a, Wide b, const Number& ratio) { return a * power_of_ten(ratio.scale) > b * ratio.units; }

/// The figure with its decimal point where it is closest to `base`, and within so many times of it. Missing when
/// there is no such place.
Value moved(const Value& value, const Value& base, const Value& most) {
  if (!value || !base || !most || value->units <= 0 || base->units <= 0 || base->scale > value->scale) return {};
  Wide v = value->units, b = base->units * power_of_ten(value->scale - base->scale);
  std::optional<Wide> best;
  auto distance = [&](Wide x) { return x > b ? x * 1000 / b : b * 1000 / x; };
  for (int digits = 1; digits <= slip_digits_max; ++digits) {
    auto p = power_of_ten(digits);
    Wide x = v > b ? (2 * v + p) / (2 * p) : v * p;
    if (x <= 0 || x > INT64_MAX / 10) break;
    if (more_than_times(x, b, *most) || more_than_times(b, x, *most)) continue;
    if (!best || distance(x) < distance(*best)) best = x;
  }
  if (!best) return {};
  return Number{*best, value->scale};
}

Text month_words(Month month, bool last_year) {
  static constexpr const char* names[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};
  return {fmt::format("tháng {}{}", month.month(), last_year ? " năm trước" : ""),
          fmt::format("{}{}", names[month.month() - 1], last_year ? " last year" : "")};
}

/// a / b to so many places, rounded half up once; nothing where it says nothing.
std::optional<Decimal> quotient(const Value& a, const Value& b, int64_t factor, int32_t places) {
  if (!a || !b || a->units < 0 || b->units <= 0) return {};
  auto scale = std::max(a->scale, b->scale);
  Wide above = a->units * power_of_ten(scale - a->scale), below = b->units * power_of_ten(scale - b->scale);
  Wide most = Wide{INT64_MAX} * below / factor / power_of_ten(places + 1);
  if (above > most) return {};
  return Decimal{divide_half_up(above * factor * power_of_ten(places), below), places};
}

}  // namespace

/// One cell being asked.
class Checks::Asking {
 public:
  Asking(const Checks& checks, const Known& own) : checks_(checks), own_(own) {
    names_.value = [this](const std::string& name) { return value(name); };
    names_.call = [this](const std::string& name, const std::vector<Value>& a) { return call(name, a); };
  }

  std::optional<CellCheck> ask(const Question& q) {
    if (!rules::holds(q.when.evaluate(names_))) return {};
    if (q.suggestion) suggestion_ = q.suggestion->evaluate(names_);
    CellCheck out{q.rule->kind, {said(q.rule->title.vi, Language::vi), said(q.rule->title.en, Language::en)},
                  {said(q.rule->detail.vi, Language::vi), said(q.rule->detail.en, Language::en)}, {}};
    if (suggestion_) out.suggestion = Decimal{static_cast<int64_t>(suggestion_->units), suggestion_->scale};
    return out;
  }

 private:
  static Value number(std::optional<int64_t> units, int32_t scale) { return units ? Value(Number{*units, scale}) : Value(); }

  Value value(const std::string& name) const {
    if (arguments_ && name == arguments_->first) return arguments_->second;
    auto& cell = own_.cell;
    if (name == "value") return number(cell.value, own_.scale);
    if (name == "last_month") return number(cell.last_month, own_.scale);
    if (name == "last_year") return number(cell.last_year, own_.scale);
    if (name == "scale") return Number{own_.scale, 0};
    if (name == "suggestion") return suggestion_;
    if (auto c = checks_.constants_.find(name); c != checks_.constants_.end()) return c->second;
    auto point = std::min(name.find('.'), name.size());
    auto other = checks_.cells_.find(name.substr(0, point));
    if (other == checks_.cells_.end()) return {};
    auto what = name.substr(point);
    auto& there = other->second.cell;
    return number(what.empty() ? there.value : what == ".last_month" ? there.last_month : what == ".last_year" ? there.last_year : std::nullopt,
                  other->second.scale);
  }

  Value call(const std::string& name, const std::vector<Value>& a) {
    if (name == "known") return rules::truth(a[0].has_value());
    if (name == "abs") return a[0] && a[0]->units < 0 ? rules::minus(Number{}, a[0]) : a[0];
    if (name == "moved") return moved(a[0], a[1], a[2]);
    if (name == "min" || name == "max") {
      Value best = a[0];
      for (auto& v : a) {
        if (!v || !best) return {};
        auto o = rules::order(*v, *best);
        if (!o) return {};
        if (name == "min" ? *o < 0 : *o > 0) best = v;
      }
      return best;
    }
    auto d = checks_.definitions_.find(name);
    if (d == checks_.definitions_.end()) return {};
    auto outer = std::exchange(arguments_, std::pair(d->second.argument, a[0]));
    auto result = d->second.is.evaluate(names_);
    arguments_ = outer;
    return result;
  }

  /// A sentence with its figures in place of the braces.
  std::string said(const std::string& text, Language language) {
    std::string out;
    size_t at = 0;
    for (size_t from; (from = text.find('{', at)) != std::string::npos;) {
      auto to = text.find('}', from);
      out += text.substr(at, from - at) + filled(text.substr(from + 1, to - from - 1), language);
      at = to + 1;
    }
    return out + text.substr(at);
  }

  std::string filled(const std::string& text, Language language) {
    bool vi = language == Language::vi;
    auto pick = [&](const Text& t) { return vi ? t.vi : t.en; };
    if (text == "unit") return pick(own_.unit);
    if (text == "month_before" || text == "Month_before" || text == "month_last_year" || text == "Month_last_year") {
      bool year = text.ends_with("year");
      auto words = pick(month_words(year ? checks_.month_ : checks_.month_.plus(-1), year));
      if (text.starts_with('M')) words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
      return words;
    }
    auto e = Expression::parse(text).value();
    auto part = [&](size_t i) { return e.parts[i].evaluate(names_); };
    auto places = checks_.wording_.decimals;
    auto shown = [&](const std::optional<Decimal>& d) { return d ? written(*d, language, rules::Zero::drop) : std::string("–"); };
    if (e.kind == Expression::Kind::call && e.text == "times") return shown(quotient(part(0), part(1), 1, places));
    if (e.kind == Expression::Kind::call && e.text == "percent") return shown(quotient(part(0), part(1), 100, places));
    if (e.kind == Expression::Kind::call && e.text == "trend") return trend(part(0), part(1), vi, shown);
    auto v = e.evaluate(names_);
    return v && v->units < INT64_MAX && v->units > INT64_MIN ? written(Decimal{static_cast<int64_t>(v->units), v->scale}, language, rules::Zero::keep) : "–";
  }

  /// "tăng 0,7%", "giảm 2%", "gấp 2,1 lần", "tương đương": by the wording rules, as in the report.
  template <class Shown>
  std::string trend(const Value& a, const Value& b, bool vi, Shown shown) const {
    if (!a || !b || a->units <= 0 || b->units <= 0) return "–";
    auto& w = checks_.wording_;
    auto change = rules::minus(a, b);
    auto size = change && change->units < 0 ? rules::minus(Number{}, change) : change;
    auto band = rules::times(b, Number{w.flat_below.units, w.flat_below.scale});
    auto distance = rules::times(size, Number{100, 0});
    if (size && (size->units == 0 || (band && distance && rules::order(*distance, *band) < 0))) return vi ? "tương đương" : "about the same";
    auto threshold = rules::times(b, Number{w.times_from.units, w.times_from.scale});
    if (threshold && rules::order(*a, *threshold) >= 0)
      return (vi ? "gấp " : "") + shown(quotient(a, b, 1, w.decimals)) + (vi ? " lần" : " times as much");
    bool up = change && change->units > 0;
    return (vi ? (up ? "tăng " : "giảm ") : (up ? "up " : "down ")) + shown(quotient(size, b, 100, w.decimals)) + "%";
  }

  const Checks& checks_;
  const Known& own_;
  Expression::Names names_;
  std::optional<std::pair<std::string, Value>> arguments_;
  Value suggestion_;
};

Checks::Checks(const rules::Questions& questions, const rules::EntryChecks& bands, const rules::Wording& wording, Month month)
    : wording_(wording), month_(month) {
  constants_["times_most"] = {bands.times_most.units, bands.times_most.scale};
  constants_["least_difference"] = {bands.least_difference, 0};
  constants_["slip_from"] = {bands.slip_from.units, bands.slip_from.scale};
  for (auto& d : questions.definitions) definitions_[d.name] = {d.argument, Expression::parse(d.is).value()};
  for (auto& c : questions.checks)
    questions_.push_back({&c, Expression::parse(c.when).value(),
                          c.suggestion ? std::optional(Expression::parse(*c.suggestion).value()) : std::nullopt});
}

void Checks::put(const Indicator& indicator, const Cell& cell) {
  cells_[indicator.code] = {indicator.scale, indicator.unit_of_measure, cell};
}

std::optional<CellCheck> Checks::of(const std::string& code) const {
  auto own = cells_.find(code);
  if (own == cells_.end()) return {};
  for (auto& q : questions_) {
    auto& of = q.rule->of;
    if (of && std::find(of->begin(), of->end(), code) == of->end()) continue;
    if (auto found = Asking(*this, own->second).ask(q)) return found;
  }
  return {};
}

}  // namespace giaoban::figures
