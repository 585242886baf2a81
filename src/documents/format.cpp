#include "documents/format.hpp"

#include "documents/docx.hpp"
#include "documents/html.hpp"
#include "documents/pdf.hpp"

namespace giaoban::documents {

Written written(const Document& document, Format format) {
  switch (format) {
    case Format::docx: return {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx(document)};
    case Format::pdf: return {".pdf", "application/pdf", pdf(document)};
    case Format::html: return {".html", "text/html; charset=utf-8", html(document)};
  }
  return {};
}

}  // namespace giaoban::documents
