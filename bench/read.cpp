#include <fmt/format.h>

#include <fstream>
#include <regex>

#include "bench.hpp"

namespace giaoban::bench {
namespace {

struct Load {
  double per_second = 0, p99_ms = 0;
};

Load wrk(const std::string& url, const std::string& cookie) {
  std::vector<std::string> command{"wrk", "-t", "1", "-c", "64", "-d", "5s", "--latency", url};
  if (!cookie.empty()) command.insert(command.end() - 1, {"-H", "Cookie: " + cookie});
  auto text = run(command);
  Load load;
  std::smatch m;
  if (std::regex_search(text, m, std::regex("Requests/sec:\\s+([0-9.]+)"))) load.per_second = std::stod(m[1]);
  if (std::regex_search(text, m, std::regex("99%\\s+([0-9.]+)(us|ms|s)"))) {
    load.p99_ms = std::stod(m[1]);
    if (m[2] == "us") load.p99_ms /= 1000;
    if (m[2] == "s") load.p99_ms *= 1000;
  }
  if (text.find("Non-2xx") != std::string::npos) throw std::runtime_error("wrk got refusals: " + text);
  return load;
}

/// nginx with one worker, as ours has one io thread, serving these bytes from a file.
std::unique_ptr<Child> nginx(const std::filesystem::path& folder, unsigned short port, const std::string& body) {
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "answer.json") << body;
  std::ofstream(folder / "nginx.conf") << fmt::format(
      "daemon off; worker_processes 1; pid {0}/pid; error_log {0}/error.log; events {{ worker_connections 1024; }}\n"
      "http {{ access_log off; client_body_temp_path {0}/b; proxy_temp_path {0}/p; fastcgi_temp_path {0}/f; uwsgi_temp_path {0}/u; scgi_temp_path {0}/s;\n"
      "keepalive_requests 100000000; sendfile on; tcp_nopush on; tcp_nodelay on; types {{ application/json json; }}\n"
      "server {{ listen 127.0.0.1:{1}; root {0}; }} }}\n", folder.string(), port);
  // Its worker runs as the user of this process, so that it may read this folder.
  return std::make_unique<Child>(std::vector<std::string>{"nginx", "-c", (folder / "nginx.conf").string(), "-g", ::getuid() == 0 ? "user root;" : ""});
}

}  // namespace

void read(const Say& say) {
  if (!have("wrk")) throw std::runtime_error("wrk is not on this machine (Debian's package wrk).");
  City city;
  city.start();
  auto clerk = city.enter("office_clerk");
  for (std::string target : {"/api/directives.inbox", "/api/figures.table?month=2021-03"}) {
    auto body = clerk.get(target).body;
    auto ours = wrk(fmt::format("http://127.0.0.1:{}{}", city.port(), target), clerk.cookies());
    auto name = fmt::format("reads, {} ({} bytes)", target.substr(5, target.find('?') - 5), body.size());
    std::optional<double> rate, p99;
    if (have("nginx")) {
      auto port = free_port();
      auto peer = nginx(city.folder() / fmt::format("nginx-{}", port), port, body);
      wait_for(port, "/answer.json");
      auto theirs = wrk(fmt::format("http://127.0.0.1:{}/answer.json", port), "");
      rate = theirs.per_second;
      p99 = theirs.p99_ms;
    }
    say(figure(name, ours.per_second, "/s", Better::higher, rate ? "nginx, same bytes from a file" : "nginx is not on this machine", rate));
    say(figure(name + ", p99", ours.p99_ms, "ms", Better::lower, p99 ? "nginx, same bytes from a file" : "nginx is not on this machine", p99));
  }
}

}  // namespace giaoban::bench
