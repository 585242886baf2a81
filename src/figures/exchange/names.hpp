#pragma once
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace giaoban::figures::exchange {

/// Capitals, blanks and ways of composing accents apart, the same text.
std::string folded(std::string_view text);

/// Codes, found by themselves or by a name that only one of them has.
class Names {
 public:
  void add(const std::string& code, const std::vector<std::string>& names);
  std::optional<std::string> find(std::string_view written) const;
  size_t size() const { return codes_.size(); }

 private:
  std::unordered_map<std::string, std::string> codes_, names_;  // folded → code; a name of several has no code
};

}  // namespace giaoban::figures::exchange
