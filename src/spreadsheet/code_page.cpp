#include "spreadsheet/code_page.hpp"

#include <boost/locale/encoding_utf.hpp>

#include <array>

namespace giaoban::spreadsheet {
namespace {

/// The first byte that is not part of a well-formed letter; npos when all are.
size_t first_fault(std::string_view s) {
  for (size_t i = 0; i < s.size();) {
    auto lead = static_cast<unsigned char>(s[i]);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    size_t length = lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
    if (length == 0 || i + length > s.size()) return i;
    for (size_t k = 1; k < length; ++k)
      if ((static_cast<unsigned char>(s[i + k]) & 0xC0) != 0x80) return i;
    auto second = static_cast<unsigned char>(s[i + 1]);
    bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    bool outside = (lead == 0xED && second >= 0xA0) || (lead == 0xF4 && second >= 0x90);  // surrogates; beyond Unicode
    if (overlong || outside) return i;
    i += length;
  }
  return std::string_view::npos;
}

/// The page that Vietnamese offices would have written these bytes in.
std::string likely_page(std::string_view bytes) {
  size_t tcvn = 0, windows = 0;
  for (char c : bytes) {
    auto byte = static_cast<unsigned char>(c);
    if ((byte >= 0xA8 && byte <= 0xAE) || (byte >= 0xB5 && byte <= 0xB9)) ++tcvn;  // ă â ê ô ơ ư đ; à ả ã á ạ
    if (std::string_view("\xE3\xE2\xEA\xF4\xF5\xFD\xF0\xCC\xEC\xD2\xDE\xF2").find(c) != std::string_view::npos) ++windows;
  }
  return tcvn > windows ? "TCVN3 (ABC)" : "Windows-1258";
}

std::string place_of_byte(std::string_view bytes, size_t at) {
  auto before = bytes.substr(0, at);
  auto line = static_cast<size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  return std::to_string(line);
}

/// UTF-8 that was read as Windows-1252 and saved again: "Hải" has become "Háº£i".
size_t garbled(std::string_view text) {
  static constexpr std::array<std::string_view, 3> signs{"áº", "á»", "Ä‘"};
  size_t first = std::string_view::npos, count = 0;
  for (auto sign : signs)
    for (auto at = text.find(sign); at != std::string_view::npos && count < 2; at = text.find(sign, at + 1)) {
      first = std::min(first, at);
      ++count;
    }
  return count >= 2 ? first : std::string_view::npos;
}

tl::unexpected<Problem> wrong_page(const std::string& page, const std::string& line) {
  return refuse(Problem::Kind::invalid,
                {"Dòng " + line + ": chữ trong tệp không ở mã UTF-8, có lẽ là " + page + ". Trong Excel chọn Lưu thành, loại “CSV UTF-8”, rồi nạp lại.",
                 "Line " + line + ": the file is not in UTF-8, it may be " + page + ". In Excel choose Save as, type “CSV UTF-8”, and send it again."});
}

Outcome<std::string_view> from_utf16(std::string_view bytes, bool big, std::string& converted) {
  std::u16string units;
  units.reserve(bytes.size() / 2);
  for (size_t i = 2; i + 1 < bytes.size(); i += 2) {
    auto low = static_cast<unsigned char>(bytes[i + (big ? 1 : 0)]), high = static_cast<unsigned char>(bytes[i + (big ? 0 : 1)]);
    units += static_cast<char16_t>(low | high << 8);
  }
  try {
    converted = boost::locale::conv::utf_to_utf<char>(units.data(), units.data() + units.size(), boost::locale::conv::stop);
  } catch (const boost::locale::conv::conversion_error&) {
    return wrong_page("UTF-16", "1");
  }
  return std::string_view(converted);
}

}  // namespace

Outcome<std::string_view> utf8_of(std::string_view bytes, std::string& converted) {
  bool little = bytes.starts_with("\xFF\xFE"), big = bytes.starts_with("\xFE\xFF");
  if (little || big) {
    TRY(text, from_utf16(bytes, big, converted));
    bytes = text;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  // Neither a store nor a document can hold it, in whatever code it was written.
  if (auto zero = bytes.find('\0'); zero != std::string_view::npos) {
    bool wide = !little && !big && bytes.size() > 3 && (bytes[1] == '\0' || bytes[0] == '\0');
    if (wide) return wrong_page("UTF-16", "1");
    return refuse(Problem::Kind::invalid, {"Tệp này không phải văn bản CSV.", "This file is not CSV text."});
  }
  if (auto at = first_fault(bytes); at != std::string_view::npos)
    return wrong_page(likely_page(bytes), place_of_byte(bytes, at));
  if (auto at = garbled(bytes); at != std::string_view::npos)
    return refuse(Problem::Kind::invalid,
                  {"Dòng " + place_of_byte(bytes, at) + ": chữ Việt trong tệp đã hỏng (“Hải” thành “Háº£i”), vì tệp từng được mở ở mã khác. Xuất lại từ bản gốc, chọn “CSV UTF-8”.",
                   "Line " + place_of_byte(bytes, at) + ": the Vietnamese letters are broken (“Hải” became “Háº£i”): the file was once opened in another code page. Export it again from the original as “CSV UTF-8”."});
  return bytes;
}

}  // namespace giaoban::spreadsheet
