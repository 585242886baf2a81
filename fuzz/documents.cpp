// Words that an office typed, as DOCX, PDF and HTML: whatever they are, each file is made, and its XML reads.
#include <pugixml.hpp>

#include "documents/docx.hpp"
#include "documents/html.hpp"
#include "documents/layout_rules.hpp"
#include "documents/pdf.hpp"
#include "fuzz.hpp"

using namespace giaoban;
using namespace giaoban::documents;

namespace {

/// Paragraphs, a table and a closing out of the bytes: a byte chooses, the text up to the next zero byte is what it says.
Document document_of(fuzz::Bytes& bytes) {
  static const bool ready = use_layout_rules(FUZZ_RULES).has_value();
  PROMISE(ready, FUZZ_RULES);
  auto document = blank(layout_rules(Date::of(2021, 5, 6)));
  document.meta.date = Date::of(2021, 5, 6);
  document.meta.language = bytes.one() % 2 ? Language::vi : Language::en;
  document.meta.title = bytes.text();
  document.meta.author = bytes.text();
  Table table{Table::Kind::figures, {2, 1}, 1, {}, false};
  for (int n = 0; n < 40 && !bytes.empty(); ++n) {
    auto choice = bytes.one();
    auto text = bytes.text();
    if (choice % 5 == 4) {
      table.rows.push_back({{{{Paragraph{Style::cell, {{text}}}}, 1}, {{Paragraph{Style::cell, {{bytes.text()}}}}, 1}}});
    } else {
      Paragraph p{static_cast<Style>(choice % style_count), {{text, (choice & 32) != 0, (choice & 64) != 0, (choice & 128) != 0}}};
      if (choice % 5 == 3) p.marker = "a)";
      document.blocks.emplace_back(std::move(p));
    }
  }
  if (!table.rows.empty()) document.blocks.emplace_back(std::move(table));
  return document;
}

void promise_xml(const std::string& xml) {
  pugi::xml_document read;
  auto result = read.load_buffer(xml.data(), xml.size(), pugi::parse_full);
  PROMISE(result, result.description());
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  fuzz::Bytes bytes(data, size);
  auto document = document_of(bytes);
  promise_xml(parts::body_xml(document));
  auto article = html_article(document);
  promise_xml(article);
  PROMISE(article.find("<script") == std::string::npos, "a script in a document");
  PROMISE(pdf(document).starts_with("%PDF"), "a PDF");
  PROMISE(docx(document).starts_with("PK"), "a package");
  return 0;
}
