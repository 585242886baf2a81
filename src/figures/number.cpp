#include "figures/number.hpp"

namespace giaoban::figures {

std::string written(Decimal number, Language language, rules::Zero zero) {
  if (zero == rules::Zero::drop)
    while (number.scale > 0 && number.units % 10 == 0) number = {number.units / 10, number.scale - 1};
  // From the last digit on: decimals, the mark before them, and a mark between every three of the rest.
  char digits[64], *at = digits + sizeof digits;
  auto rest = number.units < 0 ? ~static_cast<uint64_t>(number.units) + 1 : static_cast<uint64_t>(number.units);
  char point = language == Language::vi ? ',' : '.', thousands = language == Language::vi ? '.' : ',';
  int32_t decimals = std::min(number.scale, 20);
  for (int32_t n = 0; n < decimals; ++n, rest /= 10) *--at = static_cast<char>('0' + rest % 10);
  if (decimals > 0) *--at = point;
  for (int n = 0; n == 0 || rest; ++n, rest /= 10) {
    if (n && n % 3 == 0) *--at = thousands;
    *--at = static_cast<char>('0' + rest % 10);
  }
  std::string out(number.units < 0 ? "−" : "");
  return out.append(at, digits + sizeof digits);
}

}  // namespace giaoban::figures
