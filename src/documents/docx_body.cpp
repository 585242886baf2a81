#include <fmt/format.h>

#include <utility>

#include "documents/arrange.hpp"
#include "documents/docx.hpp"
#include "documents/letters.hpp"
#include "documents/ooxml.hpp"

namespace giaoban::documents::parts {

namespace {

using ooxml::set;
using pugi::xml_node;

class Body {
 public:
  Body(const Document& document, xml_node body) : d_(document), body_(body) {}

  void write(const std::vector<Placed>& blocks) {
    for (auto& block : blocks) {
      // Two tables that touch would become one, and a document must not end with one.
      bool table = std::holds_alternative<Table>(block);
      if (table && (after_table_ || break_before_)) thin(body_);
      std::visit([&](auto& b) { add(body_, b, d_.paper.text_width()); }, block);
      after_table_ = table;
    }
    if (after_table_ || blocks.empty()) thin(body_);
    section(body_);
  }

 private:
  const Document& d_;
  xml_node body_;
  bool after_table_ = false, break_before_ = false, renumbered_ = false;
  int bookmarks_ = 0;

  void thin(xml_node parent) { blank(parent, pt(1), {}, {}); }

  /// A paragraph without text, exactly as high as asked. Returns its properties.
  xml_node blank(xml_node parent, Length height, Length before, Length after) {
    auto ppr = parent.append_child("w:p").append_child("w:pPr");
    if (std::exchange(break_before_, false)) ppr.append_child("w:pageBreakBefore");
    auto spacing = ppr.append_child("w:spacing");
    spacing.append_attribute("w:before") = before.twips;
    spacing.append_attribute("w:after") = after.twips;
    spacing.append_attribute("w:line") = height.twips;
    spacing.append_attribute("w:lineRule") = "exact";
    set(ppr.append_child("w:rPr").append_child("w:sz"), 2);
    return ppr;
  }

  void add(xml_node parent, const Paragraph& p, Length) {
    auto& base = d_.styles.of(p.style);
    auto look = look_of(p, d_.styles);
    auto node = parent.append_child("w:p");
    auto ppr = node.append_child("w:pPr");
    set(ppr.append_child("w:pStyle"), name_of(p.style));
    ooxml::paragraph_properties(ppr, look, look == base, std::exchange(break_before_, false));
    if (!p.anchor.empty()) bookmark(node, p.anchor, true);
    for (auto& run : shown(p, look)) add_run(node, run, look);
    if (!p.anchor.empty()) bookmark(node, p.anchor, false);
  }

  void bookmark(xml_node node, const std::string& anchor, bool start) {
    auto mark = node.append_child(start ? "w:bookmarkStart" : "w:bookmarkEnd");
    mark.append_attribute("w:id") = start ? ++bookmarks_ : bookmarks_;
    if (!start) return;
    // Word allows letters, digits and "_", 40 characters, a letter first.
    std::string name = "c_";
    for (char c : anchor.substr(0, 38)) name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
    mark.append_attribute("w:name") = name.c_str();
  }

  static void add_run(xml_node node, const Run& run, const Look& look) {
    auto r = node.append_child("w:r");
    bool bold = run.bold && !look.bold, italic = run.italic && !look.italic;
    if (bold || italic || run.size) {
      auto rpr = r.append_child("w:rPr");
      if (bold) rpr.append_child("w:b");
      if (italic) rpr.append_child("w:i");
      if (run.size) set(rpr.append_child("w:sz"), run.size->twips / 10);
    }
    size_t from = 0;
    while (true) {
      auto to = std::min(run.text.find('\n', from), run.text.size());
      auto t = r.append_child("w:t");
      t.append_attribute("xml:space") = "preserve";
      t.text().set(run.text.substr(from, to - from).c_str());
      if (to == run.text.size()) return;
      r.append_child("w:br");
      from = to + 1;
    }
  }

  /// A ruled line is the upper border of an empty paragraph that is as wide as the rule.
  void add(xml_node parent, const Rule& rule, Length width) {
    auto ppr = parent.append_child("w:p").append_child("w:pPr");
    ppr.append_child("w:keepNext");
    auto top = ppr.append_child("w:pBdr").append_child("w:top");
    set(top, "single");
    top.append_attribute("w:sz") = d_.rule_thickness.twips * 8 / 20;
    top.append_attribute("w:space") = 0;
    top.append_attribute("w:color") = "000000";
    auto spacing = ppr.append_child("w:spacing");
    spacing.append_attribute("w:before") = rule_gap.twips;
    spacing.append_attribute("w:after") = 0;
    spacing.append_attribute("w:line") = rule_gap.twips;
    spacing.append_attribute("w:lineRule") = "exact";
    int spare = std::max(0, width.twips - rule.width.twips);
    int left = rule.align == Align::centre ? spare / 2 : rule.align == Align::right ? spare : 0;
    auto ind = ppr.append_child("w:ind");
    ind.append_attribute("w:left") = left;
    ind.append_attribute("w:right") = spare - left;
    set(ppr.append_child("w:rPr").append_child("w:sz"), 2);
  }
  void add(xml_node parent, const Space& space, Length) { blank(parent, space.height, {}, {}); }
  /// A plain break is a property of the paragraph that follows; a renumbered page begins a new section.
  void add(xml_node parent, const PageBreak& b, Length) {
    if (!b.renumber) {
      break_before_ = true;
      return;
    }
    section(blank(parent, pt(1), {}, {}));
    renumbered_ = true;
    after_table_ = false;
  }

  void add(xml_node parent, const Table& table, Length width) {
    bool ruled = table.kind == Table::Kind::figures;
    auto widths = widths_of(table, width);
    auto node = parent.append_child("w:tbl");
    auto pr = node.append_child("w:tblPr");
    auto w = pr.append_child("w:tblW");
    w.append_attribute("w:w") = width.twips;
    w.append_attribute("w:type") = "dxa";
    if (ruled) borders(pr.append_child("w:tblBorders"));
    pr.append_child("w:tblLayout").append_attribute("w:type") = "fixed";
    auto padding = table.dense ? dense_padding : cell_padding;
    auto margins = pr.append_child("w:tblCellMar");
    for (auto [side, room] : {std::pair{"w:top", padding},
                              {"w:left", cell_margin},
                              {"w:bottom", padding},
                              {"w:right", cell_margin}}) {
      auto m = margins.append_child(side);
      m.append_attribute("w:w") = ruled ? room.twips : 0;
      m.append_attribute("w:type") = "dxa";
    }
    auto grid = node.append_child("w:tblGrid");
    for (auto column : widths) grid.append_child("w:gridCol").append_attribute("w:w") = column.twips;
    for (size_t i = 0; i < table.rows.size(); ++i)
      add_row(node, table.rows[i], widths, ruled, static_cast<int>(i) < table.head_rows);
  }

  void borders(xml_node node) const {
    for (auto* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
      auto b = node.append_child(side);
      set(b, "single");
      b.append_attribute("w:sz") = 4;
      b.append_attribute("w:space") = 0;
      b.append_attribute("w:color") = "000000";
    }
  }

  void add_row(xml_node table, const Row& row, const std::vector<Length>& widths, bool ruled, bool head) {
    auto tr = table.append_child("w:tr");
    auto pr = tr.append_child("w:trPr");
    pr.append_child("w:cantSplit");
    if (head) pr.append_child("w:tblHeader");
    size_t column = 0;
    for (auto& cell : row.cells) {
      Length width{};
      size_t last = std::min(widths.size(), column + static_cast<size_t>(std::max(1, cell.span)));
      for (; column < last; ++column) width = width + widths[column];
      add_cell(tr, cell, width, ruled);
    }
  }

  void add_cell(xml_node tr, const Cell& cell, Length width, bool ruled) {
    auto tc = tr.append_child("w:tc");
    auto pr = tc.append_child("w:tcPr");
    auto w = pr.append_child("w:tcW");
    w.append_attribute("w:w") = width.twips;
    w.append_attribute("w:type") = "dxa";
    if (cell.span > 1) set(pr.append_child("w:gridSpan"), cell.span);
    if (ruled) set(pr.append_child("w:vAlign"), "center");
    Length inner = ruled ? width - cell_margin * 2 : width;
    for (auto& piece : cell.pieces) std::visit([&](auto& p) { add(tc, p, inner); }, piece);
    if (cell.pieces.empty()) thin(tc);  // a cell must hold a paragraph
  }

  void section(xml_node parent) {
    auto sect = parent.append_child("w:sectPr");
    for (auto [type, id] : {std::pair{"default", "rId4"}, {"first", "rId5"}}) {
      auto ref = sect.append_child("w:headerReference");
      ref.append_attribute("w:type") = type;
      ref.append_attribute("r:id") = id;
    }
    auto size = sect.append_child("w:pgSz");
    size.append_attribute("w:w") = d_.paper.width.twips;
    size.append_attribute("w:h") = d_.paper.height.twips;
    auto margins = sect.append_child("w:pgMar");
    margins.append_attribute("w:top") = d_.paper.top.twips;
    margins.append_attribute("w:right") = d_.paper.right.twips;
    margins.append_attribute("w:bottom") = d_.paper.bottom.twips;
    margins.append_attribute("w:left") = d_.paper.left.twips;
    margins.append_attribute("w:header") = d_.paper.number_from_top.twips;
    margins.append_attribute("w:footer") = d_.paper.number_from_top.twips;
    margins.append_attribute("w:gutter") = 0;
    if (renumbered_) sect.append_child("w:pgNumType").append_attribute("w:start") = 1;
    sect.append_child("w:titlePg");
  }
};

}  // namespace

std::string body_xml(const Document& document) {
  pugi::xml_document xml;
  auto root = ooxml::root(xml, "w:document");
  root.append_attribute("xmlns:w") = ooxml::main_namespace;
  root.append_attribute("xmlns:r") = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  Body(document, root.append_child("w:body")).write(arrange(document));
  return ooxml::text_of(xml);
}

}  // namespace giaoban::documents::parts
