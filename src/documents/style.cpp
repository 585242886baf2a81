#include "documents/style.hpp"

#include <boost/mp11.hpp>

#include "documents/layout_rules.hpp"

namespace giaoban::documents {

namespace {

/// Pitch of lines that stand alone: 5/4 of the size, over Times' own 1.15, so that "at least" always decides
/// and Word, LibreOffice and our PDF agree on every line.
Length pitch(Length size) {
  return {(size.twips * 5 + 3) / 4};
}

Look centred(Length size, bool bold, bool caps) {
  Look look;
  look.size = size;
  look.line = pitch(size);
  look.bold = bold;
  look.caps = caps;
  look.align = Align::centre;
  return look;
}

Look running(const LayoutRules& rules) {
  Look look;
  look.size = rules.sizes.body;
  look.line = rules.line;
  look.align = Align::justify;
  look.first_line = rules.first_line;
  look.after = rules.between_paragraphs;
  return look;
}

Look headed(Look look, int level, bool bold) {
  look.bold = bold;
  look.keep_next = look.keep_lines = true;
  look.heading = level;
  return look;
}

void set_letterhead(Stylesheet& s, const LayoutRules& rules) {
  auto& z = rules.sizes;
  s.of(Style::nation) = centred(z.nation, true, true);
  s.of(Style::motto) = centred(z.motto, true, false);
  s.of(Style::parent_body) = centred(z.bodies, false, true);
  s.of(Style::issuing_body) = centred(z.bodies, true, true);
  s.of(Style::number) = centred(z.number, false, false);
  s.of(Style::place_date) = centred(z.place_date, false, false);
  s.of(Style::place_date).italic = true;
  s.of(Style::letter_subject) = centred(z.letter_subject, false, false);
  s.of(Style::letter_subject).before = pt(6);
}

void set_titles(Stylesheet& s, const LayoutRules& rules) {
  auto& z = rules.sizes;
  s.of(Style::title) = headed(centred(z.title, true, true), 1, true);
  s.of(Style::title).before = pt(14);
  s.of(Style::subject) = centred(z.subject, true, false);
  s.of(Style::subject).keep_next = s.of(Style::subject).keep_lines = true;
  s.of(Style::addressee) = centred(z.addressee, false, false);
  s.of(Style::addressee).after = rules.between_paragraphs;
  s.of(Style::annex) = headed(centred(z.annex, true, false), 1, true);
  s.of(Style::annex_title) = headed(centred(z.annex, true, true), 2, true);
  s.of(Style::annex_source) = centred(z.body, false, false);
  s.of(Style::annex_source).italic = true;
  s.of(Style::annex_source).after = pt(10);
}

void set_body(Stylesheet& s, const LayoutRules& rules) {
  auto body = running(rules);
  s.of(Style::body) = s.of(Style::clause) = s.of(Style::point) = body;
  auto centre = centred(rules.sizes.body, true, false);
  centre.line = rules.line;
  s.of(Style::part) = headed(centre, 2, true);
  s.of(Style::part_title) = headed(centre, 2, true);
  s.of(Style::part_title).caps = true;
  s.of(Style::part_title).after = rules.between_paragraphs;
  s.of(Style::section) = headed(centre, 3, true);
  s.of(Style::section).after = rules.between_paragraphs;
  s.of(Style::article) = headed(body, 4, true);
  s.of(Style::roman) = headed(body, 2, true);
  s.of(Style::roman).align = Align::left;
  s.of(Style::arabic) = headed(body, 3, true);
  s.of(Style::arabic).align = Align::left;
}

void set_closing(Stylesheet& s, const LayoutRules& rules) {
  auto& z = rules.sizes;
  s.of(Style::authority) = centred(z.authority, true, true);
  s.of(Style::signer) = centred(z.signer, true, false);
  auto& label = s.of(Style::recipients_label);
  label.size = z.recipients_label;
  label.line = pitch(z.recipients_label);
  label.bold = label.italic = true;
  auto& line = s.of(Style::recipient);
  line.size = z.recipient;
  line.line = pitch(z.recipient);
}

void set_table(Stylesheet& s, const LayoutRules& rules) {
  auto& cell = s.of(Style::cell);
  cell.size = rules.sizes.table;
  cell.line = pitch(rules.sizes.table);
  s.of(Style::cell_head) = centred(rules.sizes.table, true, false);
  auto& dense = s.of(Style::dense_cell);
  dense.size = rules.sizes.dense_table;
  dense.line = pitch(rules.sizes.dense_table);
  s.of(Style::dense_head) = centred(rules.sizes.dense_table, true, false);
  s.of(Style::caption) = centred(rules.sizes.body, true, false);
  s.of(Style::caption).after = rules.between_paragraphs;
  s.of(Style::caption).keep_next = true;
  s.of(Style::note) = dense;
  s.of(Style::note).italic = true;
  s.of(Style::note).before = pt(3);
  s.of(Style::note).after = rules.between_paragraphs;
  s.of(Style::page_number) = centred(rules.sizes.page_number, false, false);
}

}  // namespace

Stylesheet stylesheet(const LayoutRules& rules) {
  Stylesheet s;
  set_letterhead(s, rules);
  set_titles(s, rules);
  set_body(s, rules);
  set_closing(s, rules);
  set_table(s, rules);
  return s;
}

const char* name_of(Style style) {
  return boost::describe::enum_to_string(style, "body");
}

}  // namespace giaoban::documents
