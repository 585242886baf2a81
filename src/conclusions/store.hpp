#pragma once
// Inside the room only: what is stored.
#include "conclusions/conclusions.hpp"

namespace giaoban::conclusions {

struct Stored {
  int64_t id = 0;
  int64_t session = 0;
  Section section = Section::tasks;
  int64_t position = 0;
  Text topic, text;
  std::optional<int64_t> item;
  std::optional<int64_t> lead;
  bool led_by_wards = false, with_wards = false;
  std::optional<Date> due;
  Text deliverable;
  std::string figures;  ///< codes, as JSON
  std::optional<int64_t> paragraph;
  int64_t version = 1;
  int64_t changed_by = 0;
  Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(Stored, (), (id, session, section, position, topic, text, item, lead, led_by_wards, with_wards, due, deliverable, figures, paragraph, version, changed_by, changed_at))

struct StoredNotice {
  int64_t id = 0;
  int64_t session = 0;
  int64_t running = 0;
  std::string number;
  Date date;
  std::string journal_head;
  int64_t seat = 0;
  Instant at;
  int64_t vintage = 0;  ///< journal entry whose figures it rests on
  int64_t deadline_version = 0;
};
BOOST_DESCRIBE_STRUCT(StoredNotice, (), (id, session, running, number, date, journal_head, seat, at, vintage, deadline_version))

namespace store {
std::optional<Stored> find(db::Transaction& tx, int64_t id);
/// In the notice's order: by section, then by place.
std::vector<Stored> of_session(db::Transaction& tx, int64_t session);
std::optional<StoredNotice> notice_of(db::Transaction& tx, int64_t session);
std::vector<int64_t> partners(db::Transaction& tx, int64_t clause);
void set_partners(db::Transaction& tx, int64_t clause, const std::vector<int64_t>& units);
int64_t insert(db::Transaction& tx, const Stored& clause);
void update(db::Transaction& tx, const Stored& clause);
void remove(db::Transaction& tx, int64_t id);
int64_t insert(db::Transaction& tx, const StoredNotice& notice);
/// Writes the places of a session's clauses as they stand in the list.
void put_in_order(db::Transaction& tx, const std::vector<Stored>& clauses);
}  // namespace store

/// "II.2.b" for each clause: a topic that several clauses share gives them one number and letters.
std::vector<std::string> marks(const std::vector<Stored>& clauses);

}  // namespace giaoban::conclusions
