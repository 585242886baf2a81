#include "bench.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "base/json.hpp"

namespace giaoban::bench {
namespace fs = std::filesystem;
namespace {

std::string machine() {
  std::ifstream in("/proc/cpuinfo");
  std::string line, model = "unknown processor";
  while (std::getline(in, line))
    if (line.starts_with("model name")) {
      model = line.substr(line.find(':') + 2);
      break;
    }
  return fmt::format("{} x {}", std::thread::hardware_concurrency(), model);
}

int spawn(const std::vector<std::string>& command, int out) {
  std::vector<char*> argv;
  for (auto& word : command) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  int pid = ::fork();
  if (pid < 0) throw std::runtime_error("cannot start " + command[0]);
  if (pid == 0) {
    ::dup2(out, 1);
    ::dup2(out, 2);
    ::execvp(argv[0], argv.data());
    ::_exit(127);
  }
  return pid;
}

}  // namespace

Figure figure(std::string name, double value, std::string unit, Better better, std::string peer, std::optional<double> peer_value) {
  Figure f{std::move(name), value, std::move(unit), std::move(peer), peer_value, {}, machine()};
  if (peer_value) f.ratio = better == Better::higher ? value / *peer_value : *peer_value / value;
  return f;
}

Child::Child(std::vector<std::string> command) {
  int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  pid_ = spawn(command, nowhere);
  ::close(nowhere);
}
Child::~Child() {
  ::kill(pid_, SIGTERM);
  ::waitpid(pid_, nullptr, 0);
}
int64_t Child::resident_kib() const {
  std::ifstream in(fmt::format("/proc/{}/statm", pid_));
  int64_t pages = 0, resident = 0;
  in >> pages >> resident;
  return resident * ::sysconf(_SC_PAGESIZE) / 1024;
}

std::string run(const std::vector<std::string>& command) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  int pid = spawn(command, ends[1]);
  ::close(ends[1]);
  std::string out;
  char buffer[4096];
  for (ssize_t n; (n = ::read(ends[0], buffer, sizeof buffer)) > 0;) out.append(buffer, static_cast<size_t>(n));
  ::close(ends[0]);
  int status = 0;
  ::waitpid(pid, &status, 0);
  if (status != 0) throw std::runtime_error(command[0] + " failed: " + out);
  return out;
}

bool have(const std::string& program) {
  std::string path = std::getenv("PATH") ? std::getenv("PATH") : "";
  path += ":/usr/sbin";
  for (size_t from = 0; from < path.size();) {
    auto to = std::min(path.find(':', from), path.size());
    if (::access((path.substr(from, to - from) + "/" + program).c_str(), X_OK) == 0) return true;
    from = to + 1;
  }
  return false;
}

unsigned short free_port() {
  int s = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in a{};
  a.sin_family = AF_INET;
  a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof a;
  if (::bind(s, reinterpret_cast<sockaddr*>(&a), sizeof a) != 0 || ::getsockname(s, reinterpret_cast<sockaddr*>(&a), &length) != 0)
    throw std::runtime_error("no free port");
  ::close(s);
  return ntohs(a.sin_port);
}

double milliseconds_now() {
  using namespace std::chrono;
  return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

void wait_for(unsigned short port, const std::string& target) {
  auto until = milliseconds_now() + 10'000;
  while (milliseconds_now() < until) {
    int s = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in a{};
    a.sin_family = AF_INET;
    a.sin_port = htons(port);
    a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bool open = ::connect(s, reinterpret_cast<sockaddr*>(&a), sizeof a) == 0;
    ::close(s);
    if (!open) {
      ::poll(nullptr, 0, 1);  // ask again a millisecond later: what is timed is the other side
      continue;
    }
    net::Client client("127.0.0.1", port);
    if (client.get(target).status == 200) return;
  }
  throw std::runtime_error(fmt::format("nothing answers on port {}", port));
}

City::City() {
  auto pattern = (fs::temp_directory_path() / "giaoban-bench-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  folder_ = pattern;
}
City::~City() {
  server_.reset();
  fs::remove_all(folder_);
}
void City::start() {
  port_ = free_port();
  server_ = std::make_unique<Child>(std::vector<std::string>{fs::read_symlink("/proc/self/exe").string(), "serve", "--demo", "--quiet", "--data",
                                                             (folder_ / "data").string(), "--port", std::to_string(port_)});
  wait_for(port_, "/healthz");
}

net::Client City::enter(const std::string& office, const std::string& unit) const {
  net::Client client("127.0.0.1", port_);
  auto seats = boost::json::parse(client.get("/api/demo.seats").body);
  for (auto& s : seats.at("seats").as_array()) {
    auto& seat = s.at("seat");
    if (seat.at("office").as_string() != office || (!unit.empty() && seat.at("unit").at("code").as_string() != unit)) continue;
    auto me = boost::json::parse(client.post("/api/demo.enter", boost::json::serialize(boost::json::object{{"seat", seat.at("id")}}), "").body);
    client.show_csrf(std::string(me.at("csrf_token").as_string()));
    return client;
  }
  throw std::runtime_error("no seat of office " + office);
}

}  // namespace giaoban::bench
