#pragma once
// The session: planned from the work programme, held in the hall and online, led item by item, closed.
// What other rooms may call, and the structs that they get. What the page sees is in view.hpp.
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "access/access.hpp"
#include "db/database.hpp"
#include "operation/catalogue.hpp"
#include "rules/rules.hpp"
#include "units/units.hpp"

namespace giaoban::session {

enum class SessionKind { regular };
BOOST_DESCRIBE_ENUM(SessionKind, regular)
/// Derived from the instants, never stored.
enum class State { planned, invited, open, closed };
BOOST_DESCRIBE_ENUM(State, planned, invited, open, closed)
enum class ItemKind { report, discussion, adoption, overdue_work, other };
BOOST_DESCRIBE_ENUM(ItemKind, report, discussion, adoption, overdue_work, other)
enum class Site { hall, online };
BOOST_DESCRIBE_ENUM(Site, hall, online)

struct Session {
  int64_t id = 0;
  Month month;  ///< what it is about: the session of April is held in May
  SessionKind kind = SessionKind::regular;
  Date date;
  int64_t starts = 0, ends = 0;  ///< minutes after local midnight
  Text place;
  Text requirements;      ///< what delegates are asked to mind, in the invitation
  int64_t chair = 0;      ///< the seat that leads it
  int64_t speaking_s = 180;  ///< how long the floor is given for, unless the chair extends it
  Instant planned_at;
  std::optional<Instant> invited_at, opened_at, closed_at;
  std::optional<int64_t> invitation_number, minutes_number;
  std::optional<std::string> invitation;  ///< as written: "42/GM-UBND"
  std::optional<std::string> minutes;     ///< "08/BB-UBND"
  /// What was applied when it was opened: the least number of members, and the version of the rule.
  std::optional<int64_t> quorum_needed, quorum_version;

  State state() const;
  Instant starts_at() const { return Instant::local(date, 0, static_cast<int>(starts)); }
  Instant ends_at() const { return Instant::local(date, 0, static_cast<int>(ends)); }
  /// "Phiên họp thường kỳ tháng 4/2021"
  Text title() const;
};
BOOST_DESCRIBE_STRUCT(Session, (),
                      (id, month, kind, date, starts, ends, place, requirements, chair, speaking_s, planned_at, invited_at,
                       opened_at, closed_at, invitation_number, minutes_number, invitation, minutes, quorum_needed,
                       quorum_version))

struct Item {
  int64_t id = 0;
  int64_t session = 0;
  int64_t position = 0;  ///< 1, 2, 3 …: its number on the agenda
  Text title;
  std::optional<int64_t> presenter;  ///< a unit
  int64_t minutes = 0;
  ItemKind kind = ItemKind::discussion;
  Text note;
};
BOOST_DESCRIBE_STRUCT(Item, (), (id, session, position, title, presenter, minutes, kind, note))

std::optional<Session> find(db::Transaction& tx, int64_t id);
/// The regular session about this month, if it has been planned.
std::optional<Session> current(db::Transaction& tx, Month month);
std::vector<Item> items(db::Transaction& tx, int64_t session);
std::optional<Item> item(db::Transaction& tx, int64_t id);
/// The item being dealt with; none before the first and after the close.
std::optional<int64_t> current_item(db::Transaction& tx, const Session& session);
/// Does this actor lead the session? Its chair's seat, and always the chair of the body.
bool leads(const Actor& actor, const Session& session);

struct NewItem {
  Text title;
  std::optional<int64_t> presenter;
  int64_t minutes = 15;
  ItemKind kind = ItemKind::discussion;
  Text note;
};
/// Puts an item at the end of the agenda, inside the caller's change, and gives its id. The caller has checked
/// that its actor may, and that the session is not closed.
int64_t add_item(Context& context, int64_t session, const NewItem& item);

/// Called inside the change that plans a session, after its agenda stands: overdue work is put on it by the
/// room that knows of it.
using Planned = std::function<void(Context&, int64_t session)>;

/// What happened, for the rooms after this one: the notice's first paragraph, the public page, the home page.
struct FactItem {
  int64_t id = 0;
  int64_t number = 0;
  Text title;
  ItemKind kind = ItemKind::discussion;
  std::optional<units::UnitRef> presenter;
  std::optional<Instant> taken_up_at;
};
BOOST_DESCRIBE_STRUCT(FactItem, (), (id, number, title, kind, presenter, taken_up_at))
struct Facts {
  int64_t id = 0;
  Month month;
  Text title;  ///< "Phiên họp thường kỳ tháng 4/2021"
  State state = State::planned;
  Date date;
  Instant starts, ends;  ///< as planned
  std::optional<Instant> invited_at, opened_at, closed_at;
  Text place;
  access::SeatRef chair;
  std::vector<FactItem> items;
  int64_t members = 0, members_present = 0;
  int64_t quorum = 0;  ///< members needed; 0 until it is opened
  int64_t present_hall = 0, present_online = 0, absent_with_leave = 0, substitutes = 0;
  int64_t sites = 0, sites_connected = 0;       ///< online sites: communes and wards
  std::vector<access::SeatRef> present_members;  ///< in person, the chair first
  std::vector<units::UnitRef> present_units;     ///< whose head or substitute was there
  std::optional<std::string> invitation;  ///< "42/GM-UBND"
};
BOOST_DESCRIBE_STRUCT(Facts, (),
                      (id, month, title, state, date, starts, ends, invited_at, opened_at, closed_at, place, chair, items,
                       members, members_present, quorum, present_hall, present_online, absent_with_leave, substitutes,
                       sites, sites_connected, present_members, present_units, invitation))
/// Throws when there is no such session (ids come from foreign keys).
Facts facts(db::Transaction& tx, int64_t id);

std::vector<db::Migration> migrations();
/// `rules` must live as long as the catalogue.
void declare(Catalogue& catalogue, const rules::Rules& rules, Planned planned);

}  // namespace giaoban::session
