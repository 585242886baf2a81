// figures.table, figures.coverage, figures.indicators: the month on one page.
#include "figures/views.hpp"
#include "units/succession.hpp"

namespace giaoban::figures {

bool sees_all(Context& context) {
  switch (context.actor.office) {
    case Office::quality_officer:
    case Office::editor:
      return true;
    default:
      return units::may_act_for(context, units::body(context).id);
  }
}

/// A unit sees what it was made of, too.
bool may_see(Context& context, int64_t unit) {
  if (sees_all(context) || units::may_act_for(context, unit)) return true;
  auto found = units::find(context.tx, unit);
  if (!found || !found->until) return false;
  auto became = units::succession(context.tx).shares(unit, found->until->plus(-1), context.today()).shares;
  return std::any_of(became.begin(), became.end(), [&](auto& share) { return units::may_act_for(context, share.unit); });
}

Outcome<units::Unit> unit_to_show(Context& context, const std::optional<std::string>& code, Month month) {
  auto body = units::body(context.tx, last_day(month));
  if (!code || *code == body.code) return body;
  auto unit = units::by_code(context.tx, *code);
  if (!unit && sees_all(context)) return not_found({"Không có đơn vị này.", "There is no such unit."});
  if (!unit || !may_see(context, unit->id)) return forbidden();
  return *unit;
}

Outcome<units::Unit> unit_in_frame(Context& context, const std::optional<std::string>& code, Month month, const std::optional<Date>& frame) {
  if (!code && frame) return units::body(context.tx, *frame);
  TRY(unit, unit_to_show(context, code, month));
  if (frame && !unit.in_force(*frame))
    return not_found({"Ngày ấy không có đơn vị này.", "There is no such unit on that day."});
  return std::move(unit);
}

Outcome<IndicatorList> list_indicators(Context& context, const Nothing&) {
  IndicatorList out;
  for (auto& row : stored_indicators(context.tx)) out.indicators.push_back(std::move(row.indicator));
  out.about = about(context.tx);
  return out;
}

Outcome<MonthFacts> month_table(Context& context, const Tools& tools, const TableRequest& request) {
  TRY(unit, unit_in_frame(context, request.unit, request.month, request.frame));
  TRY(as_of, vintage_asked(context, request.month, request));
  auto facts = month_facts_in(context.tx, tools, request.month, request.frame.value_or(last_day(request.month)), as_of, unit.id);
  if (!sees_all(context))
    for (auto& fact : facts.facts)
      std::erase_if(fact.missing, [&](auto& ref) { return !units::may_act_for(context, ref.id); });
  return facts;
}

Outcome<MonthCoverage> month_coverage(Context& context, const Tools& tools, const CoverageRequest& request) {
  TRY(as_of, vintage_asked(context, request.month, request));
  MonthCoverage out;
  out.month = request.month;
  out.due_communes = form_due(tools, request.month, true);
  out.due_others = form_due(tools, request.month, false);
  bool all = sees_all(context);
  for (auto& status : form_statuses(context, tools, request.month, as_of)) {
    auto add = [&](FormCount& count) {
      ++count.expected;
      count.submitted += status.state == FormState::submitted || status.state == FormState::approved;
      count.approved += status.state == FormState::approved;
    };
    add(out.all);
    if (status.commune) add(out.communes);
    if (!all && !units::may_act_for(context, status.unit.id)) continue;
    out.late += status.late;
    out.units.push_back(std::move(status));
  }
  return out;
}

}  // namespace giaoban::figures
