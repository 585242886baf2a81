#pragma once
// Texts for the guard's tests: what the program itself writes of the demo city.
#include "figures/demo_city_test.hpp"
#include "figures/guard/guard.hpp"
#include "rules/guard_words.hpp"

namespace giaoban::figures::guard {

inline const rules::Rules& project_rules() {
  static const auto rules = *rules::Rules::load(installation() / "rules");
  return rules;
}
inline const rules::Wording& wording() { return project_rules().wording.on(Date::of(2021, 4, 30)).value; }
inline const rules::GuardWords& words() { return project_rules().guard_words->on(Date::of(2021, 4, 30)).value; }

inline const Columns& city() {
  static const Columns columns = demo_columns();
  return columns;
}
inline const Vocabulary& city_words() {
  static const Vocabulary vocabulary(city().indicators(), words());
  return vocabulary;
}
inline Result check_city(const std::string& text, Month month, std::optional<Language> language = {}) {
  return check(text, city_words(), {month, {}, language}, {city().indicators(), &city(), wording()});
}

struct Draft {
  Month month;
  Language language;
  std::string text;
};
/// Every sentence and headline of every month that the demo city has figures of, in both languages.
inline std::vector<Draft> drafts() {
  std::vector<Draft> out;
  for (Month month = Month::of(2020, 1); month <= Month::of(2021, 4); month = month.plus(1))
    for (IndicatorIndex i = 0; i < city().indicators().size(); ++i) {
      Subject subject{i, city().root(), month};
      auto sentence = month_sentence(city(), subject, wording()).plain();
      auto both = headline(city(), subject, Headline::month_and_year, wording()).plain();
      auto year = headline(city(), subject, Headline::year, wording()).plain();
      for (auto language : {Language::vi, Language::en})
        for (auto* text : {&sentence, &both, &year}) out.push_back({month, language, text->in(language)});
    }
  return out;
}

}  // namespace giaoban::figures::guard
