#include "figures/writer.hpp"

#include "figures/number.hpp"

namespace giaoban::figures {
namespace {

/// Up to the phrase's place for a number, and after it; in both languages, as long as the phrase lives.
struct Halves {
  std::string_view vi, en;
};
std::pair<Halves, Halves> around(const Text& phrase) {
  auto cut = [](std::string_view s) {
    auto at = std::min(s.find("{}"), s.size());
    return std::pair(s.substr(0, at), at < s.size() ? s.substr(at + 2) : std::string_view());
  };
  auto vi = cut(phrase.vi), en = cut(phrase.en);
  return {{vi.first, en.first}, {vi.second, en.second}};
}

}  // namespace

void join(std::vector<Run>& runs, std::string_view text) {
  if (text.empty()) return;
  if (!runs.empty() && !runs.back().figure)
    runs.back().text += text;
  else
    runs.push_back({std::string(text), {}});
}

Text filled(const Text& phrase, std::initializer_list<Text> words) {
  Text out = phrase;
  for (auto& word : words) {
    auto put = [](std::string& in, const std::string& what) {
      if (auto at = in.find("{}"); at != std::string::npos) in.replace(at, 2, what);
      else in += what;
    };
    put(out.vi, word.vi);
    put(out.en, word.en);
  }
  return out;
}

const rules::BaseWords& base_of(Measure measure, Kind kind, const rules::Phrases& phrases) {
  bool moment = kind == Kind::stock;
  switch (measure) {
    case Measure::month_on_month:
      return phrases.month_before;
    case Measure::on_december:
      return phrases.december;
    case Measure::year_on_year:
      return moment ? phrases.same_time : phrases.same_month;
    case Measure::year_to_date_on_year:
      return moment ? phrases.same_time : phrases.same_period;
    case Measure::month:
    case Measure::year_to_date:
    case Measure::plan_share:
    case Measure::share:
    case Measure::contribution:
    case Measure::per_head:
      break;
  }
  static const rules::BaseWords none;
  return none;
}

Comparison Writer::ask(Measure measure) const {
  return evaluate(columns_,
                  {subject_.indicator, subject_.unit, subject_.month, measure, subject_.as_of, subject_.whole,
                   subject_.population, subject_.heads, subject_.frame},
                  wording_);
}

void Writer::say(std::string_view vi, std::string_view en) {
  join(out.vi, vi);
  join(out.en, en);
}

void Writer::number(const Comparison& c) {
  Binding binding{indicator_.code, columns_.unit(subject_.unit).code, subject_.month, c.measure, c.what, c.shown};
  Text text = number_words(c, wording_);
  if (indicator_.unit_of_measure.vi == "%" && c.what == Case::value) text.vi += '%', text.en += '%';
  out.vi.push_back({std::move(text.vi), binding});
  out.en.push_back({std::move(text.en), std::move(binding)});
}

void Writer::amount(const Comparison& c) {
  number(c);
  if (indicator_.unit_of_measure.vi != "%") say(" ", " "), say(indicator_.unit_of_measure);
}

void Writer::with_number(const Text& phrase, const Comparison& c) {
  auto [before, after] = around(phrase);
  say(before.vi, before.en), number(c), say(after.vi, after.en);
}

void Writer::rise_or_fall(const Comparison& c, const Text& unit) {
  auto [before, after] = around(c.shown.units > 0 ? phrases().rise : phrases().fall);
  say(before.vi, before.en), with_number(unit, c), say(after.vi, after.en);
}

void Writer::say_matched(const Comparison& c) {
  if (!c.matched) return;
  bool months = c.measure != Measure::month_on_month && c.measure != Measure::year_on_year && c.measure != Measure::on_december &&
                indicator_.kind != Kind::stock;  // then unit-months were counted, not units
  auto count = [](int32_t n) { return same(std::to_string(n)); };
  say(same(" (") +
      (months ? phrases().matched : filled(phrases().matched_units, {count(*c.matched), count(c.coverage.expected)})) +
      same(")"));
}

void Writer::compare(const Comparison& c, Bases bases) {
  auto& [against, noun] = base_of(c.measure, indicator_.kind, phrases());
  bool said = bases == Bases::said;
  auto tail = [&, &against = against] {
    if (said) say(" ", " "), say(against);
  };
  switch (c.what) {
    case Case::change:
      rise_or_fall(c, same("{}")), tail();
      break;
    case Case::points:
      rise_or_fall(c, phrases().points), tail();
      break;
    case Case::difference:
      rise_or_fall(c, same("{} ") + indicator_.unit_of_measure), tail();
      break;
    case Case::level:
      with_number(phrases().level, c);
      if (said) say(Text{" ", " of "} + noun);
      break;
    case Case::times:
      with_number(phrases().times, c);
      if (said) say(" ", " "), say(noun);
      break;
    case Case::flat:
      say(phrases().flat), say(" ", " "), say(noun);
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
      say(Text{"chênh lệch quá lớn so với ", "too far from "} + noun + Text{", cần kiểm tra", ", to be checked"});
      break;
    case Case::value:
    case Case::no_value:
    case Case::not_additive:
      say({"chưa có số liệu", "not yet reported"});
  }
  if (c.has_number() || c.what == Case::flat) say_matched(c);
}

void Writer::part(const Comparison& c) {
  if (!c.has_number()) return say({"chưa đủ số liệu để tính", "figures are missing to compute it"});
  if (c.measure == Measure::share) return with_number(phrases().share, c);
  if (c.measure == Measure::contribution) {
    with_number(c.shown.units < 0 ? phrases().takes_off : phrases().contributes, c);
    return say_matched(c);
  }
  bool each = subject_.heads == 1;
  auto phrase = each ? phrases().per_head : filled(phrases().per_heads, {written(Decimal{subject_.heads, 0})});
  auto [before, after] = around(phrase);
  say(before.vi, before.en), amount(c), say(after.vi, after.en);
}

}  // namespace giaoban::figures
