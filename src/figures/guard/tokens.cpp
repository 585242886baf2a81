#include "figures/guard/tokens.hpp"

#include <array>
#include <unordered_map>

namespace giaoban::figures::guard {
namespace {

struct Letter {
  std::string plain;  // with the vowel's own mark: "ă", "ơ", "đ"
  uint8_t tone = 0;   // grave, acute, hook, tilde, dot below: 1 to 5
};

/// Length in bytes of the character at `at` and its number; 0 when the bytes are no UTF-8.
std::pair<uint32_t, size_t> decode(std::string_view text, size_t at) {
  auto byte = [&](size_t i) { return static_cast<uint8_t>(text[i]); };
  uint8_t lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  size_t length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
  if (length == 0 || at + length > text.size()) return {0, 0};
  uint32_t code = lead & (0x7fu >> length);
  for (size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xc0) != 0x80) return {0, 0};
    code = code << 6 | (byte(at + i) & 0x3fu);
  }
  bool too_long = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  if (too_long || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff) return {0, 0};
  return {code, length};
}

/// Each vowel with its five tones, in the order of Letter::tone; small letters, then large ones.
constexpr std::array<std::string_view, 26> rows = {
    "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ",
    "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ", "đ",      "AÀÁẢÃẠ", "ĂẰẮẲẴẶ", "ÂẦẤẨẪẬ", "EÈÉẺẼẸ", "ÊỀẾỂỄỆ",
    "IÌÍỈĨỊ", "OÒÓỎÕỌ", "ÔỒỐỔỖỘ", "ƠỜỚỞỠỢ", "UÙÚỦŨỤ", "ƯỪỨỬỮỰ", "YỲÝỶỸỴ", "Đ"};

const std::unordered_map<uint32_t, Letter>& letters() {
  static const auto made = [] {
    std::unordered_map<uint32_t, Letter> out;
    for (size_t row = 0; row < rows.size(); ++row) {
      auto small = rows[row % 13];
      std::string plain(small.substr(0, decode(small, 0).second));
      uint8_t tone = 0;
      for (size_t at = 0; at < rows[row].size(); ++tone) {
        auto [code, length] = decode(rows[row], at);
        out[code] = {plain, tone};
        at += length;
      }
    }
    return out;
  }();
  return made;
}

/// Marks that stand behind their letter in decomposed text.
uint8_t combining_tone(uint32_t code) {
  switch (code) {
    case 0x300: return 1;
    case 0x301: return 2;
    case 0x309: return 3;
    case 0x303: return 4;
    case 0x323: return 5;
    default: return 0;
  }
}
bool put_mark(std::string& key, uint32_t code) {
  auto swap = [&](std::string_view from, std::string_view to) {
    if (!key.ends_with(from)) return false;
    key.replace(key.size() - from.size(), from.size(), to);
    return true;
  };
  if (code == 0x302) return swap("a", "â") || swap("e", "ê") || swap("o", "ô");
  if (code == 0x306) return swap("a", "ă");
  if (code == 0x31b) return swap("o", "ơ") || swap("u", "ư");
  return false;
}

bool ascii_letter(uint32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool digit(uint32_t c) { return c >= '0' && c <= '9'; }
bool blank(uint32_t c) { return c == ' ' || c == '\t' || c == '\r' || c == 0xa0 || c == 0x202f || (c >= 0x2000 && c <= 0x200b) || c == 0xfeff; }
bool mark(uint32_t c) { return combining_tone(c) || c == 0x302 || c == 0x306 || c == 0x31b; }
/// Letters of whatever script; blanks, punctuation and symbols are none.
bool letter(uint32_t c) {
  return ascii_letter(c) || (c >= 0xc0 && c < 0x2000 && c != 0xd7 && c != 0xf7 && !mark(c)) || (c >= 0x3040 && c < 0xfb00 && !(c >= 0xd800 && c < 0xf900));
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::vector<Token> read() {
    while (at_ < text_.size()) {
      auto [code, length] = decode(text_, at_);
      if (length != 0 && letter(code)) word();
      else if (length != 0 && digit(code)) number();
      else sign(code, length);
    }
    return std::move(out_);
  }

 private:
  void add(Token::Kind kind, size_t begin, std::string key) {
    bool joined = !out_.empty() && out_.back().at.end == begin;
    out_.push_back({kind, {static_cast<uint32_t>(begin), static_cast<uint32_t>(at_)}, std::move(key), !joined});
  }

  void word() {
    size_t begin = at_;
    std::string key;
    uint8_t tone = 0;
    while (at_ < text_.size()) {
      auto [code, length] = decode(text_, at_);
      if (length == 0) break;
      if (auto found = letters().find(code); found != letters().end()) {
        key += found->second.plain;
        tone = std::max(tone, found->second.tone);
      } else if (auto t = combining_tone(code)) {
        tone = std::max(tone, t);
      } else if (ascii_letter(code)) {
        key += static_cast<char>(code | 0x20);
      } else if (letter(code)) {
        key += text_.substr(at_, length);
      } else if (!put_mark(key, code)) {
        break;
      }
      at_ += length;
    }
    // "kì" and "kỳ", "tỉ" and "tỷ" are one word: a last y that is the only vowel is an i.
    if (key.ends_with('y') && key.find_first_of("aeiou") == std::string::npos && key.size() <= 3) key.back() = 'i';
    if (tone) key += static_cast<char>('0' + tone);
    add(Token::Kind::word, begin, std::move(key));
  }

  void number() {
    size_t begin = at_;
    auto digit_at = [&](size_t i) { return i < text_.size() && digit(static_cast<uint8_t>(text_[i])); };
    while (digit_at(at_) || (at_ < text_.size() && (text_[at_] == '.' || text_[at_] == ',') && digit_at(at_ + 1))) ++at_;
    add(Token::Kind::number, begin, std::string(text_.substr(begin, at_ - begin)));
  }

  void sign(uint32_t code, size_t length) {
    size_t begin = at_;
    at_ += length ? length : 1;
    if (length && blank(code)) return;
    bool dash = code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
    bool apostrophe = code == '\'' || code == 0x2019;
    if (length && (code == '\n' || code == 0x2028 || code == 0x2029)) add(Token::Kind::line_end, begin, "\n");
    else add(Token::Kind::sign, begin, dash ? "-" : apostrophe ? "'" : std::string(text_.substr(begin, at_ - begin)));
  }

  std::string_view text_;
  size_t at_ = 0;
  std::vector<Token> out_;
};

}  // namespace

std::vector<Token> tokens(std::string_view text) {
  // A span counts in 32 bits; no text that a person writes comes near it.
  return Reader(text.substr(0, UINT32_MAX - 1)).read();
}

Language language_of(std::string_view text) {
  size_t foreign = 0, all = 0;
  for (size_t at = 0; at < text.size();) {
    auto [code, length] = decode(text, at);
    if (length && letter(code)) ++all, foreign += code >= 0x80;
    at += length ? length : 1;
  }
  return foreign * 20 > all ? Language::vi : Language::en;  // names in English text carry a few such letters
}

std::optional<WrittenNumber> read_number(std::string_view written, Language language) {
  auto last_dot = written.rfind('.'), last_comma = written.rfind(',');
  constexpr auto none = std::string_view::npos;
  size_t point = none;  // of the decimal mark
  auto count = [&](char c) { return std::count(written.begin(), written.end(), c); };
  if (last_dot != none && last_comma != none) {
    point = std::max(last_dot, last_comma);
    if (count(written[point]) > 1) return {};
  } else if (last_dot != none || last_comma != none) {
    size_t at = last_dot != none ? last_dot : last_comma;
    bool grouping = written[at] == (language == Language::vi ? '.' : ',');
    bool three = written.size() - at == 4 && at <= 3 && written[0] != '0';
    if (count(written[at]) == 1 && !(grouping && three)) point = at;
  }
  std::string plain;
  size_t since_mark = 0, marks = 0, whole = std::min(point, written.size());
  for (size_t i = 0; i < whole; ++i) {
    if (written[i] != '.' && written[i] != ',') {
      plain += written[i];
      ++since_mark;
      continue;
    }
    if (marks ? since_mark != 3 : since_mark == 0 || since_mark > 3) return {};
    ++marks;
    since_mark = 0;
  }
  if (marks && since_mark != 3) return {};
  if (point != none) plain += '.' + std::string(written.substr(point + 1));
  auto value = Decimal::parse(plain);
  if (!value) return {};
  return WrittenNumber{*value};
}

}  // namespace giaoban::figures::guard
