#include "figures/exchange/names.hpp"

#include <glib.h>

namespace giaoban::figures::exchange {

std::string folded(std::string_view text) {
  auto* plain = ::g_utf8_normalize(text.data(), static_cast<gssize>(text.size()), G_NORMALIZE_ALL_COMPOSE);
  if (!plain) return {};  // not UTF-8
  auto* small = ::g_utf8_casefold(plain, -1);
  std::string out;
  bool blank = false;
  for (const char* c = small; *c; ++c) {
    if (*c == ' ' || *c == '\t' || *c == '\n' || *c == '\r') {
      blank = !out.empty();
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    out += *c;
  }
  ::g_free(small);
  ::g_free(plain);
  return out;
}

void Names::add(const std::string& code, const std::vector<std::string>& names) {
  codes_[folded(code)] = code;
  for (auto& name : names) {
    auto key = folded(name);
    auto [it, fresh] = names_.emplace(key, code);
    if (!fresh && it->second != code) it->second.clear();
  }
}

std::optional<std::string> Names::find(std::string_view written) const {
  auto key = folded(written);
  if (auto code = codes_.find(key); code != codes_.end()) return code->second;
  if (auto name = names_.find(key); name != names_.end() && !name->second.empty()) return name->second;
  return {};
}

}  // namespace giaoban::figures::exchange
