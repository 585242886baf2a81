#include "report/overtaken.hpp"

#include <algorithm>

#include "report/store.hpp"

namespace giaoban::report {
namespace {

std::string unbound(const std::vector<figures::Run>& runs) {
  std::string out;
  for (auto& run : runs)
    if (!run.figure) out += run.text;
  return out;
}

/// The runs of text[begin, end), cut where they reach over an edge.
void copy_part(const std::vector<figures::Run>& runs, size_t begin, size_t end, std::vector<figures::Run>& to) {
  size_t at = 0;
  for (auto& run : runs) {
    size_t from = std::max(at, begin), until = std::min(at + run.text.size(), end);
    if (from < until) to.push_back({run.text.substr(from - at, until - from), run.figure});
    at += run.text.size();
  }
}

}  // namespace

bool other_words(const std::vector<figures::Run>& a, const std::vector<figures::Run>& b) { return unbound(a) != unbound(b); }

std::optional<std::vector<figures::Run>> overtaken(const Source& source, const std::vector<figures::Run>& runs,
                                                   Month month, figures::Sequence drafted, Language language) {
  auto bound = std::find_if(runs.begin(), runs.end(), [](auto& run) { return run.figure.has_value(); });
  if (bound == runs.end()) return {};
  auto indicator = source.columns.find_indicator(bound->figure->indicator);
  auto unit = source.columns.find_unit(bound->figure->unit);
  if (!indicator || !unit) return {};
  auto sentence = [&](figures::Sequence as_of) {
    auto both = figures::month_sentence(source.columns, {*indicator, *unit, month, as_of}, source.wording);
    return language == Language::vi ? both.vi : both.en;
  };
  auto now = sentence(figures::newest);
  auto was = store::plain(sentence(drafted)), text = store::plain(runs);
  if (was.empty() || now.empty() || was == store::plain(now)) return {};
  auto at = text.find(was);
  if (at == std::string::npos) return {};
  std::vector<figures::Run> out;
  copy_part(runs, 0, at, out);
  out.insert(out.end(), now.begin(), now.end());
  copy_part(runs, at + was.size(), text.size(), out);
  return out;
}

}  // namespace giaoban::report
