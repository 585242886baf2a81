#pragma once
// Pictures that strangers may see: JPEG, PNG and WebP, proven to be what they say and taken down to what makes the
// picture. Where it was taken, when, by whom and with what (EXIF, XMP, IPTC, comments, thumbnails, what hangs behind
// the end) never passes. Nothing is decoded and nothing encoded anew: what is kept is kept byte for byte.
#include <optional>
#include <string>
#include <string_view>

#include "base/outcome.hpp"

namespace giaoban::pictures {

enum class Format { jpeg, png, webp };

/// "image/jpeg", for a browser.
const char* media_type(Format format);
/// By the end of a file's name; nothing when it promises no picture of these.
std::optional<Format> format_named(std::string_view file_name);

struct Picture {
  Format format = Format::jpeg;
  std::string bytes;
  uint32_t width = 0, height = 0;
};

/// Widest and highest, and most dots in all: a camera's largest with room to spare. What a browser makes of more may
/// take all its memory.
inline constexpr uint32_t side_max = 16'384;
inline constexpr uint64_t dots_max = 100'000'000;

/// The picture alone, or in words why it is none.
Outcome<Picture> bare(std::string_view bytes);

}  // namespace giaoban::pictures
