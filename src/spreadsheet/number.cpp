#include "spreadsheet/number.hpp"

namespace giaoban::spreadsheet {
namespace {

using Result = NumberReading::Result;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool digits_only(std::string_view s) { return std::all_of(s.begin(), s.end(), is_digit); }

/// Excel's precision.
constexpr size_t significant = 15;
constexpr int digits_max = 30;

/// Rounds the digits half up to those that are kept; `point` is where the decimal sign stands.
void round_to_significant(std::string& digits, int& point) {
  auto first = digits.find_first_not_of('0');
  if (first == std::string::npos || digits.size() - first <= significant) return;
  bool up = digits[first + significant] >= '5';
  auto keep = first + significant;
  auto lost = digits.size() - keep;
  digits.resize(keep);
  digits.append(lost, '0');
  for (auto i = static_cast<std::ptrdiff_t>(keep) - 1; up && i >= 0; --i) {
    auto& d = digits[static_cast<size_t>(i)];
    up = d == '9';
    d = up ? '0' : static_cast<char>(d + 1);
  }
  if (up) {
    digits.insert(digits.begin(), '1');
    ++point;
  }
}

/// Blanks that group digits: plain, no-break, narrow no-break, thin.
std::string without_blanks(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' || text[i] == '\t') continue;
    if (text.substr(i).starts_with("\u00a0")) { i += 1; continue; }
    if (text.substr(i).starts_with("\u202f") || text.substr(i).starts_with("\u2009")) { i += 2; continue; }
    if (text.substr(i).starts_with("\u2212")) { i += 2, out += '-'; continue; }
    out += text[i];
  }
  return out;
}

/// "1.234.567": groups of three after the first of one to three.
bool grouped(std::string_view whole, char by) {
  auto at = whole.find(by);
  if (at == 0 || at > 3) return false;
  while (at != std::string_view::npos) {
    auto next = whole.find(by, at + 1);
    if (std::min(next, whole.size()) - at != 4) return false;
    at = next;
  }
  return true;
}

NumberReading from_parts(bool negative, std::string whole, std::string_view fraction) {
  while (whole.size() > 1 && whole.front() == '0') whole.erase(0, 1);
  while (!fraction.empty() && fraction.back() == '0') fraction.remove_suffix(1);
  if (fraction.size() > 6) return {Result::too_fine, {}};
  auto value = Decimal::parse((negative ? "-" : "") + whole + (fraction.empty() ? "" : "." + std::string(fraction)));
  if (!value) return {Result::not_a_number, {}};
  return {Result::number, *value};
}

/// Which sign is the decimal one, where two kinds or several of one leave no doubt; 0: none is; '?': it could be either.
char decimal_sign(std::string_view text, DecimalSign wanted) {
  auto count = [&](char c) { return std::count(text.begin(), text.end(), c); };
  auto commas = count(','), dots = count('.');
  if (wanted != DecimalSign::detect) return wanted == DecimalSign::comma ? ',' : '.';
  if (commas && dots) return text.rfind(',') > text.rfind('.') ? ',' : '.';
  if (commas > 1 || dots > 1 || (!commas && !dots)) return 0;
  char sign = commas ? ',' : '.';
  auto at = text.find(sign);
  bool could_group = text.size() - at == 4 && at >= 1 && at <= 3 && text[0] != '0';
  return could_group ? '?' : sign;
}

}  // namespace

std::optional<std::string> plain_number(std::string_view text) {
  bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  auto e = text.find_first_of("eE");
  int exponent = 0;
  if (e != std::string_view::npos) {
    auto power = text.substr(e + 1);
    bool down = power.starts_with('-');
    if (down || power.starts_with('+')) power.remove_prefix(1);
    if (power.empty() || power.size() > 3 || !digits_only(power)) return {};
    for (char c : power) exponent = exponent * 10 + (c - '0');
    if (down) exponent = -exponent;
    text = text.substr(0, e);
  }
  auto dot = text.find('.');
  std::string digits(text.substr(0, dot));
  int point = static_cast<int>(digits.size()) + exponent;
  if (dot != std::string_view::npos) digits += text.substr(dot + 1);
  if (digits.empty() || !digits_only(digits) || digits.size() > 400) return {};
  round_to_significant(digits, point);
  auto first = digits.find_first_not_of('0');
  if (first == std::string::npos) return "0";
  if (point > digits_max || point < -digits_max) return {};
  if (point <= 0) digits.insert(0, static_cast<size_t>(1 - point), '0'), point = 1;
  if (static_cast<size_t>(point) > digits.size()) digits.append(static_cast<size_t>(point) - digits.size(), '0');
  auto whole = digits.substr(0, static_cast<size_t>(point)), fraction = digits.substr(static_cast<size_t>(point));
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  fraction.resize(fraction.find_last_not_of('0') + 1);
  return (negative ? "-" : "") + whole + (fraction.empty() ? "" : "." + fraction);
}

NumberReading read_number(std::string_view written, DecimalSign sign) {
  auto text = without_blanks(written);
  if (text.empty()) return {};
  bool negative = text.front() == '-';
  if (negative || text.front() == '+') text.erase(0, 1);
  if (text.empty() || text.find_first_not_of("0123456789.,") != std::string::npos || text.size() > 40)
    return {Result::not_a_number, {}};
  char decimal = decimal_sign(text, sign);
  if (decimal == '?') return {Result::ambiguous, {}};
  char group = decimal == ',' ? '.' : decimal == '.' ? ',' : text.find('.') != std::string::npos ? '.' : ',';
  auto at = decimal ? text.find(decimal) : std::string::npos;
  auto whole = text.substr(0, at);
  auto fraction = at == std::string::npos ? std::string() : text.substr(at + 1);
  if (at != std::string::npos && fraction.empty()) return {Result::not_a_number, {}};
  if (whole.find(group) != std::string::npos) {
    if (!grouped(whole, group)) return {Result::not_a_number, {}};
    std::erase(whole, group);
  }
  if (whole.empty() || !digits_only(whole) || !digits_only(fraction)) return {Result::not_a_number, {}};
  return from_parts(negative, std::move(whole), fraction);
}

NumberReading read_number(const Cell& cell, DecimalSign sign) {
  if (cell.kind == CellKind::text) return read_number(std::string_view(cell.text), sign);
  if (cell.kind != CellKind::number) return {Result::not_a_number, {}};
  std::string_view text = cell.text;
  bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  auto dot = text.find('.');
  return from_parts(negative, std::string(text.substr(0, dot)),
                    dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1));
}

Text number_fault(const NumberReading& reading, std::string_view written) {
  std::string shown(written.substr(0, 40));
  switch (reading.result) {
    case Result::ambiguous:
      return {"“" + shown + "” đọc được hai cách (dấu thập phân hay dấu nhóm nghìn). Viết lại cho rõ, ví dụ 1234 hoặc 1,2; hoặc chọn dấu thập phân của tệp.",
              "“" + shown + "” can be read in two ways (decimal sign or thousands). Write it plainly, for example 1234 or 1.2; or choose the file's decimal sign."};
    case Result::too_fine:
      return {"“" + shown + "” có hơn 6 chữ số lẻ. Làm tròn theo chỉ tiêu.", "“" + shown + "” has more than 6 decimals. Round it as the indicator asks."};
    case Result::empty: return {"Ô trống.", "The cell is empty."};
    default: return {"“" + shown + "” không phải là số. Chỉ ghi số, không ghi đơn vị tính, %, chữ.", "“" + shown + "” is not a number. Write the number alone, without unit, % or words."};
  }
}

}  // namespace giaoban::spreadsheet
