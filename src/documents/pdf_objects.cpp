#include "documents/pdf_objects.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace giaoban::documents {

namespace {

[[noreturn]] void unexpected(std::string_view what) {
  throw std::runtime_error(fmt::format("cairo wrote a PDF of another form: {}", what));
}

size_t number_at(std::string_view text, size_t at) {
  at = text.find_first_of("0123456789", at);
  size_t value = 0;
  if (at == std::string_view::npos ||
      std::from_chars(text.data() + at, text.data() + text.size(), value).ec != std::errc{})
    unexpected("a number");
  return value;
}

size_t number_after(std::string_view text, std::string_view words, size_t from) {
  size_t at = text.find(words, from);
  if (at == std::string_view::npos) unexpected(words);
  return number_at(text, at + words.size());
}

std::string inflated(std::string_view data) {
  std::string out(data.size() * 8 + 1024, '\0');
  while (true) {
    auto size = static_cast<uLongf>(out.size());
    int result = uncompress(reinterpret_cast<Bytef*>(out.data()), &size,
                            reinterpret_cast<const Bytef*>(data.data()), static_cast<uLong>(data.size()));
    if (result == Z_OK) {
      out.resize(size);
      return out;
    }
    // Text on paper never deflates a thousandfold: beyond that something is wrong.
    if (result != Z_BUF_ERROR || out.size() > data.size() * 1000 + 1'000'000) unexpected("a stream");
    out.resize(out.size() * 2);
  }
}

std::string deflated(const std::string& data) {
  auto size = compressBound(static_cast<uLong>(data.size()));
  std::string out(size, '\0');
  if (compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(data.data()),
                static_cast<uLong>(data.size()), 6) != Z_OK)
    unexpected("a stream");
  out.resize(size);
  return out;
}

bool paints(std::string_view line) {
  for (std::string_view op : {"Tj", "TJ", " f", " f*", " S", " s", " B", " Do"})
    if (line.ends_with(op)) return true;
  return line == "f" || line == "f*" || line == "S";
}

}  // namespace

PdfObjects PdfObjects::read(const std::string& pdf) {
  size_t end = pdf.rfind("startxref");
  if (end == std::string::npos) unexpected("startxref");
  size_t xref = number_after(pdf, "startxref", end);
  size_t trailer = pdf.find("trailer", std::min(xref, pdf.size()));
  if (trailer == std::string::npos || pdf.compare(xref, 7, "xref\n0 ") != 0) unexpected("xref");
  PdfObjects out;
  out.root = number_after(pdf, "/Root", trailer);
  out.info = number_after(pdf, "/Info", trailer);
  size_t size = number_at(pdf, xref + 7), entry = pdf.find('\n', xref + 7) + 1;
  if (entry + size * 20 != trailer || out.root >= size || out.info >= size) unexpected("the entries of xref");
  std::vector<std::pair<size_t, size_t>> places;  // offset, number
  for (size_t i = 0; i < size; ++i, entry += 20)
    if (pdf[entry + 17] == 'n') places.emplace_back(number_at(pdf, entry), i);
  std::sort(places.begin(), places.end());
  if (places.empty() || places.back().first >= xref) unexpected("an object's place");
  out.head = pdf.substr(0, places[0].first);
  out.bytes.resize(size);
  for (size_t i = 0; i < places.size(); ++i) {
    auto [from, number] = places[i];
    auto& object = out.bytes[number] =
        pdf.substr(from, (i + 1 < places.size() ? places[i + 1].first : xref) - from);
    if (!object.starts_with(fmt::format("{} 0 obj\n", number)) || !object.ends_with("endobj\n"))
      unexpected("an object");
  }
  return out;
}

std::string PdfObjects::written() const {
  std::string out = head;
  auto table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", bytes.size());
  for (size_t i = 1; i < bytes.size(); ++i) {
    table += bytes[i].empty() ? std::string("0000000000 00000 f \n")
                              : fmt::format("{:010} 00000 n \n", out.size());
    out += bytes[i];
  }
  size_t at = out.size();
  return out + table +
         fmt::format("trailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n>>\nstartxref\n{}\n%%EOF\n",
                     bytes.size(), root, info, at);
}

size_t PdfObjects::reference(size_t object, std::string_view key) const {
  auto number = number_after(bytes.at(object), fmt::format("{} ", key), 0);
  if (number == 0 || number >= bytes.size() || bytes[number].empty()) unexpected(key);
  return number;
}

std::string with_artifacts(const std::string& content) {
  std::string out, loose;
  int depth = 0;
  bool painting = false;
  auto settle = [&] {
    out += painting ? "/Artifact BMC\n" + loose + "EMC\n" : loose;
    loose.clear();
    painting = false;
  };
  for (size_t from = 0; from < content.size();) {
    size_t to = std::min(content.find('\n', from), content.size());
    std::string_view line(content.data() + from, to - from);
    from = to + 1;
    bool begins = line.starts_with('/') && (line.ends_with(" BDC") || line.ends_with(" BMC"));
    if (begins && depth++ == 0) settle();
    auto& where = depth > 0 ? out : loose;
    where.append(line).append("\n");
    if (depth == 0) painting = painting || paints(line);
    if (line == "EMC") --depth;
    if (depth < 0) unexpected("marked content");
  }
  if (depth != 0) unexpected("marked content");
  settle();
  return out;
}

void mark_artifacts(PdfObjects& pdf) {
  for (size_t i = 1; i < pdf.bytes.size(); ++i) {
    if (pdf.bytes[i].find("<< /Type /Page %") == std::string::npos) continue;
    size_t content = pdf.reference(i, "/Contents"), length = pdf.reference(content, "/Length");
    auto& stream = pdf.bytes[content];
    size_t begin = stream.find("stream\n"), bytes = number_after(pdf.bytes[length], "obj", 0);
    if (begin == std::string::npos || stream.find("/Filter /FlateDecode") > begin ||
        begin + 7 + bytes > stream.size())
      unexpected("a page's content");
    begin += 7;
    auto marked = deflated(with_artifacts(inflated(std::string_view(stream).substr(begin, bytes))));
    stream.replace(begin, bytes, marked);
    pdf.bytes[length] = fmt::format("{} 0 obj\n   {}\nendobj\n", length, marked.size());
  }
}

}  // namespace giaoban::documents
