// home.month: one screen that shows where the month stands.
#include "figures/views.hpp"
#include "home/gather.hpp"
#include "press/press.hpp"

namespace giaoban::home {
namespace {

/// The chart shows the budget's revenue where it is a key indicator: what every session asks first.
std::string featured(const std::vector<figures::Fact>& facts) {
  for (auto& f : facts)
    if (f.indicator.plan_word == figures::PlanWord::budget) return f.indicator.code;
  return facts.empty() ? "" : facts.front().indicator.code;
}

Gathered gather(Context& context, const figures::Tools& tools, const directives::Reckoning& reckoning, Month month) {
  auto& tx = context.tx;
  Gathered g;
  g.month = month;
  g.today = context.today();
  g.now = context.now();
  g.sees_all = figures::sees_all(context);
  g.unit = context.actor.unit;
  g.forms = figures::form_statuses(context, tools, month);
  g.complete = true;
  for (auto& form : g.forms) {
    g.complete = g.complete && sent(form);
    if (!form.commune) continue;
    ++g.communes.expected;
    g.communes.submitted += sent(form);
    g.communes.approved += form.state == figures::FormState::approved;
  }
  g.report = report::standing(tx, month);
  if (auto planned = session::current(tx, month)) {
    g.session = session::facts(tx, planned->id);
    g.notice = conclusions::notice(tx, tools, planned->id);
    if (!g.notice) g.clauses = static_cast<int32_t>(conclusions::clauses(tx, tools, planned->id).size());
    g.of_session = directives::rows(tx, reckoning, g.today, planned->id);
  }
  auto published = press::published_months(tx);
  g.published = std::find(published.begin(), published.end(), month) != published.end();
  g.work = directives::summary(tx, reckoning, g.today, month);
  return g;
}

SessionCard card(const session::Facts& f) {
  SessionCard out;
  out.id = f.id;
  out.title = f.title;
  out.state = f.state;
  out.date = f.date;
  out.starts = f.starts;
  out.ends = f.ends;
  out.place = f.place;
  out.chair = f.chair.title;
  out.items = static_cast<int32_t>(f.items.size());
  out.members = f.members;
  out.present = f.members_present;
  out.sites = f.sites;
  out.sites_connected = f.sites_connected;
  return out;
}

/// A unit is told of its own work and form; the leaders and the Office of everyone's.
void show_work(Context& context, const Gathered& g, MonthView& out) {
  auto mine = [&](int64_t unit) { return g.sees_all || units::may_act_for(context, unit); };
  for (auto& u : g.work.units) {
    if (!mine(u.unit.id)) continue;
    out.open += u.counts.open;
    out.overdue += u.counts.overdue;
    out.due_soon += u.counts.due_soon;
    if (u.counts.overdue || u.counts.due_soon) out.work.push_back({u.unit, u.counts.overdue, u.counts.due_soon});
    else ++out.other_units;
  }
  for (auto& form : g.forms)
    if (form.commune && mine(form.unit.id)) out.communes.push_back(form);
}

/// Counts and names of others' tasks stay out of a unit's own page.
void keep_own(Context& context, Gathered& g) {
  if (g.sees_all) return;
  auto others = [&](auto& row) { return !units::may_act_for(context, row.lead.id); };
  std::erase_if(g.work.overdue, others);
  std::erase_if(g.work.due_soon, others);
  directives::Counts own;
  for (auto& u : g.work.units)
    if (units::may_act_for(context, u.unit.id)) own.open += u.counts.open, own.overdue += u.counts.overdue, own.due_soon += u.counts.due_soon;
  g.work.counts = own;
}

}  // namespace

Outcome<MonthView> show_month(Context& context, const figures::Tools& tools, const directives::Reckoning& reckoning, const MonthRequest& request) {
  auto g = gather(context, tools, reckoning, request.month);
  keep_own(context, g);
  MonthView out;
  out.month = request.month;
  out.steps = steps(g, tools);
  out.title = title_of(g, out.steps);
  out.lead = lead_of(g);
  out.next = next_things(context, g, tools);
  TRY(facts, figures::month_table(context, tools, {{}, request.month, {}}));
  out.indicators = static_cast<int32_t>(facts.facts.size());
  std::erase_if(facts.facts, [](auto& f) { return !f.indicator.key; });
  out.featured = featured(facts.facts);
  out.facts = std::move(facts);
  if (g.session) out.session = card(*g.session);
  show_work(context, g, out);
  out.communes_due = figures::form_due(tools, request.month, true);
  return out;
}

Outcome<Line> show_line(Context& context, const figures::Tools& tools, const directives::Reckoning& reckoning, const MonthRequest& request) {
  auto g = gather(context, tools, reckoning, request.month);
  keep_own(context, g);
  return Line{request.month, steps(g, tools)};
}

void declare(Catalogue& catalogue, figures::Tools tools) {
  auto reckoning = std::make_shared<directives::Reckoning>(tools.rules);
  catalogue.read({.name = "home.line", .summary = {"Tháng đang ở bước nào, cho thanh bên", "Where the month stands, for the rail"}},
                 [tools, reckoning](Context& context, const MonthRequest& request) -> Outcome<Line> {
                   return show_line(context, tools, *reckoning, request);
                 });
  catalogue.read({.name = "home.month", .summary = {"Tháng đang ở đâu", "Where the month stands"}},
                 [tools, reckoning](Context& context, const MonthRequest& request) -> Outcome<MonthView> {
                   return show_month(context, tools, *reckoning, request);
                 });
}

}  // namespace giaoban::home
