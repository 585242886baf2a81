// figures.import: history in one go. Checks of single values do not apply: it is what was published.
#include "figures/views.hpp"

namespace giaoban::figures {
namespace {

/// An imported day has no hour: the end of its working day.
constexpr int hour_known = 17;

struct Ready {
  int64_t indicator = 0, unit = 0;
  Month month;
  int64_t value = 0;
  State state = State::official;
  Instant at;
  std::string indicator_code, unit_code;
};

class Importer {
 public:
  Importer(Context& context, const ImportRequest& request)
      : context_(context), request_(request), indicators_(stored_indicators(context.tx)) {
    for (auto& u : units::all(context.tx)) units_.emplace(u.code, u);
    for (auto& row : indicators_) rows_.emplace(row.indicator.code, &row);
  }

  void read(Faults& faults) {
    for (size_t l = 0; l < request_.lines.size(); ++l) line(request_.lines[l], fmt::format("/lines/{}", l), faults);
    std::stable_sort(ready_.begin(), ready_.end(), [](auto& a, auto& b) { return a.at < b.at; });
  }

  void write(LiveColumns& columns) {
    for (auto& r : ready_) add_figure(context_, r.indicator, r.unit, r.month, r.value, r.state, r.at);
    context_.after_commit([&columns, ready = ready_, seq = context_.seq] {
      auto list = columns.read([&](const Columns& c) {
        std::vector<Change> out;
        for (auto& r : ready)
          out.push_back({seq, c.find_indicator(r.indicator_code).value(), c.find_unit(r.unit_code).value(), r.month,
                         r.value, r.state});
        return out;
      });
      columns.apply(list);
    });
  }

  /// Forms whose every value was given by its unit count as sent at the last of them.
  int32_t complete_forms() {
    std::map<std::pair<int64_t, Month>, Instant> touched;
    for (auto& r : ready_)
      if (r.state != State::stand_in) touched[{r.unit, r.month}] = r.at;
    int32_t forms = 0;
    std::map<Month, std::map<int64_t, UnitForm>> by_month;
    for (auto& [key, at] : touched) {
      auto& [unit, month] = key;
      if (!by_month.contains(month))
        for (auto& form : unit_forms(context_.tx, indicators_, month)) by_month[month].emplace(form.unit.id, form);
      auto& form = by_month[month].at(unit);
      if (form.state() == FormState::submitted || form.state() == FormState::approved) continue;
      auto cells = cell_states(unit, month);
      bool whole = std::all_of(form.indicators.begin(), form.indicators.end(), [&](size_t i) {
        auto found = cells.find(indicators_[i].id);
        return found != cells.end() && found->second != State::missing && found->second != State::stand_in;
      });
      if (!whole) continue;
      add_form_event(context_, unit, month, FormStep::submitted, "", at);
      if (request_.forms == ImportForms::approved) add_form_event(context_, unit, month, FormStep::approved, "", at);
      ++forms;
    }
    return forms;
  }
  int32_t count() const { return static_cast<int32_t>(ready_.size()); }

  struct CellRow {
    int64_t indicator = 0;
    std::optional<int64_t> value;
    State state = State::official;
  };

 private:
  std::unordered_map<int64_t, State> cell_states(int64_t unit, Month month) {
    std::unordered_map<int64_t, State> out;
    for (auto& c : context_.tx.query<CellRow>(
             "select indicator, value, state from figure where unit = ? and month = ? order by id", unit, month))
      out[c.indicator] = c.value ? c.state : State::missing;
    return out;
  }

  void line(const ImportLine& l, const std::string& at, Faults& faults) {
    auto row = rows_.find(l.indicator);
    auto unit = units_.find(l.unit);
    if (unit == units_.end() || !unit->second.in_force(last_day(l.month)))
      return faults.add(at + "/unit", {"Không có đơn vị này trong tháng ấy.", "There is no such unit in that month."});
    if (row == rows_.end() || !reports(row->second->indicator, unit->second))
      return faults.add(at + "/indicator", {"Đơn vị không báo cáo chỉ tiêu này.", "The unit does not report this indicator."});
    auto value = l.value.at_scale(row->second->indicator.scale);
    if (!value)
      return faults.add(at + "/value", {"Nhiều chữ số lẻ hơn chỉ tiêu cho phép.", "More decimals than the indicator holds."});
    if (l.state == State::missing)
      faults.add(at + "/state", {"Cần một trạng thái khác “thiếu”.", "A value cannot be missing."});
    Instant when = l.known ? std::min(Instant::local(*l.known, hour_known), context_.at()) : context_.at();
    if (l.known && *l.known > context_.at().local_date())
      faults.add(at + "/known", {"Ngày này chưa tới.", "This day has not come yet."});
    ready_.push_back({row->second->id, unit->second.id, l.month, value->units, l.state.value_or(State::official), when,
                      l.indicator, l.unit});
  }

  Context& context_;
  const ImportRequest& request_;
  std::vector<IndicatorRow> indicators_;
  std::map<std::string, units::Unit> units_;
  std::map<std::string, const IndicatorRow*> rows_;
  std::vector<Ready> ready_;
};
BOOST_DESCRIBE_STRUCT(Importer::CellRow, (), (indicator, value, state))

}  // namespace

Outcome<Imported> import_figures(Context& context, const Tools& tools, const ImportRequest& request) {
  Faults faults;
  faults.require(!request.lines.empty(), "/lines", {"Không có số liệu nào.", "There are no figures."});
  Importer importer(context, request);
  importer.read(faults);
  if (faults.any()) return faults.problem();
  importer.write(tools.columns);
  Imported out{importer.count(), 0};
  if (request.forms.value_or(ImportForms::none) != ImportForms::none) out.forms = importer.complete_forms();
  context.about("figures");
  return out;
}

}  // namespace giaoban::figures
