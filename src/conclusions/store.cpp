#include "conclusions/store.hpp"

#include "documents/wording.hpp"

namespace giaoban::conclusions {
namespace {
const std::string columns =
    "id, session, section, position, topic_vi, topic_en, text_vi, text_en, item, lead, led_by_wards, with_wards, due, "
    "deliverable_vi, deliverable_en, figures, paragraph, version, changed_by, changed_at";
const std::string notice_columns = "id, session, running, number, date, journal_head, seat, at, vintage, deadline_version";
}  // namespace

std::vector<db::Migration> migrations() {
  return {{"conclusions.1", R"(
    create table clause (
      id {id}, session bigint not null, section text not null, position bigint not null, topic_vi text not null,
      topic_en text not null, text_vi text not null, text_en text not null, item bigint,
      lead bigint references unit(id), led_by_wards bigint not null, with_wards bigint not null, due text,
      deliverable_vi text not null, deliverable_en text not null, figures text not null, paragraph bigint,
      version bigint not null, changed_by bigint not null, changed_at bigint not null);
    create index clause_of_session on clause(session);
    create table clause_partner (
      clause bigint not null references clause(id), unit bigint not null references unit(id), primary key (clause, unit));
    create table notice (
      id {id}, session bigint not null unique, running bigint not null, number text not null, date text not null,
      journal_head text not null, seat bigint not null, at bigint not null, vintage bigint not null,
      deadline_version bigint not null);
  )"}};
}

namespace store {

std::optional<Stored> find(db::Transaction& tx, int64_t id) {
  return tx.one<Stored>("select " + columns + " from clause where id = ?", id);
}
std::vector<Stored> of_session(db::Transaction& tx, int64_t session) {
  auto out = tx.query<Stored>("select " + columns + " from clause where session = ? order by position, id", session);
  std::stable_sort(out.begin(), out.end(), [](const Stored& a, const Stored& b) { return a.section < b.section; });
  return out;
}
std::optional<StoredNotice> notice_of(db::Transaction& tx, int64_t session) {
  return tx.one<StoredNotice>("select " + notice_columns + " from notice where session = ?", session);
}
std::vector<int64_t> partners(db::Transaction& tx, int64_t clause) {
  return tx.query<int64_t>("select p.unit from clause_partner p join unit u on u.id = p.unit where p.clause = ? order by u.position, u.id", clause);
}
void set_partners(db::Transaction& tx, int64_t clause, const std::vector<int64_t>& units) {
  tx.exec("delete from clause_partner where clause = ?", clause);
  for (auto unit : units) tx.exec("insert into clause_partner(clause, unit) values (?,?) on conflict do nothing", clause, unit);
}
int64_t insert(db::Transaction& tx, const Stored& c) {
  return tx.insert(
      "insert into clause(session, section, position, topic_vi, topic_en, text_vi, text_en, item, lead, led_by_wards, "
      "with_wards, due, deliverable_vi, deliverable_en, figures, paragraph, version, changed_by, changed_at) "
      "values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) returning id",
      c.session, c.section, c.position, c.topic, c.text, c.item, c.lead, c.led_by_wards, c.with_wards, c.due, c.deliverable,
      c.figures, c.paragraph, c.version, c.changed_by, c.changed_at);
}
void update(db::Transaction& tx, const Stored& c) {
  tx.exec(
      "update clause set section = ?, position = ?, topic_vi = ?, topic_en = ?, text_vi = ?, text_en = ?, item = ?, lead = ?, "
      "led_by_wards = ?, with_wards = ?, due = ?, deliverable_vi = ?, deliverable_en = ?, figures = ?, paragraph = ?, "
      "version = ?, changed_by = ?, changed_at = ? where id = ?",
      c.section, c.position, c.topic, c.text, c.item, c.lead, c.led_by_wards, c.with_wards, c.due, c.deliverable, c.figures,
      c.paragraph, c.version, c.changed_by, c.changed_at, c.id);
}
void remove(db::Transaction& tx, int64_t id) {
  tx.exec("delete from clause_partner where clause = ?", id);
  tx.exec("delete from clause where id = ?", id);
}
int64_t insert(db::Transaction& tx, const StoredNotice& n) {
  return tx.insert(
      "insert into notice(session, running, number, date, journal_head, seat, at, vintage, deadline_version) "
      "values (?,?,?,?,?,?,?,?,?) returning id",
      n.session, n.running, n.number, n.date, n.journal_head, n.seat, n.at, n.vintage, n.deadline_version);
}
void put_in_order(db::Transaction& tx, const std::vector<Stored>& clauses) {
  int64_t position = 0;
  for (auto& clause : clauses) {
    ++position;
    if (clause.position != position) tx.exec("update clause set position = ? where id = ?", position, clause.id);
  }
}

}  // namespace store

std::vector<std::string> marks(const std::vector<Stored>& clauses) {
  std::vector<std::string> out;
  int number = 0;
  for (size_t i = 0; i < clauses.size();) {
    if (i > 0 && clauses[i].section != clauses[i - 1].section) number = 0;
    size_t end = i + 1;
    if (!clauses[i].topic.vi.empty())
      while (end < clauses.size() && clauses[end].section == clauses[i].section && clauses[end].topic.vi == clauses[i].topic.vi) ++end;
    auto head = documents::roman(static_cast<int>(clauses[i].section) + 1) + "." + std::to_string(++number);
    for (size_t k = i; k < end; ++k)
      out.push_back(end - i == 1 ? head : head + "." + documents::point_letter(static_cast<int>(k - i)));
    i = end;
  }
  return out;
}

}  // namespace giaoban::conclusions
