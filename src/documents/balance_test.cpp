#include "documents/balance.hpp"

#include <doctest/doctest.h>

namespace giaoban::documents {

namespace {
std::string lines(const char* text, int points) {
  Look look;
  look.size = pt(14);
  look.line = pt(18);
  look.bold = true;
  return balanced(text, look, pt(points), Language::vi);
}
}  // namespace

TEST_CASE("titles break where a reader pauses") {
  CHECK(lines("Kết luận của Chủ tịch UBND thành phố tại phiên họp thường kỳ tháng 4 năm 2021", 467) ==
        "Kết luận của Chủ tịch UBND thành phố\ntại phiên họp thường kỳ tháng 4 năm 2021");
  CHECK(
      lines("Kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội tháng 4; nhiệm vụ trọng tâm tháng 5 năm "
            "2021",
            467) ==
      "Kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội tháng 4;\nnhiệm vụ trọng tâm tháng 5 năm 2021");
  CHECK(lines("Ủy ban nhân dân thành phố Móng Cái", 150) == "Ủy ban nhân dân\nthành phố Móng Cái");
}

TEST_CASE("what fits stays on one line, and breaks that are there stay") {
  CHECK(lines("Thông báo", 467) == "Thông báo");
  CHECK(lines("Một\nhai", 467) == "Một\nhai");
  CHECK(lines("", 467) == "");
  CHECK(lines("   ", 467) == "");
}

TEST_CASE("a word longer than the line is left to the line") {
  std::string long_word(400, 'x');
  CHECK(lines(("a " + long_word + " b").c_str(), 100).find(long_word) != std::string::npos);
}

}  // namespace giaoban::documents
