#pragma once
// What every administrative document of Decree 30/2020 carries around its words. Offices and bodies only: no
// field here is meant for a person's name.
#include <optional>
#include <string>
#include <vector>

#include "documents/tree.hpp"

namespace giaoban::documents {

struct Imprint {
  Language language = Language::vi;
  std::string parent_body;   // "UBND thành phố Móng Cái"; capitals are made by the layout
  std::string issuing_body;  // "Văn phòng HĐND và UBND"
  int number = 0;            // 0 = not issued yet: room is left for it
  std::string type;          // "TB"; empty: the layout's own
  std::string body;          // "VP": the body's abbreviation
  std::string place;         // "Móng Cái"
  std::optional<Date> date;  // none = not issued yet
};

struct Signing {
  /// "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG": authority, then the signer's title.
  std::vector<std::string> lines;
};

/// "Nơi nhận". `archive` is what follows "Lưu:" on the last line: "VT, TH".
struct Distribution {
  std::vector<std::string> to;
  std::string archive;
};

/// One conclusion or task. With `lead`, its sentence is worded here; without, `text` stands as it is.
struct Clause {
  std::string id;     // anchor in the page
  std::string topic;  // "Về đầu tư công"; may be empty
  std::string text;   // what is to be done, beginning with the verb; or the whole sentence
  std::string lead;
  std::vector<std::string> co_ordinating;
  std::optional<Date> due;
  std::string deliverable;     // "Tờ trình"
  std::vector<Clause> points;  // a), b), c)
};

/// A part of the conclusions: "I. ĐÁNH GIÁ TÌNH HÌNH THÁNG 4".
struct ClauseSection {
  std::string title;
  std::vector<std::string> paragraphs;  // unnumbered, before the clauses
  std::vector<Clause> clauses;
};

/// Document with metadata, letterhead; `type` as abbreviated in annex III ("TB"), `type_name` in words.
Document begin(const Imprint& imprint, const std::string& type, const std::string& title,
               const std::string& subject);
Letterhead letterhead(const Imprint& imprint, const std::string& type);
Closing closing(const Distribution& distribution, const Signing& signing, Language language);
Recipients recipients(const Distribution& distribution, Language language);

/// Wraps text of the body as a paragraph, dates and numbers kept together.
Paragraph paragraph(Style style, const std::string& text);

/// "Giao A chủ trì, phối hợp với B và C rà soát …; hoàn thành chậm nhất ngày 20 tháng 5; sản phẩm: Tờ trình."
/// The year is left out where it is the document's own.
std::string sentence(const Clause& clause, std::optional<Date> document_date, Language language);

/// Sections, clauses and points with their numbers, ready for the tree.
void append(std::vector<Block>& blocks, const std::vector<ClauseSection>& sections, const Imprint& imprint);

}  // namespace giaoban::documents
