#include "spreadsheet/xml_stream.hpp"

#include <expat.h>

namespace giaoban::spreadsheet {
namespace {

std::string_view local(std::string_view name) {
  auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class Stream {
 public:
  explicit Stream(XmlEvents& events) : events_(events), parser_(XML_ParserCreate(nullptr), &XML_ParserFree) {
    auto* p = parser_.get();
    if (!p) throw std::bad_alloc();
    XML_SetUserData(p, this);
    XML_SetElementHandler(p, &Stream::open, &Stream::close);
    XML_SetCharacterDataHandler(p, &Stream::text);
    XML_SetStartDoctypeDeclHandler(p, &Stream::doctype);
  }
  /// False at a fault of the XML itself.
  bool feed(std::string_view piece, bool last) {
    return XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last) == XML_STATUS_OK;
  }
  bool has_doctype() const { return doctype_; }
  bool too_deep() const { return too_deep_; }

 private:
  static Stream& of(void* self) { return *static_cast<Stream*>(self); }
  static void open(void* self, const char* name, const char** attributes) {
    auto& s = of(self);
    if (++s.depth_ > Limits{}.depth) {
      s.too_deep_ = true;
      XML_StopParser(s.parser_.get(), XML_FALSE);
      return;
    }
    s.events_.open(local(name), XmlEvents::Attributes(attributes));
  }
  static void close(void* self, const char* name) {
    --of(self).depth_;
    of(self).events_.close(local(name));
  }
  static void text(void* self, const char* text, int length) {
    of(self).events_.text({text, static_cast<size_t>(length)});
  }
  static void doctype(void* self, const char*, const char*, const char*, int) {
    of(self).doctype_ = true;
    XML_StopParser(of(self).parser_.get(), XML_FALSE);
  }

  XmlEvents& events_;
  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
  size_t depth_ = 0;
  bool doctype_ = false, too_deep_ = false;
};

}  // namespace

std::string_view XmlEvents::Attributes::operator[](std::string_view name) const {
  for (auto** at = list_; *at; at += 2)
    if (local(at[0]) == name) return at[1];
  return {};
}

Outcome<bool> read_xml(Package& package, const std::string& part, XmlEvents& events) {
  Stream stream(events);
  bool sound = true;
  TRY(whole, package.read(part, [&](std::string_view piece) {
    sound = stream.feed(piece, false);
    return sound && !events.enough();
  }));
  if (sound && whole) sound = stream.feed({}, true);
  if (stream.has_doctype())
    return refuse(Problem::Kind::invalid,
                  {"Sổ tính có khai báo DTD, điều mà Excel không bao giờ ghi. Tệp này không được nhận.",
                   "The workbook declares a DTD, which Excel never writes. This file is not accepted."});
  if (!sound || stream.too_deep())
    return refuse(Problem::Kind::invalid,
                  {"Phần “" + part + "” của sổ tính không đọc được. Mở bằng Excel rồi lưu lại dạng .xlsx.",
                   "Part “" + part + "” of the workbook cannot be read. Open it in Excel and save it as .xlsx."});
  return whole;
}

}  // namespace giaoban::spreadsheet
