#include "app/demo_walk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/url.hpp>
#include <fstream>
#include <iostream>

#include "base/json.hpp"

namespace giaoban::app {
namespace bj = boost::json;
namespace {

/// A change reaches a watcher in milliseconds; a busy machine may need longer.
constexpr std::chrono::seconds seen_within{20};

std::string with_query(const std::string& path, const bj::object& query) {
  std::string out = path;
  char mark = '?';
  for (auto& [key, value] : query) {
    auto text = value.is_string() ? std::string(value.as_string()) : bj::serialize(value);
    out += mark + std::string(key) + "=" + boost::urls::encode(text, boost::urls::unreserved_chars);
    mark = '&';
  }
  return out;
}

std::string shortened(const std::string& text) {
  constexpr size_t most = 600;
  return text.size() <= most ? text : text.substr(0, most) + " …";
}

}  // namespace

const bj::value& at(const bj::value& v, std::string_view pointer) {
  boost::system::error_code error;
  auto* found = v.find_pointer(pointer, error);
  if (!found) throw NotHeld(fmt::format("the answer has no {}\n  got:      {}", pointer, shortened(bj::serialize(v))));
  return *found;
}
std::string str(const bj::value& v, std::string_view pointer) {
  auto& found = at(v, pointer);
  return found.is_string() ? std::string(found.as_string()) : bj::serialize(found);
}
int64_t num(const bj::value& v, std::string_view pointer) { return at(v, pointer).to_number<int64_t>(); }
const bj::array& list(const bj::value& v, std::string_view pointer) { return at(v, pointer).as_array(); }
bool is_null(const bj::value& v, std::string_view pointer) {
  boost::system::error_code error;
  auto* found = v.find_pointer(pointer, error);
  return !found || found->is_null();
}
bj::object words(const Text& text) { return {{"vi", text.vi}, {"en", text.en}}; }
std::string shown(const bj::value& v) { return shortened(bj::serialize(v)); }

Watcher::Watcher(net::Watch socket, const std::string& address) : socket_(std::move(socket)), address_(address) {
  socket_.say(bj::serialize(bj::object{{"watch", address}}));
}

bj::value Watcher::sees(const std::string& what, const std::function<bool(const bj::value&)>& fits) {
  auto end = std::chrono::steady_clock::now() + seen_within;
  std::string last = "nothing";
  while (std::chrono::steady_clock::now() < end) {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    auto message = socket_.next(left);
    if (!message) break;
    auto v = bj::parse(*message);
    last = shortened(*message);
    if (v.is_object() && v.as_object().contains("data") && fits(v.at("data"))) return v.at("data");
  }
  throw NotHeld(fmt::format("a watcher of {} sees {}\n  expected: within {} s\n  got last: {}", address_, what, seen_within.count(), last));
}

Walk::Walk(const demo::City& c, std::filesystem::path out, std::string host, unsigned short port)
    : city(c), out_(std::move(out)), host_(std::move(host)), port_(port) {
  step("the demo's seats are there");
  auto seats = read("", "demo.seats");
  clock_ = Instant::parse(str(seats, "/now")).value();
  for (auto& s : list(seats, "/seats"))
    for (auto& line : city.seats)
      if (line.unit == str(s, "/seat/unit/code") && line.office == str(s, "/seat/office") && line.title.vi == str(s, "/seat/title/vi"))
        seats_[line.account] = num(s, "/seat/id");
  equal<int64_t>("every seat of seats.json can be entered", static_cast<int64_t>(city.seats.size()), static_cast<int64_t>(seats_.size()));
  auto tree = read("tong-hop", "units.list");
  for (auto& u : list(tree, "/units")) units_[str(u, "/code")] = num(u, "/id");
}

std::string Walk::clerk_of(const std::string& unit) const {
  for (auto& s : city.seats)
    if (s.unit == unit && (s.office == "unit_clerk" || s.office == "office_clerk")) return s.account;
  throw NotHeld("no clerk in " + unit);
}
std::string Walk::head_of(const std::string& unit) const {
  for (auto& s : city.seats)
    if (s.unit == unit && (s.office == "unit_head" || s.office == "head_of_office")) return s.account;
  throw NotHeld("no head of " + unit);
}
std::string Walk::account_of(int64_t seat) const {
  for (auto& [account, id] : seats_)
    if (id == seat) return account;
  throw NotHeld(fmt::format("no account for seat {}", seat));
}
int64_t Walk::seat(const std::string& account) const { return seats_.at(account); }
int64_t Walk::unit(const std::string& code) const {
  auto found = units_.find(code);
  if (found == units_.end()) throw NotHeld("no unit " + code);
  return found->second;
}

net::Client& Walk::client(const std::string& who) {
  if (auto found = clients_.find(who); found != clients_.end()) return found->second;
  auto& client = clients_.emplace(who, net::Client(host_, port_)).first->second;
  if (who.empty()) return client;
  auto me = expect(client.post("/api/demo.enter", bj::serialize(bj::object{{"seat", seat(who)}}), ""), 200, "demo.enter as " + who);
  client.show_csrf(str(me, "/csrf_token"));
  return client;
}

bj::value Walk::expect(const net::Answer& answer, int status, const std::string& what) {
  if (answer.status != status)
    throw NotHeld(fmt::format("{}\n  expected: {}\n  got:      {} {}", what, status, answer.status, shortened(answer.body)));
  boost::system::error_code error;
  auto v = bj::parse(answer.body, error);
  if (error) throw NotHeld(fmt::format("{}\n  expected: JSON\n  got:      {}", what, shortened(answer.body)));
  return v;
}

bj::value Walk::read(const std::string& who, const std::string& operation, const bj::object& query) {
  return expect(client(who).get(with_query("/api/" + operation, query)), 200, operation + " as " + who);
}
net::Answer Walk::post(const std::string& who, const std::string& operation, const bj::object& request, const std::string& key) {
  return client(who).post("/api/" + operation, bj::serialize(request), key);
}
bj::value Walk::change(const std::string& who, const std::string& operation, const bj::object& request) {
  return expect(post(who, operation, request, fmt::format("walk-{}", ++key_)), 200, operation + " as " + who);
}
bj::value Walk::change_twice(const std::string& who, const std::string& operation, const bj::object& request) {
  auto key = fmt::format("walk-{}", ++key_);
  auto first = expect(post(who, operation, request, key), 200, operation + " as " + who);
  auto again = expect(post(who, operation, request, key), 200, operation + " again as " + who);
  equal("a request sent twice under one key gets one answer", bj::serialize(first), bj::serialize(again));
  return first;
}
bj::value Walk::refused(int status, const std::string& who, const std::string& operation, const bj::object& request) {
  auto v = expect(post(who, operation, request, fmt::format("walk-{}", ++key_)), status, operation + " as " + (who.empty() ? "nobody" : who));
  that(!str(v, "/title/vi").empty() && !str(v, "/title/en").empty(), "a refusal says why in both languages", shown(v));
  return v;
}

std::string Walk::document(const std::string& who, const std::string& operation, const bj::object& query) {
  auto answer = get(who, with_query("/documents/" + operation, query));
  if (answer.status != 200) throw NotHeld(fmt::format("{} as {}\n  expected: 200\n  got:      {} {}", operation, who, answer.status, shortened(answer.body)));
  return answer.body;
}
int64_t Walk::upload(const std::string& who, const std::string& name, const std::string& bytes) {
  auto answer = client(who).post("/files", bytes, fmt::format("walk-{}", ++key_), "application/octet-stream",
                                 {{"X-File-Name", boost::urls::encode(name, boost::urls::unreserved_chars)}});
  return num(expect(answer, 200, "upload of " + name), "/id");
}
net::Answer Walk::get(const std::string& who, const std::string& target) { return client(who).get(target); }
Watcher Walk::watch(const std::string& who, const std::string& operation, const bj::object& query) {
  auto cookies = client(who).cookies();
  return {net::Watch(host_, port_, cookies), with_query("/api/" + operation, query)};
}

void Walk::clock(Date day, int hour, int minute) {
  auto to = Instant::local(day, hour, minute);
  if (to <= clock_) return;
  change("", "demo.advance_clock", {{"to", to.iso()}});
  clock_ = to;
}

void Walk::that(bool holds, const std::string& what, const std::string& found) {
  if (!holds) throw NotHeld(what + (found.empty() ? "" : "\n  got:      " + shortened(found)));
}
void Walk::held(const std::string& what) {
  ++held_;
  std::cout << "✓ " << step_ << ": " << what << std::endl;
}

std::string Walk::canary(const std::string& where) {
  // A dossier's number to whoever reads the documents, and not to be met by chance.
  canaries_.push_back(fmt::format("HS-{}-{}", where, 70313 + canaries_.size()));
  return canaries_.back();
}

void Walk::keep(const std::string& name, const std::string& bytes) {
  auto kind = name.substr(name.rfind('.'));
  auto magic = kind == ".docx" ? "PK\x03\x04" : kind == ".pdf" ? "%PDF-" : "<!doctype html>";
  auto begin = bytes.substr(0, std::string_view(magic).size());
  std::transform(begin.begin(), begin.end(), begin.begin(), [&](char ch) { return kind == ".html" ? static_cast<char>(std::tolower(static_cast<unsigned char>(ch))) : ch; });
  that(begin == magic, name + " begins as its kind does", begin);
  std::ofstream file(out_ / name, std::ios::binary);
  file << bytes;
  file.close();
  that(file.good() && bytes.size() > 1000, name + " is kept, and not empty", fmt::format("{} bytes", bytes.size()));
}

}  // namespace giaoban::app
