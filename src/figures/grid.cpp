// figures.grid: a month's figures side by side, a row for each unit and a column for each indicator.
#include "figures/before_act.hpp"
#include "figures/form.hpp"
#include "figures/views.hpp"

namespace giaoban::figures {
namespace {

struct Known {
  int64_t unit = 0, indicator = 0;
  Month month;
  std::optional<int64_t> value;
  State state = State::official;
  Instant at;
  int64_t seq = 0;
};
BOOST_DESCRIBE_STRUCT(Known, (), (unit, indicator, month, value, state, at, seq))
struct Held {
  int64_t unit = 0, indicator = 0, value = 0, seq = 0;
};
BOOST_DESCRIBE_STRUCT(Held, (), (unit, indicator, value, seq))

using CellPlace = std::pair<int64_t, int64_t>;  // unit, indicator

std::optional<Decimal> shown(std::optional<int64_t> value, const Indicator& i) {
  if (!value) return {};
  return Decimal{*value, i.scale};
}

GridCell cell_of(const CellValues& values, std::optional<Held> held, const Indicator& i, const rules::Wording& wording) {
  GridCell out{shown(values.value, i), {}, shown(values.last_month, i), shown(values.last_year, i), values.state, values.seq, {}, {}};
  auto value = values.value;
  if (held) {
    value = held->value;
    out.held = shown(value, i);
    out.version = std::max(out.version, held->seq);
  }
  out.month_on_month = compare(own_total(value), values.month_before.value_or(own_total(values.last_month)), i, i.month_style, wording);
  out.year_on_year = compare(own_total(value), values.year_before.value_or(own_total(values.last_year)), i, i.month_style, wording);
  out.year_on_year.measure = Measure::year_on_year;
  out.month_on_month.measure = Measure::month_on_month;
  return out;
}

}  // namespace

Outcome<Grid> month_grid(Context& context, const Tools& tools, const ChecksRequest& request) {
  auto& tx = context.tx;
  Grid out{request.month, {}, {}, {}, about(tx)};
  auto month = request.month;
  auto indicators = stored_indicators(tx);
  std::map<CellPlace, CellValues> cells;
  for (auto& f : tx.query<Known>(
           "select unit, indicator, month, value, state, at, seq from figure where month in (?, ?, ?) order by id", month,
           month.plus(-1), month.plus(-12))) {
    auto& cell = cells[{f.unit, f.indicator}];
    if (f.month == month) {
      cell.value = f.value, cell.state = f.value ? f.state : State::missing, cell.seq = f.seq;
      if (!out.known || *out.known < f.at) out.known = f.at;
    } else if (f.month == month.plus(-1)) {
      cell.last_month = f.value;
    } else {
      cell.last_year = f.value;
    }
  }
  std::map<CellPlace, Held> held;
  for (auto& h : tx.query<Held>("select unit, indicator, value, seq from figure_held where month = ?", month))
    held[{h.unit, h.indicator}] = h;

  std::vector<size_t> shown_indicators;
  for (size_t i = 0; i < indicators.size(); ++i) {
    if (!indicators[i].indicator.entered() || indicators[i].indicator.since > month) continue;
    shown_indicators.push_back(i);
    out.indicators.push_back(indicator_ref(indicators[i].indicator));
  }
  auto& wording = tools.rules.wording.on(last_day(month)).value;
  auto forms = unit_forms(tx, indicators, month);
  tools.columns.read([&](const Columns& columns) {
    for (auto& form : forms)
      for (auto i : form.indicators) fill_before_act(columns, indicators[i].indicator.code, form.unit.code, month, cells[{form.unit.id, indicators[i].id}]);
  });
  for (auto& form : forms) {
    if (!may_see(context, form.unit.id)) continue;
    bool may_enter = context.may(Right::figures_enter) && !locked_because(form.state());
    GridUnit row{{form.unit.id, form.unit.code, form.unit.short_name}, form.commune, form.state(), may_enter, {}};
    for (auto i : shown_indicators) {
      CellPlace place{form.unit.id, indicators[i].id};
      if (std::find(form.indicators.begin(), form.indicators.end(), i) == form.indicators.end()) {
        row.cells.push_back({});
        continue;
      }
      auto h = held.find(place);
      row.cells.push_back(cell_of(cells[place], h == held.end() ? std::nullopt : std::optional(h->second), indicators[i].indicator, wording));
    }
    out.units.push_back(std::move(row));
  }
  return out;
}

}  // namespace giaoban::figures
