#include "documents/letters.hpp"

#include <doctest/doctest.h>
#include <glib.h>

#include <random>

namespace giaoban::documents {

TEST_CASE("text is cleaned for every format") {
  CHECK(clean("a\x01\x02\x1B"
              "b\x7F") == "ab");
  CHECK(clean("a\tb\r\nc") == "a b\nc");
  CHECK(clean("a\u202Eb\u2066c\u200F") == "abc");  // direction overrides
  CHECK(clean("a\u2028b") == "a\nb");
  CHECK(clean("\xEF\xBB\xBFx") == "x");
  CHECK(clean("a\xFF\xFE"
              "b") ==
        "a\uFFFD\uFFFD"
        "b");                                                    // not UTF-8
  CHECK(clean("\xED\xA0\x80x").find('x') != std::string::npos);  // half a surrogate pair
  CHECK(clean("") == "");
  CHECK(clean(std::string_view("a\0b", 3)).find('b') != std::string::npos);
}

TEST_CASE(
    "whatever bytes come, clean text is UTF-8 without controls, and cleaning it again changes nothing") {
  std::mt19937 dice(20210506);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(dice() % 60, '\0');
    for (auto& c : bytes) c = static_cast<char>(dice() % 3 ? dice() % 256 : 0xC3 + dice() % 0x30);
    auto text = clean(bytes);
    CHECK(g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr));
    CHECK(clean(text) == text);
    for (unsigned char c : text) CHECK((c >= 0x20 || c == '\n'));
  }
}

TEST_CASE("decomposed Vietnamese is composed") {
  CHECK(clean("Tie\u0302\u0301ng Vie\u0323\u0302t") == "Tiếng Việt");
}

TEST_CASE("capitals are Vietnamese") {
  CHECK(upper("Ủy ban nhân dân thành phố Móng Cái, đường") == "ỦY BAN NHÂN DÂN THÀNH PHỐ MÓNG CÁI, ĐƯỜNG");
  CHECK(lowered("ĐIỀU") == "điều");
  CHECK(capitalised("đề nghị") == "Đề nghị");
  CHECK(uncapitalised("Ủy ban") == "ủy ban");
  CHECK(capitalised("") == "");
  CHECK(length_of("Điều") == 4);
}

TEST_CASE("a paragraph shows its marker before its words") {
  Look look;
  look.caps = true;
  auto runs = shown(Paragraph{Style::clause, {{"một"}, {""}, {"hai", true}}, "1."}, look);
  REQUIRE(runs.size() == 3);
  CHECK(runs[0].text == "1. ");
  CHECK(runs[1].text == "MỘT");
  CHECK(runs[2].bold);
}

}  // namespace giaoban::documents
