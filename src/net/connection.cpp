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
  // Only a proxy on this machine reaches us from it; whom it serves it names last.
  std::string_view named;
  for (auto& [name, value] : out.headers)  // some proxies add a field of their own behind the client's
    if (name == "x-forwarded-for") named = value;
  if (!named.empty() && asio::ip::make_address(remote).is_loopback()) {
    named.remove_prefix(std::min(named.size(), named.rfind(',') + 1));
    while (named.starts_with(' ')) named.remove_prefix(1);
    out.remote = named.substr(0, 45);  // the longest IPv6 address
  }
  out.body = std::move(r.body());
  return out;
}

http::response<SharedBody> beast_response(Response r, const http::request<http::string_body>& request, bool keep) {
  http::response<SharedBody> out{static_cast<http::status>(r.status), request.version()};
  out.set(http::field::content_type, r.content_type);
  out.set("X-Content-Type-Options", "nosniff");
  out.set("Cross-Origin-Resource-Policy", "same-origin");
  for (auto& [name, value] : r.headers) out.insert(name, value);
  out.body() = std::move(r.body);
  out.keep_alive(keep);
  out.prepare_payload();
  return out;
}

Response handled(Application& application, Request request) {
  try {
    return application.handle(std::move(request));
  } catch (const std::exception& e) {
    spdlog::error("request failed: {}", e.what());
    return plain(500, "Có lỗi trong chương trình; chưa có gì được ghi.", "The program failed; nothing was saved.");
  }
}

/// On a thread of `pool`, and back to the io thread.
Task<Response> on_worker(Hub& hub, asio::thread_pool& pool, Request request) {
  auto to_worker = asio::bind_executor(pool, Await{});
  auto hop = asio::post(to_worker);
  co_await std::move(hop);
  auto response = handled(hub.application, std::move(request));
  auto to_io = asio::bind_executor(hub.io.get_executor(), Await{});
  auto back = asio::post(to_io);
  co_await std::move(back);
  co_return response;
}

/// In the slow line, which is short: who finds it full hears so at once.
Task<Response> in_line(Hub& hub, Request request) {
  auto address = request.remote;
  auto& own = hub.slow_of[address];
  if (hub.slow_waiting >= slow_waiting_max || own >= slow_waiting_of_one_max) {
    if (own == 0) hub.slow_of.erase(address);
    co_return plain(429, "Đang có nhiều người đăng nhập. Hãy thử lại sau vài giây.", "Many people are signing in. Try again in a few seconds.");
  }
  ++own;
  ++hub.slow_waiting;
  auto working = on_worker(hub, hub.slow, std::move(request));
  auto response = co_await std::move(working);
  --hub.slow_waiting;
  if (--hub.slow_of[address] == 0) hub.slow_of.erase(address);
  co_return response;
}

Moment from_now(int64_t ms) { return std::chrono::steady_clock::now() + std::chrono::milliseconds(ms); }

/// As long as it moves: see transfer_deadline_ms.
Task<void> write(Stream& stream, http::response<SharedBody>& response, bool head_only) {
  auto token = Await{};
  http::response_serializer<SharedBody> serializer(response);
  serializer.split(head_only);
  auto began = std::chrono::steady_clock::now();
  size_t moved = 0;
  while (head_only ? !serializer.is_header_done() : !serializer.is_done()) {
    stream.expires_at(began + std::chrono::milliseconds(transfer_deadline_ms(moved)));
    auto writing = http::async_write_some(stream, serializer, token);
    moved += co_await std::move(writing);
  }
}

bool malformed(const beast::error_code& error) {
  return error && error.category() == http::make_error_code(http::error::bad_value).category() && error != http::error::partial_message;
}
Response malformed() { return plain(400, "Yêu cầu HTTP không hợp lệ.", "The HTTP request is malformed."); }

Task<std::optional<Response>> read_body(Stream& stream, beast::flat_buffer& buffer, Parser& parser) {
  beast::error_code error;
  auto token = asio::redirect_error(Await{}, error);
  if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
    http::response<http::empty_body> go_on{http::status::continue_, 11};
    auto writing = http::async_write(stream, go_on, token);
    co_await std::move(writing);
  }
  auto began = std::chrono::steady_clock::now();
  while (!parser.is_done()) {
    stream.expires_at(began + std::chrono::milliseconds(transfer_deadline_ms(parser.get().body().size())));
    auto reading = http::async_read_some(stream, buffer, parser, token);
    co_await std::move(reading);
    if (error == http::error::body_limit) co_return plain(413, "Nội dung gửi lên quá lớn.", "The request is too large.");
    if (malformed(error)) co_return malformed();
    if (error) throw beast::system_error(error);
  }
  co_return std::nullopt;
}

/// Reads one request's headers; an answer instead of nothing means that it was refused and the connection ends.
Task<std::optional<Response>> read_header(Stream& stream, beast::flat_buffer& buffer, Parser& parser) {
  beast::error_code error;
  auto token = asio::redirect_error(Await{}, error);
  parser.header_limit(header_bytes_max);
  parser.body_limit(upload_bytes_max);
  parser.eager(false);
  if (buffer.size() == 0) {  // the line may rest between two requests
    stream.expires_at(from_now(idle_seconds * 1000));
    auto space = buffer.prepare(header_bytes_max);
    auto reading = stream.async_read_some(space, token);
    buffer.commit(co_await std::move(reading));
  }
  if (!error) {
    stream.expires_at(from_now(header_seconds * 1000));
    auto reading = http::async_read_header(stream, buffer, parser, token);
    co_await std::move(reading);
  }
  if (error == http::error::end_of_stream || error == asio::error::eof) throw beast::system_error(error);
  if (error == http::error::header_limit) co_return plain(431, "Phần đầu của yêu cầu quá dài.", "The request's headers are too long.");
  if (error == http::error::body_limit) co_return plain(413, "Nội dung gửi lên quá lớn.", "The request is too large.");
  if (malformed(error)) co_return malformed();
  if (error) throw beast::system_error(error);
  co_return unacceptable(parser.get());
}

/// Reads one request: who may not send a body is refused before it is read.
Task<std::optional<Response>> read(Stream& stream, beast::flat_buffer& buffer, Parser& parser, Hub& hub, const std::string& remote,
                                   bool& may_still_send) {
  auto reading_header = read_header(stream, buffer, parser);
  auto refusal = co_await std::move(reading_header);
  if (refusal) co_return std::move(refusal);
  auto host = parser.get()[http::field::host];
  if (!hub.hosts.serve({host.data(), host.size()}))
    co_return plain(421, "Máy chủ này không phục vụ dưới tên này. Quản trị viên cho phép bằng --public-address.",
                    "This server is not served under that name. The administrator allows it with --public-address.");
  auto length = parser.content_length();
  if (parser.is_done() || (!parser.chunked() && length.value_or(0) == 0)) co_return std::nullopt;
  may_still_send = true;
  auto head = plain_request(parser.get(), remote);
  auto admitted = hub.application.admit(head);
  if (auto* refused = std::get_if<Response>(&admitted)) co_return std::move(*refused);
  auto admission = std::get<Admission>(admitted);
  auto most = admission.most;
  auto account = admission.account;
  if (length && *length > most) co_return plain(413, "Nội dung gửi lên quá lớn.", "The request is too large.");
  auto expected = length ? static_cast<size_t>(*length) : most;
  if (hub.bodies_bytes + expected > bodies_bytes_max) co_return plain(503, "Máy chủ đang nhận nhiều tệp. Hãy gửi lại sau ít phút.", "The server is receiving many files. Send it again in a few minutes.");
  auto own = hub.bodies_of.find(account);
  if (account && own != hub.bodies_of.end() && own->second + expected > bodies_of_one_bytes_max)
    co_return plain(429, "Bạn đang gửi nhiều tệp cùng lúc. Hãy chờ các tệp trước gửi xong.", "You are sending many files at once. Wait until the first ones are sent.");
  if (most > stranger_bytes_max) hub.waiting.erase(&stream);  // known, and at work: it need not give way
  hub.bodies_bytes += expected;
  hub.bodies_of[account] += expected;
  parser.body_limit(most);
  auto fields = std::distance(parser.get().begin(), parser.get().end());
  std::exception_ptr broken;
  try {
    auto reading_body = read_body(stream, buffer, parser);
    refusal = co_await std::move(reading_body);
  } catch (...) {
    broken = std::current_exception();
  }
  hub.bodies_bytes -= expected;
  if ((hub.bodies_of[account] -= expected) == 0) hub.bodies_of.erase(account);
  if (broken) std::rethrow_exception(broken);
  // What stands behind the chunks becomes header fields that nobody has looked at, and another server may leave out.
  if (!refusal && std::distance(parser.get().begin(), parser.get().end()) != fields)
    co_return plain(400, "Không nhận trường sau nội dung.", "Fields behind the body are not accepted.");
  co_return std::move(refusal);
}

/// A refusal must reach a peer that is still sending: what it sends is let run for a moment rather than cut off.
Task<void> refuse(Stream& stream, beast::flat_buffer& buffer, Response refusal, const http::request<http::string_body>& request,
                  bool may_still_send) {
  auto response = beast_response(std::move(refusal), request, false);
  auto writing = write(stream, response, false);
  co_await std::move(writing);
  beast::error_code error;
  stream.socket().shutdown(tcp::socket::shutdown_send, error);
  stream.expires_at(from_now(2000));
  auto token = asio::redirect_error(Await{}, error);
  buffer.clear();
  for (error = {}; may_still_send && !error;) {
    auto space = buffer.prepare(16 * 1024);
    auto reading = stream.async_read_some(space, token);
    co_await std::move(reading);
  }
}

/// Answers one request. False: the connection ends.
Task<bool> exchange(Stream& stream, beast::flat_buffer& buffer, Hub& hub, const std::string& remote, bool& upgraded) {
  Parser parser;
  hub.waiting[&stream] = std::chrono::steady_clock::now();
  bool may_still_send = false;
  auto reading = read(stream, buffer, parser, hub, remote, may_still_send);
  auto refusal = co_await std::move(reading);
  hub.waiting.erase(&stream);
  if (refusal) {
    auto refusing = refuse(stream, buffer, std::move(*refusal), parser.get(), may_still_send);
    co_await std::move(refusing);
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
  stream.expires_never();  // it is our turn; what the store takes is not the peer's doing
  ++hub.in_flight;
  auto answer = hub.application.at_once(request);
  if (!answer) {
    auto working = hub.application.slow(request) ? in_line(hub, std::move(request)) : on_worker(hub, hub.pool, std::move(request));
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
  bool upgraded = false;
  try {
    auto remote = stream.socket().remote_endpoint().address().to_string();
    beast::flat_buffer buffer(header_bytes_max + 64 * 1024);
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
  hub.waiting.erase(&stream);
  --hub.connections;
}

}  // namespace giaoban::net
