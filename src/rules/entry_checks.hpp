#pragma once
// entry-checks.json: what a figure is asked when it is typed. Evaluated by figures/check.* on the server and by
// ui/src/figures/check.ts in the page; rules/expression.hpp has the language. The bands that the questions speak of
// (times_most, …) are reporting.json's. A header of its own: only the figures room needs it.
#include "rules/rules.hpp"

namespace giaoban::rules {

enum class CheckKind {
  slip,   // about 10, 100, 1000 … times what it was: there is a suggestion
  band,   // far from last month and from last year
  zero,   // 0, where there was something: none happened, or no figure yet?
  range,  // outside what is possible
  sum,    // parts and their total
  cross,  // against another indicator of the form
};
BOOST_DESCRIBE_ENUM(CheckKind, slip, band, zero, range, sum, cross)
struct CheckDefinition {  // near(base): an expression with a name
  std::string name, argument, is;
};
BOOST_DESCRIBE_STRUCT(CheckDefinition, (), (name, argument, is))
struct CheckRule {
  std::string id;
  CheckKind kind = CheckKind::band;
  std::optional<std::vector<std::string>> of;  // indicators whose cells are asked; all when absent
  std::string when;                            // an expression: asked where it is known to hold
  std::optional<std::string> suggestion;       // an expression: the figure that may have been meant
  Text title, detail;                          // with {expressions} in them
};
BOOST_DESCRIBE_STRUCT(CheckRule, (), (id, kind, of, when, suggestion, title, detail))
struct Questions {
  std::vector<CheckDefinition> definitions;  // each may use those before it
  std::vector<CheckRule> checks;             // the first that holds is asked
};
BOOST_DESCRIBE_STRUCT(Questions, (), (definitions, checks))

/// What cannot be read in them, with pointers from the value on.
std::vector<FieldError> faults_of(const Questions& questions);
Outcome<Versions<Questions>> load_questions(const std::filesystem::path& directory);

}  // namespace giaoban::rules
