#include "access/door.hpp"

#include <arpa/inet.h>

#include <algorithm>

namespace giaoban::access {

/// Of an IPv6 address its network, which is what one subscriber has.
std::string Door::group_of(const std::string& address) {
  in6_addr six;
  if (::inet_pton(AF_INET6, address.c_str(), &six) != 1) return address;
  return "six" + std::string(reinterpret_cast<const char*>(&six), 8);
}

bool Door::rests(const std::string& address, Instant now) const {
  std::lock_guard lock(mutex_);
  auto it = wrong_.find(group_of(address));
  if (it == wrong_.end() || it->second.size() < wrong_max) return false;
  return it->second.front() > now.plus_ms(-within_ms);
}

void Door::wrong(const std::string& address, Instant now) {
  if (address.empty()) return;  // the program itself
  std::lock_guard lock(mutex_);
  auto& times = wrong_[group_of(address)];
  times.push_back(now);
  if (times.size() > wrong_max) times.pop_front();
  if (wrong_.size() <= addresses_max) return;
  std::erase_if(wrong_, [&](auto& entry) { return entry.second.back() <= now.plus_ms(-within_ms); });
  if (wrong_.size() <= addresses_max) return;
  wrong_.erase(std::min_element(wrong_.begin(), wrong_.end(), [](auto& a, auto& b) { return a.second.back() < b.second.back(); }));
}

}  // namespace giaoban::access
