#include <fmt/format.h>

#include "session/verbs.hpp"

namespace giaoban::session {
namespace {

/// Who of the members is missing, the first few by office.
Text missing(const std::vector<Attendee>& all, const People& people) {
  constexpr size_t named_max = 5;
  Text out;
  size_t count = 0;
  for (auto& a : all) {
    if (!a.member || a.counts()) continue;
    if (++count > named_max) continue;
    auto name = people.called(a.seat);
    out = out + (out.empty() ? name : Text{", " + name.vi, ", " + name.en});
  }
  if (count > named_max) {
    out.vi += fmt::format(" và {} thành viên khác", count - named_max);
    out.en += fmt::format(" and {} more", count - named_max);
  }
  return out;
}

}  // namespace

Outcome<Changed> open(const Ground& ground, Context& context, const ThisSession& asked) {
  TRY(session, wanted(context, asked.session));
  if (!leads(context.actor, session)) return forbidden();
  switch (session.state()) {
    case State::planned: return conflict({"Chưa gửi giấy mời nên chưa khai mạc được.", "The invitation must be sent before the session is opened."});
    case State::open: return conflict({"Phiên họp đã khai mạc rồi.", "The session has been opened already."});
    case State::closed: return conflict(*why_not_open(session));
    case State::invited: break;
  }
  // Whoever opens it is here.
  if (auto me = attendee(context.tx, session.id, context.actor.seat); me && !me->here())
    context.tx.exec("update session_attendee set checked_in_at = ?, site = ?, substitute = 0 where id = ?", context.at(), Site::hall, me->id);
  auto& rule = ground.rules.quorum.session_quorum.on(context.at().local_date());
  auto all = attendees(context.tx, session.id);
  auto count = count_quorum(all, rule.value);
  if (!count.reached()) {
    auto who = missing(all, People(context.tx));
    return conflict({fmt::format("Chưa đủ thành viên để khai mạc: có mặt {}/{}, cần từ {}. Còn thiếu: {}.", count.present, count.members, count.needed, who.vi),
                     fmt::format("No quorum yet: {} of {} members are present, {} are needed. Missing: {}.", count.present, count.members, count.needed, who.en)});
  }
  context.tx.exec("update session set opened_at = ?, quorum_needed = ?, quorum_version = ? where id = ?", context.at(),
                  count.needed, rule.version, session.id);
  happened(context, session.id, Happened::opened, {}, context.actor.seat);
  return Changed{session.id, session.id};
}

}  // namespace giaoban::session
