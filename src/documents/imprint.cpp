#include "documents/imprint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "documents/layout_rules.hpp"
#include "documents/letters.hpp"
#include "documents/wording.hpp"

namespace giaoban::documents {

namespace {

std::string type_of(const Imprint& imprint, const std::string& fallback) {
  return imprint.type.empty() ? fallback : imprint.type;
}

/// Ends a sentence that does not end yet.
std::string stopped(std::string text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  if (text.empty() || std::string_view(".:;!?").find(text.back()) != std::string_view::npos) return text;
  return text + ".";
}

std::string without_stop(std::string text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '.' || text.back() == ';')) text.pop_back();
  return text;
}

/// A sentence that goes on after a colon or a comma begins small, unless it begins with a name.
std::string continued(const std::string& text) {
  static constexpr std::array names{"Văn phòng",   "Ủy ban",   "UBND",     "HĐND",    "Hội đồng", "Phòng ",
                                    "Trung tâm",   "Ban ",     "Chi cục",  "Công an", "Chủ tịch", "Phó Chủ",
                                    "Thường trực", "Thành ủy", "Móng Cái", "Sở "};
  bool named = std::any_of(names.begin(), names.end(), [&](auto* name) { return text.starts_with(name); });
  // Two capitals in a row are an abbreviation: "GPMB".
  auto rest = text.empty() ? std::string_view{} : std::string_view(text).substr(first_letter_bytes(text));
  bool abbreviated = !rest.empty() && rest[0] >= 'A' && rest[0] <= 'Z';
  return named || abbreviated ? text : uncapitalised(text);
}

/// "trong tháng 5" for the last day of a month, "chậm nhất ngày 20 tháng 5" for any other.
std::string due_words(Date due, std::optional<Date> document_date, Language language) {
  bool same_year = document_date && document_date->year() == due.year();
  if (language == Language::en) {
    auto date = written_date(due, language);
    return "to be completed by " + (same_year ? date.substr(0, date.size() - 5) : date);
  }
  bool whole_month = due == last_day(due.in_month());
  auto words = whole_month ? written_month(due.in_month(), language) : written_date(due, language);
  if (same_year) words = words.substr(0, words.find(" năm "));
  return (whole_month ? "hoàn thành trong " : "hoàn thành chậm nhất ") + words;
}

}  // namespace

Document begin(const Imprint& imprint, const std::string& type, const std::string& title,
               const std::string& subject) {
  auto date = imprint.date.value_or(Date::of(2020, 3, 5));
  auto document = blank(layout_rules(date));
  auto& meta = document.meta;
  meta.language = imprint.language;
  meta.date = date;
  meta.author = imprint.issuing_body;
  if (imprint.number > 0) meta.number = document_number(imprint.number, type_of(imprint, type), imprint.body);
  meta.subject = subject;
  meta.title = meta.number.empty() ? title : title + " " + meta.number;
  document.blocks.emplace_back(letterhead(imprint, type));
  document.blocks.emplace_back(Paragraph{Style::title, {{title}}});
  if (!subject.empty()) document.blocks.emplace_back(Paragraph{Style::subject, {{subject}}});
  return document;
}

Letterhead letterhead(const Imprint& imprint, const std::string& type) {
  Letterhead h;
  h.parent_body = imprint.parent_body;
  h.issuing_body = imprint.issuing_body;
  h.number = Text{"Số: ", "No. "}.in(imprint.language) +
             document_number(imprint.number, type_of(imprint, type), imprint.body);
  h.place_date = place_and_date(imprint.place, imprint.date, imprint.language);
  return h;
}

Recipients recipients(const Distribution& distribution, Language language) {
  // Decree 30/2020, annex I, II.9: each recipient on its own line, a hyphen before it, a semicolon after it;
  // the last line is "Lưu:", a comma, "VT", a comma, the unit that drafted it, and a full stop.
  Recipients r{Text{"Nơi nhận:", "To:"}.in(language), {}};
  for (auto& to : distribution.to) r.lines.push_back("- " + without_stop(to) + ";");
  auto archive = distribution.archive.empty() ? std::string("VT") : without_stop(distribution.archive);
  r.lines.push_back(Text{"- Lưu: ", "- Filed: "}.in(language) + archive + ".");
  return r;
}

Closing closing(const Distribution& distribution, const Signing& signing, Language language) {
  return {recipients(distribution, language), {signing.lines, "", ""}};
}

Paragraph paragraph(Style style, const std::string& text) {
  return {style, {{kept_together(text)}}};
}

std::string sentence(const Clause& c, std::optional<Date> document_date, Language language) {
  auto topic = without_stop(c.topic);
  if (c.lead.empty()) {
    if (topic.empty()) return stopped(c.text);
    return c.text.empty() ? topic + ":" : topic + ": " + stopped(continued(c.text));
  }
  std::string out;
  if (language == Language::vi) {
    out = "Giao " + c.lead + " chủ trì";
    if (!c.co_ordinating.empty()) out += ", phối hợp với " + listed(c.co_ordinating, language);
    // Without co-ordinating units a comma parts who leads from what is to be done.
    out += (c.co_ordinating.empty() ? ", " : " ") + continued(without_stop(c.text));
    if (c.due) out += "; " + due_words(*c.due, document_date, language);
    if (!c.deliverable.empty()) out += "; sản phẩm: " + continued(without_stop(c.deliverable));
  } else {
    out = c.lead + " shall lead";
    if (!c.co_ordinating.empty()) out += ", with " + listed(c.co_ordinating, language) + ",";
    out += " and " + continued(without_stop(c.text));
    if (c.due) out += "; " + due_words(*c.due, document_date, language);
    if (!c.deliverable.empty()) out += "; product: " + continued(without_stop(c.deliverable));
  }
  out += ".";
  return topic.empty() ? out : topic + ": " + (language == Language::vi ? uncapitalised(out) : out);
}

void append(std::vector<Block>& blocks, const std::vector<ClauseSection>& sections, const Imprint& imprint) {
  auto place = [&](Style style, const Clause& clause, const std::string& marker) {
    auto p = paragraph(style, sentence(clause, imprint.date, imprint.language));
    p.marker = marker;
    p.anchor = clause.id;
    p.keep_next = !clause.points.empty();
    blocks.emplace_back(std::move(p));
  };
  int section_number = 0;
  for (auto& section : sections) {
    if (!section.title.empty()) {
      Paragraph p{Style::roman, {{section.title, false, false, true}}, roman(++section_number) + "."};
      blocks.emplace_back(std::move(p));
    }
    for (auto& words : section.paragraphs) blocks.emplace_back(paragraph(Style::body, words));
    int number = 0;
    for (auto& clause : section.clauses) {
      place(Style::clause, clause, std::to_string(++number) + ".");
      int letter = 0;
      for (auto& point : clause.points) place(Style::point, point, point_letter(letter++) + ")");
    }
  }
}

}  // namespace giaoban::documents
