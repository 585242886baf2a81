#pragma once
// The room's own tables, and small things that its verbs share. Only the verbs of this room include it.
#include "calendar/calendar.hpp"
#include "session/session.hpp"

namespace giaoban::session {

/// What a delegate said beforehand.
enum class Presence { hall, online, absent, substitute };
BOOST_DESCRIBE_ENUM(Presence, hall, online, absent, substitute)

struct Attendee {
  int64_t id = 0;
  int64_t session = 0;
  int64_t seat = 0;
  int64_t unit = 0;
  bool member = false;  ///< of the executive when invited: a later change does not alter a past session
  std::optional<Presence> presence;
  std::string note;  ///< the reason of an absence, who comes instead (an office)
  std::optional<Instant> confirmed_at;
  std::optional<Instant> checked_in_at;
  std::optional<Site> site;  ///< where it was checked in
  bool substitute = false;   ///< someone else sits here: heard, but without a vote
  bool here() const { return checked_in_at.has_value(); }
  bool counts() const { return member && here() && !substitute; }
};
BOOST_DESCRIBE_STRUCT(Attendee, (),
                      (id, session, seat, unit, member, presence, note, confirmed_at, checked_in_at, site, substitute))

/// Someone's turn to speak: asked, given until an instant, ended; or withdrawn.
struct Turn {
  int64_t id = 0;
  int64_t session = 0;
  int64_t seat = 0;
  std::optional<int64_t> item;  ///< the item being dealt with when it was asked for
  int64_t position = 0;         ///< order in the queue
  int64_t limit_s = 0;
  std::string note;  ///< what it is about
  Instant asked_at;
  std::optional<Instant> given_at, until, ended_at, withdrawn_at, reminded_at;
  bool waiting() const { return !given_at && !withdrawn_at; }
  bool speaking() const { return given_at && !ended_at; }
};
BOOST_DESCRIBE_STRUCT(Turn, (),
                      (id, session, seat, item, position, limit_s, note, asked_at, given_at, until, ended_at, withdrawn_at,
                       reminded_at))

enum class Happened {
  planned, edited, agenda_changed, guests_changed, invited, opened, taken_up, floor_given, floor_extended, floor_ended,
  handed_over, closed
};
BOOST_DESCRIBE_ENUM(Happened, planned, edited, agenda_changed, guests_changed, invited, opened, taken_up, floor_given, floor_extended,
                    floor_ended, handed_over, closed)
struct Event {
  int64_t id = 0;
  Instant at;
  Happened kind = Happened::planned;
  std::optional<int64_t> item, seat, seconds;
};
BOOST_DESCRIBE_STRUCT(Event, (), (id, at, kind, item, seat, seconds))

std::vector<Attendee> attendees(db::Transaction& tx, int64_t session);
std::optional<Attendee> attendee(db::Transaction& tx, int64_t session, int64_t seat);
/// Puts a seat among those who attend, also one that was left out.
void invite_seat(Context& context, int64_t session, const access::Seat& seat);
/// A guest who is not invited after all; what it answered stays, should it be invited again.
void leave_out(Context& context, int64_t session, int64_t seat);
/// Seats of guests who were left out.
std::vector<int64_t> left_out(db::Transaction& tx, int64_t session);
std::vector<Turn> turns(db::Transaction& tx, int64_t session);
std::optional<Turn> turn(db::Transaction& tx, int64_t id);
std::optional<Turn> speaking(db::Transaction& tx, int64_t session);
std::vector<Event> events(db::Transaction& tx, int64_t session);
void happened(Context& context, int64_t session, Happened kind, std::optional<int64_t> item = {},
              std::optional<int64_t> seat = {}, std::optional<int64_t> seconds = {});

/// Ends the turn of whoever speaks, at this moment.
void end_speaking(Context& context, int64_t session);

/// The session, or "not found" in words. Also names it as the subject of the change.
Outcome<Session> wanted(Context& context, int64_t id);
/// The same for a verb of whoever leads it while it is open.
Outcome<Session> wanted_open_to_lead(Context& context, int64_t id);
/// "Phiên họp chưa khai mạc." and its like, when the session is not open.
std::optional<Text> why_not_open(const Session& session);

/// "phường Hải Hòa" for a head of a unit, the office's title for a leader of the body: how a delegate is called.
Text called(Office office, const Text& title, const units::Unit& unit);

/// Seats and units by id, read once for a whole view.
class People {
 public:
  explicit People(db::Transaction& tx);
  const access::Seat& seat(int64_t id) const { return seats_.at(id); }
  const units::Unit& unit(int64_t id) const { return units_.at(id); }
  access::SeatRef seat_ref(int64_t id) const;
  units::UnitRef unit_ref(int64_t id) const;
  Text called(int64_t seat) const;
  const std::map<int64_t, access::Seat>& seats() const { return seats_; }

 private:
  std::map<int64_t, access::Seat> seats_;
  std::map<int64_t, units::Unit> units_;
};

/// Members needed and counted. Steps of the rule:
///   1. all members of the executive are counted, present or not;
///   2. at least the rule's fraction of them must be there, in the hall or online;
///   3. a substitute is heard but is not counted.
struct QuorumCount {
  int64_t members = 0, needed = 0, present = 0, hall = 0, online = 0;
  bool reached() const { return present >= needed; }
};
QuorumCount count_quorum(const std::vector<Attendee>& attendees, const rules::Fraction& rule);

/// Length in characters; what a person would count.
size_t length(std::string_view text);
/// Trims, and fills an empty English text with the Vietnamese one: the Office types Vietnamese.
Text tidy(Text text);

}  // namespace giaoban::session
