#include <algorithm>

#include "conclusions/verbs.hpp"
#include "report/report.hpp"

namespace giaoban::conclusions {
namespace {

/// "tăng 26% so với tháng trước; lũy kế tăng 4,3% so với cùng kỳ; đạt 31,1% kế hoạch năm"
Text compared(const figures::Tools& tools, const figures::Fact& fact, Month month, int64_t as_of) {
  auto& wording = tools.rules.wording.on(first_day(month)).value;
  return tools.columns.read([&](const figures::Columns& columns) {
    Text out;
    auto index = columns.find_indicator(fact.indicator.code);
    if (!index) return out;
    figures::Subject subject{*index, columns.root(), month, as_of};
    auto say = [&](const figures::Comparison& c, Text before) {
      if (!c.has_number()) return;
      auto words = before + figures::clause(columns, subject, c.measure, wording).plain();
      out = out.empty() ? words : out + Text{"; ", "; "} + words;
    };
    say(fact.month_on_month, {});
    if (fact.indicator.kind == figures::Kind::flow) say(fact.year_to_date_on_year, {"lũy kế ", "year to date "});
    if (fact.plan_share.has_number()) {
      auto share = figures::number_words(fact.plan_share, wording);
      bool budget = fact.indicator.plan_word == figures::PlanWord::budget;
      Text words{"đạt " + share.vi + (budget ? " dự toán năm" : " kế hoạch năm"), share.en + (budget ? " of the year's budget" : " of the year's plan")};
      out = out.empty() ? words : out + Text{"; ", "; "} + words;
    }
    return out;
  });
}

/// Adds what a report's paragraph says of its figures: the codes of their indicators.
std::vector<std::string> codes(const std::vector<figures::Binding>& bindings) {
  std::vector<std::string> out;
  for (auto& binding : bindings)
    if (std::find(out.begin(), out.end(), binding.indicator) == out.end()) out.push_back(binding.indicator);
  return out;
}

}  // namespace

std::vector<directives::FigureCopy> figures_at(db::Transaction& tx, const figures::Tools& tools, Month month, int64_t as_of) {
  std::vector<directives::FigureCopy> out;
  auto facts = figures::month_facts(tx, tools, month, as_of);
  for (auto& fact : facts.facts) {
    if (fact.month.what != figures::Case::value) continue;
    directives::FigureCopy copy;
    copy.indicator = fact.indicator.code;
    copy.name = fact.indicator.short_name;
    copy.month = month;
    copy.value = fact.month.shown.str();
    copy.unit = fact.indicator.unit_of_measure;
    copy.compared = compared(tools, fact, month, as_of);
    copy.source = fact.indicator.source + (fact.estimate ? Text{", ước tính", ", estimate"} : Text{", chính thức", ", official"});
    copy.spark = fact.spark;
    out.push_back(std::move(copy));
  }
  return out;
}

int64_t vintage_of(db::Transaction& tx, const session::Session& session) {
  if (auto notice = store::notice_of(tx, session.id)) return notice->vintage;
  auto final = report::last_final(tx, session.month);
  return final ? final->vintage : figures::newest;
}

Bases::Bases(db::Transaction& tx, const figures::Tools& tools, Month month, int64_t as_of)
    : figures_(figures_at(tx, tools, month, as_of)) {
  for (auto& sentence : report::sentences(tx, month)) said_.push_back({sentence.paragraph, sentence.text, codes(sentence.figures)});
}

Basis Bases::of(const Stored& clause) const {
  Basis out;
  auto wanted = json::read_text<std::vector<std::string>>(clause.figures).value_or(std::vector<std::string>{});
  for (auto& code : wanted)
    for (auto& figure : figures_)
      if (figure.indicator == code) out.figures.push_back(figure);
  auto holds = [&](const Said& said) {
    if (clause.paragraph) return said.paragraph == *clause.paragraph;
    return std::any_of(wanted.begin(), wanted.end(), [&](auto& code) {
      return std::find(said.indicators.begin(), said.indicators.end(), code) != said.indicators.end();
    });
  };
  auto found = std::find_if(said_.begin(), said_.end(), holds);
  if (found != said_.end()) out.paragraph = found->paragraph, out.sentence = found->text;
  return out;
}

}  // namespace giaoban::conclusions
