#include "documents/length.hpp"

#include <doctest/doctest.h>

namespace giaoban::documents {

TEST_CASE("lengths are whole twips") {
  CHECK(Length::parse("14pt") == Length{280});
  CHECK(Length::parse("0.75pt") == Length{15});
  CHECK(Length::parse("12.7mm") == Length{720});
  CHECK(Length::parse("210mm") == mm(210));
  CHECK(mm(210).twips == 11906);  // A4 as Word has it
  CHECK(mm(297).twips == 16838);
  for (auto* bad : {"", "pt", "mm", "14", "14 pt", "14px", "1e3pt", "99999999mm", "14pt "})
    CHECK(!Length::parse(bad));
}

}  // namespace giaoban::documents
