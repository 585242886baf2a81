// JPEG (ITU-T T.81): segments, each led by a marker; behind a start of scan the coded dots, in which a marker can be told
// from them. Kept are the segments that decoding needs, and of what applications add only Adobe's mark for the colours;
// the JFIF header is written anew, since a thumbnail may hang in it, and so is the one tag that says which side is up.

#include "pictures/formats.hpp"

namespace giaoban::pictures {
namespace {

using namespace std::string_view_literals;

enum Marker : uint8_t {
  dht = 0xc4, jpg = 0xc8, dac = 0xcc, rst0 = 0xd0, rst7 = 0xd7, soi = 0xd8, eoi = 0xd9, sos = 0xda, dqt = 0xdb, dnl = 0xdc,
  dri = 0xdd, app0 = 0xe0, app1 = 0xe1, app14 = 0xee, app15 = 0xef, com = 0xfe
};

bool is_frame(uint8_t marker) { return marker >= 0xc0 && marker <= 0xcf && marker != dht && marker != jpg && marker != dac; }
bool is_restart(uint8_t marker) { return marker >= rst0 && marker <= rst7; }
bool is_needed(uint8_t marker) { return is_frame(marker) || marker == dht || marker == dac || marker == dqt || marker == dri || marker == dnl || marker == sos; }

void put(std::string& out, uint8_t marker, std::string_view payload) {
  out += '\xff';
  out += static_cast<char>(marker);
  auto length = payload.size() + 2;
  out += static_cast<char>(length >> 8);
  out += static_cast<char>(length & 0xff);
  out += payload;
}

/// Tag 0x0112 of an EXIF block's first directory: 1 to 8. What cannot be read says nothing.
std::optional<uint8_t> orientation_in(std::string_view exif) {
  constexpr auto lead = "Exif\0\0"sv;
  if (!exif.starts_with(lead)) return {};
  auto tiff = exif.substr(lead.size());
  bool big = tiff.starts_with("MM\0*"sv);
  if (!big && !tiff.starts_with("II*\0"sv)) return {};
  auto at = [&](size_t offset) { return Cursor(tiff.substr(std::min(offset, tiff.size()))); };
  auto number = [&](Cursor& c, size_t n) { return big ? c.big(n) : c.little(n); };
  auto head = at(4);
  auto directory = at(number(head, 4));
  for (auto entries = number(directory, 2); entries > 0 && directory.whole(); --entries) {
    auto tag = number(directory, 2), type = number(directory, 2), count = number(directory, 4), value = number(directory, 2);
    directory.take(2);
    if (tag == 0x0112 && type == 3 && count == 1 && value >= 1 && value <= 8 && directory.whole()) return static_cast<uint8_t>(value);
  }
  return {};
}

/// An EXIF block that says which side is up, and nothing else.
std::string exif_of(uint8_t orientation) {
  std::string out("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"sv);
  out += static_cast<char>(orientation);
  out.append(6, '\0');  // the value's second half, and no further directory
  return out;
}

/// The coded dots up to the next marker that is none of theirs.
std::string_view scan(Cursor& in) {
  auto all = in.left();
  for (size_t i = 0; i + 1 < all.size(); ++i)
    if (all[i] == '\xff' && all[i + 1] != '\0' && all[i + 1] != '\xff' && !is_restart(static_cast<uint8_t>(all[i + 1]))) return in.take(i);
  return in.take(all.size() + 1);  // no end: not whole
}

/// The next marker; bytes of filling before it are passed over.
uint8_t marker(Cursor& in) {
  if (in.big(1) != 0xff) return 0;
  auto m = in.big(1);
  while (m == 0xff) m = in.big(1);
  return static_cast<uint8_t>(m);
}

class Jpeg {
 public:
  explicit Jpeg(std::string_view bytes) : in_(bytes) {}

  Outcome<Picture> bare() {
    in_.take(2);
    for (;;) {
      auto m = marker(in_);
      if (!in_.whole()) return damaged();
      if (m == eoi) break;
      if (!segment(m)) return damaged();
    }
    if (!scanned_) return damaged();
    if (auto problem = too_large(picture_.width, picture_.height)) return tl::unexpected(*problem);
    std::string out("\xff\xd8"sv);
    if (jfif_) put(out, app0, "JFIF\0\1\1\0\0\1\0\1\0\0"sv);
    if (orientation_ > 1) put(out, app1, exif_of(orientation_));
    out += body_;
    out += "\xff\xd9"sv;
    picture_.bytes = std::move(out);
    return std::move(picture_);
  }

 private:
  bool segment(uint8_t m) {
    auto length = in_.big(2);
    if (length < 2) return false;
    auto payload = in_.take(length - 2);
    if (!in_.whole()) return false;
    if (is_frame(m) && !frame(payload)) return false;
    if (is_needed(m)) put(body_, m, payload);
    else if (m >= app0 && m <= app15) added(m, payload);
    else if (m != com) return false;
    if (m != sos) return true;
    if (picture_.width == 0) return false;
    body_ += scan(in_);
    scanned_ = true;
    return in_.whole();
  }
  /// One frame, with its size said in it.
  bool frame(std::string_view payload) {
    if (picture_.width != 0) return false;
    Cursor in(payload);
    in.take(1);
    picture_.height = in.big(2);
    picture_.width = in.big(2);
    auto components = in.big(1);
    return in.whole() && picture_.width > 0 && picture_.height > 0 && components >= 1 && components <= 4 && in.left().size() == 3 * components;
  }
  void added(uint8_t m, std::string_view payload) {
    constexpr size_t adobe_bytes = 12;
    if (m == app0 && payload.starts_with("JFIF\0"sv)) jfif_ = true;
    if (m == app1 && orientation_ == 0) orientation_ = orientation_in(payload).value_or(0);
    if (m == app14 && payload.starts_with("Adobe"sv) && payload.size() >= adobe_bytes) put(body_, app14, payload.substr(0, adobe_bytes));
  }

  Cursor in_;
  Picture picture_;
  std::string body_;
  bool jfif_ = false, scanned_ = false;
  uint8_t orientation_ = 0;
};

}  // namespace

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xff\xd8\xff"sv); }

Outcome<Picture> bare_jpeg(std::string_view bytes) { return Jpeg(bytes).bare(); }

}  // namespace giaoban::pictures
