#pragma once
#include <variant>
#include <vector>

#include "documents/tree.hpp"

namespace giaoban::documents {

/// What DOCX and PDF are written from: letterhead and closing have become tables without borders, rules have
/// their widths, titles their line breaks. Both writers share it, so both papers look the same.
using Placed = std::variant<Paragraph, Table, Rule, Space, PageBreak>;
std::vector<Placed> arrange(const Document& document);

/// Quốc hiệu and tiêu ngữ.
std::string nation(Language language);
std::string motto(Language language);

/// The look of a paragraph: its style's, with what the paragraph says for itself.
Look look_of(const Paragraph& paragraph, const Stylesheet& styles);

/// Levels of headings as a listener needs them: none left out, whatever styles a document uses.
class Outline {
 public:
  /// The level at which a heading of a style's level stands here; 0 stays 0.
  int next(int level);

 private:
  std::vector<int> open_;
};

/// Column widths of a table, exactly as wide together as `width`.
std::vector<Length> widths_of(const Table& table, Length width);

/// Blank room between authority and name: a signature and the body's seal (about 35 mm across) fit.
inline constexpr Length signature_room = pt(72);
/// Left and right of the words in a cell with borders.
inline constexpr Length cell_margin = pt(5);
/// Above and below them.
inline constexpr Length cell_padding{30};
inline constexpr Length dense_padding{10};
/// Thickness of a table's borders.
inline constexpr Length border{10};
/// Above and below a ruled line.
inline constexpr Length rule_gap = pt(2);

}  // namespace giaoban::documents
