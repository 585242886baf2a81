#pragma once
// Walks what is said from left to right and gives each number its figure. For reading.cpp.
#include "figures/guard/reading.hpp"

namespace giaoban::figures::guard {

class Binder {
 public:
  Binder(const std::vector<Item>& items, const Vocabulary& vocabulary, const Setting& setting, Reading& out)
      : items_(items), vocabulary_(vocabulary), setting_(setting), out_(out) {}
  void bind();

 private:
  /// What a number is compared with.
  struct Against {
    Base base = Base::none;
    std::optional<Period> period;
    bool plan = false;
    bool readable = true;  // false: "so với tháng trước và cùng kỳ": both, for one number
    bool any() const { return base != Base::none || plan; }
  };
  /// What the words before a number have said. Parentheses have their own.
  struct Said {
    enum class Subject { none, unknown, known } subject = Subject::none;
    uint32_t indicator = 0;
    std::string unit;
    std::optional<Period> period;
    bool period_readable = true;
    bool period_fresh = false;  // said since the last number
    std::optional<Period> sentence_period;  // said before the first name of the sentence
    std::optional<GuardWord> verb;
    bool verb_fresh = false;    // said since the last number
    bool becomes = false;
    GuardWord about = GuardWord::neutral;
    Against against;            // said before its number
    bool after_against = false;  // "so với" stands just before
    bool clean = true;          // since the clause began nothing unknown was said
    bool named = false;         // since the clause began or the last number, a name was said
    bool any_name = false;      // in the sentence
    bool in_turn = false;
  };

  void item(size_t& at);
  void word(size_t& at);
  bool verb(GuardWord word);
  void name(const Item& item);
  void unit(const Item& item);
  void period(const std::optional<Period>& period);
  void number(size_t& at);
  void unknown();
  void clause_ends();
  void sentence_ends();

  /// What stands behind a number: "higher than", and the base. Moves on behind what was taken.
  Against base_behind(size_t& at, std::optional<GuardWord>& verb) const;
  /// The base at a place, if one stands there.
  std::optional<Against> base_at(size_t& at, bool after_against) const;
  bool is(size_t at, GuardWord word) const {
    return at < items_.size() && items_[at].kind == Item::Kind::word && items_[at].word == word;
  }
  std::optional<Claim> claim(const Item& item, Against against, std::optional<GuardWord> verb) const;
  /// "so với 306,7 triệu USD của tháng trước": a value of the base's own period.
  std::optional<Claim> base_value(const Item& item, const Against& against) const;
  bool percent(Claim& c, const Against& against, std::optional<GuardWord> verb) const;
  bool measured(Claim& c, const Against& against, std::optional<GuardWord> verb) const;
  bool times(Claim& c, const Against& against, std::optional<GuardWord> verb) const;

  const std::vector<Item>& items_;
  const Vocabulary& vocabulary_;
  const Setting& setting_;
  Reading& out_;
  Said said_;
  std::vector<Said> outside_;  // of the parentheses that are open
};

}  // namespace giaoban::figures::guard
