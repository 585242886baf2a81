#include "documents/docx.hpp"

#include <fmt/format.h>

#include "documents/letters.hpp"
#include "documents/measure.hpp"
#include "documents/ooxml.hpp"
#include "documents/package.hpp"

namespace giaoban::documents {

namespace {

constexpr const char* content_types =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/header2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>)";

constexpr const char* package_rels =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>)";

constexpr const char* document_rels =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/><Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header2.xml"/></Relationships>)";

constexpr const char* app_properties =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Giaoban</Application></Properties>)";

// compatibilityMode 15 = laid out as by Word 2013 and later; doNotExpandShiftReturn keeps a line that ends
// with a break from being stretched over the whole width.
constexpr const char* settings =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>)";

constexpr const char* font_table =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="Times New Roman"><w:altName w:val="Liberation Serif"/><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>)";

std::string core_properties(const Metadata& meta) {
  pugi::xml_document xml;
  auto root = ooxml::root(xml, "cp:coreProperties");
  root.append_attribute("xmlns:cp") =
      "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
  root.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
  root.append_attribute("xmlns:dcterms") = "http://purl.org/dc/terms/";
  root.append_attribute("xmlns:xsi") = "http://www.w3.org/2001/XMLSchema-instance";
  auto text = [&](const char* name, const std::string& value) {
    auto node = root.append_child(name);
    node.text().set(clean(value).c_str());
    return node;
  };
  text("dc:title", meta.title);
  text("dc:subject", meta.subject);
  text("dc:creator", meta.author);
  text("dc:identifier", meta.number);
  text("dc:language", meta.language == Language::vi ? "vi-VN" : "en-GB");
  for (auto* name : {"dcterms:created", "dcterms:modified"})
    text(name, meta.date.iso() + "T00:00:00Z").append_attribute("xsi:type") = "dcterms:W3CDTF";
  return ooxml::text_of(xml);
}

/// The page number, centred in the top margin; the first page's header is empty (Decree 30, annex I).
std::string header_xml(bool numbered) {
  pugi::xml_document xml;
  auto root = ooxml::root(xml, "w:hdr");
  root.append_attribute("xmlns:w") = ooxml::main_namespace;
  auto p = root.append_child("w:p");
  ooxml::set(p.append_child("w:pPr").append_child("w:pStyle"), name_of(Style::page_number));
  if (!numbered) return ooxml::text_of(xml);
  auto field = p.append_child("w:fldSimple");
  field.append_attribute("w:instr") = " PAGE ";
  field.append_child("w:r").append_child("w:t").text().set("2");
  return ooxml::text_of(xml);
}

}  // namespace

std::string docx(const Document& document) {
  return package({
      {"[Content_Types].xml", content_types},
      {"_rels/.rels", package_rels},
      {"docProps/app.xml", app_properties},
      {"docProps/core.xml", core_properties(document.meta)},
      {"word/_rels/document.xml.rels", document_rels},
      {"word/document.xml", parts::body_xml(document)},
      {"word/fontTable.xml", font_table},
      {"word/header1.xml", header_xml(true)},
      {"word/header2.xml", header_xml(false)},
      {"word/settings.xml", settings},
      {"word/styles.xml", parts::styles_xml(document)},
  });
}

}  // namespace giaoban::documents
