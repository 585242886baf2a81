#include "figures/guard/items.hpp"

namespace giaoban::figures::guard {
namespace {

using TokenKind = Token::Kind;
using MeaningKind = Meaning::Kind;

class Builder {
 public:
  Builder(std::string_view text, const Vocabulary& vocabulary, Language language, Month month)
      : vocabulary_(vocabulary), language_(language), month_(month), tokens_(tokens(text)), ids_(vocabulary.numbered(tokens_)) {}

  std::vector<Item> build() {
    while (at_ < tokens_.size()) {
      if (period() || phrase()) continue;
      if (tokens_[at_].kind == TokenKind::number) number();
      else if (tokens_[at_].kind == TokenKind::word) add(Item::Kind::unknown, 1);
      else sign();
    }
    return std::move(out_);
  }

 private:
  // ---- looking

  std::optional<Vocabulary::Match> match(size_t at) const {
    return at < tokens_.size() ? vocabulary_.match(ids_, at, language_) : std::nullopt;
  }
  bool is(size_t at, GuardWord word, size_t& taken) const {
    auto found = match(at);
    if (!found || found->meaning.kind != MeaningKind::word || found->meaning.word != word) return false;
    taken = found->tokens;
    return true;
  }
  bool is_sign(size_t at, std::string_view sign) const { return at < tokens_.size() && tokens_[at].kind == TokenKind::sign && tokens_[at].key == sign; }
  /// A plain whole number within bounds that nothing is glued to but what a period may have.
  std::optional<int> whole(size_t at, int least, int most) const {
    if (at >= tokens_.size() || tokens_[at].kind != TokenKind::number || tokens_[at].key.size() > 4) return {};
    int out = 0;
    for (char c : tokens_[at].key) {
      if (c < '0' || c > '9') return {};
      out = out * 10 + (c - '0');
    }
    return out >= least && out <= most ? std::optional(out) : std::nullopt;
  }
  /// A count in digits, in words or (of a quarter) in Roman digits.
  std::optional<int> count(size_t at, int most) const {
    if (auto digits = whole(at, 1, most)) return digits;
    if (at >= tokens_.size()) return {};
    constexpr std::string_view roman[] = {"i", "ii", "iii", "iv"};
    for (int i = 0; i < 4 && i < most && most == 4; ++i)
      if (tokens_[at].key == roman[i]) return i + 1;
    auto found = match(at);
    if (found && found->meaning.kind == MeaningKind::numeral && found->tokens == 1 && static_cast<int>(found->meaning.value) <= most)
      return static_cast<int>(found->meaning.value);
    return {};
  }

  // ---- periods

  /// "/2021", "năm 2021", "2021", "of 2021", "năm trước" behind a period; moves on and gives the year.
  std::optional<int> year_behind(size_t& at) const {
    size_t n = 0, i = at;
    if (is_sign(i, "/")) {
      auto year = whole(i + 1, 1990, 2100);
      if (year) at = i + 2;
      return year;
    }
    if (is(i, GuardWord::year_before, n)) {
      at = i + n;
      return month_.year() - 1;
    }
    if (is(i, GuardWord::of_year, n)) i += n;
    if (is(i, GuardWord::year, n)) i += n;
    if (i < tokens_.size() && tokens_[i].key == "of" && language_ == Language::en) ++i;
    if (auto year = whole(i, 1990, 2100)) {
      at = i + 1;
      return year;
    }
    if (is(at, GuardWord::of_year, n)) at += n;
    return {};
  }

  /// Without a year, a month that is still to come is not known to be of this year.
  std::optional<Period> placed(int from, int to, std::optional<int> year) const {
    if (!year && to > month_.month()) return {};
    int y = year.value_or(month_.year());
    return Period{Month::of(y, from), Month::of(y, to)};
  }

  void add_period(size_t end, std::optional<Period> period) {
    Item item;
    item.kind = Item::Kind::period;
    item.at = {tokens_[at_].at.begin, tokens_[end - 1].at.end};
    item.period = period;
    out_.push_back(item);
    at_ = end;
  }

  bool glued_before() const { return !tokens_[at_].spaced && at_ > 0 && (is_sign(at_ - 1, "/") || is_sign(at_ - 1, "-") || tokens_[at_ - 1].kind == TokenKind::word); }

  bool period() {
    if (glued_before()) return false;
    size_t n = 0;
    if (is(at_, GuardWord::last_december, n)) return false;
    return language_ == Language::vi ? vietnamese_period(n) : english_period(n);
  }

  bool vietnamese_period(size_t n) {
    // "trong tháng 5/2019": that month, not the one that the text is about.
    if (is(at_, GuardWord::month, n) || is(at_, GuardWord::this_month, n))
      if (auto m = whole(at_ + n, 1, 12)) {
        size_t end = at_ + n + 1;
        auto year = year_behind(end);
        return add_period(end, placed(*m, *m, year)), true;
      }
    if (is(at_, GuardWord::quarter, n))
      if (auto q = count(at_ + n, 4)) {
        size_t end = at_ + n + 1;
        auto year = year_behind(end);
        return add_period(end, placed(*q * 3 - 2, *q * 3, year)), true;
      }
    if (auto m = count(at_, 12); m && is(at_ + 1, GuardWord::month, n)) {
      size_t end = at_ + 1 + n;
      auto year = year_behind(end);
      return add_period(end, placed(1, *m, year)), true;
    }
    if (is(at_, GuardWord::year, n))
      if (auto year = whole(at_ + n, 1990, 2100)) return add_period(at_ + n + 1, placed(1, 12, year)), true;
    return false;
  }

  bool english_period(size_t n) {
    auto found = match(at_);
    if (found && found->meaning.kind == MeaningKind::month_name) {
      size_t end = at_ + found->tokens;
      auto m = static_cast<int>(found->meaning.value);
      auto year = year_behind(end);
      return add_period(end, placed(m, m, year)), true;
    }
    size_t start = at_;
    bool first = is(at_, GuardWord::first, n);
    if (first) start += n;
    if (first && is(start, GuardWord::quarter, n)) {
      size_t end = start + n;
      auto year = year_behind(end);
      return add_period(end, placed(1, 3, year)), true;
    }
    auto m = count(start, 12);
    if (!m || !is(start + 1, GuardWord::month, n)) return false;
    size_t end = start + 1 + n;
    auto year = year_behind(end);
    return add_period(end, placed(1, *m, year)), true;
  }

  // ---- phrases

  void add(Item::Kind kind, size_t n) {
    Item item;
    item.kind = kind;
    item.at = {tokens_[at_].at.begin, tokens_[at_ + n - 1].at.end};
    out_.push_back(item);
    at_ += n;
  }

  bool phrase() {
    auto found = match(at_);
    if (!found) return false;
    auto& meaning = found->meaning;
    // Part of a longer word or code ("km3", "15/2021"): not this phrase.
    if (meaning.kind == MeaningKind::word) {
      add(Item::Kind::word, found->tokens);
      out_.back().word = meaning.word;
    } else if (meaning.kind == MeaningKind::indicator || meaning.kind == MeaningKind::unit) {
      bool indicator = meaning.kind == MeaningKind::indicator;
      add(meaning.ambiguous ? Item::Kind::unknown : indicator ? Item::Kind::indicator : Item::Kind::unit, found->tokens);
      out_.back().value = meaning.value;
    } else if (meaning.kind == MeaningKind::quantity && is_currency_before()) {
      number();
    } else {
      add(Item::Kind::unknown, found->tokens);
    }
    return true;
  }

  // ---- numbers

  /// "USD 386.4 million".
  bool is_currency_before() const { return language_ == Language::en && at_ + 1 < tokens_.size() && tokens_[at_ + 1].kind == TokenKind::number; }

  /// Part of a date, a ratio, a range or a code: "30/4", "14/16", "9001:2015", "3-5", "km3", "G7".
  bool in_code(size_t at) const {
    auto joins = [&](size_t i) { return is_sign(i, "/") || is_sign(i, ":") || is_sign(i, "-"); };
    auto glued = [&](size_t i) { return i < tokens_.size() && !tokens_[i].spaced; };
    if (at > 0 && glued(at) && (tokens_[at - 1].kind == TokenKind::word || (joins(at - 1) && at > 1 && glued(at - 1)))) return true;
    if (!glued(at + 1)) return false;
    if (joins(at + 1)) return glued(at + 2);
    if (tokens_[at + 1].kind != TokenKind::word) return false;
    auto found = match(at + 1);  // "26CK", "5tỷ" are slips of the space bar, not codes
    return !found || found->meaning.kind == MeaningKind::indicator || found->meaning.kind == MeaningKind::unit;
  }

  void number() {
    Quantity q;
    size_t begin = at_, at = at_;
    if (tokens_[at].kind != TokenKind::number) {  // the currency stands before
      auto before = match(at);
      q.kind = Quantity::Kind::measured;
      q.quantity = before->meaning.value;
      at += before->tokens;
    }
    size_t digits = at;
    auto read = in_code(at) ? std::nullopt : read_number(tokens_[at].key, language_);
    if (!read) return add(Item::Kind::unknown, at + 1 - begin);
    q.number = *read;
    q.negative = begin > 0 && is_sign(begin - 1, "-") && !tokens_[begin].spaced && (begin < 2 || tokens_[begin - 1].spaced);
    ++at;
    units_behind(q, at);
    add(Item::Kind::number, at - begin);
    out_.back().number = q;
    out_.back().digits = tokens_[digits].at;
  }

  void units_behind(Quantity& q, size_t& at) const {
    size_t n = 0;
    while (auto found = match(at)) {
      if (found->meaning.kind != MeaningKind::scale || q.zeros > 9) break;
      q.kind = Quantity::Kind::measured;
      q.zeros += static_cast<int32_t>(found->meaning.value);
      at += found->tokens;
    }
    auto found = match(at);
    if (!found) return;
    if (found->meaning.kind == MeaningKind::quantity) {
      q.kind = Quantity::Kind::measured;
      q.quantity = found->meaning.value;
      at += found->tokens;
    } else if (q.kind == Quantity::Kind::bare) {
      auto kind = is(at, GuardWord::percent, n)  ? Quantity::Kind::percent
                  : is(at, GuardWord::points, n) ? Quantity::Kind::points
                  : is(at, GuardWord::times, n)  ? Quantity::Kind::times
                                                 : Quantity::Kind::bare;
      if (kind != Quantity::Kind::bare) q.kind = kind, at += n;
    }
  }

  // ---- signs

  void sign() {
    auto& token = tokens_[at_];
    auto& key = token.key;
    bool before_number = at_ + 1 < tokens_.size() && tokens_[at_ + 1].kind == TokenKind::number;
    if (token.kind == TokenKind::line_end || key == "." || key == "!" || key == "?") add(Item::Kind::stop, 1);
    else if (key == ";") add(Item::Kind::semicolon, 1);
    else if (key == "(" || key == "[") add(Item::Kind::open, 1);
    else if (key == ")" || key == "]") add(Item::Kind::close, 1);
    else if (key == "," || key == ":" || (key == "-" && !before_number)) add(Item::Kind::comma, 1);
    else if (key == "/" || key == "&" || key == "=" || key == "×" || static_cast<uint8_t>(key[0]) == 0xff) add(Item::Kind::unknown, 1);
    else ++at_;  // quotes, bullets, a minus before its number
  }

  const Vocabulary& vocabulary_;
  Language language_;
  Month month_;
  std::vector<Token> tokens_;
  std::vector<uint32_t> ids_;
  std::vector<Item> out_;
  size_t at_ = 0;
};

}  // namespace

std::vector<Item> items(std::string_view text, const Vocabulary& vocabulary, Language language, Month month) {
  return Builder(text, vocabulary, language, month).build();
}

}  // namespace giaoban::figures::guard
