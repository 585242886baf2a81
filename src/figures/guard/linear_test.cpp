#include "figures/guard/guard_corpus_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;
using namespace giaoban::figures::guard;

TEST_CASE("guard: ten times the text gives ten times the pieces, and no more findings than a page can show") {
  // Time is not measured here; what could grow faster than the text is counted: claims, pairs, findings.
  for (std::string piece : {"Kim ngạch xuất nhập khẩu tháng 4 đạt 1 triệu USD. ", "(", "tăng ", "1 ", "trong đó 9 tỷ đồng ", "so với "}) {
    std::string text;
    while (text.size() < 60'000) text += piece;
    auto result = check_city(text, Month::of(2021, 4));
    CHECK(result.findings.size() <= 200);
  }
}
