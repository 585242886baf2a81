#include "app/static_files.hpp"

#include <sodium.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace giaoban::app {
namespace fs = std::filesystem;
namespace {

std::string type_of(const std::string& extension) {
  static const std::map<std::string, std::string> types{
      {".html", "text/html; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"}, {".css", "text/css; charset=utf-8"},
      {".svg", "image/svg+xml"}, {".woff2", "font/woff2"}, {".png", "image/png"}, {".ico", "image/x-icon"},
      {".json", "application/json"}, {".txt", "text/plain; charset=utf-8"}, {".webmanifest", "application/manifest+json"}};
  auto it = types.find(extension);
  return it == types.end() ? "application/octet-stream" : it->second;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// What the page's build compressed: `name.js.br` beside `name.js`.
bool is_compressed(const fs::path& path) { return path.extension() == ".br" || path.extension() == ".gz"; }

std::string etag_of(const std::string& bytes) {
  unsigned char hash[16];
  crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
  char hex[33];
  sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
  return "\"" + std::string(hex) + "\"";
}

std::shared_ptr<const std::string> shared(std::string s) { return s.empty() ? nullptr : std::make_shared<const std::string>(std::move(s)); }

}  // namespace

StaticFiles::StaticFiles(const std::string& folder) {
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (!it->is_regular_file() || is_compressed(it->path())) continue;
    auto bytes = read(it->path());
    auto path = "/" + fs::relative(it->path(), folder).generic_string();
    StaticFile file;
    file.type = type_of(it->path().extension().string());
    file.etag = etag_of(bytes);
    file.worker = path == "/worker.js";
    file.hashed = path.starts_with("/assets/") || path.starts_with("/fonts/");
    file.gzip = shared(read(it->path().string() + ".gz"));
    file.brotli = shared(read(it->path().string() + ".br"));
    file.plain = std::make_shared<const std::string>(std::move(bytes));
    files_[path] = std::move(file);
  }
}

net::Response StaticFiles::send(const StaticFile& file, const net::Request& request) const {
  net::Response r;
  r.content_type = file.type;
  r.headers = {{"ETag", file.etag}, {"Cache-Control", file.hashed ? "public, max-age=31536000, immutable" : "no-cache"}, {"Vary", "Accept-Encoding"}};
  // The service worker, for all addresses of the page; it fetches from here and does nothing else. It is asked for
  // anew at each visit ("no-cache"): an old one must not outlive its page.
  if (file.worker) {
    r.headers.emplace_back("Service-Worker-Allowed", "/");
    r.headers.emplace_back("Content-Security-Policy", "default-src 'none'; connect-src 'self'");
  }
  if (request.header("if-none-match") == file.etag) {
    r.status = 304;
    return r;
  }
  r.body = file.plain;
  if (file.brotli && request.accepts("br")) {
    r.body = file.brotli;
    r.headers.emplace_back("Content-Encoding", "br");
  } else if (file.gzip && request.accepts("gzip")) {
    r.body = file.gzip;
    r.headers.emplace_back("Content-Encoding", "gzip");
  }
  return r;
}

std::optional<net::Response> StaticFiles::answer(const net::Request& request) const {
  auto it = files_.find(request.path);
  if (it == files_.end() || request.path == "/index.html") return {};
  return send(it->second, request);
}

std::optional<net::Response> StaticFiles::page(const net::Request& request) const {
  auto it = files_.find("/index.html");
  if (it == files_.end()) return {};
  return send(it->second, request);
}

}  // namespace giaoban::app
