#include "figures/guard/guard.hpp"

#include "figures/guard/checks.hpp"

namespace giaoban::figures::guard {

Result check(std::string_view text, const Vocabulary& vocabulary, const Setting& setting, const Against& against) {
  auto reading = read(text, vocabulary, setting);
  Result out;
  out.unbound = reading.unbound;
  Say say(text, vocabulary, against, setting);
  if (against.columns) check_data(reading, Facts(*against.columns, vocabulary, setting, against.as_of), say, setting.month, out);
  check_text(reading, against, say, setting, out);
  std::stable_sort(out.findings.begin(), out.findings.end(), [](auto& a, auto& b) { return a.at.begin < b.at.begin; });
  return out;
}

}  // namespace giaoban::figures::guard
