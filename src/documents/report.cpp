#include "documents/report.hpp"

#include <algorithm>

#include "documents/fit.hpp"
#include "documents/wording.hpp"

namespace giaoban::documents {

namespace {

/// From so many columns on, a table on upright A4 needs the small face.
constexpr size_t dense_from = 5;

Cell cell(const std::string& text, Style style, bool bold, bool figure) {
  Paragraph p{style, {{text, bold}}};
  if (figure) p.align = Align::right;
  return {{p}};
}

void append_addressees(std::vector<Block>& blocks, const std::vector<std::string>& names, Language language) {
  if (names.empty()) return;
  auto label = Text{"Kính gửi:", "To:"}.in(language);
  if (names.size() == 1) {
    blocks.emplace_back(Paragraph{Style::addressee, {{label + " " + names[0]}}});
    return;
  }
  // Decree 30/2020, annex I, II.9a: several addressees stand one below the other, each after a hyphen.
  Paragraph first{Style::addressee, {{label}}};
  first.align = Align::left;
  first.left = mm(40);
  first.after = pt(0);
  first.keep_next = true;
  blocks.emplace_back(first);
  for (size_t i = 0; i < names.size(); ++i) {
    bool last = i + 1 == names.size();
    Paragraph p{Style::addressee, {{"- " + names[i] + (last ? "." : ";")}}};
    p.align = Align::left;
    p.left = mm(57);
    if (!last) p.after = pt(0);
    blocks.emplace_back(p);
  }
}

void append(std::vector<Block>& blocks, const std::vector<Passage>& passages) {
  for (auto& passage : passages) {
    auto p = paragraph(Style::body, passage.text);
    p.anchor = passage.id;
    blocks.emplace_back(std::move(p));
  }
}

/// "(Kèm theo Báo cáo số 120/BC-UBND ngày 04 tháng 5 năm 2021 của …)"
std::string source_of(const Imprint& imprint) {
  auto number = document_number(imprint.number, imprint.type.empty() ? "BC" : imprint.type, imprint.body);
  auto date = imprint.date ? written_date(*imprint.date, imprint.language) : std::string("…");
  if (imprint.language == Language::en)
    return "(With Report No. " + number + " of " + date + " of the " + imprint.issuing_body + ")";
  return "(Kèm theo Báo cáo số " + number + " " + (imprint.date ? "" : "ngày ") + date + " của " +
         imprint.issuing_body + ")";
}

void append_annexes(std::vector<Block>& blocks, const std::vector<Annex>& annexes, const Imprint& imprint) {
  auto language = imprint.language;
  // Decree 30/2020, annex I, III: two annexes or more are numbered in Roman numerals.
  int number = 0;
  for (auto& annex : annexes) {
    blocks.emplace_back(PageBreak{true});
    auto label = Text{"Phụ lục", "Annex"}.in(language);
    if (annexes.size() > 1) label += " " + roman(++number);
    blocks.emplace_back(Paragraph{Style::annex, {{label}}});
    blocks.emplace_back(Paragraph{Style::annex_title, {{annex.title}}});
    blocks.emplace_back(Paragraph{Style::annex_source, {{source_of(imprint)}}});
    append(blocks, annex.passages);
    for (auto& table : annex.tables) append(blocks, table);
  }
}

}  // namespace

void append(std::vector<Block>& blocks, const FigureTable& table) {
  if (!table.caption.empty()) blocks.emplace_back(Paragraph{Style::caption, {{table.caption}}});
  Table t;
  t.shares = table.shares;
  if (t.shares.empty()) {
    t.shares.assign(table.head.size(), 2);
    if (!t.shares.empty()) t.shares[0] = 6;
  }
  t.head_rows = table.head.empty() ? 0 : 1;
  bool dense = table.head.size() > dense_from;
  auto head_style = dense ? Style::dense_head : Style::cell_head,
       style = dense ? Style::dense_cell : Style::cell;
  t.dense = dense;
  Row head;
  for (auto& words : table.head) head.cells.push_back(cell(words, head_style, false, false));
  if (!table.head.empty()) t.rows.push_back(std::move(head));
  for (size_t r = 0; r < table.rows.size(); ++r) {
    bool strong =
        std::find(table.strong.begin(), table.strong.end(), static_cast<int>(r)) != table.strong.end();
    auto& words = table.rows[r];
    Row row;
    bool group =
        words.size() > 1 && std::all_of(words.begin() + 1, words.end(), [](auto& w) { return w.empty(); });
    for (size_t c = 0; c < (group ? 1 : words.size()); ++c)
      row.cells.push_back(cell(words[c], style, strong, static_cast<int>(c) >= table.first_figure));
    if (group) row.cells[0].span = static_cast<int>(words.size());
    t.rows.push_back(std::move(row));
  }
  blocks.emplace_back(std::move(t));
  blocks.emplace_back(table.note.empty() ? Block{Space{pt(6)}}
                                         : Block{Paragraph{Style::note, {{table.note}}}});
}

Document report(const ReportInput& input) {
  auto language = input.imprint.language;
  auto document = begin(input.imprint, "BC", Text{"Báo cáo", "Report"}.in(language), input.subject);
  auto& blocks = document.blocks;
  append_addressees(blocks, input.addressees, language);
  for (auto& words : input.opening) blocks.emplace_back(paragraph(Style::body, words));
  int section_number = 0;
  for (auto& section : input.sections) {
    Paragraph title{Style::roman, {{section.title, false, false, true}}, roman(++section_number) + "."};
    blocks.emplace_back(std::move(title));
    int number = 0;
    for (auto& part : section.parts) {
      if (!part.title.empty())
        blocks.emplace_back(Paragraph{Style::arabic, {{part.title}}, std::to_string(++number) + "."});
      append(blocks, part.passages);
      for (auto& table : part.tables) append(blocks, table);
    }
  }
  for (auto& words : input.ending) blocks.emplace_back(paragraph(Style::body, words));
  blocks.emplace_back(closing(input.distribution, input.signing, language));
  append_annexes(blocks, input.annexes, input.imprint);
  fit(document);
  return document;
}

}  // namespace giaoban::documents
