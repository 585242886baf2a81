#pragma once
// The requests of the session's operations, and the functions that carry them out: one file per verb.
#include "documents/format.hpp"
#include "session/view.hpp"

namespace giaoban::session {

/// What every verb may need besides its context.
struct Ground {
  const rules::Rules& rules;
  calendar::Calendar calendar;
  Planned planned;
  Ground(const rules::Rules& r, Planned p) : rules(r), calendar(r.holidays), planned(std::move(p)) {}
};

struct ListAsked {
  std::optional<Month> month;
};
BOOST_DESCRIBE_STRUCT(ListAsked, (), (month))
struct Listed {
  int64_t id = 0;
  Month month;
  Text title;
  State state = State::planned;
  Date date;
  Instant starts, ends;
  Text place;
  access::SeatRef chair;
};
BOOST_DESCRIBE_STRUCT(Listed, (), (id, month, title, state, date, starts, ends, place, chair))
/// What the planning form begins with.
struct Proposal {
  Date date;
  std::string from, to;
  Text place;
  std::vector<access::SeatRef> chairs;  ///< who may lead, the chair first
  std::string invitation_number;        ///< the next one of the register
};
BOOST_DESCRIBE_STRUCT(Proposal, (), (date, from, to, place, chairs, invitation_number))
struct SessionList {
  std::vector<Listed> sessions;  ///< latest first
  bool may_plan = false;
  std::optional<Proposal> proposal;  ///< for who may plan, when a month was asked for
};
BOOST_DESCRIBE_STRUCT(SessionList, (), (sessions, may_plan, proposal))
Outcome<SessionList> list(const Ground&, Context&, const ListAsked&);

struct ShowAsked {
  int64_t session = 0;
};
BOOST_DESCRIBE_STRUCT(ShowAsked, (), (session))
Outcome<SessionView> show(const Ground&, Context&, const ShowAsked&);

struct RecordEntry {
  Instant at;
  Happened kind = Happened::planned;
  std::optional<int64_t> item;  ///< its number on the agenda
  std::optional<Text> title;
  std::optional<Text> called;
  std::optional<int64_t> seconds;
};
BOOST_DESCRIBE_STRUCT(RecordEntry, (), (at, kind, item, title, called, seconds))
struct Record {
  std::vector<RecordEntry> entries;
};
BOOST_DESCRIBE_STRUCT(Record, (), (entries))
Outcome<Record> record(Context&, const ShowAsked&);

struct ItemAsked {
  Text title;
  std::optional<int64_t> presenter;
  int64_t minutes = 15;
  ItemKind kind = ItemKind::discussion;
  std::optional<Text> note;
};
BOOST_DESCRIBE_STRUCT(ItemAsked, (), (title, presenter, minutes, kind, note))
struct PlanAsked {
  Month month;
  Date date;
  std::string from, to;
  Text place;
  std::optional<Text> requirements;
  std::optional<int64_t> chair;       ///< a seat; the chair of the body when not said
  std::optional<int64_t> speaking_s;
  std::optional<std::vector<ItemAsked>> items;  ///< instead of the usual agenda
};
BOOST_DESCRIBE_STRUCT(PlanAsked, (), (month, date, from, to, place, requirements, chair, speaking_s, items))
Outcome<Changed> plan(const Ground&, Context&, const PlanAsked&);

struct EditAsked {
  int64_t session = 0;
  std::optional<Date> date;
  std::optional<std::string> from, to;
  std::optional<Text> place, requirements;
  std::optional<int64_t> chair, speaking_s;
};
BOOST_DESCRIBE_STRUCT(EditAsked, (), (session, date, from, to, place, requirements, chair, speaking_s))
Outcome<Changed> edit(Context&, const EditAsked&);

struct AddItemAsked {
  int64_t session = 0;
  Text title;
  std::optional<int64_t> presenter;
  int64_t minutes = 15;
  ItemKind kind = ItemKind::discussion;
  std::optional<Text> note;
};
BOOST_DESCRIBE_STRUCT(AddItemAsked, (), (session, title, presenter, minutes, kind, note))
Outcome<Changed> add_item(Context&, const AddItemAsked&);
struct EditItemAsked {
  int64_t item = 0;
  Text title;
  std::optional<int64_t> presenter;
  int64_t minutes = 15;
  ItemKind kind = ItemKind::discussion;
  std::optional<Text> note;
};
BOOST_DESCRIBE_STRUCT(EditItemAsked, (), (item, title, presenter, minutes, kind, note))
Outcome<Changed> edit_item(Context&, const EditItemAsked&);
struct MoveItemAsked {
  int64_t item = 0;
  int64_t to = 1;  ///< its new number
};
BOOST_DESCRIBE_STRUCT(MoveItemAsked, (), (item, to))
Outcome<Changed> move_item(Context&, const MoveItemAsked&);
struct ThisItem {
  int64_t item = 0;
};
BOOST_DESCRIBE_STRUCT(ThisItem, (), (item))
Outcome<Changed> remove_item(Context&, const ThisItem&);

struct ThisSession {
  int64_t session = 0;
};
BOOST_DESCRIBE_STRUCT(ThisSession, (), (session))
Outcome<Changed> invite(const Ground&, Context&, const ThisSession&);

struct Guest {
  access::SeatRef seat;
  Text called;
  bool commune = false;
  bool invited = false;
  std::optional<Text> kept;  ///< why it can no longer be left out
};
BOOST_DESCRIBE_STRUCT(Guest, (), (seat, called, commune, invited, kept))
struct Guests {
  std::vector<Guest> guests;  ///< whoever may be invited beyond the members, in the order of seats
};
BOOST_DESCRIBE_STRUCT(Guests, (), (guests))
Outcome<Guests> guests(Context&, const ShowAsked&);
struct ChooseGuestsAsked {
  int64_t session = 0;
  std::vector<int64_t> seats;  ///< all guests, whether they were invited before or not
};
BOOST_DESCRIBE_STRUCT(ChooseGuestsAsked, (), (session, seats))
Outcome<Changed> choose_guests(Context&, const ChooseGuestsAsked&);

struct ConfirmAsked {
  int64_t session = 0;
  Presence presence = Presence::hall;
  std::optional<std::string> note;
  std::optional<int64_t> seat;  ///< the Office writes down what a unit told it
};
BOOST_DESCRIBE_STRUCT(ConfirmAsked, (), (session, presence, note, seat))
Outcome<Changed> confirm(Context&, const ConfirmAsked&);

struct CheckInAsked {
  int64_t session = 0;
  std::optional<Site> site;
  std::optional<bool> substitute;
  std::optional<std::vector<int64_t>> seats;  ///< the Office calls the roll
  std::optional<bool> here;                   ///< false: takes a check-in back
};
BOOST_DESCRIBE_STRUCT(CheckInAsked, (), (session, site, substitute, seats, here))
Outcome<Changed> check_in(Context&, const CheckInAsked&);

Outcome<Changed> open(const Ground&, Context&, const ThisSession&);
Outcome<Changed> close(Context&, const ThisSession&);
struct HandOverAsked {
  int64_t session = 0;
  int64_t seat = 0;
};
BOOST_DESCRIBE_STRUCT(HandOverAsked, (), (session, seat))
Outcome<Changed> hand_over(Context&, const HandOverAsked&);
struct GoToItemAsked {
  int64_t session = 0;
  int64_t item = 0;
};
BOOST_DESCRIBE_STRUCT(GoToItemAsked, (), (session, item))
Outcome<Changed> go_to_item(Context&, const GoToItemAsked&);

struct AskFloorAsked {
  int64_t session = 0;
  std::optional<std::string> note;
  std::optional<int64_t> seat;  ///< the Office, for a hand raised in the hall
};
BOOST_DESCRIBE_STRUCT(AskFloorAsked, (), (session, note, seat))
Outcome<Changed> ask_floor(Context&, const AskFloorAsked&);
struct ThisTurn {
  int64_t turn = 0;
};
BOOST_DESCRIBE_STRUCT(ThisTurn, (), (turn))
Outcome<Changed> withdraw_floor(Context&, const ThisTurn&);
struct MoveFloorAsked {
  int64_t turn = 0;
  int64_t to = 1;  ///< its new place in the queue
};
BOOST_DESCRIBE_STRUCT(MoveFloorAsked, (), (turn, to))
Outcome<Changed> move_floor(Context&, const MoveFloorAsked&);
struct GiveFloorAsked {
  int64_t session = 0;
  std::optional<int64_t> turn;  ///< the first in the queue when neither is said
  std::optional<int64_t> seat;  ///< someone called upon
  std::optional<int64_t> seconds;
};
BOOST_DESCRIBE_STRUCT(GiveFloorAsked, (), (session, turn, seat, seconds))
Outcome<Changed> give_floor(Context&, const GiveFloorAsked&);
struct ExtendFloorAsked {
  int64_t session = 0;
  int64_t seconds = 60;
};
BOOST_DESCRIBE_STRUCT(ExtendFloorAsked, (), (session, seconds))
Outcome<Changed> extend_floor(Context&, const ExtendFloorAsked&);
Outcome<Changed> remind_floor(Context&, const ThisSession&);
Outcome<Changed> end_floor(Context&, const ThisSession&);

using documents::Format;
struct DocumentAsked {
  int64_t session = 0;
  Format format = Format::pdf;
  std::optional<Language> language;
};
BOOST_DESCRIBE_STRUCT(DocumentAsked, (), (session, format, language))
Outcome<File> invitation(const Ground&, Context&, const DocumentAsked&);
Outcome<File> minutes(const Ground&, Context&, const DocumentAsked&);
/// Takes a number from the register for the minutes of a closed session.
Outcome<Changed> number_minutes(const Ground&, Context&, const ThisSession&);

/// Whoever holds an office that attends and is not on the list yet, but for guests who were left out of it.
void add_missing_attendees(Context& context, int64_t session);
/// Shared by plan, edit and the agenda's verbs.
void check_item(Context& context, const std::string& at, const Text& title, std::optional<int64_t> presenter,
                int64_t minutes, const std::optional<Text>& note, Faults& faults);
/// Minutes after midnight of "08:30".
std::optional<int64_t> read_hour(std::string_view text);
void check_times(Date date, Month month, const std::string& from, const std::string& to, Faults& faults);
/// The seat may lead: the chair's or a vice-chair's.
bool may_chair(Context& context, int64_t seat);

}  // namespace giaoban::session
