#include <fmt/format.h>

#include "documents/docx.hpp"
#include "documents/measure.hpp"
#include "documents/ooxml.hpp"

namespace giaoban::documents::parts {

namespace {

using ooxml::set;

void defaults(pugi::xml_node root, const Document& document) {
  auto rpr = root.append_child("w:docDefaults").append_child("w:rPrDefault").append_child("w:rPr");
  auto fonts = rpr.append_child("w:rFonts");
  for (auto* script : {"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"})
    fonts.append_attribute(script) = word_face;
  ooxml::run_properties(rpr, false, false, document.styles.of(Style::body).size);
  auto lang = rpr.append_child("w:lang");
  lang.append_attribute("w:val") = document.meta.language == Language::vi ? "vi-VN" : "en-GB";
  lang.append_attribute("w:eastAsia") = "vi-VN";
}

pugi::xml_node style(pugi::xml_node root, const char* type, const char* id, const char* name) {
  auto node = root.append_child("w:style");
  node.append_attribute("w:type") = type;
  node.append_attribute("w:styleId") = id;
  set(node.append_child("w:name"), name);
  return node;
}

/// Names under which Word lists the styles; a Vietnamese clerk edits the document further.
const char* shown_name(Style s) {
  static constexpr const char* names[style_count] = {"Quốc hiệu",
                                                     "Tiêu ngữ",
                                                     "Cơ quan chủ quản",
                                                     "Cơ quan ban hành",
                                                     "Số, ký hiệu",
                                                     "Địa danh, ngày",
                                                     "Tên loại",
                                                     "Trích yếu",
                                                     "Trích yếu công văn",
                                                     "Kính gửi",
                                                     "Phần, Chương",
                                                     "Tên Phần, Chương",
                                                     "Mục",
                                                     "Điều",
                                                     "Khoản La Mã",
                                                     "Khoản có tên",
                                                     "Khoản",
                                                     "Điểm",
                                                     "Nội dung",
                                                     "Quyền hạn, chức vụ",
                                                     "Họ tên",
                                                     "Nơi nhận",
                                                     "Nơi nhận, dòng",
                                                     "Phụ lục",
                                                     "Tên phụ lục",
                                                     "Phụ lục kèm theo",
                                                     "Ô",
                                                     "Ô tiêu đề",
                                                     "Ô nhỏ",
                                                     "Ô tiêu đề nhỏ",
                                                     "Tên bảng",
                                                     "Chú thích",
                                                     "Số trang"};
  return names[static_cast<size_t>(s)];
}

void paragraph_style(pugi::xml_node root, Style s, const Look& look) {
  auto node = style(root, "paragraph", name_of(s), shown_name(s));
  node.append_attribute("w:customStyle") = "1";
  set(node.append_child("w:basedOn"), "Normal");
  if (look.heading > 0 || s == Style::subject) set(node.append_child("w:next"), name_of(Style::body));
  node.append_child("w:qFormat");
  auto ppr = node.append_child("w:pPr");
  ooxml::paragraph_properties(ppr, look);
  if (look.heading > 0) set(ppr.append_child("w:outlineLvl"), look.heading - 1);
  ooxml::run_properties(node.append_child("w:rPr"), look.bold, look.italic, look.size);
}

}  // namespace

std::string styles_xml(const Document& document) {
  pugi::xml_document xml;
  auto root = ooxml::root(xml, "w:styles");
  root.append_attribute("xmlns:w") = ooxml::main_namespace;
  defaults(root, document);
  auto normal = style(root, "paragraph", "Normal", "Normal");
  normal.append_attribute("w:default") = "1";
  normal.append_child("w:qFormat");
  auto table = style(root, "table", "TableNormal", "Normal Table");
  table.append_attribute("w:default") = "1";
  auto margins = table.append_child("w:tblPr").append_child("w:tblCellMar");
  for (auto* side : {"w:top", "w:left", "w:bottom", "w:right"}) {
    auto m = margins.append_child(side);
    m.append_attribute("w:w") = 0;
    m.append_attribute("w:type") = "dxa";
  }
  for (size_t i = 0; i < style_count; ++i)
    paragraph_style(root, static_cast<Style>(i), document.styles.of(static_cast<Style>(i)));
  return ooxml::text_of(xml);
}

}  // namespace giaoban::documents::parts
