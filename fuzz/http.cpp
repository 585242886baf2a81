// The bytes of requests, as a connection reads them: header by header, with the server's limits and refusals. What passes
// has one Host, one length, a known method and an address without a blank.
#include "fuzz.hpp"
#include "net/reading.hpp"

using namespace giaoban;
namespace beast = boost::beast;
namespace http = beast::http;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view left(reinterpret_cast<const char*>(data), size);
  while (!left.empty()) {  // requests follow each other on one connection
    http::request_parser<http::string_body> parser;
    parser.header_limit(net::header_bytes_max);
    parser.body_limit(net::body_bytes_max);
    parser.eager(false);
    beast::error_code error;
    auto put = [&] {
      auto used = parser.put(boost::asio::const_buffer(left.data(), left.size()), error);
      left.remove_prefix(used);
      return used > 0;
    };
    while (!parser.is_header_done() && !error && put()) {}
    if (error || !parser.is_header_done()) return 0;
    if (auto refusal = net::unacceptable(parser.get())) {
      PROMISE(refusal->status >= 400 && refusal->body && !refusal->body->empty(), "a refusal says why");
      return 0;
    }
    while (!parser.is_done() && !error && !left.empty() && put()) {}
    if (error || !parser.is_done()) return 0;
    auto message = parser.release();
    std::string target(message.target());
    PROMISE(message.method() == http::verb::get || message.method() == http::verb::head || message.method() == http::verb::post, target);
    PROMISE(target.starts_with('/') && target.find_first_of(" \r\n") == std::string::npos, target);
    net::Request request;
    for (auto& field : message) {
      std::string name(field.name_string());
      for (auto& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      request.headers.emplace_back(name, std::string(field.value()));
    }
    size_t hosts = 0, lengths = 0;
    for (auto& [name, value] : request.headers) {
      hosts += name == "host";
      lengths += name == "content-length";
      PROMISE(value.find_first_of("\r\n") == std::string::npos && value.find('\0') == std::string::npos, name);
    }
    PROMISE(hosts == 1 && lengths <= 1, "one Host, one length");
    PROMISE(message.body().size() <= net::body_bytes_max, "a body has a limit");
    for (auto* name : {"giaoban", "a", ""}) {
      auto value = request.cookie(name);
      PROMISE(value.find(';') == std::string_view::npos, "a cookie ends at a semicolon");
    }
    request.accepts("gzip");
  }
  return 0;
}
