#pragma once
// Does a figure look like what the unit gave before, and does it fit the others on the form? A check never refuses:
// it asks, and the unit answers by correcting the figure or by keeping it with a reason. The questions are data
// (rules/entry-checks.json); the page asks the same ones while one types (ui/src/figures/check.ts).
#include "figures/indicator.hpp"
#include "rules/entry_checks.hpp"
#include "rules/expression.hpp"

namespace giaoban::figures {

struct CellCheck {
  rules::CheckKind kind = rules::CheckKind::band;
  Text title, detail;  ///< what is seen; what it may mean
  std::optional<Decimal> suggestion;
};
BOOST_DESCRIBE_STRUCT(CellCheck, (), (kind, title, detail, suggestion))

/// One form's figures and the questions about them.
class Checks {
 public:
  /// What it is given must outlive it.
  Checks(const rules::Questions& questions, const rules::EntryChecks& bands, const rules::Wording& wording, Month month);

  struct Cell {
    std::optional<int64_t> value, last_month, last_year;
  };
  void put(const Indicator& indicator, const Cell& cell);
  void put_value(const std::string& code, std::optional<int64_t> value) { cells_[places_.at(code)].cell.value = value; }
  /// The first question that the cell raises as its figures stand now.
  std::optional<CellCheck> of(const std::string& code) const;

 private:
  using Meaning = rules::Expression::Meaning;
  struct Known {
    bool on_form = false;  ///< or only named by a question
    int32_t scale = 0;
    Text unit;
    Cell cell;
  };
  struct Question {
    const rules::CheckRule* rule;
    std::vector<size_t> of;  ///< places of the cells that are asked; empty: each
    rules::Expression when;
    std::optional<rules::Expression> suggestion;
  };
  struct Definition {
    std::string name, argument;
    rules::Expression is;
  };
  class Asking;

  size_t place(const std::string& code);
  rules::Expression read(const std::string& text, const std::string* argument = nullptr);
  Meaning meaning(const std::string& name, std::optional<size_t> arguments, const std::string* argument) const;

  const rules::Wording& wording_;
  Month month_;
  std::vector<std::pair<std::string, rules::Number>> constants_;
  std::vector<Definition> definitions_;
  std::vector<Question> questions_;
  std::unordered_map<std::string, size_t> places_;  // of cells, by the indicator's code
  std::vector<Known> cells_;
};

}  // namespace giaoban::figures
