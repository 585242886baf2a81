#include "documents/report.hpp"

#include <doctest/doctest.h>

#include "documents/html.hpp"
#include "documents/samples.hpp"
#include "documents/testing.hpp"

namespace giaoban::documents {

TEST_CASE("the report says what was approved, in both languages") {
  approve("report.html", html_article(report(samples::report(Language::vi))));
  approve("report-en.html", html_article(report(samples::report(Language::en))));
}

TEST_CASE("two annexes are numbered in Roman numerals, one is not") {
  auto input = samples::report(Language::vi);
  CHECK(html_article(report(input)).find(">Phụ lục<") != std::string::npos);
  input.annexes.push_back(input.annexes[0]);
  auto two = html_article(report(input));
  CHECK(two.find(">Phụ lục I<") != std::string::npos);
  CHECK(two.find(">Phụ lục II<") != std::string::npos);
}

TEST_CASE("one addressee stands on the line of Kính gửi, several below it") {
  auto input = samples::report(Language::vi);
  input.addressees = {"Ủy ban nhân dân tỉnh Quảng Ninh"};
  CHECK(html_article(report(input)).find(">Kính gửi: Ủy ban nhân dân tỉnh Quảng Ninh<") != std::string::npos);
  input.addressees.clear();
  CHECK(html_article(report(input)).find("Kính gửi") == std::string::npos);
}

TEST_CASE("a report that is not issued leaves room for its number and day") {
  auto input = samples::report(Language::vi);
  input.imprint.number = 0;
  input.imprint.date.reset();
  auto document = report(input);
  CHECK(document.meta.number.empty());
  CHECK(document.meta.title == "Báo cáo");
  CHECK(html_article(document).find("\u00A0/BC-UBND") != std::string::npos);
}

}  // namespace giaoban::documents
