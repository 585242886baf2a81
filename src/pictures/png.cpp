// PNG (ISO/IEC 15948): chunks, each with its length, type and checksum. Kept are those that the dots and their colours
// need; text, times, EXIF, profiles, animation and whatever else may be in it are left out.
#include <zlib.h>

#include <algorithm>

#include "pictures/formats.hpp"

namespace giaoban::pictures {
namespace {

using namespace std::string_view_literals;

constexpr auto signature = "\x89PNG\r\n\x1a\n"sv;

bool is_kept(std::string_view type) {
  constexpr std::string_view kept[] = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT"};
  return std::find(std::begin(kept), std::end(kept), type) != std::end(kept);
}

bool is_critical(std::string_view type) { return type.size() == 4 && type[0] >= 'A' && type[0] <= 'Z'; }

/// Depth and kind of colour as the standard pairs them; compression, filter and interlace of the known kinds.
bool header_fits(std::string_view ihdr) {
  if (ihdr.size() != 13) return false;
  auto depth = ihdr[8], colour = ihdr[9];
  auto one_of = [&](std::initializer_list<int> depths) { return std::find(depths.begin(), depths.end(), depth) != depths.end(); };
  bool paired = colour == 0 ? one_of({1, 2, 4, 8, 16}) : colour == 3 ? one_of({1, 2, 4, 8}) : (colour == 2 || colour == 4 || colour == 6) && one_of({8, 16});
  return paired && ihdr[10] == 0 && ihdr[11] == 0 && (ihdr[12] == 0 || ihdr[12] == 1);
}

}  // namespace

bool is_png(std::string_view bytes) { return bytes.starts_with(signature); }

Outcome<Picture> bare_png(std::string_view bytes) {
  Cursor in(bytes);
  Picture picture{Format::png, std::string(in.take(signature.size())), 0, 0};
  bool first = true, dots = false, dots_over = false;
  for (;;) {
    auto from = in.left();
    auto length = in.big(4);
    auto type = in.take(4), data = in.take(length);
    auto sum = in.big(4);
    if (!in.whole() || sum != ::crc32(0, reinterpret_cast<const Bytef*>(type.data()), static_cast<uInt>(4 + data.size()))) return damaged();
    if (first != (type == "IHDR")) return damaged();  // it comes first, and once
    if (first) {
      if (!header_fits(data)) return damaged();
      Cursor sides(data);
      picture.width = sides.big(4);
      picture.height = sides.big(4);
      if (auto problem = too_large(picture.width, picture.height)) return tl::unexpected(*problem);
    }
    first = false;
    if (type == "IDAT") {
      if (dots_over) return damaged();  // one after the other, without another chunk between
      dots = true;
    } else {
      dots_over = dots;
    }
    if (is_kept(type)) picture.bytes += from.substr(0, 12 + data.size());
    else if (is_critical(type)) return damaged();
    if (type == "IEND") break;
  }
  if (!dots) return damaged();
  return picture;
}

}  // namespace giaoban::pictures
