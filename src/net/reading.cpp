#include "net/reading.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace giaoban::net {

namespace beast = boost::beast;
namespace http = beast::http;

Response plain(int status, std::string_view vi, std::string_view en) {
  Response r;
  r.status = status;
  r.content_type = "application/problem+json";
  r.body = std::make_shared<const std::string>(fmt::format(
      R"({{"type":"/problems/http","title":{{"vi":"{}","en":"{}"}},"status":{},"fields":[]}})", vi, en, status));
  return r;
}

std::optional<Response> unacceptable(const http::request<http::string_body>& r) {
  if (r.count(http::field::host) != 1) return plain(400, "Yêu cầu cần đúng một trường Host.", "Exactly one Host header is needed.");
  auto coding = r[http::field::transfer_encoding];
  if (!coding.empty() && (!beast::iequals(coding, "chunked") || r.count(http::field::transfer_encoding) > 1 || r.version() < 11))
    return plain(501, "Cách mã hóa truyền này không được nhận.", "This transfer coding is not accepted.");
  // The parser takes "5, 5" for 5; a server before this one may not.
  auto length = r[http::field::content_length];
  bool digits = std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (r.count(http::field::content_length) > (coding.empty() ? 1u : 0u) || !digits)
    return plain(400, "Độ dài nội dung không rõ ràng.", "The body's length is ambiguous.");
  if (r.method() != http::verb::get && r.method() != http::verb::head && r.method() != http::verb::post)
    return plain(405, "Phương thức này không được dùng.", "This method is not used here.");
  auto target = r.target();
  if (target.empty() || target.front() != '/') return plain(400, "Địa chỉ không hợp lệ.", "The address is not valid.");
  for (char c : target)
    if (static_cast<unsigned char>(c) <= 0x20 || static_cast<unsigned char>(c) >= 0x7f) return plain(400, "Địa chỉ không hợp lệ.", "The address is not valid.");
  return {};
}

}  // namespace giaoban::net
