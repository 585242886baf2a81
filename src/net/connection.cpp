#include <spdlog/spdlog.h>

#include "net/beast.hpp"
#include "net/reading.hpp"

namespace giaoban::net {
namespace {

using Parser = http::request_parser<http::string_body>;

Request plain_request(http::request<http::string_body>& r, const std::string& remote) {
  Request out;
  out.method = r.method_string();
  out.target = r.target();
  out.path = out.target.substr(0, out.target.find('?'));
  out.remote = remote;
  for (auto& field : r) {
    std::string name(field.name_string());
    for (auto& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    out.headers.emplace_back(std::move(name), std::string(field.value()));
  }
  out.body = std::move(r.body());
  return out;
}

http::response<SharedBody> beast_response(Response r, const http::request<http::string_body>& request, bool keep) {
  http::response<SharedBody> out{static_cast<http::status>(r.status), request.version()};
  out.set(http::field::content_type, r.content_type);
  out.set("X-Content-Type-Options", "nosniff");
  for (auto& [name, value] : r.headers) out.insert(name, value);
  out.body() = std::move(r.body);
  out.keep_alive(keep);
  out.prepare_payload();
  return out;
}

/// Runs `f` on a worker and comes back to the io thread.
Task<Response> on_worker(Hub& hub, Request request) {
  auto to_worker = asio::bind_executor(hub.pool, Await{});
  auto hop = asio::post(to_worker);
  co_await std::move(hop);
  Response response;
  try {
    response = hub.application.handle(std::move(request));
  } catch (const std::exception& e) {
    spdlog::error("request failed: {}", e.what());
    response = plain(500, "Có lỗi trong chương trình; chưa có gì được ghi.", "The program failed; nothing was saved.");
  }
  auto to_io = asio::bind_executor(hub.io.get_executor(), Await{});
  auto back = asio::post(to_io);
  co_await std::move(back);
  co_return response;
}

Task<void> write(Stream& stream, http::response<SharedBody>& response, bool head_only) {
  auto token = Await{};
  if (head_only) {
    http::response_serializer<SharedBody> serializer(response);
    auto writing = http::async_write_header(stream, serializer, token);
    co_await std::move(writing);
  } else {
    auto writing = http::async_write(stream, response, token);
    co_await std::move(writing);
  }
}

/// Reads one request; an answer instead of a request means that it was refused and the connection ends.
Task<std::optional<Response>> read(Stream& stream, beast::flat_buffer& buffer, Parser& parser) {
  beast::error_code error;
  auto token = asio::redirect_error(Await{}, error);
  parser.header_limit(header_bytes_max);
  parser.body_limit(upload_bytes_max);
  auto reading_header = http::async_read_header(stream, buffer, parser, token);
  co_await std::move(reading_header);
  if (error == http::error::end_of_stream || error == asio::error::eof) throw beast::system_error(error);
  if (error == http::error::header_limit) co_return plain(431, "Phần đầu của yêu cầu quá dài.", "The request's headers are too long.");
  if (error && error.category() == http::make_error_code(http::error::bad_value).category() && error != http::error::partial_message)
    co_return plain(400, "Yêu cầu HTTP không hợp lệ.", "The HTTP request is malformed.");
  if (error) throw beast::system_error(error);
  if (auto refusal = unacceptable(parser.get())) co_return std::move(refusal);
  if (!parser.get().target().starts_with("/files")) {
    parser.body_limit(body_bytes_max);
    auto length = parser.content_length();
    if (length && *length > body_bytes_max) co_return plain(413, "Nội dung gửi lên quá lớn.", "The request is too large.");
  }
  if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
    http::response<http::empty_body> go_on{http::status::continue_, 11};
    auto writing = http::async_write(stream, go_on, token);
    co_await std::move(writing);
  }
  auto reading_body = http::async_read(stream, buffer, parser, token);
  co_await std::move(reading_body);
  if (error == http::error::body_limit) co_return plain(413, "Nội dung gửi lên quá lớn.", "The request is too large.");
  if (error && error.category() == http::make_error_code(http::error::bad_value).category() && error != http::error::partial_message)
    co_return plain(400, "Yêu cầu HTTP không hợp lệ.", "The HTTP request is malformed.");
  if (error) throw beast::system_error(error);
  co_return std::nullopt;
}

/// Answers one request. False: the connection ends.
Task<bool> exchange(Stream& stream, beast::flat_buffer& buffer, Hub& hub, const std::string& remote, bool& upgraded) {
  stream.expires_after(std::chrono::seconds(60));
  Parser parser;
  auto reading = read(stream, buffer, parser);
  auto refusal = co_await std::move(reading);
  if (refusal) {
    auto response = beast_response(std::move(*refusal), parser.get(), false);
    auto writing = write(stream, response, false);
    co_await std::move(writing);
    co_return false;
  }
  auto message = parser.release();
  auto request = plain_request(message, remote);
  if (websocket::is_upgrade(message) && hub.application.may_watch(request)) {
    stream.expires_never();
    auto socket = std::make_shared<LiveSocket>(std::move(stream), hub);
    upgraded = true;
    auto running = socket->run(std::move(message), std::move(request));
    co_await std::move(running);
    co_return false;
  }
  bool keep = message.keep_alive() && !hub.stopping, head_only = message.method() == http::verb::head;
  ++hub.in_flight;
  auto answer = hub.application.at_once(request);
  if (!answer) {
    auto working = on_worker(hub, std::move(request));
    answer = co_await std::move(working);
  }
  --hub.in_flight;
  auto response = beast_response(std::move(*answer), message, keep);
  auto writing = write(stream, response, head_only);
  co_await std::move(writing);
  co_return keep;
}

}  // namespace

Task<void> serve_connection(Stream stream, Hub& hub) {
  ++hub.connections;
  hub.streams.insert(&stream);
  bool upgraded = false;
  try {
    auto remote = stream.socket().remote_endpoint().address().to_string();
    beast::flat_buffer buffer(header_bytes_max + upload_bytes_max);
    for (bool keep = true; keep && !hub.stopping;) {
      auto one = exchange(stream, buffer, hub, remote, upgraded);
      keep = co_await std::move(one);
    }
    if (!upgraded) {
      beast::error_code ignored;
      stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    }
  } catch (const std::exception&) {
    // The peer went away or was too slow: its connection ends, nobody else's.
  }
  hub.streams.erase(&stream);
  --hub.connections;
}

}  // namespace giaoban::net
