#pragma once
// One screen that shows where the month stands: the six rooms of the loop, what is next, the key figures, the next
// session, what is overdue and with whom, who has not reported. It owns nothing: every word is derived from the
// rooms before it.
#include "directives/directives.hpp"
#include "figures/figures.hpp"
#include "session/session.hpp"

namespace giaoban::home {

enum class Place { figures, report, session, conclusions, directives, press };
BOOST_DESCRIBE_ENUM(Place, figures, report, session, conclusions, directives, press)
enum class StepState { done, now, ahead };
BOOST_DESCRIBE_ENUM(StepState, done, now, ahead)
/// Whether someone must look; `plain`: nothing to mark.
enum class Mark { plain, good, soon, overdue };
BOOST_DESCRIBE_ENUM(Mark, plain, good, soon, overdue)

/// One stop of the line.
struct Step {
  Place place = Place::figures;
  StepState state = StepState::ahead;
  Text headline;  ///< "14/16 đơn vị"
  Mark mark = Mark::plain;
  Text detail;    ///< "Thiếu xã Hải Sơn, xã Vĩnh Thực"
  Text count;     ///< in the rail: "14/16"; empty where there is nothing to count
};
BOOST_DESCRIBE_STRUCT(Step, (), (place, state, headline, mark, detail, count))

/// What is to be done next, and in which room.
struct Next {
  Place place = Place::figures;
  std::string thing;  ///< within the room's address: "units"; may be empty
  Text text;
  std::optional<Instant> until;
};
BOOST_DESCRIBE_STRUCT(Next, (), (place, thing, text, until))

struct SessionCard {
  int64_t id = 0;
  Text title;
  session::State state = session::State::planned;
  Date date;
  Instant starts, ends;
  Text place;
  Text chair;
  int32_t items = 0, minutes = 0;
  int64_t members = 0, present = 0, sites = 0, sites_connected = 0;
};
BOOST_DESCRIBE_STRUCT(SessionCard, (),
                      (id, title, state, date, starts, ends, place, chair, items, minutes, members, present, sites,
                       sites_connected))

struct UnitWork {
  units::UnitRef unit;
  int32_t overdue = 0, due_soon = 0;
};
BOOST_DESCRIBE_STRUCT(UnitWork, (), (unit, overdue, due_soon))

struct MonthView {
  Month month;
  Text title, lead;
  std::vector<Step> steps;
  std::vector<Next> next;
  figures::MonthFacts facts;  ///< the key indicators
  int32_t indicators = 0;     ///< of how many in all
  std::string featured;       ///< the indicator of the chart; empty when there is none
  std::optional<SessionCard> session;
  int32_t open = 0, overdue = 0, due_soon = 0;
  std::vector<UnitWork> work;  ///< units with something overdue or due soon, most overdue first
  int32_t other_units = 0;     ///< with open work, none of it overdue or due soon
  std::vector<figures::FormStatus> communes;  ///< those that the reader may see
  Instant communes_due;
};
BOOST_DESCRIBE_STRUCT(MonthView, (),
                      (month, title, lead, steps, next, facts, indicators, featured, session, open, overdue, due_soon,
                       work, other_units, communes, communes_due))

/// The stops alone: what the rail draws beside every room.
struct Line {
  Month month;
  std::vector<Step> steps;
};
BOOST_DESCRIBE_STRUCT(Line, (), (month, steps))

struct MonthRequest {
  Month month;
};
BOOST_DESCRIBE_STRUCT(MonthRequest, (), (month))

/// `tools` is kept: what it refers to must live as long as the catalogue.
void declare(Catalogue& catalogue, figures::Tools tools);

}  // namespace giaoban::home
