#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/outcome.hpp"
#include "documents/tree.hpp"

namespace giaoban::documents {

/// The numbers of rules/document-layout.json that were in force on a day.
struct LayoutRules {
  int version = 0;
  Text source;
  Paper paper;
  struct Sizes {
    Length nation, motto, bodies, number, place_date, title, subject, letter_subject, addressee, body,
        authority, signer, recipients_label, recipient, annex, table, page_number;
  } sizes;
  Length first_line;
  Length between_paragraphs;
  Length line;
  Length rule_thickness;
  int rule_percent = 40;
  int number_padded_below = 10;
  int day_padded_below = 10;
  std::vector<int> padded_months;
};

/// Reads the catalogue and takes the version in force on `on`.
Outcome<LayoutRules> read_layout_rules(std::string_view catalogue, Date on);

/// The rules in force on a day, read once from the project's `rules/` folder. Throws if the file is damaged:
/// no document can be right without it.
const LayoutRules& layout_rules(Date on);

/// An empty document on the decree's paper.
Document blank(const LayoutRules& rules);

}  // namespace giaoban::documents
