#include <fmt/format.h>

#include <algorithm>

#include "calendar/written.hpp"
#include "conclusions/verbs.hpp"

namespace giaoban::conclusions {
namespace {

std::vector<ItemRef> agenda(db::Transaction& tx, int64_t session) {
  std::vector<ItemRef> out;
  for (auto& item : session::items(tx, session)) out.push_back({item.id, item.position, item.title});
  return out;
}

std::vector<Clause> clauses_of(db::Transaction& tx, const session::Session& session, const Bases& bases, Date day) {
  auto stored = store::of_session(tx, session.id);
  auto mark = marks(stored);
  auto items = agenda(tx, session.id);
  std::vector<Clause> out;
  for (size_t i = 0; i < stored.size(); ++i) {
    auto& s = stored[i];
    auto basis = bases.of(s);
    Clause c;
    c.id = s.id;
    c.version = s.version;
    c.section = s.section;
    c.mark = mark[i];
    c.topic = s.topic;
    c.text = s.text;
    for (auto& item : items)
      if (s.item == item.id) c.item = item;
    if (s.lead) c.lead = units::ref(tx, *s.lead);
    c.led_by_wards = s.led_by_wards;
    for (auto unit : store::partners(tx, s.id)) c.partners.push_back(units::ref(tx, unit));
    c.with_wards = s.with_wards;
    c.due = s.due;
    c.deliverable = s.deliverable;
    c.figures = basis.figures;
    c.paragraph = basis.paragraph;
    c.sentence = basis.sentence;
    c.changed_by = access::seat_ref(tx, s.changed_by);
    c.changed_at = s.changed_at;
    for (auto& gap : gaps(s, day)) c.gaps.push_back(gap.what);
    out.push_back(std::move(c));
  }
  return out;
}

std::vector<DuePreset> presets(const figures::Tools& tools, Date today) {
  std::vector<DuePreset> out;
  for (int n : {3, 5, 10})
    out.push_back({{fmt::format("{} ngày làm việc", n), fmt::format("{} working days", n)}, tools.calendar.add_working_days(today, n)});
  for (auto month : {today.in_month(), today.in_month().plus(1)}) {
    auto name = calendar::month_name(month);
    out.push_back({{"hết " + name.vi, "end of " + name.en}, last_day(month)});
  }
  std::erase_if(out, [&](auto& preset) { return preset.date <= today; });
  return out;
}

void set_directives(db::Transaction& tx, const figures::Tools& tools, int64_t session, Date today, std::vector<Clause>& clauses) {
  for (auto& row : directives::rows(tx, directives::Reckoning(tools.rules), today, session))
    for (auto& clause : clauses)
      if (row.clause == clause.id) clause.directives.push_back(row.id);
}

void set_choices(Context& context, const figures::Tools& tools, const session::Session& session, const Bases& bases, View& out) {
  out.items = agenda(context.tx, session.id);
  out.current_item = session::current_item(context.tx, session);
  for (auto& clause : out.clauses)
    if (!clause.topic.vi.empty() && std::find(out.topics.begin(), out.topics.end(), clause.topic) == out.topics.end()) out.topics.push_back(clause.topic);
  out.figures = bases.figures();
  out.due_presets = presets(tools, context.today());
}

}  // namespace

std::vector<Clause> clauses(db::Transaction& tx, const figures::Tools& tools, int64_t id) {
  auto session = session::find(tx, id);
  if (!session) return {};
  auto notice = store::notice_of(tx, id);
  Bases bases(tx, tools, session->month, vintage_of(tx, *session));
  auto out = clauses_of(tx, *session, bases, notice ? notice->date : session->date);
  if (notice) set_directives(tx, tools, id, notice->date, out);
  return out;
}

std::optional<Notice> notice(db::Transaction& tx, const figures::Tools& tools, int64_t id) {
  auto stored = store::notice_of(tx, id);
  auto session = session::find(tx, id);
  if (!stored || !session) return {};
  auto limit = deadline(tools, *session);
  return Notice{stored->id, id, stored->number, stored->date, stored->journal_head, access::seat_ref(tx, stored->seat), stored->at,
                stored->date > limit ? tools.calendar.working_days_between(limit, stored->date) : 0};
}

Outcome<View> show(Context& context, const figures::Tools& tools, const OfSession& request) {
  auto& tx = context.tx;
  auto session = session::find(tx, request.session);
  if (!session) return not_found({"Không có phiên họp này.", "There is no such session."});
  View out;
  out.session = session->id;
  out.month = session->month;
  out.title = session->title();
  out.state = session->state();
  out.held = session->date;
  out.chair = access::seat_ref(tx, session->chair);
  out.deadline = deadline(tools, *session);
  out.days_left = tools.calendar.working_days_between(context.today(), out.deadline);
  out.notice = notice(tx, tools, session->id);
  out.withheld = !out.notice && !sees_drafts(context);
  if (out.withheld) return out;
  Bases bases(tx, tools, session->month, vintage_of(tx, *session));
  out.clauses = clauses_of(tx, *session, bases, out.notice ? out.notice->date : context.today());
  for (auto& clause : out.clauses) {
    out.tasks += clause.lead || clause.led_by_wards || clause.section == Section::tasks;
    out.incomplete += !clause.gaps.empty();
  }
  if (out.notice) set_directives(tx, tools, session->id, context.today(), out.clauses);
  out.may_edit = !out.notice && context.may(Right::conclusions_edit);
  if (!out.notice) out.before_issue = before_issue(*session, out.clauses);
  out.may_issue = !out.notice && context.may(Right::conclusions_issue) && out.before_issue.empty();
  if (out.may_edit) set_choices(context, tools, *session, bases, out);
  return out;
}

}  // namespace giaoban::conclusions
