#pragma once
#include <boost/describe.hpp>

#include "documents/tree.hpp"

namespace giaoban::documents {

enum class Format { docx, pdf, html };
BOOST_DESCRIBE_ENUM(Format, docx, pdf, html)

/// A document as a file for download.
struct Written {
  std::string ending;      // ".docx"
  std::string media_type;  // "application/pdf"
  std::string bytes;
};
Written written(const Document& document, Format format);

}  // namespace giaoban::documents
