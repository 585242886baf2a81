#include "pictures/formats.hpp"

#include <algorithm>
#include <cctype>

namespace giaoban::pictures {

const char* media_type(Format format) {
  switch (format) {
    case Format::jpeg: return "image/jpeg";
    case Format::png: return "image/png";
    case Format::webp: return "image/webp";
  }
  return "";
}

std::optional<Format> format_named(std::string_view file_name) {
  auto dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return {};
  std::string end(file_name.substr(dot + 1));
  std::transform(end.begin(), end.end(), end.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (end == "jpg" || end == "jpeg") return Format::jpeg;
  if (end == "png") return Format::png;
  if (end == "webp") return Format::webp;
  return {};
}

tl::unexpected<Problem> damaged() {
  return refuse(Problem::Kind::invalid, {"Tệp ảnh hỏng hoặc bị cắt cụt; hãy lưu lại ảnh rồi gửi.", "The picture is damaged or cut off; save it anew and send it again."});
}

std::optional<Problem> too_large(uint32_t width, uint32_t height) {
  if (width == 0 || height == 0) return damaged().value();
  if (width <= side_max && height <= side_max && uint64_t{width} * height <= dots_max) return {};
  return Problem{Problem::Kind::invalid, {"Ảnh quá lớn: tối đa 16.384 điểm mỗi chiều và 100 triệu điểm.", "The picture is too large: at most 16,384 dots a side and 100 million in all."}, {}};
}

Outcome<Picture> bare(std::string_view bytes) {
  if (is_jpeg(bytes)) return bare_jpeg(bytes);
  if (is_png(bytes)) return bare_png(bytes);
  if (is_webp(bytes)) return bare_webp(bytes);
  return refuse(Problem::Kind::invalid, {"Tệp này không phải ảnh JPG, PNG hoặc WebP, dù tên là vậy.", "This is no JPG, PNG or WebP picture, whatever its name says."});
}

}  // namespace giaoban::pictures
