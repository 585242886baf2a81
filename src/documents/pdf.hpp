#pragma once
#include <string>

#include "documents/tree.hpp"

namespace giaoban::documents {

/// The document as tagged PDF. The same tree gives the same bytes on machines with the same cairo and pango.
std::string pdf(const Document& document);

/// Adds to cairo's PDF what it cannot say: the language, that readers show the title, and the XMP metadata.
std::string with_catalogue(std::string pdf, const Metadata& meta);

}  // namespace giaoban::documents
