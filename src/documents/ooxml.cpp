#include "documents/ooxml.hpp"

#include <sstream>

namespace giaoban::documents::ooxml {

pugi::xml_node root(pugi::xml_document& xml, const char* name) {
  auto declaration = xml.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  declaration.append_attribute("standalone") = "yes";
  return xml.append_child(name);
}

std::string text_of(const pugi::xml_document& xml) {
  struct Writer : pugi::xml_writer {
    std::string out;
    void write(const void* data, size_t size) override { out.append(static_cast<const char*>(data), size); }
  } writer;
  xml.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::move(writer.out);
}

void paragraph_properties(pugi::xml_node ppr, const Look& look, bool styled, bool break_before) {
  if (styled) {
    if (break_before) ppr.append_child("w:pageBreakBefore");
    return;
  }
  if (look.keep_next) ppr.append_child("w:keepNext");
  if (look.keep_lines) ppr.append_child("w:keepLines");
  if (break_before) ppr.append_child("w:pageBreakBefore");
  ppr.append_child("w:widowControl");
  auto spacing = ppr.append_child("w:spacing");
  spacing.append_attribute("w:before") = look.before.twips;
  spacing.append_attribute("w:after") = look.after.twips;
  spacing.append_attribute("w:line") = look.line.twips;
  spacing.append_attribute("w:lineRule") = "atLeast";
  if (look.first_line.twips != 0 || look.left.twips != 0) {
    auto ind = ppr.append_child("w:ind");
    ind.append_attribute("w:left") = look.left.twips;
    ind.append_attribute("w:firstLine") = look.first_line.twips;
  }
  const char* align = look.align == Align::centre    ? "center"
                      : look.align == Align::right   ? "right"
                      : look.align == Align::justify ? "both"
                                                     : "left";
  set(ppr.append_child("w:jc"), align);
}

void run_properties(pugi::xml_node rpr, bool bold, bool italic, Length size) {
  for (auto [name, on] : {std::pair{"w:b", bold}, {"w:bCs", bold}, {"w:i", italic}, {"w:iCs", italic}})
    if (on) rpr.append_child(name);
  set(rpr.append_child("w:sz"), size.twips / 10);
  set(rpr.append_child("w:szCs"), size.twips / 10);
}

}  // namespace giaoban::documents::ooxml
