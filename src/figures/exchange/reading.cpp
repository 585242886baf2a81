#include "figures/exchange/reading.hpp"

namespace giaoban::figures::exchange {
namespace {

bool digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Month> month_of(std::string_view month, std::string_view year) {
  if (!digits(month) || month.size() > 2 || !digits(year) || year.size() != 4) return {};
  return Month::parse(std::string(year) + "-" + (month.size() == 1 ? "0" : "") + std::string(month));
}

}  // namespace

std::optional<Month> month_of(std::string_view written) {
  auto text = folded(written);
  std::string_view t = text;
  if (auto month = Month::parse(t)) return month;
  if (t.size() == 6 && digits(t)) return month_of(t.substr(4), t.substr(0, 4));
  if (auto day = Date::parse(t)) return day->in_month();
  for (std::string_view word : {"tháng ", "thg ", "month ", "t"})
    if (t.starts_with(word)) {
      t.remove_prefix(word.size());
      break;
    }
  for (std::string_view between : {"/", "-", ".", " năm "})
    if (auto at = t.find(between); at != std::string_view::npos) return month_of(t.substr(0, at), t.substr(at + between.size()));
  return {};
}

std::optional<State> state_of(std::string_view written) {
  auto text = folded(written);
  for (auto* official : {"", "official", "chính thức", "a", "revised", "điều chỉnh", "r"})
    if (text == official) return State::official;
  for (auto* estimate : {"estimate", "ước", "ước tính", "e", "x"})
    if (text == estimate) return State::estimate;
  return {};
}

}  // namespace giaoban::figures::exchange
