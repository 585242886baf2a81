// cairo 1.16 writes a tagged PDF, yet cannot say its language, nor what on a page is no text. That is added
// here.
#include <fmt/format.h>

#include <pugixml.hpp>
#include <stdexcept>

#include "documents/letters.hpp"
#include "documents/ooxml.hpp"
#include "documents/pdf.hpp"
#include "documents/pdf_objects.hpp"

namespace giaoban::documents {

namespace {

[[noreturn]] void unexpected(const char* what) {
  throw std::runtime_error(fmt::format("cairo wrote a PDF of another form: {}", what));
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
  auto objects = PdfObjects::read(pdf);
  mark_artifacts(objects);
  objects.bytes[objects.info] = with_dates(objects.bytes[objects.info]);
  auto& catalogue = objects.bytes[objects.root];
  size_t close = catalogue.rfind(">>\nendobj\n");
  if (catalogue.find("/Type /Catalog") == std::string::npos || close == std::string::npos)
    unexpected("no catalogue");
  size_t metadata = objects.bytes.size();
  catalogue.insert(close, fmt::format("   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
                                      "   /Metadata {} 0 R\n",
                                      language_of(meta), metadata));
  auto packet = xmp(meta);
  objects.bytes.push_back(
      fmt::format("{} 0 obj\n<< /Type /Metadata /Subtype /XML /Length {} >>\nstream\n{}\nendstream\nendobj\n",
                  metadata, packet.size(), packet));
  return objects.written();
}

}  // namespace giaoban::documents
