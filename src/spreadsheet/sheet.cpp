#include "spreadsheet/sheet.hpp"

#include <tuple>

namespace giaoban::spreadsheet {

const Cell* Sheet::at(uint32_t row, uint32_t column) const {
  auto found = std::lower_bound(cells.begin(), cells.end(), std::tie(row, column),
                                [](const Cell& c, const auto& place) { return std::tie(c.row, c.column) < place; });
  if (found == cells.end() || found->row != row || found->column != column) return nullptr;
  return &*found;
}

std::string Sheet::address(uint32_t row, uint32_t column) const {
  auto place = column_letters(column) + std::to_string(uint64_t{row} + 1);
  return name.empty() ? place : name + "!" + place;
}

std::string column_letters(uint32_t column) {
  std::string out;
  for (uint64_t n = uint64_t{column} + 1; n > 0; n = (n - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (n - 1) % 26));
  return out;
}

std::optional<uint32_t> column_of(std::string_view letters) {
  if (letters.empty() || letters.size() > 3) return {};
  uint32_t n = 0;
  for (char c : letters) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c < 'A' || c > 'Z') return {};
    n = n * 26 + static_cast<uint32_t>(c - 'A' + 1);
  }
  return n - 1;
}

std::optional<Place> place_of(std::string_view address) {
  size_t letters = 0;
  while (letters < address.size() && (address[letters] < '0' || address[letters] > '9')) ++letters;
  auto column = column_of(address.substr(0, letters));
  auto digits = address.substr(letters);
  if (!column || digits.empty() || digits.size() > 7) return {};
  uint32_t row = 0;
  for (char c : digits) {
    if (c < '0' || c > '9') return {};
    row = row * 10 + static_cast<uint32_t>(c - '0');
  }
  if (row == 0) return {};
  return Place{row - 1, *column};
}

}  // namespace giaoban::spreadsheet
