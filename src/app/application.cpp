#include "app/application.hpp"

#include <spdlog/spdlog.h>

#include <boost/url.hpp>

#include "access/ahead.hpp"
#include "access/demo.hpp"
#include "access/devices.hpp"
#include "files/files.hpp"
#include "live/gzip.hpp"
#include "press/press.hpp"

namespace giaoban::app {
namespace {

using net::Request;
using net::Response;

constexpr const char* cookie_name = "giaoban";
/// By which a device is known again; sent to the one address that asks.
constexpr const char* device_cookie_name = "giaoban_device";
constexpr const char* sign_in_path = "/api/access.sign_in";
/// Addresses that one page may watch at once: a screen has a handful.
constexpr size_t watches_max = 64;
/// Messages of one page in a second: a page that reconnects asks for all it watches.
constexpr size_t said_max = 2 * watches_max;
/// Live sockets of one account, and of all people who are not signed in: nobody alone takes every line.
constexpr size_t live_of_one_max = net::connections_max / 4;

Response json_response(int status, std::shared_ptr<const std::string> body) {
  Response r;
  r.status = status;
  r.content_type = status < 300 ? "application/json" : "application/problem+json";
  r.headers.emplace_back("Cache-Control", "no-store");
  r.body = std::move(body);
  return r;
}
Response problem_response(const Problem& p) {
  return json_response(status_of(p.kind), std::make_shared<const std::string>(json::text_of_problem(p)));
}

/// The page's own protection: nothing from elsewhere, no framing, no guessing of types.
void harden(Response& r) {
  r.headers.emplace_back("Referrer-Policy", "same-origin");
  r.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  bool own_policy = std::any_of(r.headers.begin(), r.headers.end(), [](auto& h) { return h.first == "Content-Security-Policy"; });
  if (r.content_type.starts_with("text/html") && !own_policy)
    r.headers.emplace_back("Content-Security-Policy",
                           "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; connect-src 'self'; "
                           "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
}

/// A browser says where a change comes from; another site's is refused even with the cookie.
bool same_origin(const Request& request) {
  auto origin = request.header("origin");
  if (origin.empty()) return true;  // not a browser
  auto host = request.header("host");
  return origin == "http://" + std::string(host) || origin == "https://" + std::string(host);
}

std::string percent_decoded(std::string_view text) {
  auto view = boost::urls::make_pct_string_view(text);
  return view ? view->decode() : std::string();
}

/// An Idempotency-Key is a UUID or the like.
constexpr size_t key_bytes_max = 100;
Problem key_too_long() { return {Problem::Kind::invalid, {"Khóa chống gửi trùng dài quá 100 ký tự.", "The idempotency key is longer than 100 characters."}, {}}; }

std::string rfc5987(const std::string& name) {
  return "attachment; filename*=UTF-8''" + boost::urls::encode(name, boost::urls::unreserved_chars);
}

}  // namespace

Application::Application(Program& program, live::Loops loops, StaticFiles files)
    : program_(program), views_(*program.engine, loops), loops_(loops), files_(std::move(files)) {
  openapi_ = std::make_shared<const std::string>(boost::json::serialize(program_.catalogue.openapi()));
  program_.engine->on_commit([this](const std::set<std::string>& tables) {
    // First, so that nothing that the change made known reaches who is no longer signed in.
    if (tables.empty() || tables.contains("access_session")) loops_.io([this] { end_live_of_the_signed_out(); });
    views_.touched(tables);
  });
}

Application::Session Application::session_of(const Request& request) const {
  return program_.memory.sessions.find(request.cookie(cookie_name), program_.memory.clock.now());
}

std::variant<net::Admission, Response> Application::admit(const Request& head) {
  auto session = session_of(head);
  if (head.path == "/files" && head.method == "POST") {
    if (!session) return problem_response({Problem::Kind::unauthenticated, {"Bạn cần đăng nhập.", "Please sign in."}, {}});
    if (!same_origin(head) || head.header("x-csrf-token") != session->csrf) return problem_response(forbidden().value());
    return net::Admission{net::upload_bytes_max, session->actor.account};
  }
  return session ? net::Admission{net::body_bytes_max, session->actor.account} : net::Admission{net::stranger_bytes_max, 0};
}

bool Application::slow(const Request& request) const {
  if (request.method != "POST" || !request.path.starts_with("/api/")) return false;
  return access::takes_long(std::string_view(request.path).substr(5));
}

std::optional<Response> Application::at_once(const Request& request) {
  if (request.method == "POST") return {};
  if (request.path.starts_with("/api/")) {
    if (request.path == "/api/openapi.json") return json_response(200, openapi_);
    auto session = session_of(request);
    auto fresh = views_.fresh(request.target, session ? session->actor : Actor{});
    if (!fresh || !fresh->done) return {};
    metrics_.count(200, 0);
    auto r = json_response(200, fresh->body);
    auto etag = "\"" + std::to_string(fresh->version) + "\"";
    r.headers.emplace_back("ETag", etag);
    if (request.header("if-none-match") == etag) {
      r.status = 304;
      r.body = nullptr;
    } else if (fresh->zipped && request.accepts("gzip")) {
      r.body = fresh->zipped;
      r.headers.emplace_back("Content-Encoding", "gzip");
    }
    return r;
  }
  if (request.path == "/healthz") {
    Response r;
    r.content_type = "text/plain";
    r.body = std::make_shared<const std::string>("ok\n");
    return r;
  }
  if (auto file = files_.answer(request)) {
    harden(*file);
    return file;
  }
  return {};
}

Response Application::handle(Request request) {
  auto from = std::chrono::steady_clock::now();
  auto session = session_of(request);
  auto actor = session ? session->actor : Actor{};
  Response response;
  bool post = request.method == "POST";
  if (request.path == "/metrics" && !post) response = metrics_text(request);
  else if (request.path.starts_with("/api/")) response = post ? change(request, session) : read(request, actor);
  else if (request.path.starts_with("/documents/") && !post) response = document(request, actor);
  else if (request.path == "/files" && post) response = upload(request, session);
  else if (request.path.starts_with("/files/") && !post) response = download(request, actor);
  else if (auto page = post ? std::nullopt : public_page(request)) response = std::move(*page);
  else if (auto page = post || request.path.find('.') != std::string::npos ? std::nullopt : files_.page(request)) response = std::move(*page);
  else response = problem_response(not_found({"Không có địa chỉ này.", "There is no such address."}).value());
  harden(response);
  auto us = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - from).count();
  metrics_.count(response.status, us);
  // Paths only: a query may hold words that are nobody else's business.
  spdlog::info("{{\"method\":\"{}\",\"path\":{},\"status\":{},\"us\":{},\"account\":{}}}", request.method,
               boost::json::serialize(boost::json::string(request.path)), response.status, us, actor.account);
  return response;
}

Response Application::read(const Request& request, const Actor& actor) {
  auto r = views_.get(request.target, actor);
  auto response = json_response(r.status, r.body);
  if (r.done) {
    response.headers.emplace_back("ETag", "\"" + std::to_string(r.version) + "\"");
    if (r.zipped && request.accepts("gzip")) {
      response.body = r.zipped;
      response.headers.emplace_back("Content-Encoding", "gzip");
    }
  }
  return response;
}

Response Application::change(const Request& request, const Session& session) {
  auto* operation = program_.catalogue.find(std::string_view(request.path).substr(5));
  if (!operation || !operation->change || operation->internal) return problem_response(not_found({"Không có địa chỉ này.", "There is no such address."}).value());
  if (!request.header("content-type").starts_with("application/json"))
    return problem_response({Problem::Kind::invalid, {"Cần nội dung JSON.", "A JSON body is needed."}, {}});
  if (!same_origin(request)) return problem_response(forbidden().value());
  if (session && !operation->before_sign_in && request.header("x-csrf-token") != session->csrf)
    return problem_response({Problem::Kind::forbidden, {"Phiên làm việc trên trang này đã cũ. Hãy tải lại trang.", "This page's session is out of date. Reload the page."}, {}});
  auto key = std::string(request.header("idempotency-key"));
  if (key.size() > key_bytes_max) return problem_response(key_too_long());
  auto actor = session ? session->actor : Actor{};
  // A wrong office hears "no" before its words are read.
  if (operation->right != Right::open && operation->right != Right::demo && actor.signed_in() && !program_.rights.holds(actor.office, operation->right))
    return problem_response(forbidden().value());
  auto body = json::parse(request.body);
  if (!body) return problem_response(body.error());
  if (before_the_clock_moves_ && operation->name == "demo.advance_clock") {
    auto* asked = body->is_object() ? body->as_object().if_contains("to") : nullptr;
    auto to = asked && asked->is_string() ? Instant::parse(asked->as_string()) : std::nullopt;
    if (to && to->ms - program_.memory.clock.now().ms <= access::demo_advance_ms_max) before_the_clock_moves_(*to);
  }
  std::optional<access::Ahead> ahead;
  if (access::takes_long(operation->name)) {
    ahead.emplace(*program_.database, door_, *body, operation->before_sign_in ? 0 : actor.account,
                  access::Ahead::Caller{request.remote, request.cookie(cookie_name), request.cookie(device_cookie_name)}, program_.memory.clock.now());
    if (ahead->refusal()) return problem_response(*ahead->refusal());
  }
  auto reply = program_.engine->change(*operation, *body, actor, key);
  auto response = json_response(reply.status, std::make_shared<const std::string>(std::move(reply.body)));
  auto secure = request.header("x-forwarded-proto") == "https" ? "; Secure" : "";
  if (reply.session_token)
    response.headers.emplace_back("Set-Cookie", reply.session_token->empty()
        ? fmt::format("{}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0{}", cookie_name, secure)
        : fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict; Max-Age={}{}", cookie_name, *reply.session_token, access::session_ms / 1000, secure));
  if (reply.device_token)
    response.headers.emplace_back("Set-Cookie", fmt::format("{}={}; Path={}; HttpOnly; SameSite=Strict; Max-Age={}{}", device_cookie_name, *reply.device_token,
                                                            sign_in_path, access::device_ms / 1000, secure));
  return response;
}

Response Application::document(const Request& request, const Actor& actor) {
  auto url = boost::urls::parse_origin_form(request.target);
  auto* operation = program_.catalogue.find(std::string_view(request.path).substr(11));
  if (!url || !operation || !operation->run_file) return problem_response(not_found({"Không có văn bản này.", "There is no such document."}).value());
  Query query;
  bool shown = false;
  for (auto p : url->params()) {
    if (p.key == "show") shown = true;  // in the page's frame rather than as a download
    else query.emplace_back(std::string(p.key), std::string(p.value));
  }
  auto asked = operation->request_from_query(query);
  if (!asked) return problem_response(asked.error());
  auto reply = program_.engine->read(*operation, *asked, actor);
  if (!reply.done) return json_response(reply.status, std::make_shared<const std::string>(std::move(reply.body)));
  Response r;
  r.content_type = reply.content_type;
  r.headers.emplace_back("Cache-Control", "no-store");
  if (!shown) r.headers.emplace_back("Content-Disposition", rfc5987(reply.file_name));
  // A document as HTML brings its own style and nothing else, and stands in a frame of the page.
  if (r.content_type.starts_with("text/html"))
    r.headers.emplace_back("Content-Security-Policy",
                           "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
  r.body = std::make_shared<const std::string>(std::move(reply.body));
  return r;
}

Response Application::upload(const Request& request, const Session& session) {
  if (!session) return problem_response({Problem::Kind::unauthenticated, {"Bạn cần đăng nhập.", "Please sign in."}, {}});
  if (!same_origin(request) || request.header("x-csrf-token") != session->csrf) return problem_response(forbidden().value());
  auto key = std::string(request.header("idempotency-key"));
  if (key.size() > key_bytes_max) return problem_response(key_too_long());
  auto name = percent_decoded(request.header("x-file-name"));
  // What will be refused is not kept first: nothing would ever name it.
  files::Upload sent{name, static_cast<int64_t>(request.body.size()), session->actor.account};
  auto& keeping = *program_.catalogue.find("files.keep");
  boost::json::object keep{{"name", name}, {"size", sent.size}, {"hash", files::content_hash(request.body)}};
  std::optional<Problem> refusal;
  try {
    if (auto before = program_.engine->answer_before(keeping, keep, session->actor, key))
      return json_response(before->status, std::make_shared<const std::string>(std::move(before->body)));
    program_.database->read([&](db::Transaction& tx) { refusal = files::refusal(tx, program_.memory.rules, sent, program_.memory.clock.now()); });
    if (refusal) return problem_response(*refusal);
    program_.memory.files.keep(request.body);
    auto reply = program_.engine->change(keeping, keep, session->actor, key);
    return json_response(reply.status, std::make_shared<const std::string>(std::move(reply.body)));
  } catch (const db::Unavailable& e) {
    spdlog::error("upload failed: {}", e.what());
    return problem_response({Problem::Kind::unavailable, e.text, {}});
  }
}

Response Application::download(const Request& request, const Actor& actor) {
  auto id = detail::value_from_query<int64_t>(request.path.substr(7));
  if (!id.is_int64()) return problem_response(forbidden().value());
  auto reply = program_.engine->call("files.show", boost::json::object{{"id", id}}, actor);
  if (!reply.done) return json_response(reply.status, std::make_shared<const std::string>(std::move(reply.body)));
  auto file = *json::read_text<files::StoredFile>(reply.body);
  auto bytes = given_.read(program_.memory.files, file.hash);
  if (!bytes) return problem_response(not_found({"Tệp trong kho đã mất hoặc đã bị sửa. Hãy báo quản trị viên.", "The file is lost from the store, or was altered. Tell the administrator."}).value());
  Response r;
  // Never as what it claims to be: an uploaded page must not run on our address.
  r.content_type = "application/octet-stream";
  r.headers = {{"Content-Disposition", rfc5987(file.name)}, {"Cache-Control", "private, no-store"}, {"Content-Security-Policy", "sandbox"}};
  r.body = std::move(bytes);
  return r;
}

/// What the public reads: without sign-in, from what is published alone.
std::optional<Response> Application::public_page(const Request& request) {
  std::optional<press::PublicPage> page;
  program_.database->read([&](db::Transaction& tx) {
    Context context(tx, Actor{}, program_.rights, program_.memory.clock.now(), 0, program_.engine->demo());
    auto tools = program_.memory.tools();
    page = press::public_page(context, tools, request.path);
  });
  if (!page) return {};
  Response r;
  r.content_type = page->content_type;
  r.headers.emplace_back("Cache-Control", "no-cache");
  if (request.accepts("gzip") && page->body.size() > 1400)
    if (auto zipped = live::gzip(page->body); !zipped.empty()) {
      page->body = std::move(zipped);
      r.headers.emplace_back("Content-Encoding", "gzip");
    }
  r.body = std::make_shared<const std::string>(std::move(page->body));
  return r;
}

/// For who looks after the machine: the numbers tell when people work and how many.
Response Application::metrics_text(const Request& request) {
  if (!request.remote.starts_with("127.") && request.remote != "::1") return problem_response(not_found({"Không có địa chỉ này.", "There is no such address."}).value());
  auto c = views_.counts();
  Response r;
  r.content_type = "text/plain; version=0.0.4";
  r.body = std::make_shared<const std::string>(
      metrics_.text(c.views, c.watches, c.rendered, c.served_fresh, c.sent, program_.memory.sessions.count()));
  return r;
}

// ---- live

bool Application::may_watch(const Request& request) {
  if (request.path != "/live" || !same_origin(request)) return false;
  auto session = session_of(request);
  auto own = live_of_.find(session ? session->actor.account : 0);
  return own == live_of_.end() || own->second < live_of_one_max;
}

void Application::opened(std::shared_ptr<net::Socket> socket, const Request& request) {
  auto session = session_of(request);
  ++metrics_.live_sockets;
  ++live_of_[session ? session->actor.account : 0];
  peers_[socket.get()] = {std::string(request.cookie(cookie_name)), session ? session->actor : Actor{}, socket, {}, 0};
  socket->send(std::make_shared<const std::string>("{\"hello\":{\"now\":\"" + program_.memory.clock.now().iso() + "\"}}"));
}

void Application::said(const std::shared_ptr<net::Socket>& socket, std::string text) {
  auto it = peers_.find(socket.get());
  if (it == peers_.end()) return;
  boost::system::error_code error;
  auto v = boost::json::parse(text, error);
  auto* o = error ? nullptr : v.if_object();
  if (!o) return socket->close(1003);
  auto& peer = it->second;
  if (++peer.said > said_max) return socket->close(1008);
  if (auto* address = o->if_contains("watch"); address && address->is_string()) {
    std::string where(address->as_string());
    if (peer.watches.insert(where).second && peer.watches.size() > watches_max) return socket->close(1008);
    auto* version = o->if_contains("version");
    views_.watch(socket, where, peer.actor, version && version->is_int64() ? version->as_int64() : -1);
  } else if (auto* address = o->if_contains("unwatch"); address && address->is_string()) {
    std::string where(address->as_string());
    if (peer.watches.erase(where)) views_.unwatch(socket.get(), where);
  }
}

void Application::closed(const net::Socket* socket) {
  auto it = peers_.find(socket);
  if (it == peers_.end()) return;
  if (auto own = live_of_.find(it->second.actor.account); --own->second == 0) live_of_.erase(own);
  peers_.erase(it);
  --metrics_.live_sockets;
  views_.gone(socket);
}

void Application::end_live_of_the_signed_out() {
  auto now = program_.memory.clock.now();
  for (auto& [id, peer] : peers_)
    if (peer.actor.signed_in() && !program_.memory.sessions.find(peer.token, now))
      if (auto socket = peer.socket.lock()) socket->close(4401);
}

void Application::every_second() {
  for (auto& [id, peer] : peers_) peer.said = 0;
  auto now = program_.memory.clock.now();
  std::set<std::string> passed;
  if (auto minute = now.ms / 60'000; minute != minute_) {
    passed.insert("minute");
    minute_ = minute;
    end_live_of_the_signed_out();
  }
  if (auto day = now.local_date().days; day != day_) {
    passed.insert("day");
    day_ = day;
  }
  if (!passed.empty()) loops_.worker([this, passed] { views_.touched(passed); });
  sweep_files_daily();
}

void Application::sweep_files_daily() {
  if (std::chrono::steady_clock::now() < next_sweep_) return;
  next_sweep_ += std::chrono::hours(24);
  loops_.worker([this] {
    try {
      program_.sweep_files();
    } catch (const std::exception& e) {
      spdlog::warn("files were not swept: {}", e.what());
    }
  });
}

}  // namespace giaoban::app
