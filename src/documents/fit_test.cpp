#include "documents/fit.hpp"

#include <doctest/doctest.h>

#include "documents/layout_rules.hpp"

namespace giaoban::documents {

namespace {

Document of(int paragraphs) {
  auto d = blank(layout_rules(Date::of(2021, 5, 10)));
  d.meta.date = Date::of(2021, 5, 10);
  for (int i = 0; i < paragraphs; ++i) d.blocks.emplace_back(Paragraph{Style::body, {{"Một đoạn."}}});
  return d;
}

}  // namespace

TEST_CASE("a last page with a few lines is saved by the smaller size") {
  auto d = of(32);  // 30 paragraphs of 24 pt fill a page
  fit(d);
  CHECK(d.styles.of(Style::body).size == pt(13));
  CHECK(d.styles.of(Style::body).line == pt(16));
  CHECK(d.styles.of(Style::title).size == pt(14));
}

TEST_CASE("what cannot be saved, or need not be, stays as it is") {
  for (int paragraphs : {0, 10, 36, 45}) {
    auto d = of(paragraphs);
    fit(d);
    CHECK(d.styles.of(Style::body).size == pt(14));
  }
}

TEST_CASE("an annex is not what the body is made smaller for") {
  auto d = of(10);
  d.blocks.emplace_back(PageBreak{true});
  d.blocks.emplace_back(Paragraph{Style::annex, {{"Phụ lục"}}});
  fit(d);
  CHECK(d.styles.of(Style::body).size == pt(14));
}

}  // namespace giaoban::documents
