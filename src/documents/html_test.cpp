#include "documents/html.hpp"

#include <doctest/doctest.h>

#include <pugixml.hpp>

#include "documents/arrange.hpp"
#include "documents/samples.hpp"
#include "documents/testing.hpp"

namespace giaoban::documents {

namespace {

/// Our HTML is written so that, but for <br>, <hr> and <meta>, it is XML too: so a stray "<" is found here.
pugi::xml_document parsed(std::string article) {
  for (std::string tag : {"<br>", "<hr>", "<hr class=\"page\">"})
    for (size_t at = article.find(tag); at != std::string::npos; at = article.find(tag, at + tag.size() + 1))
      article.insert(at + tag.size() - 1, "/");
  pugi::xml_document xml;
  auto result = xml.load_buffer(article.data(), article.size());
  CHECK_MESSAGE(result, result.description());
  return xml;
}

}  // namespace

TEST_CASE("what HTML means is escaped") {
  CHECK(escaped("<a href=\"x\">&'") == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
  CHECK(escaped("\x01\u202E") == "");
}

TEST_CASE("hostile text stays text") {
  auto article = html_article(notice(hostile_notice()));
  CHECK(article.find("<script") == std::string::npos);
  CHECK(article.find("<img") == std::string::npos);
  auto xml = parsed(article);
  CHECK(xml.select_nodes("//*[@onerror]").empty());
  CHECK(article.find(" style=") == std::string::npos);
}

TEST_CASE("clauses carry the names that the page knows them by") {
  auto xml = parsed(html_article(notice(samples::notice())));
  auto clause = xml.select_node("//p[@data-clause='ii-2b']").node();
  REQUIRE(clause);
  CHECK(std::string(clause.attribute("id").value()) == "clause-ii-2b");
  CHECK(std::string(clause.attribute("class").value()) == "point");
  CHECK(std::string(clause.child("span").text().get()) == "b)");
  CHECK(xml.select_nodes("//h1").size() == 1);
  CHECK(std::string(xml.document_element().attribute("lang").value()) == "vi");
}

TEST_CASE("no level of headings is left out") {
  auto article = html_article(minutes(samples::minutes()));
  CHECK(article.find("<h2 class=\"arabic\">") != std::string::npos);
  CHECK(article.find("<h3") == std::string::npos);
  Outline outline;
  int levels[] = {outline.next(1), outline.next(2), outline.next(4), outline.next(0),
                  outline.next(4), outline.next(2), outline.next(3)};
  CHECK(std::vector<int>(std::begin(levels), std::end(levels)) == std::vector<int>{1, 2, 3, 0, 3, 2, 3});
}

TEST_CASE("a table has heads and a body") {
  auto xml = parsed(html_article(report(samples::report(Language::en))));
  CHECK(xml.select_nodes("//table/thead/tr/th[@scope='col']").size() == 6);
  CHECK(xml.select_nodes("//table/tbody/tr").size() == 10);
  Document odd;
  odd.blocks.emplace_back(Table{Table::Kind::figures, {}, 3, {{{Cell{}, Cell{}}}, {{Cell{{}, 2}}}}});
  odd.blocks.emplace_back(Table{});
  parsed(html_article(odd));
}

TEST_CASE("the page of its own is whole") {
  auto page = html(notice(samples::notice()));
  CHECK(page.starts_with("<!doctype html>\n<html lang=\"vi\">"));
  CHECK(page.find("<title>Thông báo 96/TB-VP</title>") != std::string::npos);
  CHECK(page.find(".paper .body { font-size: 14pt; line-height: 18pt;") != std::string::npos);
}

}  // namespace giaoban::documents
