#include "spreadsheet/xlsx_reader.hpp"

#include "base/date.hpp"
#include "spreadsheet/formula.hpp"
#include "spreadsheet/number.hpp"
#include "spreadsheet/xlsx_parts.hpp"

#include <charconv>

namespace giaoban::spreadsheet {
namespace {

tl::unexpected<Problem> too_large(const std::string& sheet, const Limits& limits) {
  return refuse(Problem::Kind::too_large,
                {fmt::format("Trang “{}” quá lớn: nhiều nhất {} dòng, {} cột, {} ô có dữ liệu. Xóa dòng thừa hoặc chia thành nhiều tệp.", sheet, limits.rows, limits.columns, limits.cells),
                 fmt::format("Sheet “{}” is too large: at most {} rows, {} columns, {} cells with data. Remove rows that are not needed or divide it into several files.", sheet, limits.rows, limits.columns, limits.cells)});
}

/// Day 60 of Excel is 29 February 1900, which never was; figures of that time are not sent in workbooks.
std::optional<std::string> day_of(const std::string& number, bool since_1904) {
  if (number.find_first_not_of("0123456789") != std::string::npos || number.size() > 6) return {};  // a time of day
  int day = std::stoi(number);
  if (!since_1904 && day < 61) return {};
  auto date = (since_1904 ? Date::of(1904, 1, 1) : Date::of(1899, 12, 30)).plus(day);
  if (date.year() > 2199) return {};
  return date.iso();
}

class SheetEvents : public XmlEvents {
 public:
  SheetEvents(Sheet& sheet, const Limits& limits, const std::vector<std::string>& strings, const std::vector<bool>& days,
              bool since_1904)
      : sheet_(sheet), limits_(limits), strings_(strings), days_(days), since_1904_(since_1904) {}

  void open(std::string_view element, Attributes a) override {
    if (element == "c") {
      begin(a);
    } else if (element == "row") {
      row_ = row_named(a["r"]);
      column_ = -1;
    } else if (element == "v") {
      into_ = &value_;
    } else if (element == "t" && in_cell_ && skipped_ == 0) {
      into_ = &value_;
    } else if (element == "f") {
      formula_.begin(a["t"] == "shared" ? a["si"] : std::string_view());
      into_ = &formula_.text;
    } else if (element == "rPh") {
      ++skipped_;
    }
  }
  void close(std::string_view element) override {
    if (element == "c") finish();
    else if (element == "rPh") --skipped_;
    else if (element == "sheetData") done_ = true;
    into_ = nullptr;
  }
  void text(std::string_view piece) override {
    if (!into_) return;
    if (into_->size() + piece.size() > limits_.cell_bytes) beyond_ = true;
    else *into_ += piece;
  }
  bool enough() const override { return beyond_ || wrong_ || done_; }
  bool beyond() const { return beyond_; }
  bool wrong() const { return wrong_; }

 private:
  /// Rows and cells come in order, or two readers would see two sheets.
  int64_t row_named(std::string_view r) {
    if (r.empty()) return row_ + 1;
    auto place = place_of("A" + std::string(r));
    if (place && place->row > row_) return place->row;
    wrong_ = true;
    return row_ + 1;
  }

  void begin(Attributes a) {
    in_cell_ = true;
    value_.clear();
    formula_.clear();
    type_ = a["t"];
    style_ = a["s"];
    auto r = a["r"];
    if (r.empty()) {
      ++column_;
      return;
    }
    auto place = place_of(r);
    if (!place || place->row != row_ || place->column <= column_) wrong_ = true;
    else column_ = place->column;
  }

  void finish() {
    in_cell_ = false;
    if (beyond_ || wrong_) return;
    Formula formula = formula_.kind(!value_.empty());
    if (value_.empty() && formula == Formula::none) return;
    Cell cell{static_cast<uint32_t>(row_), static_cast<uint32_t>(column_), CellKind::text, formula, {}};
    if (!fill(cell) || wrong_) return;
    if (row_ >= limits_.rows || column_ >= limits_.columns || sheet_.cells.size() >= limits_.cells) {
      beyond_ = true;
      return;
    }
    text_bytes_ += cell.text.size();
    if (text_bytes_ > limits_.text_bytes) beyond_ = true;
    sheet_.rows = cell.row + 1;
    sheet_.columns = std::max(sheet_.columns, cell.column + 1);
    sheet_.cells.push_back(std::move(cell));
  }

  /// False when there is nothing in it after all.
  bool fill(Cell& cell) {
    if (type_ == "s") {
      auto* text = shared(value_);
      if (!text) wrong_ = true;
      else cell.text = *text;
      return !cell.text.empty();
    }
    if (type_ == "b") {
      cell.kind = CellKind::logical;
      cell.text = value_ == "1" ? "TRUE" : "FALSE";
    } else if (type_ == "e") {
      cell.kind = CellKind::error;
      cell.text = value_;
    } else if (type_ == "str" || type_ == "inlineStr") {
      cell.text = parts::unescaped(value_);
      return !cell.text.empty() || cell.formula != Formula::none;
    } else if (type_ == "d") {
      cell.kind = CellKind::date;
      cell.text = value_.substr(0, 10);
    } else if (!value_.empty()) {
      as_number(cell);
    }
    return true;
  }

  const std::string* shared(std::string_view number) const {
    size_t index = 0;
    auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), index);
    if (error != std::errc() || end != number.data() + number.size() || index >= strings_.size()) return nullptr;
    return &strings_[index];
  }

  void as_number(Cell& cell) {
    auto plain = plain_number(value_);
    cell.text = plain.value_or(value_);
    if (!plain) return;
    cell.kind = CellKind::number;
    auto style = style_.empty() ? size_t{0} : static_cast<size_t>(std::strtoul(style_.c_str(), nullptr, 10));
    if (style >= days_.size() || !days_[style]) return;
    if (auto day = day_of(*plain, since_1904_)) cell.kind = CellKind::date, cell.text = *day;
  }

  Sheet& sheet_;
  const Limits& limits_;
  const std::vector<std::string>& strings_;
  const std::vector<bool>& days_;
  const bool since_1904_;
  int64_t row_ = -1, column_ = -1;
  std::string type_, style_, value_;
  FormulaReader formula_;
  std::string* into_ = nullptr;
  int skipped_ = 0;
  size_t text_bytes_ = 0;
  bool in_cell_ = false, beyond_ = false, wrong_ = false, done_ = false;
};

}  // namespace

struct Workbook::Impl {
  std::string bytes;
  Limits limits;
  std::optional<Package> package;
  std::vector<SheetName> sheets;
  std::vector<std::string> parts;  // beside it
  std::vector<std::string> strings;
  std::vector<bool> days;
  bool since_1904 = false;
};

Workbook::Workbook(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Workbook::Workbook(Workbook&&) noexcept = default;
Workbook::~Workbook() = default;

Outcome<Workbook> Workbook::open(std::string bytes, const Limits& limits) {
  auto impl = std::make_unique<Impl>();
  impl->bytes = std::move(bytes);
  impl->limits = limits;
  TRY(package, Package::open(impl->bytes, limits));
  std::string main = "xl/workbook.xml";
  TRY(roots, parts::relations(package, ""));
  for (auto& [id, relation] : roots)
    if (relation.type == "officeDocument") main = relation.target;
  TRY(book, parts::book(package, main, limits));
  impl->since_1904 = book.since_1904;
  TRY(relations, parts::relations(package, main));
  for (auto& [id, relation] : relations) {
    if (!package.has(relation.target)) continue;
    if (relation.type == "sharedStrings") {
      TRY(strings, parts::shared_strings(package, relation.target, limits));
      impl->strings = std::move(strings);
    } else if (relation.type == "styles") {
      TRY(days, parts::date_styles(package, relation.target));
      impl->days = std::move(days);
    }
  }
  for (auto& sheet : book.sheets) {
    auto found = relations.find(sheet.relation);
    if (found == relations.end() || found->second.type != "worksheet") continue;  // a chart has no cells
    impl->sheets.push_back({sheet.name, sheet.hidden});
    impl->parts.push_back(found->second.target);
  }
  if (impl->sheets.empty())
    return refuse(Problem::Kind::invalid, {"Sổ tính không có trang số liệu nào.", "The workbook has no sheet with cells."});
  impl->package.emplace(std::move(package));
  return Workbook(std::move(impl));
}

const std::vector<SheetName>& Workbook::sheets() const { return impl_->sheets; }

std::optional<size_t> Workbook::find(std::string_view name) const {
  for (size_t i = 0; i < impl_->sheets.size(); ++i)
    if (impl_->sheets[i].name == name) return i;
  return {};
}

size_t Workbook::first_shown() const {
  for (size_t i = 0; i < impl_->sheets.size(); ++i)
    if (!impl_->sheets[i].hidden) return i;
  return 0;
}

Outcome<Sheet> Workbook::read(size_t at) {
  Sheet sheet;
  sheet.name = impl_->sheets.at(at).name;
  SheetEvents events(sheet, impl_->limits, impl_->strings, impl_->days, impl_->since_1904);
  TRY_ONLY(read_xml(*impl_->package, impl_->parts.at(at), events));
  if (events.beyond()) return too_large(sheet.name, impl_->limits);
  if (events.wrong())
    return refuse(Problem::Kind::invalid,
                  {"Trang “" + sheet.name + "” có ô không đúng thứ tự hoặc không đọc được. Mở bằng Excel rồi lưu lại.",
                   "Sheet “" + sheet.name + "” has cells out of order or unreadable. Open it in Excel and save it again."});
  return sheet;
}

}  // namespace giaoban::spreadsheet
