#include <fmt/format.h>

#include "session/verbs.hpp"

namespace giaoban::session {
namespace {

/// Where someone sits who does not say: as confirmed, else communes and wards online, all others in the hall.
Site usual_site(db::Transaction& tx, const Attendee& who) {
  if (who.presence == Presence::online) return Site::online;
  if (who.presence == Presence::hall) return Site::hall;
  auto kind = units::find(tx, who.unit)->kind;
  return units::is_commune(kind) ? Site::online : Site::hall;
}

/// Takes a check-in back. Who is not here is not in the queue either.
std::optional<Text> take_back(Context& context, const Attendee& who) {
  for (auto& t : turns(context.tx, who.session)) {
    if (t.seat != who.seat) continue;
    if (t.speaking()) return Text{"Đại biểu đang phát biểu.", "This delegate has the floor."};
    if (t.waiting()) context.tx.exec("update session_turn set withdrawn_at = ? where id = ?", context.at(), t.id);
  }
  context.tx.exec("update session_attendee set checked_in_at = null, site = null, substitute = 0 where id = ?", who.id);
  return {};
}

}  // namespace

Outcome<Changed> check_in(Context& context, const CheckInAsked& asked) {
  bool office = context.may(Right::session_plan);
  bool here = asked.here.value_or(true);
  if ((asked.seats || !here) && !office) return forbidden();
  TRY(session, wanted(context, asked.session));
  std::vector<Attendee> all;
  Faults faults;
  if (asked.seats) {
    for (size_t i = 0; i < asked.seats->size(); ++i) {
      auto who = attendee(context.tx, session.id, (*asked.seats)[i]);
      if (who) all.push_back(*who);
      else faults.add(fmt::format("/seats/{}", i), {"Không có trong thành phần dự họp.", "Not among those invited."});
    }
  } else {
    auto me = attendee(context.tx, session.id, context.actor.seat);
    if (!me) return forbidden();
    all.push_back(*me);
  }
  if (faults.any()) return faults.problem();
  if (session.state() == State::planned) return conflict({"Chưa gửi giấy mời.", "The invitation has not been sent yet."});
  if (session.state() == State::closed) return conflict(*why_not_open(session));
  for (auto& who : all) {
    if (!here) {
      if (auto why = take_back(context, who)) return conflict(*why);
      continue;
    }
    // The first moment counts: whoever changes from online to the hall was here before.
    context.tx.exec("update session_attendee set checked_in_at = ?, site = ?, substitute = ? where id = ?",
                    who.checked_in_at.value_or(context.at()), asked.site.value_or(usual_site(context.tx, who)),
                    asked.substitute.value_or(who.presence == Presence::substitute), who.id);
  }
  return Changed{session.id, all.size() == 1 ? all.front().id : session.id};
}

}  // namespace giaoban::session
