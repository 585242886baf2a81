// How far each unit's form of a month is: derived from its events and its values, never stored.
#include <set>

#include "figures/store.hpp"

namespace giaoban::figures {
namespace {

struct EventOfUnit {
  int64_t unit = 0;
  FormEvent event;
};
BOOST_DESCRIBE_STRUCT(EventOfUnit, (), (unit, event))

struct CellState {
  int64_t unit = 0, indicator = 0;
  std::optional<int64_t> value;
  State state = State::official;
};
BOOST_DESCRIBE_STRUCT(CellState, (), (unit, indicator, value, state))

struct HeldCount {
  int64_t unit = 0, count = 0;
};
BOOST_DESCRIBE_STRUCT(HeldCount, (), (unit, count))

/// What is known now of every cell of a month.
std::map<std::pair<int64_t, int64_t>, CellState> cells(db::Transaction& tx, Month month, Sequence as_of) {
  std::map<std::pair<int64_t, int64_t>, CellState> out;
  for (auto& c : tx.query<CellState>("select unit, indicator, value, state from figure where month = ? and seq <= ? order by id", month, as_of))
    out[{c.unit, c.indicator}] = c;
  return out;
}

}  // namespace

bool reports(const Indicator& indicator, const units::Unit& unit) {
  if (!indicator.entered()) return false;
  if (indicator.reporters == Reporters::communes) return is_commune(unit.kind);
  auto& codes = indicator.reporting_units;
  return std::find(codes.begin(), codes.end(), unit.code) != codes.end();
}

std::vector<UnitForm> unit_forms(db::Transaction& tx, const std::vector<IndicatorRow>& indicators, Month month, Sequence as_of) {
  std::vector<UnitForm> out;
  std::unordered_map<int64_t, std::vector<FormEvent>> events;
  for (auto& e : tx.query<EventOfUnit>(
           "select f.unit, e.step, e.reason, e.at, e.seat from form_event e join form f on f.id = e.form "
           "where f.month = ? and e.seq <= ? order by e.id",
           month, as_of))
    events[e.unit].push_back(e.event);
  for (auto& unit : units::in_force(tx, month)) {
    UnitForm form{unit, is_commune(unit.kind), {}, {}};
    for (size_t i = 0; i < indicators.size(); ++i)
      if (indicators[i].indicator.reported_in(month) && reports(indicators[i].indicator, unit)) form.indicators.push_back(i);
    if (form.indicators.empty()) continue;
    form.events = std::move(events[unit.id]);
    out.push_back(std::move(form));
  }
  std::stable_partition(out.begin(), out.end(), [](auto& form) { return form.commune; });
  return out;
}

/// 1. The window closes on its day of the month (the last day of a shorter month).
/// 2. Figures are due so many working days after (rules/deadlines.json, figures-after-window), the first day not
///    counted, until the hour of rules/reporting.json.
Instant form_due(const Tools& tools, Month month, bool commune) {
  auto& reporting = tools.rules.reporting;
  auto& window = (commune ? reporting.communes : reporting.named).on(first_day(month)).value;
  auto closes = std::min(first_day(month).plus(window.closes_on - 1), last_day(month));
  auto& after = tools.rules.deadlines.figures_after_window.on(closes).value;
  return Instant::local(tools.calendar.limit(after, closes), window.until_hour);
}

/// The moment of a journal entry, as far as the room knows: when the last of its figures and forms came.
Instant moment_of(Context& context, Sequence as_of) {
  if (as_of == newest) return context.now();
  Instant out;
  for (auto* table : {"figure", "form_event"})
    if (auto at = context.tx.one_value<Instant>(std::string("select at from ") + table + " where seq <= ? order by seq desc, at desc limit 1", as_of))
      out = std::max(out, *at);
  return out;
}

/// A form is due when the last of its indicators is: one with a window or a limit of its own may come later.
Instant form_due(const Tools& tools, Month month, bool commune, const std::vector<const Indicator*>& indicators) {
  auto due = form_due(tools, month, commune);
  auto& window = (commune ? tools.rules.reporting.communes : tools.rules.reporting.named).on(first_day(month)).value;
  for (auto* i : indicators) {
    if (!i->window && !i->due_days) continue;
    auto closes = i->window ? i->window->closes(month) : std::min(first_day(month).plus(window.closes_on - 1), last_day(month));
    auto after = tools.rules.deadlines.figures_after_window.on(closes).value;
    if (i->due_days) after.count = *i->due_days;
    due = std::max(due, Instant::local(tools.calendar.limit(after, closes), window.until_hour));
  }
  return due;
}

std::vector<FormStatus> form_statuses(Context& context, const Tools& tools, Month month, Sequence as_of) {
  auto& tx = context.tx;
  auto indicators = stored_indicators(tx);
  auto now = moment_of(context, as_of);
  auto cell = cells(tx, month, as_of);
  std::unordered_map<int64_t, int64_t> held_of;
  for (auto& h : tx.query<HeldCount>("select unit, count(*) from figure_held where month = ? group by unit", month))
    held_of[h.unit] = h.count;
  std::vector<FormStatus> out;
  for (auto& form : unit_forms(tx, indicators, month, as_of)) {
    FormStatus s;
    s.unit = {form.unit.id, form.unit.code, form.unit.short_name};
    s.commune = form.commune;
    s.state = form.state();
    std::vector<const Indicator*> own;
    for (auto i : form.indicators) own.push_back(&indicators[i].indicator);
    s.due = form_due(tools, month, form.commune, own);
    s.of = static_cast<int32_t>(form.indicators.size());
    s.held = static_cast<int32_t>(held_of[form.unit.id]);
    for (auto i : form.indicators) {
      auto found = cell.find({form.unit.id, indicators[i].id});
      if (found == cell.end() || !found->second.value) continue;
      if (found->second.state == State::stand_in) ++s.stand_in;
      else ++s.filled;
    }
    for (auto& e : form.events) {
      if (e.step == FormStep::submitted) s.submitted = e.at, s.reason.reset();
      if (e.step == FormStep::returned) s.submitted.reset(), s.reason = e.reason;
      if (e.step == FormStep::taken_back) s.submitted.reset();
      if (e.step == FormStep::reminded) s.reminded = e.at;
    }
    s.reminded_today = s.reminded && s.reminded->local_date() == now.local_date();
    auto end = s.submitted.value_or(now);
    s.late = end > s.due;
    if (s.late) s.days_late = std::max(1, tools.calendar.working_days_between(s.due.local_date(), end.local_date()));
    out.push_back(std::move(s));
  }
  return out;
}

}  // namespace giaoban::figures
