// Prose for the number guard, and a formula: any words end in a reading whose places lie within the text.
#include "figures/guard/reading.hpp"

#include "figures/formula.hpp"
#include "fuzz.hpp"
#include "rules/guard_words.hpp"
#include "rules/rules.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {

Indicator indicator(const char* code, Text name, Text unit) {
  Indicator i;
  i.code = code;
  i.name = std::move(name);
  i.unit_of_measure = std::move(unit);
  return i;
}

const guard::Vocabulary& vocabulary() {
  static const guard::Vocabulary made = [] {
    auto rules = rules::Rules::load(FUZZ_RULES);
    PROMISE(rules, FUZZ_RULES);
    return guard::Vocabulary({indicator("retail_sales", {"tổng mức bán lẻ hàng hóa", "retail sales"}, {"tỷ đồng", "billion VND"}),
                              indicator("trade", {"kim ngạch xuất nhập khẩu", "import-export turnover"}, {"triệu USD", "million USD"}),
                              indicator("visitors", {"khách du lịch", "visitors"}, {"lượt", "visits"})},
                             rules->guard_words->on(Date::of(2021, 4, 30)).value, {{"hai-hoa", {"phường Hải Hòa"}, {"Hải Hòa ward"}}});
  }();
  return made;
}

void promise_within(const guard::Span& span, std::string_view text) {
  PROMISE(span.begin <= span.end && span.end <= text.size(), "a place outside the text");
}

void formula(const std::string& text) {
  auto read = Formula::parse(text);
  if (!read) {
    PROMISE(!read.error().vi.empty() && !read.error().en.empty(), text);
    return;
  }
  PROMISE(text.size() <= formula_bytes_max, text);
  read->value([](const std::string& name) { return name.size() % 3 ? std::optional(units::Ratio(static_cast<long>(name.size()), 7)) : std::nullopt; });
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  fuzz::Bytes bytes(data, size);
  auto kind = bytes.one();
  if (kind % 4 == 3) {
    formula(std::string(bytes.rest()));
    return 0;
  }
  std::optional<Language> language;
  if (kind % 4) language = kind % 4 == 1 ? Language::vi : Language::en;
  auto text = bytes.rest();
  auto reading = guard::read(text, vocabulary(), {Month::of(2021, 4), {}, language});
  for (auto& claim : reading.claims) {
    promise_within(claim.at, text);
    promise_within(claim.digits, text);
    PROMISE(claim.indicator < vocabulary().indicator_count(), "an indicator that is none");
  }
  for (auto& span : reading.unbound) promise_within(span, text);
  for (auto& step : reading.steps) promise_within(step.at, text);
  for (auto& parts : reading.parts)
    for (auto& part : parts.parts) promise_within(part.at, text);
  return 0;
}
