#pragma once
// Every phrase that the guard knows, in one trie a language: the words of rules/guard.json, the indicators' names,
// and the names of units. Made once, read by many.
#include <unordered_map>

#include "figures/guard/tokens.hpp"
#include "figures/indicator.hpp"
#include "rules/guard_words.hpp"

namespace giaoban::figures::guard {

using rules::GuardWord;

/// What a unit of the tree is called in texts.
struct UnitNames {
  std::string code;
  std::vector<std::string> vi, en;
};

/// "triệu USD": what is measured, and with how many zeros. Percents are a quantity too.
struct UnitOfMeasure {
  uint32_t quantity = 0;  // 0: not known
  int32_t zeros = 0;
};
inline constexpr uint32_t percent_quantity = 1;

struct Meaning {
  enum class Kind : uint8_t { word, indicator, unit, scale, quantity, month_name, numeral };
  Kind kind = Kind::word;
  GuardWord word = GuardWord::neutral;
  uint32_t value = 0;        // place in the indicators or units; zeros; quantity; number of the month
  bool ambiguous = false;    // two indicators go by this name
};

class Vocabulary {
 public:
  /// The indicators' places are those of the list.
  Vocabulary(const std::vector<Indicator>& indicators, const rules::GuardWords& words,
             const std::vector<UnitNames>& units = {});

  struct Match {
    Meaning meaning;
    size_t tokens = 0;  // how many it takes
  };
  /// A text's words as this vocabulary numbers them, for `match`.
  std::vector<uint32_t> numbered(const std::vector<Token>& tokens) const;
  /// The longest phrase that begins at a token.
  std::optional<Match> match(const std::vector<uint32_t>& numbered, size_t at, Language language) const;

  const UnitOfMeasure& unit_of(uint32_t indicator) const { return measures_.at(indicator); }
  const std::string& unit_code(uint32_t unit) const { return unit_codes_.at(unit); }
  /// As texts call it; empty when the vocabulary has no such unit.
  Text unit_name(const std::string& code) const;
  size_t indicator_count() const { return measures_.size(); }

 private:
  void add(std::string_view phrase, Language language, Meaning meaning);
  void add_words(const rules::GuardLanguage& words, Language language);
  void add_indicator(const Indicator& indicator, uint32_t place);
  void add_unit_of_measure(const Indicator& indicator);
  uint32_t word_number(const std::string& key);
  /// The quantity after the scale words of a unit of measure, and the zeros before it.
  std::pair<std::string, int32_t> parted(const std::string& unit, Language language) const;

  std::unordered_map<std::string, uint32_t> words_;
  struct Trie {
    std::unordered_map<uint64_t, uint32_t> next;  // node and word → node
    std::unordered_map<uint32_t, Meaning> meaning;
    uint32_t nodes = 1;
  };
  Trie tries_[2];
  std::unordered_map<std::string, uint32_t> quantities_;
  std::vector<UnitOfMeasure> measures_;
  std::vector<std::string> unit_codes_;
  std::unordered_map<std::string, Text> unit_names_;
};

}  // namespace giaoban::figures::guard
