// What the verbs of the session share: words, and who may do what to which session.
#include <fmt/format.h>

#include "calendar/written.hpp"
#include "session/store.hpp"

namespace giaoban::session {

Text Session::title() const {
  auto about = calendar::short_written(month);
  return {"Phiên họp thường kỳ " + about.vi, "Regular session of " + about.en};
}

bool leads(const Actor& actor, const Session& session) {
  return actor.seat != 0 && (actor.seat == session.chair || actor.office == Office::chair);
}

Outcome<Session> wanted(Context& context, int64_t id) {
  auto session = find(context.tx, id);
  if (!session) return not_found({"Không có phiên họp này.", "There is no such session."});
  context.about(fmt::format("session/{}", id));
  return *session;
}

std::optional<Text> why_not_open(const Session& session) {
  switch (session.state()) {
    case State::planned:
    case State::invited: return Text{"Phiên họp chưa khai mạc.", "The session has not been opened."};
    case State::closed: return Text{"Phiên họp đã bế mạc.", "The session has been closed."};
    case State::open: return {};
  }
  return {};
}

Outcome<Session> wanted_open_to_lead(Context& context, int64_t id) {
  TRY(session, wanted(context, id));
  if (!leads(context.actor, session)) return forbidden();
  if (auto why = why_not_open(session)) return conflict(*why);
  return session;
}

Text called(Office office, const Text& title, const units::Unit& unit) {
  bool speaks_for_unit = office == Office::unit_head && unit.parent.has_value();
  return speaks_for_unit ? unit.short_name : title;
}

People::People(db::Transaction& tx) {
  for (auto& s : access::seats(tx)) seats_.emplace(s.id, s);
  for (auto& u : units::all(tx)) units_.emplace(u.id, u);
}
units::UnitRef People::unit_ref(int64_t id) const {
  auto& u = unit(id);
  return {u.id, u.code, u.short_name};
}
access::SeatRef People::seat_ref(int64_t id) const {
  auto& s = seat(id);
  return {s.id, s.office, s.title, unit_ref(s.unit)};
}
Text People::called(int64_t id) const {
  auto& s = seat(id);
  return session::called(s.office, s.title, unit(s.unit));
}

size_t length(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

Text tidy(Text text) {
  for (auto* s : {&text.vi, &text.en}) {
    auto from = s->find_first_not_of(" \t\r\n");
    *s = from == std::string::npos ? "" : s->substr(from, s->find_last_not_of(" \t\r\n") - from + 1);
  }
  if (text.en.empty()) text.en = text.vi;
  return text;
}

}  // namespace giaoban::session
