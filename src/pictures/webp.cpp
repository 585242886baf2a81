// WebP (RFC 9649): chunks in a RIFF file. Kept are the coded dots, their alpha and, where there is one, the extended header
// without its marks for what was left out. A still picture: one that moves is refused.
#include "pictures/formats.hpp"

namespace giaoban::pictures {
namespace {

using namespace std::string_view_literals;

void put(std::string& out, std::string_view type, std::string_view data) {
  out += type;
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(data.size() >> shift & 0xff);
  out += data;
  if (data.size() % 2) out += '\0';
}

enum Mark : uint8_t { animation = 0x02, alpha = 0x10 };

class Webp {
 public:
  explicit Webp(std::string_view chunks) : in_(chunks) {}

  Outcome<Picture> bare() {
    while (!in_.at_end()) {
      auto type = in_.take(4);
      auto data = in_.take(in_.little(4));
      if (data.size() % 2) in_.take(1);
      if (!in_.whole()) return damaged();
      if (type == "ANIM" || type == "ANMF") return moves();
      if (type == "VP8X") {
        if (canvas_ || dots_ || data.size() != 10) return damaged();
        if (data[0] & animation) return moves();
        canvas_ = data;
      }
      if (type == "ALPH" && !alpha_ && !dots_) alpha_ = data;
      if (type == "VP8 " || type == "VP8L") {
        if (dots_ || !(type == "VP8 " ? lossy(data) : lossless(data))) return damaged();
        dots_ = data;
        type_ = type;
      }
    }
    if (!dots_) return damaged();
    if (auto problem = too_large(picture_.width, picture_.height)) return tl::unexpected(*problem);
    picture_.bytes = written();
    return std::move(picture_);
  }

 private:
  static tl::unexpected<Problem> moves() {
    return refuse(Problem::Kind::invalid, {"Cần ảnh tĩnh; ảnh này chuyển động.", "A still picture is needed; this one moves."});
  }
  /// A key frame, its start code, its size (RFC 6386, 9.1).
  bool lossy(std::string_view data) {
    Cursor in(data);
    bool key = (in.little(3) & 1) == 0;
    if (in.take(3) != "\x9d\x01\x2a"sv || !key) return false;
    picture_.width = in.little(2) & 0x3fff;
    picture_.height = in.little(2) & 0x3fff;
    return in.whole() && picture_.width > 0 && picture_.height > 0;
  }
  bool lossless(std::string_view data) {
    Cursor in(data);
    if (in.little(1) != 0x2f) return false;
    auto sides = in.little(4);
    picture_.width = (sides & 0x3fff) + 1;
    picture_.height = (sides >> 14 & 0x3fff) + 1;
    return in.whole() && sides >> 29 == 0;
  }
  std::string written() const {
    std::string chunks("WEBP"sv);
    if (canvas_) {
      std::string canvas(10, '\0');
      canvas[0] = static_cast<char>((*canvas_)[0] & alpha);
      auto side = [&](size_t at, uint32_t length) {
        for (size_t i = 0; i < 3; ++i) canvas[at + i] = static_cast<char>((length - 1) >> (8 * i) & 0xff);
      };
      side(4, picture_.width);
      side(7, picture_.height);
      put(chunks, "VP8X", canvas);
      if (alpha_ && type_ == "VP8 ") put(chunks, "ALPH", *alpha_);
    }
    put(chunks, type_, *dots_);
    std::string out;
    put(out, "RIFF", chunks);
    return out;
  }

  Cursor in_;
  Picture picture_{Format::webp, {}, 0, 0};
  std::optional<std::string_view> canvas_, alpha_, dots_;
  std::string_view type_;
};

}  // namespace

bool is_webp(std::string_view bytes) { return bytes.size() >= 12 && bytes.starts_with("RIFF"sv) && bytes.substr(8, 4) == "WEBP"sv; }

Outcome<Picture> bare_webp(std::string_view bytes) {
  Cursor in(bytes);
  in.take(4);
  auto length = in.little(4);
  auto chunks = in.take(length);  // what hangs behind is not the file's
  if (!in.whole() || length < 4) return damaged();
  return Webp(chunks.substr(4)).bare();
}

}  // namespace giaoban::pictures
