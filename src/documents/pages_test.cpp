#include "documents/pages.hpp"

#include <doctest/doctest.h>

#include "documents/layout_rules.hpp"
#include "documents/letters.hpp"
#include "documents/testing.hpp"

namespace giaoban::documents {

namespace {

/// Everything between tree and paint, kept together since each looks into the one before.
struct Laid {
  Document document;
  std::vector<Placed> blocks;
  std::vector<Strip> strips;
  std::vector<Page> pages;
  explicit Laid(Document d) : document(std::move(d)) {
    blocks = arrange(document);
    strips = strips_of(blocks, document);
    pages = pages_of(strips, blocks, document.paper.text_height().twips);
  }
};

Document paper() {
  return blank(layout_rules(Date::of(2021, 5, 10)));
}

/// Nothing stands outside the margins and nothing is lost. A letter may lean out of its box
/// by a point.
void check_margins(const Laid& laid) {
  int height = laid.document.paper.text_height().twips, width = laid.document.paper.text_width().twips;
  size_t placed = 0;
  for (auto& page : laid.pages) {
    for (auto& at : page.strips) {
      placed += at.repeated ? 0 : 1;
      CHECK(at.y >= 0);
      CHECK(at.y + at.strip->height <= height);
      for (auto& line : at.strip->lines) {
        PangoRectangle ink;
        auto* text = pango_layout_get_line_readonly(line.layout.get(), line.line);
        pango_layout_line_get_extents(text, &ink, nullptr);
        int indent = line.line == 0 && pango_layout_get_alignment(line.layout.get()) == PANGO_ALIGN_LEFT
                         ? pango_layout_get_indent(line.layout.get())
                         : 0;
        CHECK(ink.x + ink.width + indent <= line.width * PANGO_SCALE / 20 + PANGO_SCALE);
        CHECK(line.x >= 0);
        CHECK(line.x + line.width <= width);
        CHECK(line.y + line.height <= at.strip->height);
      }
      for (auto& rule : at.strip->rules) CHECK(rule.x + rule.width <= width);
    }
  }
  CHECK(placed == laid.strips.size());
}

const Paragraph* paragraph_of(const Laid& laid, const PlacedStrip& strip) {
  return std::get_if<Paragraph>(&laid.blocks[static_cast<size_t>(strip.strip->block)]);
}

}  // namespace

TEST_CASE("nothing stands outside the margins") {
  check_margins(Laid(notice(long_notice(6))));
  check_margins(Laid(notice(hostile_notice())));
}

TEST_CASE("300 clauses: no widow, no orphan, no heading at a page's end, nothing lost") {
  Laid laid(notice(long_notice(300)));
  CHECK(laid.pages.size() > 30);
  check_margins(laid);
  for (size_t i = 0; i + 1 < laid.pages.size(); ++i) {
    auto& last = laid.pages[i].strips.back();
    auto& next = laid.pages[i + 1].strips.front();
    auto* p = paragraph_of(laid, last);
    REQUIRE(p);
    CHECK(laid.document.styles.of(p->style).heading == 0);
    if (last.strip->block != next.strip->block) continue;
    size_t before = 0, after = 0;
    for (auto& s : laid.pages[i].strips) before += s.strip->block == last.strip->block;
    for (auto& s : laid.pages[i + 1].strips) after += s.strip->block == last.strip->block;
    CHECK(before >= 2);
    CHECK(after >= 2);
  }
}

TEST_CASE("a signature never stands on a page without text above it") {
  for (int clauses = 1; clauses < 40; ++clauses) {
    Laid laid(notice(long_notice(clauses)));
    auto& strips = laid.pages.back().strips;
    REQUIRE(strips.size() >= 2);
    CHECK(paragraph_of(laid, strips[strips.size() - 2]));
  }
}

TEST_CASE("pages are filled: none ends early but for what must stay together") {
  Laid laid(notice(long_notice(60)));
  int height = laid.document.paper.text_height().twips;
  for (size_t i = 0; i + 1 < laid.pages.size(); ++i) {
    auto& last = laid.pages[i].strips.back();
    CHECK(last.y + last.strip->height > height * 4 / 5);
  }
}

TEST_CASE("a table goes on with its head; its rows stay whole") {
  auto d = paper();
  Table table{Table::Kind::figures, {3, 1}, 1, {}};
  table.rows.push_back(
      {{Cell{{Paragraph{Style::cell_head, {{"Đơn vị"}}}}}, Cell{{Paragraph{Style::cell_head, {{"%"}}}}}}});
  for (int i = 0; i < 120; ++i)
    table.rows.push_back({{Cell{{Paragraph{Style::cell, {{"Xã " + std::to_string(i)}}}}},
                           Cell{{Paragraph{Style::cell, {{"1,0"}}}}}}});
  d.blocks.emplace_back(table);
  Laid laid(d);
  REQUIRE(laid.pages.size() >= 3);
  check_margins(laid);
  for (size_t i = 1; i < laid.pages.size(); ++i) {
    CHECK(laid.pages[i].strips[0].repeated);
    CHECK(laid.pages[i].strips[0].strip->row == 0);
    CHECK(!laid.pages[i].strips[1].repeated);
  }
}

TEST_CASE("a row higher than a page is cut, a chain longer than a page is parted") {
  auto d = paper();
  std::string words;
  for (int i = 0; i < 3000; ++i) words += "chữ ";
  Table table{Table::Kind::figures, {1, 1}, 0, {}};
  table.rows.push_back(
      {{Cell{{Paragraph{Style::cell, {{words}}}}}, Cell{{Paragraph{Style::cell, {{"x"}}}}}}});
  d.blocks.emplace_back(table);
  for (int i = 0; i < 100; ++i) d.blocks.emplace_back(Paragraph{Style::roman, {{"Mục"}}, "I."});
  Laid laid(d);
  CHECK(laid.pages.size() > 4);
  check_margins(laid);
}

TEST_CASE("page numbers: 1 is hidden by the writers, an annex begins anew") {
  auto d = paper();
  d.blocks.emplace_back(Paragraph{Style::body, {{"một"}}});
  d.blocks.emplace_back(PageBreak{});
  d.blocks.emplace_back(Paragraph{Style::body, {{"hai"}}});
  d.blocks.emplace_back(PageBreak{true});
  d.blocks.emplace_back(Paragraph{Style::annex, {{"Phụ lục"}}});
  Laid laid(d);
  REQUIRE(laid.pages.size() == 3);
  CHECK(laid.pages[0].number == 1);
  CHECK(laid.pages[1].number == 2);
  CHECK(laid.pages[2].number == 1);
}

TEST_CASE("the legal form: rules are as wide as the decree says") {
  Laid laid(notice(long_notice(3)));
  auto& letterhead = laid.strips[0];
  REQUIRE(letterhead.rules.size() == 2);
  auto width = [&](Style style) {
    for (auto& line : letterhead.lines) {
      if (line.style != style) continue;
      PangoRectangle logical;
      pango_layout_line_get_extents(pango_layout_get_line_readonly(line.layout.get(), line.line), nullptr,
                                    &logical);
      return logical.width * 20 / PANGO_SCALE;
    }
    return 0;
  };
  int body = width(Style::issuing_body), motto_width = width(Style::motto);
  CHECK(letterhead.rules[0].width * 3 >= body);  // one third to one half
  CHECK(letterhead.rules[0].width * 2 <= body);
  CHECK(std::abs(letterhead.rules[1].width - motto_width) <= 2);  // as wide as the words
}

}  // namespace giaoban::documents
