#include "documents/docx.hpp"

#include <doctest/doctest.h>

#include <pugixml.hpp>

#include "documents/layout_rules.hpp"
#include "documents/samples.hpp"
#include "documents/testing.hpp"

namespace giaoban::documents {

namespace {

pugi::xml_document parsed(const std::string& xml) {
  pugi::xml_document out;
  auto result = out.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  CHECK_MESSAGE(result, result.description());
  return out;
}

std::string words(const pugi::xml_document& xml) {
  std::string out;
  for (auto& node : xml.select_nodes("//w:t")) out += node.node().text().get();
  return out;
}

}  // namespace

TEST_CASE("every part of a DOCX is well-formed and every relation leads somewhere") {
  auto bytes = docx(notice(samples::notice()));
  auto parts = unpacked(bytes);
  CHECK(parts[0].name == "[Content_Types].xml");
  for (auto& part : parts) CHECK(parsed(part.bytes).document_element());
  auto types = parsed(part_of(bytes, "[Content_Types].xml"));
  for (auto& node : types.select_nodes("//Override")) {
    std::string name = node.node().attribute("PartName").value();
    part_of(bytes, name.substr(1));
  }
  auto relations = parsed(part_of(bytes, "word/_rels/document.xml.rels"));
  for (auto& node : relations.select_nodes("//Relationship"))
    part_of(bytes, std::string("word/") + node.node().attribute("Target").value());
}

TEST_CASE("a DOCX has the decree's page, face and hidden first number") {
  auto bytes = docx(notice(samples::notice()));
  auto body = parsed(part_of(bytes, "word/document.xml"));
  auto margins = body.select_node("//w:sectPr/w:pgMar").node();
  CHECK(margins.attribute("w:left").as_int() == 1701);  // 30 mm
  CHECK(margins.attribute("w:right").as_int() == 850);  // 15 mm
  CHECK(margins.attribute("w:top").as_int() == 1134);   // 20 mm
  CHECK(body.select_node("//w:sectPr/w:titlePg"));
  CHECK(part_of(bytes, "word/header1.xml").find(" PAGE ") != std::string::npos);
  CHECK(part_of(bytes, "word/header2.xml").find("PAGE") == std::string::npos);
  auto styles = parsed(part_of(bytes, "word/styles.xml"));
  CHECK(std::string(styles.select_node("//w:rFonts").node().attribute("w:ascii").value()) ==
        "Times New Roman");
  CHECK(std::string(styles.select_node("//w:lang").node().attribute("w:val").value()) == "vi-VN");
  // Every style that the body names is there.
  for (auto& node : body.select_nodes("//w:pStyle")) {
    auto path = std::string("//w:style[@w:styleId='") + node.node().attribute("w:val").value() + "']";
    CHECK(styles.select_node(path.c_str()));
  }
  CHECK(part_of(bytes, "docProps/core.xml").find("Thông báo 96/TB-VP") != std::string::npos);
}

TEST_CASE("a DOCX says what the notice says") {
  auto text = words(parsed(parts::body_xml(notice(samples::notice()))));
  for (auto* said : {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 96/TB-VP",
                     "II. NHIỆM VỤ TRỌNG TÂM THÁNG 5", "b) Giao Ban Quản lý dự án chủ trì", "- Lưu: VT, TH.",
                     "TL. CHỦ TỊCH"})
    CHECK_MESSAGE(text.find(said) != std::string::npos, said);
}

TEST_CASE("hostile text cannot leave its place in a DOCX") {
  auto bytes = docx(notice(hostile_notice()));
  for (auto& part : unpacked(bytes)) {
    CHECK(parsed(part.bytes).document_element());
    for (unsigned char c : part.bytes) REQUIRE((c >= 0x20 || c == '\n' || c == '\r' || c == '\t'));
  }
  auto text = words(parsed(part_of(bytes, "word/document.xml")));
  CHECK(text.find("<script>alert(1)</script>") != std::string::npos);  // as words
  CHECK(text.find("Tiếng") != std::string::npos);
  CHECK(text.find("\u202E") == std::string::npos);
}

TEST_CASE("the same tree gives the same DOCX; another one another") {
  auto tree = notice(samples::notice());
  CHECK(docx(tree) == docx(tree));
  CHECK(docx(tree) == docx(notice(samples::notice())));
  auto other = samples::notice();
  other.imprint.number = 97;
  CHECK(docx(tree) != docx(notice(other)));
}

TEST_CASE("an annex is a section that begins at page 1") {
  auto body = parsed(parts::body_xml(report(samples::report(Language::vi))));
  CHECK(body.select_nodes("//w:sectPr").size() == 2);
  CHECK(body.select_node("/w:document/w:body/w:sectPr/w:pgNumType[@w:start='1']"));
  CHECK(body.select_node("//w:tbl//w:tblHeader"));
}

TEST_CASE("an empty document and an empty table still open") {
  Document empty = blank(layout_rules(Date::of(2021, 5, 10)));
  empty.blocks.emplace_back(Table{});
  empty.blocks.emplace_back(Table{Table::Kind::figures, {}, 1, {{}, {{Cell{}}}}});
  auto body = parsed(parts::body_xml(empty));
  CHECK(body.select_node("//w:body/w:p"));
  for (auto& cell : body.select_nodes("//w:tc")) CHECK(cell.node().child("w:p"));
  CHECK(!docx(Document{}).empty());
}

}  // namespace giaoban::documents
