#include "net/message.hpp"

namespace giaoban::net {

std::string_view Request::header(std::string_view name) const {
  for (auto& [n, v] : headers)
    if (n == name) return v;
  return {};
}

std::string_view Request::cookie(std::string_view name) const {
  auto all = header("cookie");
  while (!all.empty()) {
    auto end = std::min(all.find(';'), all.size());
    auto pair = all.substr(0, end);
    all.remove_prefix(std::min(end + 1, all.size()));
    while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
    if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') return pair.substr(name.size() + 1);
  }
  return {};
}

bool Request::accepts(std::string_view coding) const { return header("accept-encoding").find(coding) != std::string_view::npos; }

}  // namespace giaoban::net
