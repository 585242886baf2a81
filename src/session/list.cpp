#include <fmt/format.h>

#include "numbering/numbering.hpp"
#include "session/verbs.hpp"

namespace giaoban::session {
namespace {

/// A proposal that the Office will mostly keep: the morning of the third working day after the month, or of
/// the first day for which an invitation sent today is still in time.
Date proposed_day(const Ground& ground, Date today, Month month) {
  auto day = ground.calendar.add_working_days(last_day(month), 3);
  auto deadline = [&](Date d) { return ground.calendar.limit(ground.rules.deadlines.invitation.on(d).value, d); };
  if (day < today) day = ground.calendar.roll_forward(today);
  for (int i = 0; i < 15 && deadline(day) < today; ++i) day = ground.calendar.next_working_day(day);
  return day;
}

Proposal propose(const Ground& ground, Context& context, Month month) {
  Proposal p;
  auto& tx = context.tx;
  p.date = proposed_day(ground, context.today(), month);
  p.from = "08:00";
  p.to = "11:00";
  if (auto before = tx.one<Text>("select place_vi, place_en from session order by id desc limit 1")) p.place = *before;
  People people(tx);
  for (auto office : {Office::chair, Office::vice_chair})
    for (auto& seat : access::seats(tx, context.today()))
      if (seat.office == office) p.chairs.push_back(people.seat_ref(seat.id));
  auto body = units::body(tx, context.today()).notation;
  p.invitation_number = ground.rules.numbering.document_number.on(context.today()).value.written(
      numbering::last(tx, "GM", body, context.today().year()) + 1, "GM", body);
  return p;
}

}  // namespace

Outcome<SessionList> list(const Ground& ground, Context& context, const ListAsked& asked) {
  SessionList out;
  People people(context.tx);
  std::vector<int64_t> ids;
  if (asked.month) {
    if (auto session = current(context.tx, *asked.month)) ids.push_back(session->id);
  } else {  // ten years of them
    ids = context.tx.query<int64_t>("select id from session order by month desc, id desc limit 120");
  }
  for (auto id : ids) {
    auto s = *find(context.tx, id);
    out.sessions.push_back({s.id, s.month, s.title(), s.state(), s.date, s.starts_at(), s.ends_at(), s.place,
                            people.seat_ref(s.chair)});
  }
  out.may_plan = context.may(Right::session_plan) && (!asked.month || out.sessions.empty());
  if (out.may_plan && asked.month) out.proposal = propose(ground, context, *asked.month);
  return out;
}

}  // namespace giaoban::session
