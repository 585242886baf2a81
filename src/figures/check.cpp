#include "figures/check.hpp"

#include <array>
#include <string_view>

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

Value smallest_or_largest(const std::vector<Value>& a, bool smallest) {
  Value best = a[0];
  for (auto& v : a) {
    if (!v || !best) return {};
    auto o = rules::order(*v, *best);
    if (!o) return {};
    if (smallest ? *o < 0 : *o > 0) best = v;
  }
  return best;
}

// What names and calls mean, as numbers: first the words of the language, then the rules' own, then other cells.
constexpr std::array own_names{"value", "last_month", "last_year", "scale", "suggestion"};
enum OwnName : Expression::Meaning { own_value, own_last_month, own_last_year, own_scale, own_suggestion, definition_argument, first_constant };
constexpr Expression::Meaning first_cell = 1000;
/// Of one cell: what stands there now, a month ago, a year ago.
constexpr std::array cell_endings{"", ".last_month", ".last_year"};

constexpr std::array own_calls{"known", "abs", "moved", "min", "max"};
enum OwnCall : Expression::Meaning { call_known, call_abs, call_moved, call_min, call_max, first_definition };

template <class List>
std::optional<Expression::Meaning> place_in(const List& list, std::string_view name) {
  auto found = std::find(list.begin(), list.end(), name);
  if (found == list.end()) return {};
  return static_cast<Expression::Meaning>(found - list.begin());
}

}  // namespace

/// One cell being asked.
class Checks::Asking : public Expression::Meanings {
 public:
  Asking(const Checks& checks, const Known& own) : checks_(checks), own_(own) {}

  std::optional<CellCheck> ask(const Question& q) {
    if (!rules::holds(q.when.evaluate(*this))) return {};
    if (q.suggestion) suggestion_ = q.suggestion->evaluate(*this);
    CellCheck out{q.rule->kind, {said(q.rule->title.vi, Language::vi), said(q.rule->title.en, Language::en)},
                  {said(q.rule->detail.vi, Language::vi), said(q.rule->detail.en, Language::en)}, {}};
    if (suggestion_) out.suggestion = Decimal{static_cast<int64_t>(suggestion_->units), suggestion_->scale};
    return out;
  }

 private:
  static Value number(std::optional<int64_t> units, int32_t scale) { return units ? Value(Number{*units, scale}) : Value(); }

  Value value(Meaning name) override {
    if (name >= first_cell) {
      auto n = static_cast<size_t>(name - first_cell);
      auto& other = checks_.cells_[n / cell_endings.size()];
      auto& there = other.cell;
      const std::optional<int64_t>* values[] = {&there.value, &there.last_month, &there.last_year};
      return number(*values[n % cell_endings.size()], other.scale);
    }
    switch (name) {
      case own_value: return number(own_.cell.value, own_.scale);
      case own_last_month: return number(own_.cell.last_month, own_.scale);
      case own_last_year: return number(own_.cell.last_year, own_.scale);
      case own_scale: return Number{own_.scale, 0};
      case own_suggestion: return suggestion_;
      case definition_argument: return argument_;
      default: return checks_.constants_[static_cast<size_t>(name - first_constant)].second;
    }
  }

  Value call(Meaning name, const std::vector<Value>& a) override {
    switch (name) {
      case call_known: return rules::truth(a[0].has_value());
      case call_abs: return a[0] && a[0]->units < 0 ? rules::minus(Number{}, a[0]) : a[0];
      case call_moved: return moved(a[0], a[1], a[2]);
      case call_min:
      case call_max: return smallest_or_largest(a, name == call_min);
      default: break;
    }
    auto outer = std::exchange(argument_, a[0]);
    auto result = checks_.definitions_[static_cast<size_t>(name - first_definition)].is.evaluate(*this);
    argument_ = outer;
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
    e.give_meaning([this](auto& name, auto arguments) { return checks_.meaning(name, arguments, nullptr); });
    auto part = [&](size_t i) { return e.parts[i].evaluate(*this); };
    auto places = checks_.wording_.decimals;
    auto shown = [&](const std::optional<Decimal>& d) { return d ? written(*d, language, rules::Zero::drop) : std::string("–"); };
    if (e.kind == Expression::Kind::call && e.text == "times") return shown(quotient(part(0), part(1), 1, places));
    if (e.kind == Expression::Kind::call && e.text == "percent") return shown(quotient(part(0), part(1), 100, places));
    if (e.kind == Expression::Kind::call && e.text == "trend") return trend(part(0), part(1), vi, shown);
    auto v = e.evaluate(*this);
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
  Value argument_;  // of the definition being evaluated
  Value suggestion_;
};

Checks::Checks(const rules::Questions& questions, const rules::EntryChecks& bands, const rules::Wording& wording, Month month)
    : wording_(wording), month_(month) {
  constants_ = {{"times_most", {bands.times_most.units, bands.times_most.scale}},
                {"least_difference", {bands.least_difference, 0}},
                {"slip_from", {bands.slip_from.units, bands.slip_from.scale}}};
  for (auto& d : questions.definitions) definitions_.push_back({d.name, d.argument, read(d.is, &d.argument)});
  for (auto& c : questions.checks) {
    auto& q = questions_.emplace_back(Question{&c, {}, read(c.when), {}});
    if (c.suggestion) q.suggestion = read(*c.suggestion);
    if (c.of)
      for (auto& code : *c.of) q.of.push_back(place(code));
  }
}

size_t Checks::place(const std::string& code) {
  auto [found, fresh] = places_.emplace(code, cells_.size());
  if (fresh) cells_.emplace_back();
  return found->second;
}

/// An expression of the rules; each cell that it names has a place from now on.
Expression Checks::read(const std::string& text, const std::string* argument) {
  auto e = Expression::parse(text).value();
  e.give_meaning([&](const std::string& name, std::optional<size_t> arguments) {
    auto known = meaning(name, arguments, argument);
    if (known != Expression::meaningless || arguments) return known;
    place(name.substr(0, name.find('.')));
    return meaning(name, arguments, argument);
  });
  return e;
}

Checks::Meaning Checks::meaning(const std::string& name, std::optional<size_t> arguments, const std::string* argument) const {
  auto same = [&](auto& one) { return one.name == name; };
  if (arguments) {
    if (auto own = place_in(own_calls, name)) return *own;
    auto d = std::find_if(definitions_.begin(), definitions_.end(), same);
    return d == definitions_.end() ? Expression::meaningless : first_definition + static_cast<Meaning>(d - definitions_.begin());
  }
  if (argument && name == *argument) return definition_argument;
  if (auto own = place_in(own_names, name)) return *own;
  for (size_t c = 0; c < constants_.size(); ++c)
    if (constants_[c].first == name) return first_constant + static_cast<Meaning>(c);
  auto point = std::min(name.find('.'), name.size());
  auto cell = places_.find(name.substr(0, point));
  auto ending = place_in(cell_endings, std::string_view(name).substr(point));
  if (cell == places_.end() || !ending) return Expression::meaningless;
  return first_cell + static_cast<Meaning>(cell->second * cell_endings.size()) + *ending;
}

void Checks::put(const Indicator& indicator, const Cell& cell) {
  cells_[place(indicator.code)] = {true, indicator.scale, indicator.unit_of_measure, cell};
}

std::optional<CellCheck> Checks::of(const std::string& code) const {
  auto found = places_.find(code);
  if (found == places_.end() || !cells_[found->second].on_form) return {};
  for (auto& q : questions_) {
    if (!q.of.empty() && std::find(q.of.begin(), q.of.end(), found->second) == q.of.end()) continue;
    if (auto asked = Asking(*this, cells_[found->second]).ask(q)) return asked;
  }
  return {};
}

}  // namespace giaoban::figures
