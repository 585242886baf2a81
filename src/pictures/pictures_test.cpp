#include "pictures/pictures.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <zlib.h>

using namespace giaoban;
using namespace std::string_literals;
using pictures::Format;

namespace {

const std::string canary = "CANARY 21.5285 N 107.9657 E";

std::string big(uint32_t value, int bytes) {
  std::string out;
  while (bytes-- > 0) out += static_cast<char>(value >> (8 * bytes) & 0xff);
  return out;
}
std::string little(uint32_t value, int bytes) {
  auto out = big(value, bytes);
  return {out.rbegin(), out.rend()};
}

// ---- pictures by their parts
std::string segment(int marker, const std::string& payload) { return "\xff" + big(static_cast<uint32_t>(marker), 1) + big(static_cast<uint32_t>(payload.size() + 2), 2) + payload; }
/// EXIF with a word in it, in either order of bytes.
std::string exif(int orientation, bool big_endian = false) {
  auto n = [&](uint32_t v, int bytes) { return big_endian ? big(v, bytes) : little(v, bytes); };
  return "Exif\0\0"s + (big_endian ? "MM" : "II") + n(42, 2) + n(8, 4) + n(2, 2) + n(0x010e, 2) + n(2, 2) + n(static_cast<uint32_t>(canary.size()), 4) + n(38, 4) +
         n(0x0112, 2) + n(3, 2) + n(1, 4) + n(static_cast<uint32_t>(orientation), 2) + n(0, 2) + n(0, 4) + canary;
}
std::string frame_header(uint32_t width, uint32_t height) { return segment(0xc0, big(8, 1) + big(height, 2) + big(width, 2) + "\1\1\x11\0"s); }
std::string coded() { return segment(0xda, "\1\1\0\0\x3f\0"s) + "\x12\xff\0\x34\xff\xd0\x56"s; }
std::string jpeg(const std::string& before, uint32_t width = 640, uint32_t height = 480, const std::string& behind = "") {
  return "\xff\xd8" + before + segment(0xdb, std::string(65, '\1')) + frame_header(width, height) + segment(0xc4, std::string(20, '\2')) + coded() + "\xff\xd9" + behind;
}
std::string chunk(const std::string& type, const std::string& data) {
  auto body = type + data;
  return big(static_cast<uint32_t>(data.size()), 4) + body + big(static_cast<uint32_t>(::crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()))), 4);
}
std::string png(const std::string& between, uint32_t width = 640, const std::string& behind = "") {
  return "\x89PNG\r\n\x1a\n" + chunk("IHDR", big(width, 4) + big(480, 4) + "\x08\x02\0\0\0"s) + between + chunk("IDAT", "dots") + chunk("IDAT", "more") + chunk("IEND", "") + behind;
}
std::string riff_chunk(const std::string& type, const std::string& data) { return type + little(static_cast<uint32_t>(data.size()), 4) + data + (data.size() % 2 ? "\0"s : ""); }
std::string webp(const std::string& chunks) { return riff_chunk("RIFF", "WEBP" + chunks); }
const std::string lossy = riff_chunk("VP8 ", little(0x10, 3) + "\x9d\x01\x2a" + little(640, 2) + little(480, 2) + "dots"), lossless = riff_chunk("VP8L", "\x2f" + little(639 | 479 << 14, 4) + "dots");
std::string extended(int marks) { return riff_chunk("VP8X", little(static_cast<uint32_t>(marks), 4) + little(639, 3) + little(479, 3)); }

std::string bare(const std::string& bytes) {
  auto out = pictures::bare(bytes);
  REQUIRE(out);
  CHECK(out->width == 640);
  CHECK(out->height == 480);
  auto again = pictures::bare(out->bytes);
  REQUIRE(again);
  CHECK(again->bytes == out->bytes);
  return out->bytes;
}
void refused(const std::string& bytes) {
  auto out = pictures::bare(bytes);
  REQUIRE_FALSE(out);
  CHECK_FALSE(out.error().title.vi.empty());
}

}  // namespace

TEST_CASE("pictures: of a JPEG only what makes the picture passes, and which side is up") {
  auto plain = bare(jpeg(""));
  for (auto& part : {segment(0xfe, canary), segment(0xe1, "http://ns.adobe.com/xap/1.0/\0"s + canary), segment(0xed, "Photoshop 3.0\0"s + canary), segment(0xe2, "ICC_PROFILE\0\1\1"s + canary), segment(0xef, canary),
                     segment(0xe1, exif(1)), segment(0xe1, canary)})
    CHECK(bare(jpeg(part)) == plain);
  CHECK(bare(jpeg("", 640, 480, canary)) == plain);
  auto header = bare(jpeg(segment(0xe0, "JFIF\0\1\2\1\0\x48\0\x48\2\2"s + canary)));
  CHECK(header.find("JFIF") != std::string::npos);
  CHECK(header.find(canary.substr(0, 6)) == std::string::npos);
  CHECK(bare(jpeg(segment(0xee, "Adobe\0\x64\0\0\0\0\1"s + canary))).find("Adobe") != std::string::npos);
  for (bool big_endian : {false, true}) {
    auto turned = bare(jpeg(segment(0xe1, exif(6, big_endian))));
    CHECK(turned.size() == plain.size() + 36);
    CHECK(turned.find("CANARY") == std::string::npos);
  }
}

TEST_CASE("pictures: of a PNG and a WebP only what makes the picture passes") {
  auto plain = bare(png(""));
  for (auto* type : {"tEXt", "zTXt", "iTXt", "eXIf", "iCCP", "tIME", "acTL", "prVt"}) CHECK(bare(png(chunk(type, canary))) == plain);
  CHECK(bare(png("", 640, canary)) == plain);
  CHECK(bare(png(chunk("gAMA", big(45455, 4)))).size() == plain.size() + 16);
  CHECK(bare(webp(lossy + riff_chunk("EXIF", canary) + riff_chunk("abcd", canary))) == webp(lossy));
  CHECK(bare(webp(lossless) + canary) == webp(lossless));
  for (auto* type : {"EXIF", "XMP ", "ICCP"}) CHECK(bare(webp(extended(0x3c) + riff_chunk(type, canary) + riff_chunk("ALPH", "a") + lossy)) == webp(extended(0x10) + riff_chunk("ALPH", "a") + lossy));
}

TEST_CASE("pictures: what is none, is damaged, cut off, too large or moves is refused in words") {
  refused("");
  refused("<html><script>alert(1)</script>");
  refused("GIF89a");
  refused("%PDF-1.7");
  for (auto& whole : {jpeg(segment(0xe1, exif(6))), png(chunk("tEXt", canary)), webp(extended(0) + lossy)})
    for (size_t n = 0; n < whole.size(); ++n) refused(whole.substr(0, n));
  refused(jpeg("", 0, 480));
  refused(jpeg("", 60'000, 60'000));
  refused(jpeg("", 16'000, 16'000));
  refused(jpeg(frame_header(640, 480)));       // two pictures in one
  refused("\xff\xd8" + coded() + "\xff\xd9");  // dots without a size
  refused(png("", 60'000));
  refused(png(chunk("IHDR", big(640, 4) + big(480, 4) + "\x08\x02\0\0\0"s)));
  refused(png(chunk("ABCD", "needed, says its name")));
  auto altered = png("");
  altered[altered.find("dots")] = 'D';
  refused(altered);
  refused(webp(extended(2) + lossy));
  refused(webp(extended(0) + riff_chunk("ANMF", canary) + lossy));
  refused(webp(lossy + lossy));
  refused(webp(extended(0)));
}

TEST_CASE("pictures: a canary's word in any part never passes, and what passes is no longer than it was") {
  rc::check([] {
    auto part = [](const std::string& word) {
      auto of = *rc::gen::inRange(0xe0, 0xf0);
      return segment(*rc::gen::element(of, 0xfe), *rc::gen::elementOf(std::vector<std::string>{"Exif\0\0"s, "JFIF\0\1\1\0\0\1\0\1\0\0"s, "Adobe\0\x64\0\0\0\0\1"s, ""}) + word);
    };
    std::string before;
    for (int n = *rc::gen::inRange(0, 6); n > 0; --n) before += part(canary);
    auto whole = jpeg(before, 640, 480, canary);
    auto out = pictures::bare(whole);
    RC_ASSERT(out.has_value());
    RC_ASSERT(out->bytes.find("CANARY") == std::string::npos);
    RC_ASSERT(out->bytes.size() <= whole.size());
  });
}

TEST_CASE("pictures: a name promises a format") {
  CHECK(pictures::format_named("Ảnh họp.JPEG") == Format::jpeg);
  CHECK(pictures::format_named("a.b.jpg") == Format::jpeg);
  CHECK(pictures::format_named("a.png") == Format::png);
  CHECK(pictures::format_named("a.WebP") == Format::webp);
  for (auto* none : {"", "jpg", "a.svg", "a.gif", "a.jpg.exe", "a."}) CHECK_FALSE(pictures::format_named(none));
}
