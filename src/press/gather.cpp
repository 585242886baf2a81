// The one place where the public's view of a session is put together. Each field is taken by name from what may
// be known: clauses of an issued notice, tasks without the words that units and assigners wrote about them.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "calendar/written.hpp"
#include "conclusions/conclusions.hpp"
#include "directives/directives.hpp"
#include "figures/number.hpp"
#include "figures/wording.hpp"
#include "press/room.hpp"
#include "report/report.hpp"
#include "session/session.hpp"

namespace giaoban::press {
namespace {

using directives::Timing;

bool done(const directives::Row& row) { return row.progress == directives::Progress::done; }

Progress progress_of(const std::vector<directives::Row>& rows) {
  auto any = [&](auto f) { return std::any_of(rows.begin(), rows.end(), f); };
  if (any([](auto& r) { return r.timing == Timing::overdue; })) return Progress::overdue;
  if (any([](auto& r) { return r.timing == Timing::due_soon; })) return Progress::due_soon;
  if (any([](auto& r) { return !done(r); })) return Progress::in_progress;
  return any([](auto& r) { return r.timing == Timing::done_late; }) ? Progress::done_late : Progress::done_on_time;
}

/// Of many leads: "Xong 14/16 nơi, 2 nơi chậm hạn".
Text said_of_many(const std::vector<directives::Row>& rows) {
  auto count = [&](auto f) { return std::count_if(rows.begin(), rows.end(), f); };
  auto finished = count(done), late = count([](auto& r) { return r.timing == Timing::done_late; }),
       overdue = count([](auto& r) { return r.timing == Timing::overdue; });
  Text out{fmt::format("Xong {}/{} nơi", finished, rows.size()), fmt::format("Done in {} of {}", finished, rows.size())};
  if (late) out = out + Text{fmt::format(", {} nơi chậm hạn", late), fmt::format(", {} late", late)};
  if (overdue) out = out + Text{fmt::format(", {} nơi quá hạn", overdue), fmt::format(", {} overdue", overdue)};
  return out;
}

Text said_of_one(const directives::Row& r) {
  auto day = calendar::numeric_short;
  Text counted = r.done && r.total ? Text{fmt::format("đã làm {}/{}", *r.done, *r.total), fmt::format("{} of {} done", *r.done, *r.total)} : Text{};
  auto with = [&](Text head) { return counted.empty() ? head : head + same(", ") + counted; };
  if (done(r)) {
    Text head = r.timing == Timing::done_late ? Text{"Xong, chậm hạn", "Done, late"} : r.timing == Timing::done_on_time ? Text{"Xong đúng hạn", "Done on time"} : Text{"Đã xong", "Done"};
    return r.finished ? head + same(", ") + day(*r.finished) : head;
  }
  if (r.timing == Timing::overdue)
    return with({fmt::format("Quá hạn {} ngày làm việc", r.days), r.days == 1 ? "Overdue by 1 working day" : fmt::format("Overdue by {} working days", r.days)});
  if (r.timing == Timing::due_soon)
    return with(r.days == 0 ? Text{"Hạn hôm nay", "Due today"} : Text{fmt::format("Còn {} ngày", r.days), r.days == 1 ? "1 day left" : fmt::format("{} days left", r.days)});
  if (!counted.empty()) return {fmt::format("Đã làm {}/{}", *r.done, *r.total), counted.en};
  return {"Đang làm", "In progress"};
}

Decision decision(const conclusions::Clause& clause, const std::vector<directives::Row>& rows) {
  Decision d;
  d.mark = clause.mark;
  d.topic = clause.topic;
  d.text = clause.text;
  d.lead = clause.led_by_wards ? Text{"UBND các xã, phường", "Communes and wards"} : clause.lead ? clause.lead->name : Text{};
  d.due = clause.due;
  d.progress = progress_of(rows);
  if (rows.size() > 1) {
    d.said = said_of_many(rows);
    d.done = std::count_if(rows.begin(), rows.end(), done);
    d.total = static_cast<int64_t>(rows.size());
  } else if (!rows.empty()) {
    auto& r = rows.front();
    d.due = r.due;
    d.said = said_of_one(r);
    if (!done(r)) d.done = r.done, d.total = r.total;
    d.finished = r.finished;
  } else {
    d.said = {"Đang làm", "In progress"};
  }
  return d;
}

void fill_decisions(PublicSession& out, Context& context, const figures::Tools& tools, int64_t session) {
  std::map<int64_t, std::vector<directives::Row>> of_clause;
  for (auto& row : directives::rows(context.tx, directives::Reckoning(tools.rules), context.today(), session))
    of_clause[row.clause].push_back(row);
  for (auto& clause : conclusions::clauses(context.tx, tools, session)) {
    if (!clause.lead && !clause.led_by_wards) continue;
    auto d = decision(clause, of_clause[clause.id]);
    ++out.tally.all;
    switch (d.progress) {
      case Progress::done_on_time:
      case Progress::done_late: ++out.tally.done; break;
      case Progress::in_progress: ++out.tally.in_progress; break;
      case Progress::due_soon: ++out.tally.due_soon; break;
      case Progress::overdue: ++out.tally.overdue; break;
    }
    out.decisions.push_back(std::move(d));
  }
}

KeyFigure key_figure(const figures::Columns& columns, const figures::Fact& fact, const figures::MonthFacts& facts,
                     figures::Sequence as_of, const rules::Wording& wording) {
  using figures::Measure;
  bool accumulates = fact.indicator.kind == figures::Kind::flow && fact.year_to_date.what == figures::Case::value;
  auto& value = accumulates ? fact.year_to_date : fact.month;
  KeyFigure k{fact.indicator.code, fact.indicator.name, fact.indicator.unit_of_measure, figures::written(value.shown), {}, fact.spark};
  auto indicator = columns.find_indicator(fact.indicator.code);
  auto unit = columns.find_unit(facts.unit.code);
  if (!indicator || !unit) return k;
  auto say = [&](const figures::Comparison& c, Text before) {
    if (!c.has_number() && c.what != figures::Case::flat) return;
    auto clause = figures::clause(columns, {*indicator, *unit, facts.month, as_of}, c.measure, wording).plain();
    k.words = k.words + (k.words.empty() ? before : same("; ") + before) + clause;
  };
  if (accumulates) say(fact.year_to_date_on_year, {});
  else say(fact.year_on_year, {});
  auto month = calendar::month_name(facts.month);
  say(fact.month_on_month, {month.vi + " ", month.en + " "});
  return k;
}

void fill_figures(PublicSession& out, Context& context, const figures::Tools& tools, int64_t vintage) {
  auto as_of = vintage > 0 ? vintage : figures::newest;
  auto facts = figures::month_facts(context.tx, tools, out.month, as_of);
  out.vintage = facts.as_of;
  out.figures_known = facts.known;
  out.about = facts.about;
  if (out.story.figures.empty()) out.story.figures = usual_figures(facts);
  auto& wording = tools.rules.wording.on(out.date).value;
  tools.columns.read([&](const figures::Columns& columns) {
    for (auto& code : out.story.figures)
      if (auto* fact = facts.find(code); fact && fact->month.what == figures::Case::value)
        out.figures.push_back(key_figure(columns, *fact, facts, as_of, wording));
  });
}

}  // namespace

std::vector<std::string> usual_figures(const figures::MonthFacts& facts) {
  constexpr size_t how_many = 5;
  std::vector<std::string> out;
  for (auto* code : {"import_export", "retail_sales", "industrial_output", "budget_revenue", "capital_disbursement"})
    if (facts.find(code)) out.push_back(code);
  for (auto& fact : facts.facts)
    if (out.size() < how_many && fact.indicator.key && std::find(out.begin(), out.end(), fact.indicator.code) == out.end())
      out.push_back(fact.indicator.code);
  return out;
}

int64_t vintage_to_publish(db::Transaction& tx, Month month) {
  auto final = report::last_final(tx, month);
  return final ? final->vintage : figures::vintage_now(tx);
}

std::optional<PublicSession> gather(Context& context, const figures::Tools& tools, Month month, const Story& story,
                                    int64_t vintage) {
  auto current = session::current(context.tx, month);
  if (!current) return {};
  auto facts = session::facts(context.tx, current->id);
  PublicSession out;
  out.month = month;
  out.title = facts.title;
  out.body = units::body(context.tx, facts.date).name;
  out.chair = facts.chair.title;
  out.place = facts.place;
  out.date = facts.date;
  out.members = facts.members;
  out.members_present = facts.members_present;
  out.sites = facts.sites;
  out.story = story;
  if (auto notice = conclusions::notice(context.tx, tools, current->id)) {
    out.notice = notice->number;
    out.notice_date = notice->date;
    out.journal_head = notice->journal_head;
    fill_decisions(out, context, tools, current->id);  // before the notice, clauses are a draft: nobody's business
  }
  fill_figures(out, context, tools, vintage);
  return out;
}

std::optional<PublicSession> published(Context& context, const figures::Tools& tools, Month month) {
  auto row = store::find(context.tx, month);
  if (!row || !row->published) return {};
  auto out = gather(context, tools, month, store::story(*row->published), row->vintage);
  if (out) out->published_at = row->published_at;
  return out;
}

Story propose(const PublicSession& session) {
  Story s;
  s.figures = session.story.figures;
  auto all = session.tally.all;
  s.title = session.title;
  if (all) s.title = s.title + Text{fmt::format(": giao {} việc cho các đơn vị", all), fmt::format(": {} tasks for the units", all)};
  auto weekday = calendar::weekday_name(session.date);
  s.lead = {fmt::format("{}, {}, {} chủ trì {}.", weekday.vi, calendar::numeric(session.date).vi, session.chair.vi, "phiên họp thường kỳ " + calendar::short_written(session.month).vi),
            fmt::format("On {}, {}, the {} led the regular session of {}.", weekday.en, calendar::written(session.date).en, session.chair.en, calendar::short_written(session.month).en)};
  if (session.members_present)
    s.lead = s.lead + Text{fmt::format(" {}/{} thành viên dự họp.", session.members_present, session.members),
                           fmt::format(" {} of {} members were present.", session.members_present, session.members)};
  Text figures;
  for (auto& f : session.figures) {
    if (f.words.empty()) continue;
    figures = figures + (figures.empty() ? Text{} : same(" ")) + f.name + Text{": ", ": "} + f.words + same(".");
  }
  s.body = figures;
  if (!session.notice.empty())
    s.body = s.body + (s.body.empty() ? Text{} : same("\n\n")) +
             Text{fmt::format("Kết luận phiên họp được ban hành tại Thông báo {}.", session.notice), fmt::format("The conclusions were issued as Notice {}.", session.notice)};
  return s;
}

}  // namespace giaoban::press
