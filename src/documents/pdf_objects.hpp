#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace giaoban::documents {

/// The objects of a PDF with one plain cross-reference table, as cairo writes it. Throws on any other form.
struct PdfObjects {
  std::string head;                // before the first object
  std::vector<std::string> bytes;  // by number: "7 0 obj … endobj\n"; 0 is empty
  size_t root = 0, info = 0;

  static PdfObjects read(const std::string& pdf);
  std::string written() const;

  /// The number behind a key of an object: "/Contents 4 0 R" -> 4. Throws if it is not there.
  size_t reference(size_t object, std::string_view key) const;
};

/// What a page paints outside every tag (page numbers, rules, borders, a repeated head) is said to be an
/// artifact, so that no reader takes it for text of the document.
std::string with_artifacts(const std::string& content);

/// The same for the content of every page.
void mark_artifacts(PdfObjects& pdf);

}  // namespace giaoban::documents
