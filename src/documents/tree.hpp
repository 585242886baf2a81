#pragma once
// The document tree. Layouts (notice, report …) build it; the DOCX, PDF and HTML writers take it as it is.
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "documents/style.hpp"

namespace giaoban::documents {

/// A stretch of text in one face. "\n" breaks the line. Flags add to what the paragraph's style says.
struct Run {
  std::string text;
  bool bold = false;
  bool italic = false;
  bool caps = false;
  std::optional<Length> size;
};

/// A paragraph, a heading or a numbered item: `style` says which.
struct Paragraph {
  Style style = Style::body;
  std::vector<Run> runs;
  /// "I.", "1.", "a)": written before the text as the decree has it, so a quoted number never moves.
  std::string marker;
  /// Name of the clause in the page that previews this document beside its clauses.
  std::string anchor;
  std::optional<Align> align;
  std::optional<Length> first_line, left, before, after;
  bool keep_next = false;
};

/// A ruled line. As wide as `width`; the paper's own rules (motto, subject) are made by the writers.
struct Rule {
  Length width;
  Align align = Align::centre;
};
/// Blank height, for a signature.
struct Space {
  Length height;
};
/// What follows begins a new page; with `renumber` at page 1, its number hidden, as each annex has it.
struct PageBreak {
  bool renumber = false;
};

using Piece = std::variant<Paragraph, Rule, Space>;

struct Cell {
  std::vector<Piece> pieces;
  int span = 1;
};
struct Row {
  std::vector<Cell> cells;
};
/// A table. `shares` are the columns' widths relative to each other. The head is repeated on every page.
struct Table {
  enum class Kind { figures, letterhead, closing };
  Kind kind = Kind::figures;
  std::vector<int> shares;
  int head_rows = 1;
  std::vector<Row> rows;
  bool dense = false;  // less room above and below the words
};

/// Cells 1 to 4 of Decree 30: bodies and number on the left, the nation's name, place and date on the right.
struct Letterhead {
  std::string parent_body;  // none: the issuing body stands alone
  std::string issuing_body;
  std::string number;          // "Số: 96/TB-VP"; none for a form without
  std::string letter_subject;  // 5b, công văn only
  std::string place_date;      // "Móng Cái, ngày 06 tháng 5 năm 2021"; none for minutes
};

struct Signature {
  std::vector<std::string> authority;  // "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG": one line each
  std::string signer;                  // stays empty where offices only are named: room for the signature
  std::string hint;                    // "(Ký, ghi rõ họ tên)" on forms; none on issued documents
};
struct Recipients {
  std::string label;  // "Nơi nhận:"
  std::vector<std::string> lines;
};
/// What ends a document: recipients or a first signature on the left, the signature on the right. Kept on one
/// page.
struct Closing {
  std::variant<std::monostate, Recipients, Signature> left;
  Signature right;
};

using Block = std::variant<Paragraph, Table, Rule, Space, PageBreak, Letterhead, Closing>;

struct Metadata {
  std::string title;  // "Thông báo 96/TB-VP: Kết luận …"
  std::string subject;
  std::string author;  // the issuing body
  std::string number;  // "96/TB-VP"
  Language language = Language::vi;
  /// Stamped into the files instead of the clock, so they can be rebuilt byte for byte.
  Date date{};
};

struct Paper {
  Length width, height, top, bottom, left, right;
  Length number_from_top;  // the page number's place in the top margin
  Length text_width() const { return width - left - right; }
  Length text_height() const { return height - top - bottom; }
};

struct Document {
  Metadata meta;
  Paper paper;
  Stylesheet styles;
  /// Share of the text's width, in percent, that the rule under the issuing body and the subject takes.
  int rule_percent = 40;
  Length rule_thickness;
  std::vector<Block> blocks;
};

}  // namespace giaoban::documents
