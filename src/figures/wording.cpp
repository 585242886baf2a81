#include "figures/wording.hpp"

#include "calendar/written.hpp"
#include "figures/number.hpp"
#include "figures/writer.hpp"

namespace giaoban::figures {
namespace {

Decimal magnitude(Decimal d) {
  return {d.units < 0 ? -d.units : d.units, d.scale};
}

/// The first letter of a Vietnamese or English word, made small or large; codes such as "CPI" stay.
std::string with_first(std::string s, bool large) {
  if (s.size() > 1 && std::isupper(static_cast<unsigned char>(s[0])) &&
      std::isupper(static_cast<unsigned char>(s[1])))
    return s;
  if (s.starts_with("Đ") || s.starts_with("đ")) return (large ? "Đ" : "đ") + s.substr(2);
  if (!s.empty())
    s[0] = static_cast<char>(large ? std::toupper(static_cast<unsigned char>(s[0]))
                                   : std::tolower(static_cast<unsigned char>(s[0])));
  return s;
}

Text name_first(const Indicator& i) {
  Text name = name_within(i);
  return {with_first(name.vi, true), with_first(name.en, true)};
}

/// "đạt", "ước đạt", "là": a rise of what should fall is nothing that one attains.
Text attains(const Indicator& i, State state) {
  bool estimate = is_estimate(state);
  if (i.direction == Direction::up)
    return estimate ? Text{" ước đạt ", " reached an estimated "} : Text{" đạt ", " reached "};
  if (i.kind == Kind::stock)
    return estimate ? Text{" ước ", " stood at an estimated "} : Text{" là ", " stood at "};
  return estimate ? Text{" ước ", " came to an estimated "} : Text{" là ", " came to "};
}

Text when(const Indicator& i, Month month) {
  auto name = calendar::month_name(month);
  return i.kind == Kind::stock ? Text{" cuối ", " at the end of "} + name : Text{" ", " in "} + name;
}

Text months_so_far(const Writer& w, Month month) {
  auto kind = w.indicator().kind;
  auto& phrases = w.phrases();
  bool mean = kind == Kind::average || kind == Kind::index;
  return filled(mean ? phrases.on_average : kind == Kind::flow ? phrases.so_far : phrases.taken_together,
                {same(std::to_string(month.month()))});
}

bool says_something(const Comparison& c) {
  return c.what != Case::no_value && c.what != Case::not_additive;
}

void say_coverage(Writer& w, const Coverage& coverage) {
  if (coverage.complete()) return;
  w.say({fmt::format(" ({}/{} đơn vị đã báo cáo)", coverage.reported, coverage.expected),
         fmt::format(" ({} of {} units reporting)", coverage.reported, coverage.expected)});
}

void pair(Writer& w, const Comparison& month, const Comparison& year, Bases bases) {
  w.compare(month, bases);
  w.say(month.has_number() == year.has_number() ? Text{" và ", " and "} : same(", "));
  w.compare(year, bases);
}

/// "31,1% kế hoạch năm".
void say_plan_share(Writer& w, const Comparison& plan) {
  bool is_plan = w.indicator().plan_word == PlanWord::plan;
  w.with_number(is_plan ? w.phrases().of_plan : w.phrases().of_budget, plan);
}

/// The year so far: nothing in January, when it is the month itself, nor for stocks, which do not accumulate.
/// An index has no value of the year; its average is compared, and the month with last December.
void say_year(Writer& w, Month month) {
  auto& indicator = w.indicator();
  bool accumulates = indicator.kind != Kind::stock && month.month() > 1;
  if (indicator.kind == Kind::index && month.month() > 1) {
    auto december = w.ask(Measure::on_december), average = w.ask(Measure::year_to_date_on_year);
    if (december.has_number()) w.say(same(", ")), w.compare(december, Bases::said);
    if (average.has_number()) w.say(same("; ") + months_so_far(w, month) + same(" ")), w.compare(average, Bases::said);
  } else if (accumulates) {
    auto value = w.ask(Measure::year_to_date);
    if (value.what != Case::value) return;
    w.say(same("; ") + months_so_far(w, month) + attains(indicator, value.state));
    w.amount(value);
    w.say(same(", "));
    w.compare(w.ask(Measure::year_to_date_on_year), Bases::said);
  }
  auto plan = w.ask(Measure::plan_share);
  if (plan.what == Case::level) w.say({", đạt ", ", "}), say_plan_share(w, plan);
}

}  // namespace

Text name_within(const Indicator& i) {
  if (i.sentence_name) return *i.sentence_name;
  return {with_first(i.name.vi, false), with_first(i.name.en, false)};
}

Text Sentence::plain() const {
  Text out;
  for (auto& run : vi) out.vi += run.text;
  for (auto& run : en) out.en += run.text;
  return out;
}

Sentence operator+(Sentence a, const Sentence& b) {
  auto append = [](std::vector<Run>& to, const std::vector<Run>& from) {
    for (auto& run : from)
      if (run.figure)
        to.push_back(run);
      else
        join(to, run.text);
  };
  append(a.vi, b.vi);
  append(a.en, b.en);
  return a;
}

Sentence words(Text text) {
  return {{{text.vi, {}}}, {{text.en, {}}}};
}

Sentence clause(const Columns& columns, const Subject& subject, Measure measure,
                const rules::Wording& wording) {
  Writer w(columns, subject, wording);
  bool part = measure == Measure::share || measure == Measure::contribution || measure == Measure::per_head;
  auto c = w.ask(measure);
  if (part)
    w.part(c);
  else if (measure == Measure::plan_share && c.what == Case::level)
    say_plan_share(w, c);
  else
    w.compare(c, Bases::said);
  return w.out;
}

Text rank_words(const Rank& rank, const rules::Wording& wording) {
  return filled(wording.phrases.rank, {same(std::to_string(rank.place)), same(std::to_string(rank.of))});
}

Sentence paired(const Columns& columns, const Subject& subject, Bases bases, const rules::Wording& wording) {
  Writer w(columns, subject, wording);
  pair(w, w.ask(Measure::month_on_month), w.ask(Measure::year_on_year), bases);
  return w.out;
}

Sentence month_sentence(const Columns& columns, const Subject& subject, const rules::Wording& wording) {
  Writer w(columns, subject, wording);
  auto& indicator = w.indicator();
  auto value = w.ask(Measure::month);
  w.say(name_first(indicator) + when(indicator, subject.month));
  if (value.what != Case::value) {
    w.say(value.what == Case::not_additive
              ? Text{" không có số chung của nhiều đơn vị.", " has no figure for several units together."}
              : Text{" chưa có số liệu.", " has not been reported yet."});
    return w.out;
  }
  if (indicator.kind == Kind::index) {
    w.say(same(" "));
  } else {
    w.say(attains(indicator, value.state));
    w.amount(value);
    say_coverage(w, value.coverage);
    w.say(same(", "));
  }
  pair(w, w.ask(Measure::month_on_month), w.ask(Measure::year_on_year), Bases::said);
  say_year(w, subject.month);
  w.say(same("."));
  return w.out;
}

Sentence headline(const Columns& columns, const Subject& subject, Headline what,
                  const rules::Wording& wording) {
  Writer w(columns, subject, wording);
  auto& indicator = w.indicator();
  auto month = w.ask(Measure::month_on_month), year = w.ask(Measure::year_to_date_on_year);
  bool january = subject.month.month() == 1;
  w.say(name_within(indicator));
  if (what == Headline::month_and_year || indicator.kind == Kind::stock) {
    w.say(same(" "));
    w.compare(month, Bases::said);
    if (january || indicator.kind == Kind::stock || !says_something(year)) return w.out;
    w.say(same(", "));
    w.say(months_so_far(w, subject.month));
  } else if (!january) {
    w.say({fmt::format(" {} tháng", subject.month.month()),
           fmt::format(" over {} months", subject.month.month())});
  }
  w.say(same(" "));
  w.compare(year, Bases::said);
  return w.out;
}

Text number_words(const Comparison& c, const rules::Wording& wording) {
  // A value keeps its decimals ("386,0 triệu USD" is not rounder than 386,4); a percent follows the house
  // style.
  bool value = c.what == Case::value || c.what == Case::difference;
  Text text = written(value && c.what == Case::value ? c.shown : magnitude(c.shown),
                      value ? rules::Zero::keep : wording.sentence_zero);
  return c.what == Case::change || c.what == Case::level ? text + same("%") : text;
}

CellWords cell_words(const Comparison& c, const rules::Wording& wording) {
  Text number = c.has_number() ? written(c.shown, wording.table_zero) : Text{};
  Text with_sign = (c.shown.units > 0 ? same("+") : Text{}) + number;
  bool month = c.measure == Measure::month_on_month;
  switch (c.what) {
    case Case::value:
      return {{}, number, {}};
    case Case::change:
      return {{}, with_sign, same("%")};
    case Case::level:
      return {c.measure == Measure::plan_share ? Text{} : Text{"bằng", "at"}, number, same("%")};
    case Case::times:
      return {{"gấp", ""}, number, {"lần", "times"}};
    case Case::points:
      return {{}, with_sign, {"điểm", "points"}};
    case Case::difference:
      return {{}, with_sign, {}};
    case Case::flat:
    case Case::both_zero:
      return {{"tương đương", "level"}, {}, {}};
    case Case::vanished:
      return {{"giảm hết", "down to none"}, {}, {}};
    case Case::zero_base:
      return {month ? Text{"tháng trước không có", "none the month before"}
                    : Text{"cùng kỳ không có", "none last year"},
              {},
              {}};
    case Case::no_base:
      if (c.measure == Measure::plan_share) return {{"không giao kế hoạch", "no plan"}, {}, {}};
      return {
          month ? Text{"chưa có tháng trước", "no month before"} : Text{"chưa có cùng kỳ", "no same period"},
          {},
          {}};
    case Case::no_value:
      return {{"chưa có số", "no figure"}, {}, {}};
    case Case::not_additive:
      return {{"không cộng", "not added"}, {}, {}};
    case Case::beyond:
      return {{"lệch quá lớn", "too far apart"}, {}, {}};
  }
  return {};
}

std::optional<Comparison> reread(const Columns& columns, const Binding& binding,
                                 const rules::Wording& wording, Sequence as_of) {
  auto indicator = columns.find_indicator(binding.indicator);
  auto unit = columns.find_unit(binding.unit);
  if (!indicator || !unit) return {};
  return evaluate(columns, {*indicator, *unit, binding.month, binding.measure, as_of}, wording);
}

}  // namespace giaoban::figures
