#include "figures/guard/vocabulary.hpp"

namespace giaoban::figures::guard {

Vocabulary::Vocabulary(const std::vector<Indicator>& indicators, const rules::GuardWords& words,
                       const std::vector<UnitNames>& units) {
  quantities_["%"] = percent_quantity;
  add_words(words.vi, Language::vi);
  add_words(words.en, Language::en);
  for (auto& indicator : indicators) add_unit_of_measure(indicator);
  for (uint32_t i = 0; i < indicators.size(); ++i) add_indicator(indicators[i], i);
  for (auto& unit : units) {
    auto place = static_cast<uint32_t>(unit_codes_.size());
    unit_codes_.push_back(unit.code);
    if (!unit.vi.empty() && !unit.en.empty()) unit_names_[unit.code] = {unit.vi.back(), unit.en.back()};
    for (auto& name : unit.vi) add(name, Language::vi, {Meaning::Kind::unit, {}, place});
    for (auto& name : unit.en) add(name, Language::en, {Meaning::Kind::unit, {}, place});
  }
}

uint32_t Vocabulary::word_number(const std::string& key) {
  return words_.emplace(key, static_cast<uint32_t>(words_.size()) + 1).first->second;  // 0: not known
}

void Vocabulary::add(std::string_view phrase, Language language, Meaning meaning) {
  auto& trie = tries_[language == Language::en];
  uint32_t node = 0;
  for (auto& token : tokens(phrase)) {
    auto [at, fresh] = trie.next.emplace(uint64_t{node} << 32 | word_number(token.key), trie.nodes);
    if (fresh) ++trie.nodes;
    node = at->second;
  }
  if (node == 0) return;
  auto [at, fresh] = trie.meaning.emplace(node, meaning);
  if (fresh) return;
  auto& old = at->second;
  bool names = old.kind == Meaning::Kind::indicator && meaning.kind == Meaning::Kind::indicator;
  if (names) old.ambiguous = old.ambiguous || old.value != meaning.value;
  else if (meaning.kind != Meaning::Kind::word) old = meaning;  // a name goes before a common word
}

void Vocabulary::add_words(const rules::GuardLanguage& words, Language language) {
  using Kind = Meaning::Kind;
  for (auto& group : words.phrases)
    for (auto& phrase : group.phrases) add(phrase, language, {Kind::word, group.says});
  for (auto& scale : words.scales) add(scale.word, language, {Kind::scale, {}, static_cast<uint32_t>(scale.zeros)});
  for (auto& quantity : words.quantities) {
    auto number = quantities_.emplace(quantity.quantity, static_cast<uint32_t>(quantities_.size()) + 1).first->second;
    for (auto& word : quantity.words) add(word, language, {Kind::quantity, {}, number});
  }
  for (uint32_t i = 0; i < words.months.size(); ++i) add(words.months[i], language, {Kind::month_name, {}, i + 1});
  for (uint32_t i = 0; i < words.numerals.size(); ++i) {
    if (language == Language::vi && words.numerals[i] == "năm") continue;  // "năm" is the year; five months are "5 tháng"
    add(words.numerals[i], language, {Kind::numeral, {}, i + 1});
  }
}

std::pair<std::string, int32_t> Vocabulary::parted(const std::string& unit, Language language) const {
  auto words = tokens(unit);
  auto ids = numbered(words);
  size_t at = 0;
  int32_t zeros = 0;
  while (at < words.size()) {
    auto found = match(ids, at, language);
    if (!found || found->meaning.kind != Meaning::Kind::scale) break;
    zeros += static_cast<int32_t>(found->meaning.value);
    at += found->tokens;
  }
  return {at < words.size() ? unit.substr(words[at].at.begin) : "", zeros};
}

void Vocabulary::add_unit_of_measure(const Indicator& indicator) {
  auto [vi, zeros] = parted(indicator.unit_of_measure.vi, Language::vi);
  auto [en, zeros_en] = parted(indicator.unit_of_measure.en, Language::en);
  auto words = tokens(vi);
  auto found = match(numbered(words), 0, Language::vi);
  bool whole = found && found->tokens == words.size() && !words.empty();
  uint32_t quantity = 0;
  if (vi == "%" || (whole && found->meaning.kind == Meaning::Kind::word && found->meaning.word == GuardWord::percent))
    quantity = percent_quantity;
  else if (whole && found->meaning.kind == Meaning::Kind::quantity)
    quantity = found->meaning.value;
  else if (!vi.empty())
    quantity = quantities_.emplace(vi, static_cast<uint32_t>(quantities_.size()) + 1).first->second;
  measures_.push_back({quantity, zeros});
  if (quantity == 0 || quantity == percent_quantity) return;
  add(vi, Language::vi, {Meaning::Kind::quantity, {}, quantity});
  if (!en.empty()) add(en, Language::en, {Meaning::Kind::quantity, {}, quantity});
}

Text Vocabulary::unit_name(const std::string& code) const {
  auto found = unit_names_.find(code);
  return found == unit_names_.end() ? Text{} : found->second;
}

void Vocabulary::add_indicator(const Indicator& indicator, uint32_t place) {
  Meaning meaning{Meaning::Kind::indicator, {}, place};
  auto name = [&](const std::string& s, Language language) { add(s, language, meaning); };
  for (auto language : {Language::vi, Language::en}) {
    name(indicator.name.in(language), language);
    name(indicator.short_name.in(language), language);
    if (indicator.sentence_name) name(indicator.sentence_name->in(language), language);
    if (!indicator.also_called) continue;
    for (auto& other : language == Language::vi ? indicator.also_called->vi : indicator.also_called->en) name(other, language);
  }
}

std::vector<uint32_t> Vocabulary::numbered(const std::vector<Token>& tokens) const {
  std::vector<uint32_t> out;
  out.reserve(tokens.size());
  for (auto& token : tokens) {
    auto found = words_.find(token.key);
    out.push_back(found == words_.end() ? 0 : found->second);
  }
  return out;
}

std::optional<Vocabulary::Match> Vocabulary::match(const std::vector<uint32_t>& numbered, size_t at,
                                                   Language language) const {
  auto& trie = tries_[language == Language::en];
  std::optional<Match> out;
  uint32_t node = 0;
  for (size_t i = at; i < numbered.size() && numbered[i]; ++i) {
    auto next = trie.next.find(uint64_t{node} << 32 | numbered[i]);
    if (next == trie.next.end()) break;
    node = next->second;
    if (auto found = trie.meaning.find(node); found != trie.meaning.end()) out = Match{found->second, i - at + 1};
  }
  return out;
}

}  // namespace giaoban::figures::guard
