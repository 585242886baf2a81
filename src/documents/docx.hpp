#pragma once
#include <string>

#include "documents/tree.hpp"

namespace giaoban::documents {

/// The document as Word reads it (OOXML). The same tree gives the same bytes.
std::string docx(const Document& document);

namespace parts {
/// word/document.xml and word/styles.xml; apart so that tests can read them without unpacking.
std::string body_xml(const Document& document);
std::string styles_xml(const Document& document);
}  // namespace parts

}  // namespace giaoban::documents
