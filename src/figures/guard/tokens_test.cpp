#include "figures/guard/tokens.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace giaoban;
using namespace giaoban::figures::guard;

namespace {
std::string keys(std::string_view text) {
  std::string out;
  for (auto& token : tokens(text)) out += (out.empty() ? "" : " ") + token.key;
  return out;
}
std::string number(std::string_view written, Language language) {
  auto n = read_number(written, language);
  return n ? n->value.str() : "none";
}
}  // namespace

TEST_CASE("tokens: one word whatever its case, its spelling and its form of Unicode") {
  CHECK(keys("Thủy thuỷ THỦY") == "thuy3 thuy3 thuy3");
  CHECK(keys("Tỷ tỉ kì kỳ") == "ti3 ti3 ki1 ki1");
  CHECK(keys("hòa hoà") == "hoa1 hoa1");
  CHECK(keys("thu\xcc\x89y Đồng \xc4\x91o\xcc\x82\xcc\x80ng") == "thuy3 đông1 đông1");  // decomposed
  CHECK(keys("Covid-19, 26%.") == "covid - 19 , 26 % .");
  CHECK(keys("year’s – 1.214,8") == "year ' s - 1.214,8");
}

TEST_CASE("tokens: decimal comma and dots in Vietnamese, the other way round in English") {
  CHECK(number("1.214,8", Language::vi) == "1214.8");
  CHECK(number("1,214.8", Language::en) == "1214.8");
  CHECK(number("1.214", Language::vi) == "1214");
  CHECK(number("1.214", Language::en) == "1.214");
  CHECK(number("386.4", Language::vi) == "386.4");  // a slip that has one meaning only
  CHECK(number("0.125", Language::vi) == "0.125");
  CHECK(number("1.326.668", Language::vi) == "1326668");
  CHECK(number("1.2.3", Language::vi) == "none");
  CHECK(number("12.34.567", Language::vi) == "none");
  CHECK(number("99999999999999999999", Language::vi) == "none");
}

TEST_CASE("tokens: any bytes are a text, and spans are in order within it") {
  CHECK(rc::check("any bytes", [] {
    auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
    uint32_t last = 0;
    for (auto& token : tokens(bytes)) {
      RC_ASSERT(token.at.begin >= last && token.at.end > token.at.begin && token.at.end <= bytes.size());
      last = token.at.end;
    }
  }));
}
