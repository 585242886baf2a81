#include "documents/length.hpp"

#include "base/decimal.hpp"

namespace giaoban::documents {

std::optional<Length> Length::parse(std::string_view text) {
  if (text.size() < 3) return {};
  auto unit = text.substr(text.size() - 2);
  auto value = Decimal::parse(text.substr(0, text.size() - 2));
  if (!value || (unit != "pt" && unit != "mm")) return {};
  // 1 pt = 20 twips; 1 mm = 7200/127 twips.
  __int128 top = static_cast<__int128>(value->units) * (unit == "pt" ? 20 : 7200);
  __int128 bottom = unit == "pt" ? 1 : 127;
  for (int i = 0; i < value->scale; ++i) bottom *= 10;
  auto twips = divide_half_up(top, bottom);
  if (twips < -100'000 || twips > 100'000) return {};  // about 1.7 m: no paper is wider
  return Length{static_cast<int32_t>(twips)};
}

}  // namespace giaoban::documents
