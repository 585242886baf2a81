// cairo 1.16 writes a tagged PDF, yet cannot say its language. Its catalogue is the last object of the file,
// so it can be written anew, with the XMP metadata behind it, and no other object moves.
#include <fmt/format.h>

#include <charconv>
#include <pugixml.hpp>
#include <stdexcept>

#include "documents/letters.hpp"
#include "documents/ooxml.hpp"
#include "documents/pdf.hpp"

namespace giaoban::documents {

namespace {

[[noreturn]] void unexpected(const char* what) {
  throw std::runtime_error(fmt::format("cairo wrote a PDF of another form: {}", what));
}

size_t number_after(const std::string& text, std::string_view words, size_t from) {
  size_t at = text.find(words, from);
  if (at == std::string::npos) unexpected(std::string(words).c_str());
  at = text.find_first_of("0123456789", at + words.size());
  size_t value = 0;
  if (at == std::string::npos ||
      std::from_chars(text.data() + at, text.data() + text.size(), value).ec != std::errc{})
    unexpected("a number");
  return value;
}

std::string language_of(const Metadata& meta) {
  return meta.language == Language::vi ? "vi-VN" : "en-GB";
}

/// What archives and readers look the document up by: Dublin Core.
std::string xmp(const Metadata& meta) {
  pugi::xml_document xml;
  auto root = xml.append_child("x:xmpmeta");
  root.append_attribute("xmlns:x") = "adobe:ns:meta/";
  auto rdf = root.append_child("rdf:RDF");
  rdf.append_attribute("xmlns:rdf") = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  auto about = rdf.append_child("rdf:Description");
  about.append_attribute("rdf:about") = "";
  about.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
  about.append_attribute("xmlns:xmp") = "http://ns.adobe.com/xap/1.0/";
  auto list = [&](const char* name, const char* kind, const std::string& value, bool by_language) {
    auto item = about.append_child(name).append_child(kind).append_child("rdf:li");
    if (by_language) item.append_attribute("xml:lang") = "x-default";
    item.text().set(clean(value).c_str());
  };
  list("dc:title", "rdf:Alt", meta.title, true);
  list("dc:description", "rdf:Alt", meta.subject, true);
  list("dc:creator", "rdf:Seq", meta.author, false);
  list("dc:language", "rdf:Bag", language_of(meta), false);
  about.append_child("dc:identifier").text().set(clean(meta.number).c_str());
  auto day = meta.date.iso() + "T00:00:00Z";
  about.append_child("xmp:CreateDate").text().set(day.c_str());
  about.append_child("xmp:ModifyDate").text().set(day.c_str());
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>" + ooxml::text_of(xml) +
         "<?xpacket end=\"r\"?>";
}

/// cairo forgets the "D:" with which a date begins in PDF.
std::string with_dates(std::string information) {
  for (auto* key : {"/CreationDate (", "/ModDate ("}) {
    size_t at = information.find(key);
    if (at == std::string::npos) unexpected("no date");
    at += std::string_view(key).size();
    if (information.compare(at, 2, "D:") != 0) information.insert(at, "D:");
  }
  return information;
}

}  // namespace

std::string with_catalogue(std::string pdf, const Metadata& meta) {
  size_t end = pdf.rfind("startxref");
  if (end == std::string::npos) unexpected("startxref");
  size_t xref = number_after(pdf, "startxref", end);
  size_t trailer = pdf.find("trailer", xref);
  if (trailer == std::string::npos || pdf.compare(xref, 5, "xref\n") != 0) unexpected("xref");
  size_t root = number_after(pdf, "/Root", trailer), size = number_after(pdf, "/Size", trailer);
  size_t info = number_after(pdf, "/Info", trailer);
  auto entries = pdf.substr(xref, trailer - xref);
  auto head = fmt::format("xref\n0 {}\n", size);
  if (!entries.starts_with(head) || root >= size) unexpected("the head of xref");
  entries.erase(0, head.size());

  size_t last = pdf.rfind(fmt::format("\n{} 0 obj\n<< /Type /Catalog", root), xref) + 1;
  size_t before = pdf.rfind(fmt::format("\n{} 0 obj\n", info), xref) + 1;
  if (last == 0 || before == 0 || before >= last)
    unexpected("information and catalogue are not the last objects");
  auto information = with_dates(pdf.substr(before, last - before));
  auto catalogue = pdf.substr(last, xref - last);
  size_t close = catalogue.find(">>\nendobj\n");
  if (close == std::string::npos || close + 10 != catalogue.size())
    unexpected("the catalogue is not the last object");
  catalogue.insert(close, fmt::format("   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
                                      "   /Metadata {} 0 R\n",
                                      language_of(meta), size));
  pdf.resize(before);
  pdf += information;
  entries.replace(root * 20, 10, fmt::format("{:010}", pdf.size()));
  pdf += catalogue;
  entries += fmt::format("{:010} 00000 n \n", pdf.size());
  auto packet = xmp(meta);
  pdf +=
      fmt::format("{} 0 obj\n<< /Type /Metadata /Subtype /XML /Length {} >>\nstream\n{}\nendstream\nendobj\n",
                  size, packet.size(), packet);
  size_t table = pdf.size();
  pdf += fmt::format(
      "xref\n0 {}\n{}trailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n>>\nstartxref\n{}\n%%EOF\n",
      size + 1, entries, size + 1, root, info, table);
  return pdf;
}

}  // namespace giaoban::documents
