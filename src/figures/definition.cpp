// What makes a definition of an indicator whole: every field at fault in one answer.
#include <set>

#include "figures/define.hpp"
#include "figures/formula.hpp"
#include "figures/number.hpp"

namespace giaoban::figures {
namespace {

constexpr size_t name_bytes_max = 300, code_bytes_max = 60;
/// A form is asked for within a month of its cut-off.
constexpr int32_t due_days_max = 30;

bool is_code(const std::string& code) {
  auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !code.empty() && code.size() <= code_bytes_max && code[0] >= 'a' && code[0] <= 'z' && std::all_of(code.begin(), code.end(), fits);
}

class Definition {
 public:
  Definition(const Indicator& indicator, const std::vector<IndicatorRow>& others, const std::vector<units::Unit>& units, Faults& faults)
      : i_(indicator), others_(others), units_(units), f_(faults) {}

  void check() {
    f_.require(is_code(i_.code), "/indicator/code", {"Mã gồm chữ thường không dấu, số và gạch dưới.", "A code has small letters without accents, digits and underscores."});
    for (auto& [text, name] : {std::pair(&i_.name, "name"), std::pair(&i_.short_name, "short_name"), std::pair(&i_.unit_of_measure, "unit_of_measure"),
                               std::pair(&i_.group, "group"), std::pair(&i_.source, "source")})
      words(*text, name);
    f_.require(i_.scale >= 0 && i_.scale <= 6, "/indicator/scale", {"Từ 0 đến 6 chữ số lẻ.", "From 0 to 6 decimals."});
    f_.require(i_.decimals >= 0 && i_.decimals <= i_.scale, "/indicator/decimals", {"Không nhiều hơn số chữ số lẻ được giữ.", "No more than the decimals that are kept."});
    computed();
    weight();
    reporting();
    if (i_.breakdowns)
      for (size_t b = 0; b < i_.breakdowns->size(); ++b) breakdown((*i_.breakdowns)[b], fmt::format("/indicator/breakdowns/{}", b));
    if (i_.plan) f_.require(!i_.plan->denominator.vi.empty() && !i_.plan->denominator.en.empty(), "/indicator/plan/denominator", {"Nêu tên mẫu số: tỷ lệ so với kế hoạch nào.", "Name the denominator: a share of which plan."});
  }

 private:
  void words(const Text& text, const std::string& name) {
    f_.require(!text.vi.empty() && !text.en.empty() && text.vi.size() <= name_bytes_max && text.en.size() <= name_bytes_max, "/indicator/" + name,
               {"Cần ghi bằng cả hai thứ tiếng.", "Both languages are needed."});
  }
  const Indicator* other(const std::string& code) const {
    for (auto& row : others_)
      if (row.indicator.code == code && code != i_.code) return &row.indicator;
    return nullptr;
  }

  void computed() {
    f_.require(i_.numerator.has_value() == i_.denominator.has_value(), "/indicator/denominator", {"Tử số và mẫu số đi cùng nhau.", "Numerator and denominator go together."});
    f_.require(!i_.numerator || !i_.formula, "/indicator/formula", {"Tỷ lệ đã có tử số và mẫu số thì không có công thức.", "A ratio that has numerator and denominator has no formula."});
    f_.require((i_.kind == Kind::ratio) == !i_.entered() || i_.formula, "/indicator/kind", {"Tỷ lệ được tính, không nhập; chỉ tiêu nhập thì không là tỷ lệ.", "A ratio is computed, not entered; what is entered is no ratio."});
    for (auto& [code, at] : {std::pair(i_.numerator, "/indicator/numerator"), std::pair(i_.denominator, "/indicator/denominator")})
      if (code) {
        auto* part = other(*code);
        f_.require(part && part->entered() && part->adds_over_units(), at, {"Cần một chỉ tiêu nhập, cộng được giữa các đơn vị.", "An entered indicator that adds over units is needed."});
      }
    if (!i_.formula) return;
    auto formula = Formula::parse(*i_.formula);
    if (!formula) return f_.add("/indicator/formula", formula.error());
    for (auto& name : formula->names())
      if (!other(name)) f_.add("/indicator/formula", {"Không có chỉ tiêu “" + name + "”.", "There is no indicator “" + name + "”."});
    f_.require(!needs_itself(*formula), "/indicator/formula", {"Công thức vòng lại chính chỉ tiêu này.", "The formula comes back to this indicator."});
  }

  bool needs_itself(const Formula& formula) const {
    std::set<std::string> seen;
    std::vector<std::string> open = formula.names();
    while (!open.empty()) {
      auto code = open.back();
      open.pop_back();
      if (code == i_.code) return true;
      auto* part = other(code);
      if (!part || !part->formula || !seen.insert(code).second) continue;
      if (auto inner = Formula::parse(*part->formula)) open.insert(open.end(), inner->names().begin(), inner->names().end());
    }
    return false;
  }

  void weight() {
    if (!i_.weight) return;
    auto* by = other(*i_.weight);
    f_.require(i_.kind == Kind::average || i_.kind == Kind::index, "/indicator/weight", {"Chỉ số bình quân và chỉ số mới có trọng số.", "Only an average or an index is weighted."});
    f_.require(by && by->entered() && by->adds_over_units(), "/indicator/weight", {"Trọng số là một chỉ tiêu nhập, cộng được giữa các đơn vị.", "The weight is an entered indicator that adds over units."});
  }

  void reporting() {
    if (i_.reporters == Reporters::named) {
      f_.require(!i_.reporting_units.empty() || !i_.entered(), "/indicator/reporting_units", {"Nêu đơn vị báo cáo.", "Name the reporting units."});
      for (size_t n = 0; n < i_.reporting_units.size(); ++n)
        f_.require(std::any_of(units_.begin(), units_.end(), [&](auto& u) { return u.code == i_.reporting_units[n]; }),
                   fmt::format("/indicator/reporting_units/{}", n), {"Không có đơn vị này.", "There is no such unit."});
    }
    if (i_.window && i_.window->kind == WindowKind::own)
      for (auto& [day, at] : {std::pair(i_.window->from_day, "/indicator/window/from_day"), std::pair(i_.window->to_day, "/indicator/window/to_day")})
        f_.require(day && *day >= 1 && *day <= 31, at, {"Một ngày từ 1 đến 31.", "A day from 1 to 31."});
    f_.require(!i_.until || i_.since <= *i_.until, "/indicator/until", {"Tháng cuối không trước tháng đầu.", "The last month is not before the first."});
    f_.require(!i_.due_days || (*i_.due_days >= 0 && *i_.due_days <= due_days_max), "/indicator/due_days", {"Từ 0 đến 30 ngày làm việc.", "From 0 to 30 working days."});
  }

  void breakdown(const Breakdown& b, const std::string& at) {
    f_.require(!b.name.vi.empty() && !b.name.en.empty(), at + "/name", {"Đặt tên cho cách phân tổ.", "Name the breakdown."});
    f_.require(b.parts.size() >= 2, at + "/parts", {"Ít nhất hai phần.", "Two parts at least."});
    std::set<std::string> seen;
    for (size_t p = 0; p < b.parts.size(); ++p) {
      auto* part = other(b.parts[p]);
      bool fits = part && part->entered() && part->kind == i_.kind && part->scale == i_.scale && part->adds_over_units() && seen.insert(b.parts[p]).second;
      f_.require(fits, fmt::format("{}/parts/{}", at, p), {"Mỗi phần là một chỉ tiêu nhập, cùng loại, cùng số chữ số lẻ, một lần.", "Each part is an entered indicator of the same kind and decimals, once."});
    }
  }

  const Indicator& i_;
  const std::vector<IndicatorRow>& others_;
  const std::vector<units::Unit>& units_;
  Faults& f_;
};

}  // namespace

void check_definition(const Indicator& indicator, const std::vector<IndicatorRow>& others, const std::vector<units::Unit>& units, Faults& faults) {
  Definition(indicator, others, units, faults).check();
}

std::vector<std::string> named_by(const Indicator& i) {
  std::vector<std::string> out;
  for (auto& code : {i.numerator, i.denominator, i.weight})
    if (code) out.push_back(*code);
  if (i.formula)
    if (auto formula = Formula::parse(*i.formula)) out.insert(out.end(), formula->names().begin(), formula->names().end());
  if (i.breakdowns)
    for (auto& b : *i.breakdowns) out.insert(out.end(), b.parts.begin(), b.parts.end());
  return out;
}

std::map<std::string, Text> breakdown_faults(const std::vector<IndicatorRow>& indicators, const std::map<std::string, int64_t>& values) {
  std::map<std::string, Text> out;
  for (auto& [id, i] : indicators) {
    auto total = values.find(i.code);
    if (!i.breakdowns || total == values.end()) continue;
    for (auto& b : *i.breakdowns) {
      __int128 sum = 0;
      bool whole = std::all_of(b.parts.begin(), b.parts.end(), [&](auto& code) {
        auto part = values.find(code);
        if (part != values.end()) sum += part->second;
        return part != values.end();
      });
      if (!whole || sum == total->second) continue;
      auto said = written(Decimal{static_cast<int64_t>(sum), i.scale});
      out[i.code] = {"Các phần " + b.name.vi + " cộng lại là " + said.vi + ", khác số tổng.", "The parts " + b.name.en + " add up to " + said.en + ", not to the total."};
    }
  }
  return out;
}

}  // namespace giaoban::figures
