#pragma once
// Small words for writing WordprocessingML with pugixml. Inside src/documents only.
#include <pugixml.hpp>
#include <string>

#include "documents/style.hpp"

namespace giaoban::documents::ooxml {

inline constexpr const char* main_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

pugi::xml_node root(pugi::xml_document& xml, const char* name);
std::string text_of(const pugi::xml_document& xml);

inline void set(pugi::xml_node node, const char* value) {
  node.append_attribute("w:val") = value;
}
inline void set(pugi::xml_node node, int value) {
  node.append_attribute("w:val") = value;
}

/// Paragraph properties of a look, in the order that the schema demands.
/// With `styled`, only what the style does not say: the page break.
void paragraph_properties(pugi::xml_node ppr, const Look& look, bool styled = false,
                          bool break_before = false);
/// Run properties; `bold` and `italic` as the run is to appear.
void run_properties(pugi::xml_node rpr, bool bold, bool italic, Length size);

}  // namespace giaoban::documents::ooxml
