#include "figures/number.hpp"

namespace giaoban::figures {

std::string written(Decimal number, Language language, rules::Zero zero) {
  if (zero == rules::Zero::drop)
    while (number.scale > 0 && number.units % 10 == 0) number = {number.units / 10, number.scale - 1};
  std::string plain = number.str();
  bool negative = plain.front() == '-';
  if (negative) plain.erase(0, 1);
  auto point = std::min(plain.find('.'), plain.size());
  std::string fraction = point < plain.size() ? plain.substr(point + 1) : "";
  std::string whole = plain.substr(0, point);
  for (auto at = static_cast<std::ptrdiff_t>(whole.size()) - 3; at > 0; at -= 3)
    whole.insert(static_cast<size_t>(at), language == Language::vi ? "." : ",");
  if (!fraction.empty()) whole += (language == Language::vi ? "," : ".") + fraction;
  return (negative ? "−" : "") + whole;
}

}  // namespace giaoban::figures
