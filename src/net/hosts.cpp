#include "net/hosts.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace giaoban::net {
namespace {

bool is_port(std::string_view text) {
  return text.size() <= 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_letter_of_a_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '.' || c == '_'; }

std::optional<in_addr> as_number(const std::string& name) {
  in_addr four;
  return ::inet_pton(AF_INET, name.c_str(), &four) == 1 ? std::optional(four) : std::nullopt;
}
std::optional<in6_addr> as_long_number(const std::string& name) {
  in6_addr six;
  if (!name.starts_with('[') || !name.ends_with(']')) return {};
  return ::inet_pton(AF_INET6, name.substr(1, name.size() - 2).c_str(), &six) == 1 ? std::optional(six) : std::nullopt;
}

bool is_this_machine(const std::string& name) {
  if (name == "localhost" || name.ends_with(".localhost")) return true;  // RFC 6761: never asked of a name server
  if (auto four = as_number(name)) return (ntohl(four->s_addr) >> 24) == 127;
  auto six = as_long_number(name);
  return six && IN6_IS_ADDR_LOOPBACK(&*six);
}

}  // namespace

std::optional<std::string> host_name(std::string_view host) {
  std::string name;
  std::string_view rest;
  if (host.starts_with('[')) {
    auto end = host.find(']');
    if (end == std::string_view::npos) return {};
    name = host.substr(0, end + 1);
    rest = host.substr(end + 1);
    if (!as_long_number(name)) return {};
  } else {
    auto end = std::min(host.find(':'), host.size());
    name = host.substr(0, end);
    rest = host.substr(end);
    if (name.ends_with('.')) name.pop_back();
    if (name.empty() || name.size() > 253 || !std::all_of(name.begin(), name.end(), &is_letter_of_a_name)) return {};
  }
  if (!rest.empty() && (rest.front() != ':' || !is_port(rest.substr(1)))) return {};
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name;
}

Hosts::Hosts(const std::string& address, const std::vector<std::string>& names) : any_number_(address == "0.0.0.0" || address == "::") {
  names_.push_back(address.find(':') == std::string::npos ? address : "[" + address + "]");
  for (std::string_view given : names) {
    auto name = given;
    for (std::string_view scheme : {"https://", "http://"})
      if (name.starts_with(scheme)) name.remove_prefix(scheme.size());
    if (name.ends_with('/')) name.remove_suffix(1);
    auto host = host_name(name);
    if (!host) throw std::runtime_error(fmt::format("{} is no address under which to be served. Give a name or https://name.", given));
    names_.push_back(std::move(*host));
  }
}

bool Hosts::serve(std::string_view host) const {
  auto name = host_name(host);
  if (!name) return false;
  if (is_this_machine(*name) || std::find(names_.begin(), names_.end(), *name) != names_.end()) return true;
  return any_number_ && (as_number(*name) || as_long_number(*name));
}

}  // namespace giaoban::net
