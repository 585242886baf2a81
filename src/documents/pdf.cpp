#include "documents/pdf.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <stdexcept>

#include "documents/letters.hpp"
#include "documents/pages.hpp"

namespace giaoban::documents {

namespace {

const char* tag_of(int level) {
  static constexpr const char* tags[] = {"P", "H1", "H2", "H3", "H4", "H5", "H6"};
  return tags[std::clamp(level, 0, 6)];
}

class Painter {
 public:
  Painter(const Document& d, const std::vector<Placed>& blocks, cairo_t* cr)
      : d_(d), blocks_(blocks), cr_(cr) {}

  void paint(const std::vector<Page>& pages) {
    cairo_tag_begin(cr_, "Document", nullptr);
    for (size_t i = 0; i < pages.size(); ++i) {
      if (pages[i].number > 1) paint_number(pages[i].number);
      for (size_t s = 0; s < pages[i].strips.size(); ++s) paint_strip(pages, i, s);
      if (i + 1 == pages.size()) break;
      if (pages[i].strips.empty() || !split(pages, i, pages[i].strips.size() - 1)) close_node();
      cairo_show_page(cr_);
    }
    close_node();
    close_block();
    cairo_tag_end(cr_, "Document");
    cairo_show_page(cr_);
  }

 private:
  const Document& d_;
  const std::vector<Placed>& blocks_;
  cairo_t* cr_;
  Outline outline_;
  int block_ = -1, row_ = -1, cell_ = -1, node_ = 0;
  const char* node_tag_ = nullptr;
  const char* cell_tag_ = nullptr;

  static double points(int twips) { return twips / 20.0; }

  void paint_number(int number) {
    auto& look = d_.styles.of(Style::page_number);
    auto layout = lay_out({{std::to_string(number)}}, look, d_.paper.text_width(), d_.meta.language);
    auto* line = pango_layout_get_line_readonly(layout.get(), 0);
    PangoRectangle logical;
    pango_layout_line_get_extents(line, nullptr, &logical);
    double width = static_cast<double>(logical.width) / PANGO_SCALE;
    double x = d_.paper.left.points() + (d_.paper.text_width().points() - width) / 2;
    double y = d_.paper.number_from_top.points() + look.line.points() -
               static_cast<double>(logical.height + logical.y) / PANGO_SCALE;
    cairo_move_to(cr_, x, y);
    pango_cairo_show_layout_line(cr_, line);  // outside every tag: not part of what is read aloud
  }

  void paint_strip(const std::vector<Page>& pages, size_t page, size_t index) {
    auto& placed = pages[page].strips[index];
    auto& s = *placed.strip;
    if (placed.repeated) {
      close_node();
      for (auto& line : s.lines) show(line, placed.y);
    } else {
      enter_block(s.block);
      for (size_t i = 0; i < s.lines.size(); ++i) {
        auto& line = s.lines[i];
        if (s.row >= 0) enter_cell(s.row, s.cell_of_line[i], s.block);
        enter_node(line);
        paint_line(line, placed.y, split(pages, page, index));
      }
    }
    if (!s.rules.empty() || is_ruled(s.block)) paint_rules(s, placed.y);
  }

  /// Whether the paragraph of a line goes on from or to another page: its parts then become spans of one tag.
  bool split(const std::vector<Page>& pages, size_t page, size_t index) const {
    auto& strips = pages[page].strips;
    auto node = [](const PlacedStrip& p) {
      return p.strip->lines.empty() ? -1 : p.strip->lines.front().node;
    };
    int mine = node(strips[index]);
    bool from = page > 0 && !pages[page - 1].strips.empty() && node(pages[page - 1].strips.back()) == mine;
    bool to = page + 1 < pages.size() && !pages[page + 1].strips.empty() &&
              node(pages[page + 1].strips.front()) == mine;
    return (from || to) && strips[index].strip->row < 0;
  }

  void paint_line(const LineBox& line, int y, bool in_parts) {
    if (in_parts) cairo_tag_begin(cr_, "Span", nullptr);
    show(line, y);
    if (in_parts) cairo_tag_end(cr_, "Span");
  }

  void show(const LineBox& line, int y) {
    auto* text = pango_layout_get_line_readonly(line.layout.get(), line.line);
    int offset = 0;
    pango_layout_line_get_extents(text, nullptr, nullptr);
    PangoRectangle logical;
    pango_layout_line_get_extents(text, nullptr, &logical);
    auto look = pango_layout_get_alignment(line.layout.get());
    int width = line.width * PANGO_SCALE / 20;
    bool first = line.line == 0;
    if (look == PANGO_ALIGN_CENTER)
      offset = (width - logical.width) / 2;
    else if (look == PANGO_ALIGN_RIGHT)
      offset = width - logical.width;
    else if (first)
      offset = pango_layout_get_indent(line.layout.get());
    cairo_move_to(cr_, d_.paper.left.points() + points(line.x) + static_cast<double>(offset) / PANGO_SCALE,
                  d_.paper.top.points() + points(y + line.y + line.baseline));
    pango_cairo_show_layout_line(cr_, text);
  }

  bool is_ruled(int block) const {
    auto* table = std::get_if<Table>(&blocks_[static_cast<size_t>(block)]);
    return table && table->kind == Table::Kind::figures;
  }

  void paint_rules(const Strip& s, int y) {
    close_node();
    double left = d_.paper.left.points(), top = d_.paper.top.points();
    for (auto& rule : s.rules)
      cairo_rectangle(cr_, left + points(rule.x), top + points(y + rule.y), points(rule.width),
                      points(rule.height));
    cairo_fill(cr_);
    if (!is_ruled(s.block)) return;
    auto& table = std::get<Table>(blocks_[static_cast<size_t>(s.block)]);
    auto widths = widths_of(table, d_.paper.text_width());
    cairo_set_line_width(cr_, 0.5);
    double x = left, height = points(s.height);
    size_t column = 0;
    for (auto& cell : table.rows[static_cast<size_t>(s.row)].cells) {
      double wide = 0;
      for (int i = 0; i < std::max(1, cell.span) && column < widths.size(); ++i)
        wide += widths[column++].points();
      cairo_rectangle(cr_, x, top + points(y), wide, height);
      x += wide;
    }
    cairo_stroke(cr_);
  }

  // Tags. A table of figures is Table > TR > TH/TD > P; letterhead and closing are a Div of paragraphs, since
  // columns without borders mean nothing to a listener.
  void enter_block(int block) {
    if (block == block_) return;
    close_node();
    close_block();
    block_ = block;
    if (std::holds_alternative<Table>(blocks_[static_cast<size_t>(block)]))
      cairo_tag_begin(cr_, is_ruled(block) ? "Table" : "Div", nullptr);
  }
  void close_block() {
    if (block_ < 0) return;
    close_row();
    if (std::holds_alternative<Table>(blocks_[static_cast<size_t>(block_)]))
      cairo_tag_end(cr_, is_ruled(block_) ? "Table" : "Div");
    block_ = -1;
  }
  void enter_cell(int row, int cell, int block) {
    if (!is_ruled(block) || (row == row_ && cell == cell_)) return;
    close_node();
    close_cell();
    if (row != row_) {
      close_row();
      cairo_tag_begin(cr_, "TR", nullptr);
      row_ = row;
    }
    cell_ = cell;
    cell_tag_ = row < std::get<Table>(blocks_[static_cast<size_t>(block)]).head_rows ? "TH" : "TD";
    cairo_tag_begin(cr_, cell_tag_, nullptr);
  }
  void close_cell() {
    if (cell_ >= 0) cairo_tag_end(cr_, cell_tag_);
    cell_ = -1;
  }
  void close_row() {
    close_cell();
    if (row_ >= 0) cairo_tag_end(cr_, "TR");
    row_ = -1;
  }
  void enter_node(const LineBox& line) {
    if (line.node == node_ && node_tag_) return;
    close_node();
    node_ = line.node;
    node_tag_ = tag_of(outline_.next(d_.styles.of(line.style).heading));
    cairo_tag_begin(cr_, node_tag_, nullptr);
  }
  void close_node() {
    if (node_tag_) cairo_tag_end(cr_, node_tag_);
    node_tag_ = nullptr;
  }
};

cairo_status_t append(void* out, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void describe(cairo_surface_t* surface, const Metadata& meta) {
  auto set = [&](cairo_pdf_metadata_t what, const std::string& words) {
    cairo_pdf_surface_set_metadata(surface, what, clean(words).c_str());
  };
  set(CAIRO_PDF_METADATA_TITLE, meta.title);
  set(CAIRO_PDF_METADATA_AUTHOR, meta.author);
  set(CAIRO_PDF_METADATA_SUBJECT, meta.subject);
  set(CAIRO_PDF_METADATA_KEYWORDS, meta.number);
  set(CAIRO_PDF_METADATA_CREATOR, "Giaoban");
  set(CAIRO_PDF_METADATA_CREATE_DATE, meta.date.iso() + "T00:00:00Z");
  set(CAIRO_PDF_METADATA_MOD_DATE, meta.date.iso() + "T00:00:00Z");
}

}  // namespace

std::string pdf(const Document& document) {
  auto blocks = arrange(document);
  auto strips = strips_of(blocks, document);
  auto pages = pages_of(strips, blocks, document.paper.text_height().twips);
  std::string bytes;
  using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
  using Pen = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;
  Surface surface(cairo_pdf_surface_create_for_stream(append, &bytes, document.paper.width.points(),
                                                      document.paper.height.points()),
                  cairo_surface_destroy);
  describe(surface.get(), document.meta);
  Pen pen(cairo_create(surface.get()), cairo_destroy);
  Painter(document, blocks, pen.get()).paint(pages);
  auto drawn = cairo_status(pen.get());
  pen.reset();
  cairo_surface_finish(surface.get());
  auto written = cairo_surface_status(surface.get());
  for (auto status : {drawn, written})
    if (status != CAIRO_STATUS_SUCCESS)
      throw std::runtime_error(fmt::format("pdf: {}", cairo_status_to_string(status)));
  return with_catalogue(std::move(bytes), document.meta);
}

}  // namespace giaoban::documents
