#pragma once
// Each format's reader, for bare() alone.
#include <cstdint>

#include "pictures/pictures.hpp"

namespace giaoban::pictures {

/// Bytes from front to back. What would reach over the end gives nothing and leaves `whole` false from there on.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : left_(bytes) {}
  bool whole() const { return whole_; }
  bool at_end() const { return left_.empty(); }
  std::string_view left() const { return left_; }
  std::string_view take(size_t n) {
    if (n > left_.size()) {
      whole_ = false;
      left_ = {};
      return {};
    }
    auto out = left_.substr(0, n);
    left_.remove_prefix(n);
    return out;
  }
  uint32_t big(size_t n) {
    uint32_t v = 0;
    for (unsigned char c : take(n)) v = v << 8 | c;
    return v;
  }
  uint32_t little(size_t n) {
    uint32_t v = 0;
    auto bytes = take(n);
    for (size_t i = bytes.size(); i-- > 0;) v = v << 8 | static_cast<unsigned char>(bytes[i]);
    return v;
  }

 private:
  std::string_view left_;
  bool whole_ = true;
};

bool is_jpeg(std::string_view bytes);
bool is_png(std::string_view bytes);
bool is_webp(std::string_view bytes);
Outcome<Picture> bare_jpeg(std::string_view bytes);
Outcome<Picture> bare_png(std::string_view bytes);
Outcome<Picture> bare_webp(std::string_view bytes);

tl::unexpected<Problem> damaged();
/// Nothing when a browser can be asked to show so many dots.
std::optional<Problem> too_large(uint32_t width, uint32_t height);

}  // namespace giaoban::pictures
