// Who is invited beyond the members: chosen one by one by the Office. Members are invited because they are members.
#include <fmt/format.h>

#include <set>

#include "session/verbs.hpp"

namespace giaoban::session {
namespace {

/// Seats that may be guests: whoever attends by office and is not a member.
std::vector<access::Seat> eligible(Context& context) {
  auto all = access::seats(context.tx, context.at().local_date());
  std::erase_if(all, [&](auto& seat) { return seat.member || !context.rights.holds(seat.office, Right::session_attend); });
  return all;
}

/// Someone who sits there, or waits to speak, is not uninvited.
std::optional<Text> why_kept(const Attendee* who) {
  if (who && who->here()) return Text{"Đã điểm danh.", "Has checked in."};
  return {};
}

}  // namespace

Outcome<Guests> guests(Context& context, const ShowAsked& asked) {
  TRY(session, wanted(context, asked.session));
  People people(context.tx);
  std::map<int64_t, Attendee> invited;
  for (auto& a : attendees(context.tx, session.id)) invited.emplace(a.seat, a);
  Guests out;
  for (auto& seat : eligible(context)) {
    auto found = invited.find(seat.id);
    auto* who = found == invited.end() ? nullptr : &found->second;
    if (who && who->member) continue;  // was one when it was planned
    auto& unit = people.unit(seat.unit);
    out.guests.push_back({people.seat_ref(seat.id), people.called(seat.id), units::is_commune(unit.kind), who != nullptr, why_kept(who)});
  }
  return out;
}

Outcome<Changed> choose_guests(Context& context, const ChooseGuestsAsked& asked) {
  TRY(session, wanted(context, asked.session));
  if (session.state() == State::closed) return conflict(*why_not_open(session));
  auto may_come = eligible(context);
  std::set<int64_t> chosen(asked.seats.begin(), asked.seats.end());
  Faults faults;
  for (size_t i = 0; i < asked.seats.size(); ++i)
    faults.require(std::any_of(may_come.begin(), may_come.end(), [&](auto& seat) { return seat.id == asked.seats[i]; }), fmt::format("/seats/{}", i),
                   {"Không mời thêm được chức danh này.", "This office cannot be invited as a guest."});
  if (faults.any()) return faults.problem();
  People people(context.tx);
  std::map<int64_t, Attendee> invited;
  for (auto& a : attendees(context.tx, session.id)) invited.emplace(a.seat, a);
  bool changed = false;
  for (auto& [seat, who] : invited) {
    if (who.member || chosen.contains(seat)) continue;
    if (auto why = why_kept(&who))
      return conflict(people.called(seat) + Text{" đã điểm danh, không bỏ khỏi thành phần dự họp được.", " has checked in and cannot be left out."});
    leave_out(context, session.id, seat);
    changed = true;
  }
  for (auto& seat : may_come) {
    if (!chosen.contains(seat.id) || invited.contains(seat.id)) continue;
    invite_seat(context, session.id, seat);
    changed = true;
  }
  if (changed) happened(context, session.id, Happened::guests_changed);
  return Changed{session.id, session.id};
}

}  // namespace giaoban::session
