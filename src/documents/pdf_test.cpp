#include "documents/pdf.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "documents/docx.hpp"
#include "documents/layout_rules.hpp"
#include "documents/pdf_objects.hpp"
#include "documents/samples.hpp"
#include "documents/testing.hpp"

namespace giaoban::documents {

namespace {

size_t count(const std::string& bytes, std::string_view what) {
  size_t n = 0;
  for (size_t at = bytes.find(what); at != std::string::npos; at = bytes.find(what, at + what.size())) ++n;
  return n;
}

/// Every object stands where the cross-reference table says.
void check_table(const std::string& bytes) {
  size_t at = std::stoul(bytes.substr(bytes.rfind("startxref") + 10));
  REQUIRE(bytes.compare(at, 7, "xref\n0 ") == 0);
  size_t size = std::stoul(bytes.substr(at + 7));
  size_t entry = bytes.find('\n', at + 7) + 1;
  for (size_t i = 0; i < size; ++i, entry += 20) {
    REQUIRE(bytes[entry + 19] == '\n');
    if (bytes[entry + 17] != 'n') continue;
    auto head = std::to_string(i) + " 0 obj";
    CHECK(bytes.compare(std::stoul(bytes.substr(entry, 10)), head.size(), head) == 0);
  }
  CHECK(bytes.compare(entry, 7, "trailer") == 0);
  CHECK(bytes.find("/Size " + std::to_string(size), entry) != std::string::npos);
  CHECK(bytes.ends_with("%%EOF\n"));
}

}  // namespace

TEST_CASE("a PDF is tagged and says its language") {
  auto bytes = pdf(notice(samples::notice()));
  check_table(bytes);
  CHECK(count(bytes, "/Type /Page %") == 2);
  for (auto* said : {"/StructTreeRoot", "/MarkInfo << /Marked true >>", "/Lang (vi-VN)",
                     "/DisplayDocTitle true", "/S /Document", "/S /H1", "/S /H2", "/S /P", "/S /Div"})
    CHECK_MESSAGE(count(bytes, said) > 0, said);
  CHECK(count(bytes, "/S /H1\n") == 1);
  CHECK(count(bytes, "<dc:identifier>96/TB-VP</dc:identifier>") == 1);
  CHECK(count(bytes, "CreationDate (D:20210510") >= 1);
  CHECK(count(pdf(report(samples::report(Language::en))), "/Lang (en-GB)") == 1);
}

TEST_CASE("a table is a table to those who listen") {
  auto bytes = pdf(report(samples::report(Language::vi)));
  CHECK(count(bytes, "/S /Table") == 2);
  CHECK(count(bytes, "/S /TR") == 12);
  CHECK(count(bytes, "/S /TH") == 6);
  CHECK(count(bytes, "/S /TD") == 30);
}

TEST_CASE("only Times' double is embedded") {
  auto bytes = pdf(notice(samples::notice()));
  CHECK(count(bytes, "/BaseFont") > 0);
  CHECK(count(bytes, "/BaseFont") == count(bytes, "+LiberationSerif") - count(bytes, "/FontName"));
}

TEST_CASE("the same tree gives the same PDF; another one another") {
  auto tree = notice(samples::notice());
  CHECK(pdf(tree) == pdf(tree));
  CHECK(pdf(tree) == pdf(notice(samples::notice())));
  auto other = samples::notice();
  other.imprint.number = 97;
  CHECK(pdf(tree) != pdf(notice(other)));
}

TEST_CASE("threads write the same PDF and DOCX at once") {
  auto tree = notice(samples::notice());
  auto expected = pdf(tree), expected_docx = docx(tree);
  std::atomic<int> same{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 3; ++i) same += pdf(tree) == expected && docx(tree) == expected_docx;
    });
  for (auto& thread : threads) thread.join();
  CHECK(same == 12);
}

TEST_CASE("what is painted outside tags is an artifact") {
  CHECK(with_artifacts("q\n/P << /MCID 0 >> BDC\nBT\n(a)Tj\nET\nEMC\n1 2 3 4 re f\nBT\n(2)Tj\nET\n/P << "
                       "/MCID 1 >> BDC\n/Span << >> "
                       "BDC\nEMC\nEMC\nQ\n") ==
        "q\n/P << /MCID 0 >> BDC\nBT\n(a)Tj\nET\nEMC\n/Artifact BMC\n1 2 3 4 re f\nBT\n(2)Tj\nET\nEMC\n/P << "
        "/MCID 1 >> "
        "BDC\n/Span << >> BDC\nEMC\nEMC\nQ\n");
  CHECK(with_artifacts("") == "");
  CHECK_THROWS(with_artifacts("EMC\n"));
  CHECK_THROWS(with_artifacts("/P BMC\n"));
}

TEST_CASE("hostile, long and empty documents become PDF") {
  for (auto& document :
       {notice(hostile_notice()), notice(long_notice(300)), blank(layout_rules(Date::of(2021, 5, 10)))})
    check_table(pdf(document));
}

TEST_CASE("a paragraph on two pages stays one paragraph") {
  auto bytes = pdf(notice(long_notice(20)));
  CHECK(count(bytes, "/S /Span") >= 2);
}

TEST_CASE("a PDF of another form is refused, never half changed") {
  for (auto* bad : {"", "%PDF-1.5\n", "startxref\n9\n%%EOF"}) CHECK_THROWS(with_catalogue(bad, {}));
}

}  // namespace giaoban::documents
