#include "figures/wording.hpp"

#include "calendar/written.hpp"
#include "figures/number.hpp"

namespace giaoban::figures {
namespace {

/// What a measure compares with, in the words of both languages: "so với tháng trước", "tháng trước".
struct Base {
  Text against, noun;
};

Base base_of(Measure measure, Kind kind) {
  bool moment = kind == Kind::stock;
  switch (measure) {
    case Measure::month_on_month:
      return {{"so với tháng trước", "on the month before"}, {"tháng trước", "the month before"}};
    case Measure::year_on_year:
      if (moment)
        return {{"so với cùng thời điểm năm trước", "on the same time last year"},
                {"cùng thời điểm năm trước", "the same time last year"}};
      return {{"so với cùng kỳ năm trước", "on the same month last year"},
              {"cùng kỳ năm trước", "the same month last year"}};
    case Measure::year_to_date_on_year:
      if (moment)
        return {{"so với cùng thời điểm năm trước", "on the same time last year"},
                {"cùng thời điểm năm trước", "the same time last year"}};
      return {{"so với cùng kỳ", "on the same period last year"}, {"cùng kỳ", "the same period last year"}};
    case Measure::month:
    case Measure::year_to_date:
    case Measure::plan_share:
      break;
  }
  return {};
}

Decimal magnitude(Decimal d) {
  return {d.units < 0 ? -d.units : d.units, d.scale};
}

void join(std::vector<Run>& runs, const std::string& text) {
  if (text.empty()) return;
  if (!runs.empty() && !runs.back().figure)
    runs.back().text += text;
  else
    runs.push_back({text, {}});
}

/// A sentence being put together.
class Writer {
 public:
  Writer(const Columns& columns, const Subject& subject, const rules::Wording& wording)
      : columns_(columns),
        subject_(subject),
        wording_(wording),
        indicator_(columns.indicator(subject.indicator)) {}

  Comparison ask(Measure measure) const {
    return evaluate(columns_, {subject_.indicator, subject_.unit, subject_.month, measure, subject_.as_of},
                    wording_);
  }
  const Indicator& indicator() const { return indicator_; }

  void say(const Text& text) {
    join(out.vi, text.vi);
    join(out.en, text.en);
  }

  void number(const Comparison& c) {
    Binding binding{indicator_.code, columns_.unit(subject_.unit).code, subject_.month, c.measure, c.what,
                    c.shown};
    Text text = number_words(c, wording_);
    if (indicator_.unit_of_measure.vi == "%" && c.what == Case::value) text = text + same("%");
    out.vi.push_back({text.vi, binding});
    out.en.push_back({text.en, binding});
  }

  /// A value with its unit: "386,4 triệu USD", "99,2%".
  void amount(const Comparison& c) {
    number(c);
    if (indicator_.unit_of_measure.vi != "%") say(same(" ") + indicator_.unit_of_measure);
  }

  /// A comparison in words; `bases` omitted leaves out what it is compared with.
  void compare(const Comparison& c, Bases bases) {
    auto [against, noun] = base_of(c.measure, indicator_.kind);
    Text tail = bases == Bases::said ? same(" ") + against : Text{};
    bool up = c.shown.units > 0;
    switch (c.what) {
      case Case::change:
        rise_or_fall(up), number(c), say(tail);
        break;
      case Case::points:
        rise_or_fall(up), number(c), say(Text{" điểm phần trăm", " percentage points"} + tail);
        break;
      case Case::difference:
        rise_or_fall(up), number(c), say(same(" ") + indicator_.unit_of_measure + tail);
        break;
      case Case::level:
        say({"bằng ", "at "}), number(c);
        if (bases == Bases::said) say(Text{" ", " of "} + noun);
        break;
      case Case::times:
        say({"gấp ", ""}), number(c), say({" lần", " times"});
        if (bases == Bases::said) say(same(" ") + noun);
        break;
      case Case::flat:
        say(Text{"tương đương ", "level with "} + noun);
        break;
      case Case::vanished:
        say(Text{"giảm hết so với ", "down to none from "} + noun);
        break;
      case Case::zero_base:
        say(Text{"trong khi ", "after none in "} + noun + Text{" không phát sinh", ""});
        break;
      case Case::both_zero:
        say(Text{"không phát sinh như ", "none, as in "} + noun);
        break;
      case Case::no_base:
        say(Text{"chưa có số ", "with no figure for "} + noun + Text{" để so sánh", " to compare"});
        break;
      case Case::beyond:
        say(Text{"chênh lệch quá lớn so với ", "too far from "} + noun +
            Text{", cần kiểm tra", ", to be checked"});
        break;
      case Case::value:
      case Case::no_value:
      case Case::not_additive:
        say({"chưa có số liệu", "not yet reported"});
    }
  }

  Sentence out;

 private:
  void rise_or_fall(bool up) { say(up ? Text{"tăng ", "up "} : Text{"giảm ", "down "}); }

  const Columns& columns_;
  const Subject& subject_;
  const rules::Wording& wording_;
  const Indicator& indicator_;
};

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

Text name_within(const Indicator& i) {
  if (i.sentence_name) return *i.sentence_name;
  return {with_first(i.name.vi, false), with_first(i.name.en, false)};
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

Text months_so_far(const Indicator& i, Month month) {
  auto n = std::to_string(month.month());
  if (i.kind == Kind::average) return {"bình quân " + n + " tháng", "on average over " + n + " months"};
  return {(i.kind == Kind::flow ? "lũy kế " : "tính chung ") + n + " tháng", "over " + n + " months"};
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

/// The year so far: nothing in January, when it is the month itself, nor for stocks, which do not accumulate.
void say_year(Writer& w, Month month) {
  auto& indicator = w.indicator();
  auto plan = w.ask(Measure::plan_share);
  bool accumulates = indicator.kind != Kind::stock && indicator.kind != Kind::index && month.month() > 1;
  if (accumulates) {
    auto value = w.ask(Measure::year_to_date);
    if (value.what != Case::value) return;
    w.say(same("; ") + months_so_far(indicator, month) + attains(indicator, value.state));
    w.amount(value);
    w.say(same(", "));
    w.compare(w.ask(Measure::year_to_date_on_year), Bases::said);
  }
  if (plan.what != Case::level) return;
  w.say({", đạt ", ", "});
  w.number(plan);
  w.say(indicator.plan_word == PlanWord::plan ? Text{" kế hoạch năm", " of the year's plan"}
                                              : Text{" dự toán năm", " of the year's budget estimate"});
}

}  // namespace

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
  w.compare(w.ask(measure), Bases::said);
  return w.out;
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
    w.say(months_so_far(indicator, subject.month));
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
