#include "directives/store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace giaoban::directives {
namespace {

const std::string directive_columns =
    "id, session, month, clause, number, lead, with_wards, due, deliverable_vi, deliverable_en, source";
const std::string event_columns = "e.id, e.directive, e.kind, e.at, e.day, e.seat, e.text_vi, e.text_en, e.done, e.total, e.file, e.due";

struct Partner {
  int64_t directive = 0, unit = 0;
};
BOOST_DESCRIBE_STRUCT(Partner, (), (directive, unit))

}  // namespace

std::vector<db::Migration> migrations() {
  return {{"directives.1", R"(
    create table directive (
      id {id}, session bigint not null, month bigint not null, clause bigint not null, number bigint not null,
      lead bigint not null references unit(id), with_wards bigint not null, due text,
      deliverable_vi text not null, deliverable_en text not null, source text not null,
      unique (session, number), unique (clause, lead));
    create table directive_partner (
      directive bigint not null references directive(id), unit bigint not null references unit(id),
      primary key (directive, unit));
    create table directive_event (
      id {id}, directive bigint not null references directive(id), kind text not null, at bigint not null,
      day text not null, seat bigint not null, text_vi text not null, text_en text not null, done bigint,
      total bigint, file bigint references file(id), due text);
    create index directive_event_of on directive_event(directive);
    create unique index directive_reminded_once on directive_event(directive, day) where kind = 'reminded';
  )"}};
}

int64_t open(Context& context, const Opening& o) {
  auto& tx = context.tx;
  auto number = tx.one_value<int64_t>("select coalesce(max(number), 0) + 1 from directive where session = ?", o.source.session).value();
  auto id = tx.insert(
      "insert into directive(session, month, clause, number, lead, with_wards, due, deliverable_vi, deliverable_en, source) "
      "values (?,?,?,?,?,?,?,?,?,?) returning id",
      o.source.session, o.source.month, o.source.clause, number, o.lead, o.with_wards, o.due, o.deliverable,
      json::text_of(o.source));
  for (auto unit : o.partners)
    if (unit != o.lead) tx.exec("insert into directive_partner(directive, unit) values (?,?) on conflict do nothing", id, unit);
  return id;
}

std::optional<Stored> find(db::Transaction& tx, int64_t id) {
  return tx.one<Stored>("select " + directive_columns + " from directive where id = ?", id);
}
std::vector<Event> events_of(db::Transaction& tx, int64_t directive) {
  return tx.query<Event>("select " + event_columns + " from directive_event e where e.directive = ? order by e.id", directive);
}
std::vector<int64_t> partners_of(db::Transaction& tx, int64_t directive) {
  return tx.query<int64_t>(
      "select p.unit from directive_partner p join unit u on u.id = p.unit where p.directive = ? order by u.position, u.id", directive);
}

void note(Context& context, Event e) {
  if (e.text.en.empty()) e.text.en = e.text.vi;
  if (e.text.vi.empty()) e.text.vi = e.text.en;
  context.tx.exec(
      "insert into directive_event(directive, kind, at, day, seat, text_vi, text_en, done, total, file, due) "
      "values (?,?,?,?,?,?,?,?,?,?,?)",
      e.directive, e.kind, context.at(), context.at().local_date(), context.actor.seat, e.text, e.done, e.total, e.file, e.due);
  context.about(fmt::format("directive/{}", e.directive));
}

Source source_of(const Stored& stored) {
  auto source = json::read_text<Source>(stored.source);
  if (!source) throw std::logic_error(fmt::format("the source of directive {} is unreadable", stored.id));
  return *source;
}

Status status_of(const Reckoning& reckoning, const Stored& stored, const std::vector<Event>& events, Date today) {
  std::vector<Happening> happenings;
  happenings.reserve(events.size());
  for (auto& e : events) happenings.push_back({e.kind, e.day, e.due});
  return reckoning.status(stored.due, happenings, today);
}

Row row_of(const Reckoning& reckoning, const Stored& stored, const std::vector<Event>& events, Date today) {
  auto status = status_of(reckoning, stored, events, today);
  auto source = source_of(stored);
  Row row;
  row.id = stored.id;
  row.code = fmt::format("{:02}-{:02}", stored.month.month(), stored.number);
  row.mark = source.mark;
  row.session = stored.session;
  row.clause = stored.clause;
  row.month = stored.month;
  row.text = source.text;
  row.lead.id = stored.lead;
  row.with_wards = stored.with_wards;
  row.deliverable = stored.deliverable;
  row.due = status.due;
  row.original_due = stored.due;
  row.progress = status.progress;
  row.timing = status.timing;
  row.days = status.days;
  row.extension_asked = status.extension_asked;
  for (auto& e : events) {
    if (e.total) row.done = e.done, row.total = e.total;
    if (e.kind == EventKind::reminded && e.day == today) row.reminded_today = true;
    if (e.kind == EventKind::submitted) row.finished = e.day;
  }
  if (row.progress != Progress::done) row.finished.reset();
  return row;
}

void name_units(db::Transaction& tx, std::vector<Row>& rows) {
  std::map<int64_t, units::UnitRef> names;
  for (auto& unit : units::all(tx)) names[unit.id] = {unit.id, unit.code, unit.short_name};
  std::map<int64_t, std::vector<units::UnitRef>> partners;
  auto found = tx.query<Partner>(
      "select p.directive, p.unit from directive_partner p join unit u on u.id = p.unit order by u.position, u.id");
  for (auto& p : found) partners[p.directive].push_back(names[p.unit]);
  for (auto& row : rows) {
    row.lead = names[row.lead.id];
    row.partners = partners[row.id];
  }
}

std::vector<Row> rows(db::Transaction& tx, const Reckoning& reckoning, Date today, std::optional<int64_t> session) {
  auto stored = session ? tx.query<Stored>("select " + directive_columns + " from directive where session = ? order by month, number", *session)
                        : tx.query<Stored>("select " + directive_columns + " from directive order by month, number");
  auto events = session ? tx.query<Event>("select " + event_columns + " from directive_event e join directive d on d.id = e.directive where d.session = ? order by e.id", *session)
                        : tx.query<Event>("select " + event_columns + " from directive_event e order by e.id");
  std::map<int64_t, std::vector<Event>> by_directive;
  for (auto& e : events) by_directive[e.directive].push_back(std::move(e));
  std::vector<Row> out;
  out.reserve(stored.size());
  for (auto& s : stored) out.push_back(row_of(reckoning, s, by_directive[s.id], today));
  name_units(tx, out);
  return out;
}

}  // namespace giaoban::directives
