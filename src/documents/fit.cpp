#include "documents/fit.hpp"

#include "documents/layout_rules.hpp"
#include "documents/pages.hpp"

namespace giaoban::documents {

namespace {

/// A last page that is filled up to this share, in percent, is worth saving.
constexpr int worth_saving = 30;

struct Extent {
  size_t pages = 0;
  int last = 0;  // height used on the last of them
};

/// Of the document itself, annexes left out: they begin on pages of their own anyway.
Extent extent_of(const Document& document) {
  auto blocks = arrange(document);
  auto strips = strips_of(blocks, document);
  auto pages = pages_of(strips, blocks, document.paper.text_height().twips);
  Extent out;
  for (auto& page : pages) {
    if (out.pages > 0 && page.number == 1) break;
    ++out.pages;
    out.last = page.strips.empty() ? 0 : page.strips.back().y + page.strips.back().strip->height;
  }
  return out;
}

}  // namespace

void fit(Document& document) {
  auto now = extent_of(document);
  if (now.pages < 2 || now.last * 100 > document.paper.text_height().twips * worth_saving) return;
  auto& rules = layout_rules(document.meta.date);
  Document tight = document;
  for (auto style :
       {Style::addressee, Style::part, Style::part_title, Style::section, Style::article, Style::roman,
        Style::arabic, Style::clause, Style::point, Style::body, Style::authority, Style::signer}) {
    auto& look = tight.styles.of(style);
    look.size = rules.tight_body;
    look.line = std::min(look.line, rules.tight_line);
  }
  if (extent_of(tight).pages < now.pages) document = std::move(tight);
}

}  // namespace giaoban::documents
