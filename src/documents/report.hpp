#pragma once
#include <string>
#include <vector>

#include "documents/imprint.hpp"

namespace giaoban::documents {

/// A sentence or paragraph of the report; `id` is its anchor in the page.
struct Passage {
  std::string id;
  std::string text;
};

/// A ruled table. Columns from `first_figure` on are set to the right; rows listed in `strong` are bold; a
/// row with words in its first cell only is a group and spans the table. Over five columns the small face is
/// taken.
struct FigureTable {
  std::string caption;
  std::string note;  // source, vintage, coverage
  std::vector<std::string> head;
  std::vector<int>
      shares;  // the columns' widths relative to each other; empty: the first is three times a figure's
  std::vector<std::vector<std::string>> rows;
  std::vector<int> strong;
  int first_figure = 1;
};

struct ReportPart {
  std::string title;  // "Về kinh tế"; numbered 1., 2. …; empty: the passages follow the section's title
  std::vector<Passage> passages;
  std::vector<FigureTable> tables;
};
struct ReportSection {
  std::string title;  // numbered I., II. …
  std::vector<ReportPart> parts;
};
struct Annex {
  std::string title;
  std::vector<Passage> passages;
  std::vector<FigureTable> tables;
};

/// Báo cáo, in Vietnamese or, with the imprint's language, in English.
struct ReportInput {
  Imprint imprint;
  std::string subject;
  std::vector<std::string> addressees;  // 9a, a superior body only
  std::vector<std::string> opening;
  std::vector<ReportSection> sections;
  std::vector<std::string> ending;
  Distribution distribution;
  Signing signing;
  std::vector<Annex> annexes;
};
Document report(const ReportInput& input);

/// A table with its caption and note, as blocks.
void append(std::vector<Block>& blocks, const FigureTable& table);

}  // namespace giaoban::documents
