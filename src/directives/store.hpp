#pragma once
// Inside the room only: what is stored, and how a row is made of it.
#include "directives/directives.hpp"

namespace giaoban::directives {

struct Stored {
  int64_t id = 0;
  int64_t session = 0;
  Month month;
  int64_t clause = 0;
  int64_t number = 0;  ///< running, within the session
  int64_t lead = 0;
  bool with_wards = false;
  std::optional<Date> due;
  Text deliverable;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(Stored, (), (id, session, month, clause, number, lead, with_wards, due, deliverable, source))

struct Event {
  int64_t id = 0;
  int64_t directive = 0;
  EventKind kind = EventKind::received;
  Instant at;
  Date day;
  int64_t seat = 0;
  Text text;
  std::optional<int64_t> done, total;
  std::optional<int64_t> file;
  std::optional<Date> due;
};
BOOST_DESCRIBE_STRUCT(Event, (), (id, directive, kind, at, day, seat, text, done, total, file, due))

std::optional<Stored> find(db::Transaction& tx, int64_t id);
std::vector<Event> events_of(db::Transaction& tx, int64_t directive);
std::vector<int64_t> partners_of(db::Transaction& tx, int64_t directive);
/// Words said with an event; English may be left empty by who writes in one language only.
void note(Context& context, Event event);

Source source_of(const Stored& stored);
Status status_of(const Reckoning& reckoning, const Stored& stored, const std::vector<Event>& events, Date today);
Row row_of(const Reckoning& reckoning, const Stored& stored, const std::vector<Event>& events, Date today);
/// Names of lead and partners, filled in for rows made by row_of.
void name_units(db::Transaction& tx, std::vector<Row>& rows);

}  // namespace giaoban::directives
