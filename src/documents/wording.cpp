#include "documents/wording.hpp"

#include <fmt/format.h>

#include <array>

#include "calendar/written.hpp"
#include "documents/letters.hpp"

namespace giaoban::documents {

namespace {

constexpr const char* no_break_space = "\u00A0";

/// Room for a number or a day that is written in when the document is issued.
std::string room(int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += no_break_space;
  return out;
}

}  // namespace

std::string document_number(int number, const std::string& type, const std::string& body) {
  // Decree 30/2020, annex I, II.3: "Số" is written with Arabic numerals; a number below 10 takes a 0 before
  // it; a slash stands between number and notation, a hyphen without blanks between the parts of the
  // notation.
  auto digits = number > 0 ? fmt::format("{:02}", number) : room(8);
  return type.empty() ? fmt::format("{}/{}", digits, body) : fmt::format("{}/{}-{}", digits, type, body);
}

std::string written_date(Date date, Language language) {
  return calendar::written(date).in(language);
}
std::string written_month(Month month, Language language) {
  return calendar::written(month).in(language);
}

std::string place_and_date(const std::string& place, std::optional<Date> date, Language language) {
  // Decree 30/2020, annex I, II.4: a comma after the place.
  if (date) return fmt::format("{}, {}", place, written_date(*date, language));
  if (language == Language::en) return fmt::format("{}, {}", place, room(24));
  return fmt::format("{}, ngày{}tháng{}năm{}", place, room(6), room(6), room(8));
}

std::string written_time(int minutes, Language language) {
  if (language == Language::en) return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
  return fmt::format("{:02} giờ {:02} phút", minutes / 60, minutes % 60);
}

std::string written_moment(Date day, int minutes, Language language) {
  auto weekday = calendar::weekday_name(day).in(language);
  if (weekday.starts_with("Thứ")) weekday = uncapitalised(weekday);
  return fmt::format("{}, {}, {}", written_time(minutes, language), weekday, written_date(day, language));
}

std::string roman(int number) {
  static constexpr std::array<std::pair<int, const char*>, 13> parts{{{1000, "M"},
                                                                      {900, "CM"},
                                                                      {500, "D"},
                                                                      {400, "CD"},
                                                                      {100, "C"},
                                                                      {90, "XC"},
                                                                      {50, "L"},
                                                                      {40, "XL"},
                                                                      {10, "X"},
                                                                      {9, "IX"},
                                                                      {5, "V"},
                                                                      {4, "IV"},
                                                                      {1, "I"}}};
  std::string out;
  for (auto& [value, letters] : parts)
    for (; number >= value; number -= value) out += letters;
  return out;
}

std::string point_letter(int index) {
  static constexpr std::array<const char*, 23> letters{"a", "b", "c", "d", "đ", "e", "g", "h",
                                                       "i", "k", "l", "m", "n", "o", "p", "q",
                                                       "r", "s", "t", "u", "v", "x", "y"};
  constexpr int count = static_cast<int>(letters.size());
  std::string out;
  if (index >= count) out = point_letter(index / count - 1);
  return out + letters[static_cast<size_t>(index % count)];
}

std::string listed(const std::vector<std::string>& names, Language language) {
  std::string out;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 < names.size() ? ", " : Text{" và ", " and "}.in(language);
    out += names[i];
  }
  return out;
}

namespace {

/// Whether "ngày" and a number stand before a position.
bool day_before(std::string_view text, size_t end) {
  size_t from = end;
  while (from > 0 && text[from - 1] >= '0' && text[from - 1] <= '9') --from;
  return from < end && text.substr(0, from).ends_with("ngày ");
}

}  // namespace

std::string kept_together(const std::string& text) {
  static constexpr const char* leads[] = {"ngày", "tháng", "năm", "Điều", "điều", "khoản", "Khoản",
                                          "điểm", "quý",   "số",  "Số",   "mục",  "Mục",   "Phụ lục"};
  auto digit = [&](size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ') {
      out += text[i];
      continue;
    }
    bool lead = false;
    for (std::string_view word : leads)
      lead = lead || (digit(i + 1) && i >= word.size() &&
                      std::string_view(text).substr(i - word.size(), word.size()) == word);
    // "ngày 20" and "tháng 5" stay together, too.
    lead = lead || (std::string_view(text).substr(i + 1).starts_with("tháng ") && day_before(text, i));
    bool percent = i > 0 && digit(i - 1) && i + 1 < text.size() && text[i + 1] == '%';
    out += lead || percent ? no_break_space : " ";
  }
  return out;
}

}  // namespace giaoban::documents
