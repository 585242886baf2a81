#include "figures/plain_file.hpp"

#include <set>

#include "rules/data_file.hpp"

namespace giaoban::figures {
namespace {

constexpr const char* only_unit = "all";

class Checked {
 public:
  explicit Checked(const PlainFile& file) : file_(file) {
    if (file.units && !file.units->empty()) units_ = *file.units;
    else units_.push_back({only_unit, {"toàn bộ", "all"}, {}});
  }

  Outcome<PlainFigures> figures() {
    auto nodes = unit_nodes();
    auto indicators = all_indicators();
    if (faults_.any()) return faults_.problem();
    try {
      PlainFigures out{Columns(indicators, nodes), names(), {}};
      fill(out);
      if (faults_.any()) return faults_.problem();
      return out;
    } catch (const std::invalid_argument& e) {  // what the columns themselves refuse: a circle of units, a ratio of ratios
      return refuse(Problem::Kind::invalid, {"Chỉ tiêu hoặc đơn vị không dùng được.", "The indicators or units cannot be used."},
                    {{"/indicators", same(e.what())}});
    }
  }

 private:
  void fault(std::string pointer, Text message) { faults_.add(std::move(pointer), std::move(message)); }

  std::vector<UnitNode> unit_nodes() {
    std::vector<UnitNode> out;
    std::set<std::string> known, parents;
    for (auto& u : units_) known.insert(u.code), parents.insert(u.parent.value_or(""));
    size_t roots = 0;
    for (size_t i = 0; i < units_.size(); ++i) {
      auto& u = units_[i];
      roots += !u.parent;
      if (u.parent && !known.contains(*u.parent)) fault(fmt::format("/units/{}/parent", i), {"Không có đơn vị này.", "There is no such unit."});
      out.push_back({u.code, u.parent.value_or(""), !parents.contains(u.code)});
    }
    if (roots != 1 || known.size() != units_.size())
      fault("/units", {"Cần đúng một đơn vị không có cấp trên, và không đơn vị nào trùng mã.", "Exactly one unit has no parent, and no code stands twice."});
    return out;
  }

  std::vector<Indicator> all_indicators() {
    std::vector<Indicator> out;
    for (auto& p : file_.indicators) {
      Indicator i;
      i.code = p.code;
      i.name = i.short_name = p.name;
      i.unit_of_measure = p.unit_of_measure;
      i.kind = p.kind;
      i.scale = i.decimals = p.decimals.value_or(1);
      i.sentence_name = p.sentence_name;
      i.also_called = p.also_called;
      i.direction = p.direction.value_or(Direction::up);
      i.month_style = p.month_style.value_or(Style::change);
      i.year_style = p.year_style.value_or(Style::change);
      i.plan_word = p.plan_word.value_or(PlanWord::plan);
      i.numerator = p.numerator;
      i.denominator = p.denominator;
      i.since = Month::of(1900, 1);  // a file does not say since when: a month without a value is not known
      if (i.scale < 0 || i.scale > 6) fault(fmt::format("/indicators/{}/decimals", out.size()), {"Từ 0 đến 6 chữ số.", "From 0 to 6 digits."});
      if (p.reported_by) i.reporters = Reporters::named, i.reporting_units = *p.reported_by;
      out.push_back(std::move(i));
    }
    return out;
  }

  std::vector<guard::UnitNames> names() const {
    std::vector<guard::UnitNames> out;
    for (auto& u : units_)
      if (u.parent) out.push_back({u.code, {u.name.vi}, {u.name.en}});  // the whole is what a text means anyway
    return out;
  }

  struct Place {
    IndicatorIndex indicator;
    UnitIndex unit;
    int64_t value;
  };
  std::optional<Place> place(const Columns& columns, const std::string& at, const std::string& indicator, const std::optional<std::string>& unit, Decimal value) {
    auto i = columns.find_indicator(indicator);
    auto u = columns.find_unit(unit.value_or(units_.front().code));
    if (!i) fault(at + "/indicator", {"Không có chỉ tiêu này.", "There is no such indicator."});
    if (!u) fault(at + "/unit", {"Không có đơn vị này.", "There is no such unit."});
    if (!i || !u) return {};
    auto scaled = value.at_scale(columns.indicator(*i).scale);
    if (!scaled) fault(at + "/value", {"Nhiều chữ số lẻ hơn chỉ tiêu cho phép.", "More decimals than the indicator holds."});
    return scaled ? std::optional(Place{*i, *u, scaled->units}) : std::nullopt;
  }

  void fill(PlainFigures& out) {
    Sequence seq = 0;
    for (size_t k = 0; k < file_.values.size(); ++k) {
      auto& v = file_.values[k];
      auto at = fmt::format("/values/{}", k);
      auto p = place(out.columns, at, v.indicator, v.unit, v.value);
      if (!p) continue;
      auto state = v.state.value_or(State::official);
      if (!out.columns.reports(p->indicator, p->unit) || state == State::missing) {
        fault(at, {"Đơn vị này không báo cáo chỉ tiêu này.", "This unit does not report this indicator."});
        continue;
      }
      out.columns.apply({++seq, p->indicator, p->unit, v.month, p->value, state});
      out.last = std::max(out.last, v.month);
    }
    if (!file_.plans) return;
    for (size_t k = 0; k < file_.plans->size(); ++k) {
      auto& v = (*file_.plans)[k];
      if (auto p = place(out.columns, fmt::format("/plans/{}", k), v.indicator, v.unit, v.value))
        out.columns.apply_plan(++seq, p->indicator, p->unit, v.year, p->value);
    }
  }

  const PlainFile& file_;
  std::vector<PlainUnit> units_;
  Faults faults_;
};

}  // namespace

Outcome<PlainFigures> read_plain(const std::filesystem::path& path) {
  TRY(file, rules::open(path));
  TRY(plain, rules::read<PlainFile>(file));
  auto figures = Checked(plain).figures();
  if (!figures) return tl::unexpected<Problem>(rules::located(file, figures.error()));
  return figures;
}

}  // namespace giaoban::figures
