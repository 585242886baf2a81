// A sheet that nobody made for us: which column is what is said, or known by its usual heading.
#include "figures/exchange/value_cell.hpp"

namespace giaoban::figures::exchange {
namespace {

using spreadsheet::Cell;
using spreadsheet::Sheet;

/// Titles and notes stand above the headings; more of them than this, and the row is to be named.
constexpr uint32_t header_rows_searched = 20;
/// Strange words that one answer names; more of them, and the sheet is of something else.
constexpr size_t strangers_named = 60;

Text name_of(std::string_view what) {
  if (what == "indicator") return {"chỉ tiêu", "the indicator"};
  if (what == "unit") return {"đơn vị", "the unit"};
  if (what == "month") return {"tháng", "the month"};
  return {"giá trị", "the value"};
}

/// Where one of the dimensions is to be found.
struct Source {
  std::optional<uint32_t> column;
  std::optional<std::string> constant;
  bool there() const { return column || constant; }
};

class SheetReader {
 public:
  SheetReader(const Sheet& sheet, const Mapping& mapping, const Known& known) : sheet_(sheet), mapping_(mapping), known_(known) {}

  Outcome<Reading> read() {
    TRY_ONLY(place_columns());
    index_rows();
    for (uint32_t row = header_ + 1; row < sheet_.rows; ++row) {
      if (mapping_.across) across(row);
      else one(row);
    }
    return std::move(out_);
  }

 private:
  const Cell* cell(uint32_t row, uint32_t column) const {
    auto [from, to] = row < rows_.size() ? rows_[row] : std::pair<size_t, size_t>{0, 0};
    for (auto at = from; at < to; ++at)
      if (sheet_.cells[at].column == column) return &sheet_.cells[at];
    return nullptr;
  }
  /// Where each row's cells begin and end: they are asked for one by one.
  void index_rows() {
    rows_.assign(sheet_.rows, {0, 0});
    for (size_t at = 0; at < sheet_.cells.size(); ++at) {
      auto& [from, to] = rows_[sheet_.cells[at].row];
      if (to == 0) from = at;
      to = at + 1;
    }
  }

  std::optional<uint32_t> heading(uint32_t row, const std::string& wanted) const {
    for (auto& c : sheet_.cells)
      if (c.row == row && folded(c.text) == wanted) return c.column;
    return {};
  }

  Source source(std::string_view what, const std::optional<std::string>& said, Faults& faults) const {
    if (!said) {
      for (auto& usually : usual_headings(what))
        if (auto column = heading(header_, usually)) return {column, {}};
      return {};
    }
    if (said->starts_with('=')) return {{}, said->substr(1)};
    if (auto column = heading(header_, folded(*said))) return {column, {}};
    if (auto column = spreadsheet::column_of(*said); column && *column < sheet_.columns) return {column, {}};
    faults.add("/" + std::string(what), {"Không có cột “" + *said + "” ở dòng tiêu đề " + std::to_string(header_ + 1) + ".",
                                         "There is no column “" + *said + "” in heading row " + std::to_string(header_ + 1) + "."});
    return {};
  }

  Outcome<bool> place_columns() {
    Faults faults;
    if (mapping_.header_row && *mapping_.header_row < 1) faults.add("/header_row", {"Dòng tiêu đề đếm từ 1.", "The heading row counts from 1."});
    header_ = mapping_.header_row ? static_cast<uint32_t>(std::max(*mapping_.header_row, 1) - 1) : likely_header(sheet_, mapping_);
    indicator_ = source("indicator", mapping_.indicator, faults);
    unit_ = source("unit", mapping_.unit, faults);
    month_ = source("month", mapping_.month, faults);
    value_ = mapping_.across ? Source{} : source("value", mapping_.value, faults);
    state_ = source("state", mapping_.state, faults);
    reason_ = source("reason", mapping_.reason, faults);
    need("indicator", mapping_.indicator, indicator_, Across::indicator, faults);
    need("unit", mapping_.unit, unit_, Across::unit, faults);
    need("month", mapping_.month, month_, Across::month, faults);
    if (!mapping_.across && !mapping_.value) faults.require(value_.there(), "/value", missing("value"));
    if (faults.any()) return faults.problem();
    if (mapping_.across) read_headings();
    return true;
  }
  Text missing(std::string_view what) const {
    auto name = name_of(what);
    return {"Chưa rõ cột nào là " + name.vi + ". Chọn cột, hoặc ghi “=…” nếu cả trang là một.", "Which column is " + name.en + " is not clear. Choose it, or write “=…” where the whole sheet is one."};
  }
  /// What was said and is not there has its fault already.
  void need(std::string_view what, const std::optional<std::string>& said, Source& source, Across as, Faults& faults) const {
    if (mapping_.across == as) source = {};
    else if (!said) faults.require(source.there(), "/" + std::string(what), missing(what));
  }

  bool taken(uint32_t column) const {
    for (auto* s : {&indicator_, &unit_, &month_, &state_, &reason_})
      if (s->column == column) return true;
    return false;
  }
  /// What was said of a word; nothing: nobody said anything of it.
  static std::optional<std::string> meaning(const std::optional<std::vector<Meaning>>& of, const std::string& word) {
    if (of)
      for (auto& m : *of)
        if (folded(m.word) == word) return m.code;
    return {};
  }
  /// Headings that say nothing known stand over words of the sheet's own: they are left alone.
  void read_headings() {
    for (auto& c : sheet_.cells) {
      if (c.row != header_ || taken(c.column)) continue;
      auto said = meaning(mapping_.columns, folded(spreadsheet::column_letters(c.column)));
      if (said && said->empty()) continue;
      auto text = said.value_or(c.text);
      if (mapping_.across == Across::month) {
        if (auto month = month_of(text)) headings_.push_back({c.column, {}, *month});
      } else {
        auto code = (mapping_.across == Across::unit ? known_.units : known_.indicators).find(text);
        if (code) headings_.push_back({c.column, *code, {}});
        else out_.notices.push_back({"Cột " + sheet_.address(c) + " “" + c.text + "” không nhận ra và bỏ qua.", "Column " + sheet_.address(c) + " “" + c.text + "” is not known and left out."});
      }
    }
  }

  struct Dimension {
    const Cell* cell = nullptr;
    std::string text, address;
  };
  Dimension written(const Source& source, uint32_t row) const {
    if (source.constant) return {nullptr, *source.constant, sheet_.address(row, 0)};
    if (!source.column) return {};
    auto* c = cell(row, *source.column);
    return {c, c ? c->text : "", sheet_.address(row, *source.column)};
  }

  std::optional<std::string> code(const Source& source, const Names& names, uint32_t row, bool unit) {
    auto d = written(source, row);
    auto said = meaning(mapping_.names, folded(d.text));
    if (said && said->empty()) return {};
    if (auto found = names.find(said.value_or(d.text))) return found;
    if (!d.text.empty()) strange(unit ? Across::unit : Across::indicator, d.text);
    out_.faults.add(d.address, d.text.empty() ? (unit ? Text{"Thiếu đơn vị.", "The unit is missing."} : Text{"Thiếu chỉ tiêu.", "The indicator is missing."})
                               : unit ? Text{"Không có đơn vị “" + d.text + "”. Ghi mã như trong danh mục.", "There is no unit “" + d.text + "”. Write its code as the catalogue has it."}
                                      : Text{"Không có chỉ tiêu “" + d.text + "”. Ghi mã như trong danh mục.", "There is no indicator “" + d.text + "”. Write its code as the catalogue has it."});
    return {};
  }
  void strange(Across what, const std::string& word) {
    auto& all = out_.strangers;
    auto met = std::find_if(all.begin(), all.end(), [&](auto& s) { return s.what == what && s.word == word; });
    if (met != all.end()) ++met->times;
    else if (all.size() < strangers_named) all.push_back({what, word, 1});
  }
  std::optional<Month> month(uint32_t row) {
    auto d = written(month_, row);
    if (auto found = month_of(d.text)) return found;
    out_.faults.add(d.address, {"“" + d.text + "” không phải là tháng. Ghi 2021-04 hoặc 4/2021.", "“" + d.text + "” is not a month. Write 2021-04 or 4/2021."});
    return {};
  }
  State state(uint32_t row) {
    auto d = written(state_, row);
    if (auto found = state_of(d.text)) return *found;
    out_.faults.add(d.address, {"“" + d.text + "”: ghi “chính thức” hoặc “ước”.", "“" + d.text + "”: write “official” or “estimate”."});
    return State::official;
  }

  void one(uint32_t row) {
    auto d = written(value_, row);
    if (!d.cell && !value_.constant) return;  // no figure in this row
    FileValue value;
    value.address = d.address;
    auto number = value_of(d.cell, d.address, sign(), out_.faults);
    if (!number && d.cell && d.cell->text.find_first_not_of(" \t") == std::string::npos) return;
    auto indicator = code(indicator_, known_.indicators, row, false);
    auto unit = code(unit_, known_.units, row, true);
    auto when = month(row);
    finish(std::move(value), d.cell, number, indicator, unit, when, row);
  }

  void across(uint32_t row) {
    bool any = false;
    for (auto& h : headings_) any = any || cell(row, h.column);
    if (!any) return;
    std::optional<std::string> indicator, unit;
    std::optional<Month> when;
    if (mapping_.across != Across::indicator) indicator = code(indicator_, known_.indicators, row, false);
    if (mapping_.across != Across::unit) unit = code(unit_, known_.units, row, true);
    if (mapping_.across != Across::month) when = month(row);
    for (auto& h : headings_) {
      auto* c = cell(row, h.column);
      if (!c) continue;
      FileValue value;
      value.address = sheet_.address(*c);
      auto number = value_of(c, value.address, sign(), out_.faults);
      finish(std::move(value), c, number, mapping_.across == Across::indicator ? h.code : indicator,
             mapping_.across == Across::unit ? h.code : unit, mapping_.across == Across::month ? h.month : when, row);
    }
  }

  void finish(FileValue value, const Cell* c, const std::optional<Decimal>& number, const std::optional<std::string>& indicator,
              const std::optional<std::string>& unit, const std::optional<Month>& when, uint32_t row) {
    if (!number || !indicator || !unit || !when) return;
    value.value = *number;
    value.indicator = *indicator;
    value.unit = *unit;
    value.month = *when;
    value.formula = c && c->formula == spreadsheet::Formula::kept;
    if (state_.there()) value.state = state(row);
    if (reason_.there()) value.reason = written(reason_, row).text;
    out_.values.push_back(std::move(value));
  }
  spreadsheet::DecimalSign sign() const { return mapping_.decimal_sign.value_or(spreadsheet::DecimalSign::detect); }

  struct Heading {
    uint32_t column;
    std::string code;
    Month month;
  };
  const Sheet& sheet_;
  const Mapping& mapping_;
  const Known& known_;
  std::vector<std::pair<size_t, size_t>> rows_;
  std::vector<Heading> headings_;
  uint32_t header_ = 0;
  Source indicator_, unit_, month_, value_, state_, reason_;
  Reading out_;
};

}  // namespace

const std::vector<std::string>& usual_headings(std::string_view what) {
  static const std::map<std::string, std::vector<std::string>, std::less<>> headings{
      {"indicator", {"mã chỉ tiêu", "indicator", "mã", "chỉ tiêu", "code", "dataelement"}},
      {"unit", {"mã đơn vị", "unit", "đơn vị", "đơn vị báo cáo", "ref_area", "orgunit"}},
      {"month", {"kỳ", "month", "tháng", "period", "time_period", "kỳ báo cáo"}},
      {"value", {"giá trị", "value", "số liệu", "số", "obs_value"}},
      {"state", {"trạng thái", "state", "loại số", "obs_status"}},
      {"reason", {"lý do", "reason", "comment"}}};
  return headings.find(what)->second;
}

uint32_t likely_header(const Sheet& sheet, const Mapping& mapping) {
  std::map<uint32_t, int> score;
  for (auto& c : sheet.cells) {
    if (c.row >= header_rows_searched) break;
    auto text = folded(c.text);
    for (auto* what : {"indicator", "unit", "month", "value"})
      if (auto& list = usual_headings(what); std::find(list.begin(), list.end(), text) != list.end()) ++score[c.row];
    for (auto* said : {&mapping.indicator, &mapping.unit, &mapping.month, &mapping.value})
      if (*said && folded(**said) == text) score[c.row] += 2;
  }
  auto best = std::max_element(score.begin(), score.end(), [](auto& a, auto& b) { return a.second < b.second; });
  return best == score.end() ? 0 : best->first;
}

Outcome<Reading> read_sheet(const Sheet& sheet, const Mapping& mapping, const Known& known) {
  if (sheet.cells.empty()) return refuse(Problem::Kind::invalid, {"Trang này không có số liệu.", "This sheet is empty."});
  return SheetReader(sheet, mapping, known).read();
}

}  // namespace giaoban::figures::exchange
