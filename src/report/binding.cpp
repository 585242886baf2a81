#include "report/binding.hpp"

#include <algorithm>

namespace giaoban::report {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

/// A number in a text, and the figure that it showed before.
struct Token {
  size_t begin = 0, end = 0;
  std::string text;
  std::optional<figures::Binding> figure;
};

/// Numbers as sentences write them: "1.214,8", "26%". Parts of dates, ratios and codes ("30/4", "9001:2015",
/// "km3") are left alone: no figure is written so.
std::vector<Token> tokens(std::string_view text) {
  std::vector<Token> out;
  auto joined = [](char c) { return c == '/' || c == ':' || std::isalpha(static_cast<unsigned char>(c)); };
  for (size_t i = 0; i < text.size();) {
    if (!digit(text[i])) {
      ++i;
      continue;
    }
    size_t begin = i;
    while (i < text.size() && (digit(text[i]) || ((text[i] == '.' || text[i] == ',') && i + 1 < text.size() && digit(text[i + 1])))) ++i;
    if (i < text.size() && text[i] == '%') ++i;
    bool before = begin > 0 && joined(text[begin - 1]), after = i < text.size() && (text[i] == '/' || text[i] == ':');
    if (!before && !after) out.push_back({begin, i, std::string(text.substr(begin, i - begin)), {}});
  }
  return out;
}

std::vector<Token> tokens_of(const std::vector<figures::Run>& runs) {
  std::string text;
  std::vector<std::pair<size_t, const figures::Run*>> bound;
  for (auto& run : runs) {
    if (run.figure) bound.emplace_back(text.size(), &run);
    text += run.text;
  }
  auto out = tokens(text);
  for (auto& [at, run] : bound)
    for (auto& token : out)
      if (token.begin >= at && token.end <= at + run->text.size()) token.figure = run->figure;
  return out;
}

/// The longest row of numbers that both have in the same order; bound ones count for more. [before] → after.
std::vector<std::optional<size_t>> align(const std::vector<Token>& before, const std::vector<Token>& after) {
  size_t n = before.size(), m = after.size();
  std::vector<std::vector<int>> best(n + 1, std::vector<int>(m + 1, 0));
  auto gain = [&](size_t i, size_t j) { return before[i].text != after[j].text ? 0 : before[i].figure ? 3 : 1; };
  for (size_t i = n; i-- > 0;)
    for (size_t j = m; j-- > 0;) {
      best[i][j] = std::max(best[i + 1][j], best[i][j + 1]);
      if (int g = gain(i, j)) best[i][j] = std::max(best[i][j], best[i + 1][j + 1] + g);
    }
  std::vector<std::optional<size_t>> out(n);
  for (size_t i = 0, j = 0; i < n && j < m;) {
    int g = gain(i, j);
    if (g && best[i][j] == best[i + 1][j + 1] + g) out[i++] = j++;
    else if (best[i][j] == best[i + 1][j]) ++i;
    else ++j;
  }
  return out;
}

bool percent(const Token& token) { return token.text.ends_with('%'); }

int sign(int64_t v) { return (v > 0) - (v < 0); }

}  // namespace

Text number_text(const Source& source, const std::string& indicator, const figures::Comparison& comparison) {
  Text text = figures::number_words(comparison, source.wording);
  auto found = source.columns.find_indicator(indicator);
  if (found && comparison.what == figures::Case::value && source.columns.indicator(*found).unit_of_measure.vi == "%")
    text = text + same("%");
  return text;
}

Text bound_text(const Source& source, const figures::Binding& binding) {
  figures::Comparison c;
  c.measure = binding.measure;
  c.what = binding.what;
  c.shown = binding.shown;
  return number_text(source, binding.indicator, c);
}

Reread reread(const Source& source, const figures::Binding& binding, figures::Sequence as_of) {
  Reread out;
  auto now = figures::reread(source.columns, binding, source.wording, as_of);
  if (!now) {
    out.moved = true;
    out.words_hold = false;
    return out;
  }
  out.comparison = *now;
  out.moved = now->what != binding.what || !(now->shown == binding.shown);
  out.words_hold = now->what == binding.what &&
                   (binding.what == figures::Case::value || sign(now->shown.units) == sign(binding.shown.units));
  if (now->has_number()) out.text = number_text(source, binding.indicator, *now);
  return out;
}

bool same_number(std::string_view a, std::string_view b, Language language) {
  auto plain = [&](std::string_view s) {
    bool percent = s.ends_with('%');
    if (percent) s.remove_suffix(1);
    std::string out;
    for (char c : s) {
      if (c == (language == Language::vi ? '.' : ',')) continue;
      out += c == ',' ? '.' : c;
    }
    auto value = Decimal::parse(out);
    // At the finest scale two ways to write a value are one.
    auto fine = value ? value->at_scale(6) : std::optional<Decimal>{};
    return std::pair(percent, fine);
  };
  auto x = plain(a), y = plain(b);
  return x.first == y.first && x.second && y.second && *x.second == *y.second;
}

bool contradicts(const Source& source, const figures::Run& run, Language language) {
  if (!run.figure) return false;
  auto expected = bound_text(source, *run.figure).in(language);
  return run.text != expected && !same_number(run.text, expected, language);
}

std::vector<figures::Run> rebind(const std::vector<figures::Run>& before, const std::string& text) {
  auto old = tokens_of(before), now = tokens(text);
  auto to = align(old, now);
  std::vector<bool> taken(now.size(), false);
  for (size_t i = 0; i < old.size(); ++i)
    if (to[i]) {
      now[*to[i]].figure = old[i].figure;
      taken[*to[i]] = true;
    }
  // Between two numbers that stayed, what was typed stands for what was there: in order, a percent for a percent.
  for (size_t i = 0, from = 0; i < old.size(); ++i) {
    if (to[i]) {
      from = *to[i] + 1;
      continue;
    }
    size_t until = now.size();
    for (size_t k = i + 1; k < old.size(); ++k)
      if (to[k]) {
        until = *to[k];
        break;
      }
    for (size_t j = from; j < until; ++j) {
      if (taken[j] || percent(old[i]) != percent(now[j])) continue;
      now[j].figure = old[i].figure;
      taken[j] = true;
      from = j + 1;
      break;
    }
  }
  std::vector<figures::Run> out;
  size_t at = 0;
  for (auto& token : now) {
    if (!token.figure) continue;
    if (token.begin > at) out.push_back({text.substr(at, token.begin - at), {}});
    out.push_back({token.text, token.figure});
    at = token.end;
  }
  if (at < text.size()) out.push_back({text.substr(at), {}});
  return out;
}

bool refresh(const Source& source, std::vector<figures::Run>& runs, Language language) {
  bool changed = false;
  for (auto& run : runs) {
    if (!run.figure || contradicts(source, run, language)) continue;
    auto now = reread(source, *run.figure);
    if (!now.moved || !now.words_hold || now.text.empty()) continue;
    run.text = now.text.in(language);
    run.figure->shown = now.comparison.shown;
    changed = true;
  }
  return changed;
}

void adopt(const Source& source, std::vector<figures::Run>& runs, Language language) {
  for (auto& run : runs) {
    if (!contradicts(source, run, language)) continue;
    auto now = reread(source, *run.figure);
    if (now.text.empty() || !same_number(run.text, now.text.in(language), language)) continue;
    run.figure->shown = now.comparison.shown;
    run.figure->what = now.comparison.what;
  }
}

void release(std::vector<figures::Run>& runs, const figures::Binding& binding) {
  for (auto& run : runs)
    if (run.figure && run.figure->indicator == binding.indicator && run.figure->measure == binding.measure)
      run.figure.reset();
}

Text measure_name(figures::Measure measure) {
  using figures::Measure;
  switch (measure) {
    case Measure::month: return {"trong tháng", "in the month"};
    case Measure::month_on_month: return {"so với tháng trước", "on the month before"};
    case Measure::year_on_year: return {"so với cùng kỳ năm trước", "on the same month last year"};
    case Measure::year_to_date: return {"lũy kế từ đầu năm", "year to date"};
    case Measure::year_to_date_on_year: return {"lũy kế so với cùng kỳ", "year to date on the same period"};
    case Measure::plan_share: return {"so với kế hoạch năm", "of the year's plan"};
    case Measure::on_december: return {"so với tháng 12 năm trước", "on last December"};
    case Measure::share: return {"tỷ trọng trong toàn địa bàn", "share of the whole area"};
    case Measure::contribution: return {"đóng góp vào mức tăng chung", "contribution to the overall change"};
    case Measure::per_head: return {"bình quân theo dân số", "by population"};
  }
  return {};
}

}  // namespace giaoban::report
