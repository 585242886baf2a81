// Slips made on purpose in what the program writes: how many the guard finds, by kind. The texts without a slip must
// give nothing (guard_test.cpp), so that a finding here is the slip's.
#include "figures/guard/guard_corpus_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;
using namespace giaoban::figures::guard;

namespace {

struct Mutant {
  std::string kind, text;
};

bool digit(char c) { return c >= '0' && c <= '9'; }

std::string replaced(std::string text, size_t at, size_t length, std::string_view with) {
  return text.replace(at, length, with);
}

/// One digit of each number typed wrong, then two neighbours swapped.
void digit_slips(const std::string& text, guard::Span n, std::vector<Mutant>& out) {
  for (size_t i = n.begin; i < n.end; ++i) {
    if (!digit(text[i])) continue;
    char other = text[i] == '9' ? '8' : static_cast<char>(text[i] + 1);
    out.push_back({"digit", replaced(text, i, 1, std::string(1, other))});
    if (i + 1 < n.end && digit(text[i + 1]) && text[i] != text[i + 1] && text[i + 1] != '0')
      out.push_back({"swapped digits", replaced(text, i, 2, std::string{text[i + 1], text[i]})});
  }
}

/// 386,4 as 38,64; 11 as 110.
void decimal_slips(const std::string& text, guard::Span n, Language language, std::vector<Mutant>& out) {
  char mark = language == Language::vi ? ',' : '.';
  auto number = text.substr(n.begin, n.end - n.begin);
  auto at = number.find(mark);
  if (at == std::string::npos) {
    out.push_back({"decimal", replaced(text, n.end, 0, "0")});
  } else if (at > 1 && digit(number[at - 1]) && digit(number[at - 2])) {
    std::swap(number[at], number[at - 1]);
    out.push_back({"decimal", replaced(text, n.begin, n.end - n.begin, number)});
  }
}

void swap_words(const std::string& text, std::string_view a, std::string_view b, const std::string& kind, std::vector<Mutant>& out) {
  for (auto [from, to] : {std::pair(a, b), std::pair(b, a)})
    for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1))
      out.push_back({kind, replaced(text, at, from.size(), to)});
}

std::vector<Mutant> mutants(const Draft& draft, const Reading& reading) {
  std::vector<Mutant> out;
  bool vi = draft.language == Language::vi;
  for (auto& claim : reading.claims) {
    digit_slips(draft.text, claim.digits, out);
    decimal_slips(draft.text, claim.digits, draft.language, out);
  }
  if (vi) {
    swap_words(draft.text, "tăng ", "giảm ", "direction", out);
    swap_words(draft.text, "so với tháng trước", "so với cùng kỳ năm trước", "base", out);
    swap_words(draft.text, "triệu USD", "tỷ USD", "thousandfold", out);
    swap_words(draft.text, "tỷ đồng", "triệu đồng", "thousandfold", out);
    swap_words(draft.text, "lũy kế 4 tháng", "tháng 4", "period", out);
  } else {
    swap_words(draft.text, " up ", " down ", "direction", out);
    swap_words(draft.text, "on the month before", "on the same month last year", "base", out);
    swap_words(draft.text, "million USD", "billion USD", "thousandfold", out);
    swap_words(draft.text, "billion dong", "million dong", "thousandfold", out);
    swap_words(draft.text, "over 4 months", "in April", "period", out);
  }
  return out;
}

struct Count {
  int made = 0, found = 0;
};

}  // namespace

TEST_CASE("guard: slips made on purpose are found") {
  std::map<std::string, Count> counts;
  Count all;
  for (auto& draft : drafts()) {
    if (draft.month < Month::of(2021, 1)) continue;  // the months that have a year before them
    auto reading = read(draft.text, city_words(), {draft.month, {}, draft.language});
    for (auto& mutant : mutants(draft, reading)) {
      bool found = !check_city(mutant.text, draft.month, draft.language).findings.empty();
      auto& count = counts[mutant.kind];
      ++count.made, ++all.made;
      count.found += found, all.found += found;
    }
  }
  std::string report;
  for (auto& [kind, count] : counts) {
    report += fmt::format("\n  {:<15}{:>6} of {:>6}  {:.1f} %", kind, count.found, count.made, 100.0 * count.found / count.made);
    CAPTURE(kind);
    CHECK(count.found * 100 >= count.made * (kind == "base" || kind == "period" ? 80 : 95));
  }
  MESSAGE("guard, slips found: " << all.found << " of " << all.made << report);
}
