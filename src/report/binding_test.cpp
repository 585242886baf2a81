#include "report/binding.hpp"

#include "figures/demo_city_test.hpp"

using namespace giaoban;
using namespace giaoban::report;

namespace {

const rules::Wording house{{2, 0}, {5, 2}, 1, rules::Zero::drop, rules::Zero::keep};

const figures::Columns& city() {
  static const auto columns = figures::demo_columns();
  return columns;
}
Source source() { return {city(), house}; }

std::vector<figures::Run> sentence(const char* indicator = "import_export") {
  return figures::month_sentence(city(), {*city().find_indicator(indicator), city().root(), Month::of(2021, 4)}, house).vi;
}
std::string plain(const std::vector<figures::Run>& runs) {
  std::string out;
  for (auto& run : runs) out += run.text;
  return out;
}
std::vector<std::string> bound(const std::vector<figures::Run>& runs) {
  std::vector<std::string> out;
  for (auto& run : runs)
    if (run.figure) out.push_back(run.text);
  return out;
}
int contradicting(const std::vector<figures::Run>& runs) {
  int n = 0;
  for (auto& run : runs) n += contradicts(source(), run, Language::vi);
  return n;
}

}  // namespace

TEST_CASE("report binding: an edited sentence keeps the figures of the numbers that stay") {
  auto before = sentence();
  auto numbers = bound(before);
  REQUIRE(numbers.size() >= 5);
  CHECK(bound(rebind(before, plain(before))) == numbers);
  CHECK(bound(rebind(before, "Nhờ phía bạn kéo dài giờ thông quan từ ngày 15/4, " + plain(before))) == numbers);
  CHECK(plain(rebind(before, "Một câu khác, không có số.")) == "Một câu khác, không có số.");
  CHECK(bound(rebind(before, "Một câu khác, không có số.")).empty());
  CHECK(bound(rebind(before, "Kim ngạch tăng 26% theo tiêu chuẩn 9001:2015, km3+4.")) == std::vector<std::string>{"26%"});
  CHECK(contradicting(rebind(before, "Kim ngạch tăng 26,0%.")) == 0);
}

TEST_CASE("report binding: a number typed over a bound one is found to contradict it") {
  auto before = sentence();
  auto text = plain(before);
  auto at = text.find("26%");
  REQUIRE(at != std::string::npos);
  auto after = rebind(before, std::string(text).replace(at, 3, "62%"));
  CHECK(bound(after).size() == bound(before).size());
  CHECK(contradicting(after) == 1);
  // Put right, it is bound as before.
  auto again = rebind(after, text);
  CHECK(contradicting(again) == 0);
  CHECK(bound(again) == bound(before));
  // Set free, it is only a number.
  for (auto& run : after)
    if (contradicts(source(), run, Language::vi)) {
      auto binding = *run.figure;
      release(after, binding);
      break;
    }
  CHECK(contradicting(after) == 0);
}

TEST_CASE("report binding: the same number may be written with or without its zero") {
  CHECK(same_number("26%", "26,0%", Language::vi));
  CHECK(same_number("1.214,8", "1214,8", Language::vi));
  CHECK(same_number("1,214.8", "1214.80", Language::en));
  CHECK_FALSE(same_number("26%", "26", Language::vi));
  CHECK_FALSE(same_number("2,6%", "26%", Language::vi));
  CHECK_FALSE(same_number("x", "x", Language::vi));
}

TEST_CASE("report binding: rereading finds what has moved, and whether the words still hold") {
  auto before = sentence();
  for (auto& run : before)
    if (run.figure) {
      CHECK_FALSE(reread(source(), *run.figure).moved);
      auto other = *run.figure;
      other.shown.units = -other.shown.units;
      auto now = reread(source(), other);
      CHECK(now.moved);
      if (other.what == figures::Case::change) CHECK_FALSE(now.words_hold);
      other.indicator = "gone";
      CHECK(reread(source(), other).moved);
    }
}
