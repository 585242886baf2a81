#include "figures/exchange/value_cell.hpp"

namespace giaoban::figures::exchange {
namespace {

using spreadsheet::CellKind;
using spreadsheet::Formula;

std::optional<Text> fault_of(const spreadsheet::Cell& cell) {
  if (cell.formula == Formula::unsafe)
    return Text{"Công thức lấy số từ ngoài tệp hoặc đổi theo ngày. Dán giá trị vào thay.",
                "The formula takes its number from outside the file, or changes with the day. Paste its value in its place."};
  if (cell.formula == Formula::unknown)
    return Text{"Công thức chưa có kết quả trong tệp. Mở bằng Excel rồi lưu lại, hoặc dán giá trị vào thay.",
                "The file holds no result of this formula. Open it in Excel and save it, or paste its value in its place."};
  if (cell.kind == CellKind::error)
    return Text{"Ô báo lỗi " + cell.text + ". Sửa công thức hoặc ghi số.", "The cell shows " + cell.text + ". Mend the formula or write the number."};
  if (cell.kind == CellKind::date)
    return Text{"Excel đã đổi số này thành ngày (" + cell.text + "). Định dạng ô là Số rồi ghi lại.",
                "Excel has turned this number into a day (" + cell.text + "). Format the cell as a number and write it again."};
  return {};
}

}  // namespace

std::optional<Decimal> value_of(const spreadsheet::Cell* cell, const std::string& address, spreadsheet::DecimalSign sign,
                                spreadsheet::CellFaults& faults) {
  if (!cell) return {};
  if (auto fault = fault_of(*cell)) {
    faults.add(address, std::move(*fault));
    return {};
  }
  auto reading = spreadsheet::read_number(*cell, sign);
  if (reading.result == spreadsheet::NumberReading::Result::number) return reading.value;
  if (reading.result != spreadsheet::NumberReading::Result::empty) faults.add(address, number_fault(reading, cell->text));
  return {};
}

}  // namespace giaoban::figures::exchange
