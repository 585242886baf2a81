#include "session/view.hpp"

#include <fmt/format.h>

#include "calendar/written.hpp"

namespace giaoban::session {
namespace {

std::string hour(int64_t minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

/// Times of the items, told from the record: each runs from when it is taken up to the next, or to the close.
std::vector<ItemView> item_views(const Session& session, const std::vector<Item>& items, const std::vector<Event>& events,
                                 const People& people) {
  std::vector<ItemView> out;
  auto planned = session.starts_at();
  for (auto& item : items) {
    ItemView v{item.id, item.position, item.title, {}, item.minutes, item.kind, item.note};
    if (item.presenter) v.presenter = people.unit_ref(*item.presenter);
    v.planned_from = planned;
    planned = planned.plus_ms(item.minutes * 60'000);
    out.push_back(std::move(v));
  }
  ItemView* running = nullptr;
  int64_t spent_ms = 0;  // of the running item until it is left
  auto leave = [&](Instant at) {
    if (!running) return;
    spent_ms = at.ms - running->running_since->ms;
    running->spent_s += spent_ms / 1000;
    running->running_since.reset();
    running->state = ItemState::done;
    running = nullptr;
  };
  for (auto& event : events) {
    if (event.kind == Happened::closed) leave(event.at);
    if (event.kind != Happened::taken_up) continue;
    leave(event.at);
    auto found = std::find_if(out.begin(), out.end(), [&](auto& v) { return v.id == event.item; });
    if (found == out.end()) continue;  // none is removed once taken up
    running = &*found;
    running->state = ItemState::now;
    running->running_since = event.at;
    if (!running->taken_up_at) running->taken_up_at = event.at;
  }
  return out;
}

std::vector<SiteView> site_views(const std::vector<Attendee>& attendees, const People& people) {
  std::vector<SiteView> out{SiteView{}};
  auto is_online = [&](const Attendee& a) {
    if (a.here()) return a.site == Site::online;
    if (a.presence == Presence::hall || a.presence == Presence::online) return a.presence == Presence::online;
    auto kind = people.unit(a.unit).kind;
    return units::is_commune(kind);
  };
  for (auto& a : attendees) {
    auto* site = &out.front();
    if (is_online(a)) {
      auto found = std::find_if(out.begin() + 1, out.end(), [&](auto& s) { return s.unit->id == a.unit; });
      if (found == out.end()) found = out.insert(out.end(), SiteView{people.unit_ref(a.unit)});
      site = &*found;
    }
    site->expected += a.here() || a.presence != Presence::absent;
    site->present += a.here();
  }
  std::sort(out.begin() + 1, out.end(), [&](auto& a, auto& b) {
    return people.unit(a.unit->id).position < people.unit(b.unit->id).position;
  });
  return out;
}

TurnView turn_view(const Turn& t, const std::vector<Attendee>& attendees, const People& people) {
  TurnView v{t.id, t.seat, people.called(t.seat), people.unit_ref(people.seat(t.seat).unit)};
  for (auto& a : attendees)
    if (a.seat == t.seat) v.site = a.site;
  v.item = t.item;
  v.note = t.note;
  v.asked_at = t.asked_at;
  v.given_at = t.given_at;
  v.until = t.until;
  v.ended_at = t.ended_at;
  v.reminded_at = t.reminded_at;
  v.limit_s = t.limit_s;
  return v;
}

void add_floor(SessionView& v, const std::vector<Turn>& turns, const std::vector<Attendee>& attendees, const People& people) {
  for (auto& t : turns) {
    auto shown = turn_view(t, attendees, people);
    if (t.speaking()) v.speaking = shown;
    else if (t.waiting()) v.queue.push_back(shown);
    else if (t.ended_at) v.spoken.push_back(shown);
  }
  std::sort(v.spoken.begin(), v.spoken.end(), [](auto& a, auto& b) { return *a.given_at > *b.given_at; });
}

QuorumView quorum_view(const Session& session, const std::vector<Attendee>& attendees, const rules::Rules& rules) {
  auto& rule = rules.quorum.session_quorum.on(session.date);
  auto count = count_quorum(attendees, rule.value);
  if (session.quorum_needed) count.needed = *session.quorum_needed;  // as applied when it was opened
  QuorumView v{count.members, count.needed, count.present, count.hall, count.online};
  for (auto& a : attendees) {
    v.absent_with_leave += a.member && !a.here() && a.presence == Presence::absent;
    v.substitutes += a.member && a.here() && a.substitute;
  }
  v.reached = count.reached();
  v.source = rule.source;
  return v;
}

std::vector<Text> warnings(Context& context, const Session& session, const std::vector<Item>& items,
                           const calendar::Calendar& calendar, const InvitationView& invitation) {
  std::vector<Text> out;
  if (session.state() == State::open || session.state() == State::closed) return out;
  auto day = calendar::numeric(invitation.latest);
  if (invitation.late && session.invited_at) {
    out.push_back({"Giấy mời gửi sau hạn " + day.vi + " (3 ngày làm việc trước phiên họp).",
                   "The invitation was sent after its deadline of " + day.en + " (three working days before the session)."});
  } else if (invitation.late) {
    out.push_back({"Hạn gửi giấy mời (3 ngày làm việc trước phiên họp) là " + day.vi + ", đã qua. Gửi ngay hoặc dời ngày họp.",
                   "The invitation was due by " + day.en + " (three working days before). Send it now, or move the session."});
  }
  if (auto name = calendar.holiday(session.date)) {
    out.push_back({"Ngày họp là ngày nghỉ: " + name->vi + ".", "The session is on a holiday: " + name->en + "."});
  } else if (!calendar.is_working_day(session.date)) {
    out.push_back({"Ngày họp không phải ngày làm việc.", "The session is not on a working day."});
  }
  int64_t minutes = 0;
  for (auto& item : items) minutes += item.minutes;
  if (auto room = session.ends - session.starts; minutes > room)
    out.push_back({fmt::format("Nội dung cần {} phút, phiên họp có {} phút.", minutes, room),
                   fmt::format("The items need {} minutes; the session has {}.", minutes, room)});
  if (auto unsure = calendar.warning(context.today(), session.date)) out.push_back(*unsure);
  return out;
}

void add_rights(SessionView& v, Context& context, const Session& session, const Attendee* me) {
  auto state = session.state();
  bool before = state == State::planned || state == State::invited;
  bool open = state == State::open;
  bool office = context.may(Right::session_plan);
  v.leading = leads(context.actor, session);
  v.may_edit = (office && state != State::closed) || (v.leading && open);
  v.may_invite = office && state == State::planned;
  v.may_open = v.leading && state == State::invited;
  v.may_lead = v.leading && open;
  v.may_close = v.may_lead;
  v.may_hand_over = v.leading && state != State::closed;
  v.may_confirm = me && state == State::invited;
  v.may_check_in = me && !me->here() && (state == State::invited || open);
  v.may_check_in_others = office && (state == State::invited || open);
  bool asked = v.speaking && me && v.speaking->seat == me->seat;
  for (auto& t : v.queue) asked = asked || (me && t.seat == me->seat);
  v.may_ask = me && me->here() && open && !asked && !v.leading;
  v.may_number_minutes = office && state == State::closed && !session.minutes_number;
  if (!before) v.warnings.clear();
}

}  // namespace

SessionView view(Context& context, const rules::Rules& rules, const calendar::Calendar& calendar, const Session& session) {
  auto& tx = context.tx;
  People people(tx);
  auto all_items = items(tx, session.id);
  auto all = attendees(tx, session.id);
  auto record = events(tx, session.id);

  SessionView v;
  v.id = session.id;
  v.month = session.month;
  v.kind = session.kind;
  v.title = session.title();
  v.state = session.state();
  v.date = session.date;
  v.from = hour(session.starts);
  v.to = hour(session.ends);
  v.starts = session.starts_at();
  v.ends = session.ends_at();
  v.place = session.place;
  v.requirements = session.requirements;
  v.chair = people.seat_ref(session.chair);
  v.speaking_s = session.speaking_s;
  v.planned_at = session.planned_at;
  v.invited_at = session.invited_at;
  v.opened_at = session.opened_at;
  v.closed_at = session.closed_at;
  v.minutes_number = session.minutes;
  v.items = item_views(session, all_items, record, people);
  v.current = current_item(tx, session);

  const Attendee* me = nullptr;
  for (auto& a : all) {
    if (a.seat == context.actor.seat) me = &a;
    v.attendees.push_back({a.id, people.seat_ref(a.seat), people.called(a.seat), a.member, a.presence, a.note,
                           a.confirmed_at, a.checked_in_at, a.site, a.substitute, a.here()});
  }
  if (me) v.me = me->id;
  v.sites = site_views(all, people);
  v.quorum = quorum_view(session, all, rules);
  add_floor(v, turns(tx, session.id), all, people);

  v.invitation = {session.invitation, session.invited_at,
                  calendar.limit(rules.deadlines.invitation.on(session.date).value, session.date)};
  auto sent = session.invited_at ? session.invited_at->local_date() : context.today();
  v.invitation.late = sent > v.invitation.latest;
  v.warnings = warnings(context, session, all_items, calendar, v.invitation);
  add_rights(v, context, session, me);
  return v;
}

}  // namespace giaoban::session
