#pragma once
// Under which names this server may be spoken to. A page elsewhere whose name was pointed at this machine after it was
// loaded (DNS rebinding) is of the same origin as what it reads then; but its requests still carry its own name.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giaoban::net {

class Hosts {
 public:
  /// `address`: where the server listens. `names`: what it is called outside, as names or as whole addresses
  /// ("https://giaoban.example.vn"). Throws a sentence (std::runtime_error) for what is neither.
  explicit Hosts(const std::string& address, const std::vector<std::string>& names = {});
  /// By a request's Host header. The machine's own names always; where it listens on all its addresses, any of them:
  /// nobody can point a number elsewhere.
  bool serve(std::string_view host) const;

 private:
  bool any_number_ = false;
  std::vector<std::string> names_;
};

/// The name or number of a Host header in lower case, without port and the root's dot; nothing when it is malformed.
std::optional<std::string> host_name(std::string_view host);

}  // namespace giaoban::net
