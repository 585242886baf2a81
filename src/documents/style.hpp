#pragma once
#include <array>
#include <boost/describe.hpp>

#include "documents/length.hpp"

namespace giaoban::documents {

enum class Align { left, centre, right, justify };
BOOST_DESCRIBE_ENUM(Align, left, centre, right, justify)

/// What a paragraph is. Looks, Word styles, PDF tags and HTML classes all follow from it.
enum class Style {
  nation,            // 1   Quốc hiệu
  motto,             // 1   Tiêu ngữ
  parent_body,       // 2
  issuing_body,      // 2
  number,            // 3   Số: …
  place_date,        // 4
  title,             // 5a  type of the document
  subject,           // 5a  trích yếu
  letter_subject,    // 5b  V/v
  addressee,         // 9a  Kính gửi
  part,              // 6   Phần, Chương: label
  part_title,        // 6   Phần, Chương: title
  section,           // 6   Mục
  article,           // 6   Điều
  roman,             // 6   I.
  arabic,            // 6   1. with a title of its own
  clause,            // 6   1. running text (khoản)
  point,             // 6   a) (điểm)
  body,              // 6
  authority,         // 7a  TM. / KT. / TL. / title
  signer,            // 7b
  recipients_label,  // 9b
  recipient,         // 9b
  annex,             //     Phụ lục: label
  annex_title,       //     Phụ lục: title
  annex_source,      //     Phụ lục: the document it goes with
  cell,              //     in a table
  cell_head,         //     in a table's head
  dense_cell,        //     in a table of many columns
  dense_head,        //     in its head
  caption,           //     above a table
  note,              //     below a table
  page_number,
};
BOOST_DESCRIBE_ENUM(Style, nation, motto, parent_body, issuing_body, number, place_date, title, subject,
                    letter_subject, addressee, part, part_title, section, article, roman, arabic, clause,
                    point, body, authority, signer, recipients_label, recipient, annex, annex_title,
                    annex_source, cell, cell_head, dense_cell, dense_head, caption, note, page_number)
inline constexpr size_t style_count = static_cast<size_t>(Style::page_number) + 1;

/// How a paragraph looks. Line pitch is "at least": a larger run still fits, a smaller one keeps the rhythm.
struct Look {
  Length size;
  Length line;
  bool bold = false;
  bool italic = false;
  bool caps = false;
  Align align = Align::left;
  Length first_line;
  Length left;  // of the whole paragraph
  Length before;
  Length after;
  bool keep_next = false;   // stays on the page of what follows
  bool keep_lines = false;  // never broken between two pages
  int heading = 0;          // 1–6 in the outline, 0 = running text
  bool operator==(const Look&) const = default;
};

struct LayoutRules;

/// Every style's look, made once from the layout rules.
struct Stylesheet {
  std::array<Look, style_count> looks;
  const Look& of(Style style) const { return looks[static_cast<size_t>(style)]; }
  Look& of(Style style) { return looks[static_cast<size_t>(style)]; }
};
Stylesheet stylesheet(const LayoutRules& rules);

/// "issuing_body": the name of a style in Word, in HTML classes and in tests.
const char* name_of(Style style);

}  // namespace giaoban::documents
