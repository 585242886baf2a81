#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/outcome.hpp"
#include "documents/tree.hpp"

namespace giaoban::documents {

/// The numbers of rules/document-layout.json that were in force on a day.
struct LayoutRules {
  int version = 0;
  Date effective_from;
  Text source;
  Paper paper;
  struct Sizes {
    Length nation, motto, bodies, number, place_date, title, subject, letter_subject, addressee, body,
        authority, signer, recipients_label, recipient, annex, table, dense_table, page_number;
  } sizes;
  Length first_line;
  Length between_paragraphs;
  Length line;
  Length tight_body, tight_line;  // for a body that would end on a page of a few lines
  Length rule_thickness;
  int rule_percent = 40;
};

/// Reads rules/document-layout.json, every version, oldest first. Names each length outside the decree's
/// bounds.
Outcome<std::vector<LayoutRules>> read_layout_rules(const std::filesystem::path& directory);

/// Takes the rules of a directory for all documents from now on. Called once, before the first document.
Outcome<int> use_layout_rules(const std::filesystem::path& directory);

/// The rules in force on a day; days before the first version get the first. Where no directory was named,
/// the installation's is taken. Throws if it cannot be read: no document can be right without it.
const LayoutRules& layout_rules(Date on);

/// An empty document on the decree's paper.
Document blank(const LayoutRules& rules);

}  // namespace giaoban::documents
