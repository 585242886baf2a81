#include <algorithm>

#include "documents/letters.hpp"
#include "documents/pages.hpp"

namespace giaoban::documents {

namespace {

int twips(int pango_units) {
  return static_cast<int>((int64_t{pango_units} * 20 + PANGO_SCALE / 2) / PANGO_SCALE);
}

/// Lines of a paragraph, top to bottom, each at least as high as the look asks.
std::vector<LineBox> lines_of(const Paragraph& p, const Document& d, int x, int width, int node) {
  auto look = look_of(p, d.styles);
  x += look.left.twips;
  width -= look.left.twips;
  auto layout = lay_out(shown(p, look), look, {std::max(width, 1)}, d.meta.language);
  std::unique_ptr<PangoLayoutIter, decltype(&pango_layout_iter_free)> at(pango_layout_get_iter(layout.get()),
                                                                         pango_layout_iter_free);
  std::vector<LineBox> lines;
  int y = 0;
  do {
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(at.get(), nullptr, &logical);
    int above = pango_layout_iter_get_baseline(at.get()) - logical.y;
    int natural = twips(logical.height), height = std::max(look.line.twips, natural);
    LineBox line{layout, static_cast<int>(lines.size()),    x,    y,      width,
                 height, height - (natural - twips(above)), node, p.style};
    lines.push_back(line);
    y += height;
  } while (pango_layout_iter_next_line(at.get()));
  return lines;
}

int bottom_of(const std::vector<LineBox>& lines) {
  return lines.back().y + lines.back().height;
}

class Cutter {
 public:
  explicit Cutter(const Document& d) : d_(d) {}

  std::vector<Strip> cut(const std::vector<Placed>& blocks) {
    for (auto& block : blocks) {
      std::visit([&](auto& b) { add(b); }, block);
      ++block_;
    }
    return std::move(strips_);
  }

 private:
  const Document& d_;
  std::vector<Strip> strips_;
  int block_ = 0, nodes_ = 0;

  int width() const { return d_.paper.text_width().twips; }
  Strip& strip(int height) {
    strips_.push_back({height});
    strips_.back().block = block_;
    return strips_.back();
  }

  /// No single line of a paragraph is left behind on a page or carried to the next (widows and orphans).
  void add(const Paragraph& p) {
    auto look = look_of(p, d_.styles);
    auto lines = lines_of(p, d_, 0, width(), ++nodes_);
    size_t n = lines.size();
    for (size_t i = 0; i < n; ++i) {
      auto line = lines[i];
      auto& s = strip(line.height);
      s.before = i == 0 ? look.before.twips : 0;
      s.after = i + 1 == n ? look.after.twips : 0;
      bool last = i + 1 == n;
      s.may_break_after = last ? !look.keep_next : !look.keep_lines && i > 0 && i + 2 < n;
      line.y = 0;
      s.lines.push_back(line);
    }
  }
  void add(const Rule& rule) {
    int height = rule_gap.twips * 2 + d_.rule_thickness.twips;
    auto& s = strip(height);
    s.may_break_after = false;
    s.rules.push_back(box(rule, 0, 0, width()));
  }
  void add(const Space& space) { strip(space.height.twips); }
  void add(const PageBreak& b) {
    auto& s = strip(0);
    s.breaks_page = true;
    s.renumber = b.renumber;
  }

  RuleBox box(const Rule& rule, int x, int y, int room) const {
    int spare = std::max(0, room - rule.width.twips);
    int left = rule.align == Align::centre ? spare / 2 : rule.align == Align::right ? spare : 0;
    return {x + left, y + rule_gap.twips, std::min(rule.width.twips, room), d_.rule_thickness.twips};
  }

  void add(const Table& table) {
    auto widths = widths_of(table, d_.paper.text_width());
    bool ruled = table.kind == Table::Kind::figures;
    for (size_t r = 0; r < table.rows.size(); ++r) {
      auto row = row_strip(table, static_cast<int>(r), widths);
      bool head = static_cast<int>(r) < table.head_rows;
      row.may_break_after = !head && (ruled || r + 1 == table.rows.size());
      for (auto& part : cut_row(std::move(row), ruled)) strips_.push_back(std::move(part));
    }
  }

  Strip row_strip(const Table& table, int index, const std::vector<Length>& widths) {
    auto& row = table.rows[static_cast<size_t>(index)];
    bool ruled = table.kind == Table::Kind::figures;
    int padding = !ruled ? 0 : table.dense ? dense_padding.twips : cell_padding.twips;
    Strip s;
    s.block = block_;
    s.row = index;
    int x = 0, margin = ruled ? cell_margin.twips : 0, column = 0;
    std::vector<std::pair<size_t, int>> ends;  // of each cell's lines, and its height
    for (auto& cell : row.cells) {
      int wide = 0;
      for (int i = 0; i < std::max(1, cell.span) && column < static_cast<int>(widths.size()); ++i)
        wide += widths[static_cast<size_t>(column++)].twips;
      int height = add_cell(s, cell, x + margin, wide - 2 * margin, static_cast<int>(ends.size()),
                            ruled ? padding + border.twips : 0) +
                   padding;
      ends.emplace_back(s.lines.size(), height);
      s.height = std::max(s.height, height);
      x += wide;
    }
    if (ruled) centre_vertically(s, ends);
    return s;
  }

  int add_cell(Strip& s, const Cell& cell, int x, int width, int index, int y) {
    static const std::vector<Piece> nothing{Paragraph{Style::cell, {}}};
    for (auto& piece : cell.pieces.empty() ? nothing : cell.pieces) {
      if (auto* p = std::get_if<Paragraph>(&piece)) {
        auto look = look_of(*p, d_.styles);
        y += look.before.twips;
        auto lines = lines_of(*p, d_, x, width, ++nodes_);
        int height = bottom_of(lines);
        for (auto& line : lines) {
          line.y += y;
          s.lines.push_back(line);
          s.cell_of_line.push_back(index);
        }
        y += height + look.after.twips;
      } else if (auto* rule = std::get_if<Rule>(&piece)) {
        s.rules.push_back(box(*rule, x, y, width));
        y += rule_gap.twips * 2 + d_.rule_thickness.twips;
      } else {
        y += std::get<Space>(piece).height.twips;
      }
    }
    return y;
  }

  static void centre_vertically(Strip& s, const std::vector<std::pair<size_t, int>>& ends) {
    size_t i = 0;
    for (auto& [end, height] : ends)
      for (; i < end; ++i) s.lines[i].y += (s.height - height) / 2;
  }

  /// A row higher than the page is cut between lines; any other stays whole.
  std::vector<Strip> cut_row(Strip row, bool ruled) const {
    int most = d_.paper.text_height().twips / (ruled ? 2 : 1);
    std::vector<Strip> parts;
    if (row.height <= d_.paper.text_height().twips) {
      parts.push_back(std::move(row));
      return parts;
    }
    int count = (row.height + most - 1) / most;
    for (int i = 0; i < count; ++i) {
      parts.push_back({0});
      parts.back().block = row.block;
      parts.back().row = row.row;
      parts.back().may_break_after = i + 1 < count || row.may_break_after;
    }
    for (size_t l = 0; l < row.lines.size(); ++l) {
      auto line = row.lines[l];
      auto& part = parts[static_cast<size_t>(std::min(line.y / most, count - 1))];
      line.y %= most;
      line.split = true;
      part.height = std::max(part.height, line.y + line.height);
      part.lines.push_back(line);
      part.cell_of_line.push_back(row.cell_of_line[l]);
    }
    return parts;
  }
};

}  // namespace

std::vector<Strip> strips_of(const std::vector<Placed>& blocks, const Document& document) {
  return Cutter(document).cut(blocks);
}

}  // namespace giaoban::documents
