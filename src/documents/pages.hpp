#pragma once
// From placed blocks to pages: what the PDF writer paints, and what tests look at. Heights in twips.
#include <memory>
#include <vector>

#include "documents/arrange.hpp"
#include "documents/measure.hpp"

namespace giaoban::documents {

/// One line of a shaped paragraph, where it stands within its strip.
struct LineBox {
  Layout layout;
  int line = 0;
  int x = 0, y = 0;  // of the paragraph's box
  int width = 0;     // of the paragraph's box
  int height = 0;
  int baseline = 0;  // below y
  int node = 0;      // the paragraph that it belongs to
  Style style = Style::body;
  bool split = false;  // the paragraph stands on two pages or more
};
struct RuleBox {
  int x = 0, y = 0, width = 0, height = 0;
};

/// A strip of the page that is never broken: a line, a rule, a table's row.
struct Strip {
  int height = 0;
  int before = 0, after = 0;
  bool may_break_after = true;
  bool breaks_page = false;  // what follows begins a new page
  bool renumber = false;     // … which is page 1 again
  int block = 0;             // index of the placed block
  int row = -1;              // of a table
  std::vector<LineBox> lines;
  std::vector<int> cell_of_line;  // beside `lines`, for rows
  std::vector<RuleBox> rules;
};

struct PlacedStrip {
  const Strip* strip;
  int y;                  // from the top of the text area
  bool repeated = false;  // a table's head on a further page
};
struct Page {
  int number = 1;
  std::vector<PlacedStrip> strips;
};

/// Cuts blocks into strips. `text_height` bounds a table row: a higher one is cut.
std::vector<Strip> strips_of(const std::vector<Placed>& blocks, const Document& document);

/// Fills pages. Holds to may_break_after unless a page would otherwise stay empty; drops space at page ends.
std::vector<Page> pages_of(const std::vector<Strip>& strips, const std::vector<Placed>& blocks,
                           int text_height);

}  // namespace giaoban::documents
