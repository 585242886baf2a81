#include "session/store.hpp"

namespace giaoban::session {
namespace {

const std::string session_columns =
    "id, month, kind, date, starts, ends, place_vi, place_en, requirements_vi, requirements_en, chair, speaking_s, "
    "planned_at, invited_at, opened_at, closed_at, invitation_number, minutes_number, invitation, minutes, quorum_needed, "
    "quorum_version";
const std::string item_columns = "id, session, position, title_vi, title_en, presenter, minutes, kind, note_vi, note_en";
const std::string attendee_columns =
    "id, session, seat, unit, member, presence, note, confirmed_at, checked_in_at, site, substitute";
const std::string turn_columns =
    "id, session, seat, item, position, limit_s, note, asked_at, given_at, until, ended_at, withdrawn_at, reminded_at";

}  // namespace

std::vector<db::Migration> migrations() {
  return {{"session.1", R"(
    create table session (
      id {id}, month bigint not null, kind text not null, date text not null, starts bigint not null, ends bigint not null,
      place_vi text not null, place_en text not null, requirements_vi text not null, requirements_en text not null,
      chair bigint not null references seat(id), speaking_s bigint not null,
      planned_at bigint not null, invited_at bigint, opened_at bigint, closed_at bigint,
      invitation_number bigint, minutes_number bigint, invitation text, minutes text,
      quorum_needed bigint, quorum_version bigint, unique (month, kind));
    create table session_item (
      id {id}, session bigint not null references session(id), position bigint not null, title_vi text not null,
      title_en text not null, presenter bigint references unit(id), minutes bigint not null, kind text not null,
      note_vi text not null, note_en text not null);
    create index session_item_session on session_item(session);
    create table session_attendee (
      id {id}, session bigint not null references session(id), seat bigint not null references seat(id),
      unit bigint not null references unit(id), member bigint not null, presence text, note text not null,
      confirmed_at bigint, checked_in_at bigint, site text, substitute bigint not null, unique (session, seat));
    create table session_turn (
      id {id}, session bigint not null references session(id), seat bigint not null references seat(id),
      item bigint references session_item(id), position bigint not null, limit_s bigint not null, note text not null,
      asked_at bigint not null, given_at bigint, until bigint, ended_at bigint, withdrawn_at bigint, reminded_at bigint);
    create index session_turn_session on session_turn(session);
    create table session_event (
      id {id}, session bigint not null references session(id), at bigint not null, kind text not null, item bigint,
      seat bigint, seconds bigint);
    create index session_event_session on session_event(session);
  )"},
          {"session.2", "alter table session_attendee add column left_out bigint not null default 0;"}};
}

State Session::state() const {
  if (closed_at) return State::closed;
  if (opened_at) return State::open;
  return invited_at ? State::invited : State::planned;
}

std::optional<Session> find(db::Transaction& tx, int64_t id) {
  return tx.one<Session>("select " + session_columns + " from session where id = ?", id);
}
std::optional<Session> current(db::Transaction& tx, Month month) {
  return tx.one<Session>("select " + session_columns + " from session where month = ? and kind = ?", month, SessionKind::regular);
}
std::vector<Item> items(db::Transaction& tx, int64_t session) {
  return tx.query<Item>("select " + item_columns + " from session_item where session = ? order by position, id", session);
}
std::optional<Item> item(db::Transaction& tx, int64_t id) {
  return tx.one<Item>("select " + item_columns + " from session_item where id = ?", id);
}
std::optional<int64_t> current_item(db::Transaction& tx, const Session& session) {
  if (session.state() != State::open) return {};
  return tx.one_value<int64_t>("select item from session_event where session = ? and kind = ? order by id desc limit 1",
                               session.id, Happened::taken_up);
}
std::vector<Attendee> attendees(db::Transaction& tx, int64_t session) {
  return tx.query<Attendee>("select " + attendee_columns + " from session_attendee where session = ? and left_out = 0 order by id", session);
}
std::optional<Attendee> attendee(db::Transaction& tx, int64_t session, int64_t seat) {
  return tx.one<Attendee>("select " + attendee_columns + " from session_attendee where session = ? and seat = ? and left_out = 0", session, seat);
}
void invite_seat(Context& context, int64_t session, const access::Seat& seat) {
  context.tx.exec(
      "insert into session_attendee(session, seat, unit, member, note, substitute) values (?,?,?,?,?,?) "
      "on conflict (session, seat) do update set left_out = 0",
      session, seat.id, seat.unit, seat.member, "", false);
}
void leave_out(Context& context, int64_t session, int64_t seat) {
  context.tx.exec("update session_attendee set left_out = 1 where session = ? and seat = ?", session, seat);
}
std::vector<int64_t> left_out(db::Transaction& tx, int64_t session) {
  return tx.query<int64_t>("select seat from session_attendee where session = ? and left_out = 1 order by id", session);
}
std::vector<Turn> turns(db::Transaction& tx, int64_t session) {
  return tx.query<Turn>("select " + turn_columns + " from session_turn where session = ? order by position, id", session);
}
std::optional<Turn> turn(db::Transaction& tx, int64_t id) {
  return tx.one<Turn>("select " + turn_columns + " from session_turn where id = ?", id);
}
std::optional<Turn> speaking(db::Transaction& tx, int64_t session) {
  return tx.one<Turn>("select " + turn_columns +
                          " from session_turn where session = ? and given_at is not null and ended_at is null",
                      session);
}
std::vector<Event> events(db::Transaction& tx, int64_t session) {
  return tx.query<Event>("select id, at, kind, item, seat, seconds from session_event where session = ? order by id", session);
}

void happened(Context& context, int64_t session, Happened kind, std::optional<int64_t> item, std::optional<int64_t> seat,
              std::optional<int64_t> seconds) {
  context.tx.exec("insert into session_event(session, at, kind, item, seat, seconds) values (?,?,?,?,?,?)", session,
                  context.at(), kind, item, seat, seconds);
}

void end_speaking(Context& context, int64_t session) {
  auto turn = speaking(context.tx, session);
  if (!turn) return;
  context.tx.exec("update session_turn set ended_at = ? where id = ?", context.at(), turn->id);
  happened(context, session, Happened::floor_ended, turn->item, turn->seat, (context.at().ms - turn->given_at->ms) / 1000);
}

int64_t add_item(Context& context, int64_t session, const NewItem& item) {
  auto last = context.tx.one_value<int64_t>("select coalesce(max(position), 0) from session_item where session = ?", session);
  return context.tx.insert(
      "insert into session_item(session, position, title_vi, title_en, presenter, minutes, kind, note_vi, note_en) "
      "values (?,?,?,?,?,?,?,?,?) returning id",
      session, *last + 1, tidy(item.title), item.presenter, item.minutes, item.kind, tidy(item.note));
}

QuorumCount count_quorum(const std::vector<Attendee>& attendees, const rules::Fraction& rule) {
  QuorumCount count;
  for (auto& a : attendees) {
    count.members += a.member;
    if (!a.counts()) continue;
    ++count.present;
    (a.site == Site::online ? count.online : count.hall) += 1;
  }
  // A body without members would reach any fraction of nothing: someone must be there.
  count.needed = std::max<int64_t>(1, rule.least(static_cast<int32_t>(count.members)));
  return count;
}

}  // namespace giaoban::session
