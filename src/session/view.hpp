#pragma once
// What the page sees of a session: everything that a room needs live, in one read.
#include "session/store.hpp"

namespace giaoban::session {

enum class ItemState { ahead, now, done };
BOOST_DESCRIBE_ENUM(ItemState, ahead, now, done)

struct ItemView {
  int64_t id = 0;
  int64_t number = 0;
  Text title;
  std::optional<units::UnitRef> presenter;
  int64_t minutes = 0;
  ItemKind kind = ItemKind::discussion;
  Text note;
  ItemState state = ItemState::ahead;
  Instant planned_from;                ///< by the agenda's minutes, one after the other
  std::optional<Instant> taken_up_at;  ///< first
  std::optional<Instant> running_since;  ///< of the one being dealt with: time runs on from here…
  int64_t spent_s = 0;                   ///< …on top of this
};
BOOST_DESCRIBE_STRUCT(ItemView, (),
                      (id, number, title, presenter, minutes, kind, note, state, planned_from, taken_up_at, running_since,
                       spent_s))

struct AttendeeView {
  int64_t id = 0;
  access::SeatRef seat;
  Text called;  ///< "phường Hải Hòa", "Chủ tịch UBND thành phố"
  bool member = false;
  std::optional<Presence> presence;
  std::string note;
  std::optional<Instant> confirmed_at, checked_in_at;
  std::optional<Site> site;
  bool substitute = false;
  bool here = false;
};
BOOST_DESCRIBE_STRUCT(AttendeeView, (),
                      (id, seat, called, member, presence, note, confirmed_at, checked_in_at, site, substitute, here))

struct SiteView {
  std::optional<units::UnitRef> unit;  ///< none: the hall
  int64_t expected = 0, present = 0;
};
BOOST_DESCRIBE_STRUCT(SiteView, (), (unit, expected, present))

struct QuorumView {
  int64_t members = 0, needed = 0, present = 0, hall = 0, online = 0;
  int64_t absent_with_leave = 0;  ///< members who said so
  int64_t substitutes = 0;        ///< sitting for members: heard, not counted
  bool reached = false;
  Text source;  ///< of the rule
};
BOOST_DESCRIBE_STRUCT(QuorumView, (),
                      (members, needed, present, hall, online, absent_with_leave, substitutes, reached, source))

struct TurnView {
  int64_t id = 0;
  int64_t seat = 0;
  Text called;
  units::UnitRef unit;
  std::optional<Site> site;
  std::optional<int64_t> item;
  std::string note;
  Instant asked_at;
  std::optional<Instant> given_at, until, ended_at, reminded_at;
  int64_t limit_s = 0;  ///< all that was given, with extensions
};
BOOST_DESCRIBE_STRUCT(TurnView, (),
                      (id, seat, called, unit, site, item, note, asked_at, given_at, until, ended_at, reminded_at, limit_s))

struct InvitationView {
  std::optional<std::string> number;
  std::optional<Instant> sent_at;
  Date latest;        ///< last day on which it is in time
  bool late = false;  ///< sent after it, or not sent and the day is over
};
BOOST_DESCRIBE_STRUCT(InvitationView, (), (number, sent_at, latest, late))

struct SessionView {
  int64_t id = 0;
  Month month;
  SessionKind kind = SessionKind::regular;
  Text title;
  State state = State::planned;
  Date date;
  std::string from, to;  ///< "08:00"
  Instant starts, ends;
  Text place, requirements;
  access::SeatRef chair;
  int64_t speaking_s = 0;
  Instant planned_at;
  std::optional<Instant> invited_at, opened_at, closed_at;
  std::optional<std::string> minutes_number;
  std::vector<ItemView> items;
  std::optional<int64_t> current;
  std::vector<AttendeeView> attendees;
  std::vector<SiteView> sites;
  QuorumView quorum;
  std::optional<TurnView> speaking;
  std::vector<TurnView> queue;
  std::vector<TurnView> spoken;  ///< latest first
  InvitationView invitation;
  std::vector<Text> warnings;  ///< what the Office should look at before it invites
  std::optional<int64_t> me;   ///< my place among the attendees
  bool leading = false;        ///< the viewer leads this session
  bool may_edit = false, may_invite = false, may_open = false, may_close = false, may_lead = false;
  bool may_confirm = false, may_check_in = false, may_check_in_others = false, may_ask = false;
  bool may_hand_over = false, may_number_minutes = false;
};
BOOST_DESCRIBE_STRUCT(SessionView, (),
                      (id, month, kind, title, state, date, from, to, starts, ends, place, requirements, chair, speaking_s,
                       planned_at, invited_at, opened_at, closed_at, minutes_number, items, current, attendees, sites,
                       quorum, speaking, queue, spoken, invitation, warnings, me, leading, may_edit, may_invite, may_open,
                       may_close, may_lead, may_confirm, may_check_in, may_check_in_others, may_ask, may_hand_over,
                       may_number_minutes))

/// What a change answers: the page and its neighbours see the rest live.
struct Changed {
  int64_t session = 0;
  int64_t id = 0;  ///< of what was made or changed: an item, a turn, an attendee, or the session itself
};
BOOST_DESCRIBE_STRUCT(Changed, (), (session, id))

SessionView view(Context& context, const rules::Rules& rules, const calendar::Calendar& calendar, const Session& session);

}  // namespace giaoban::session
