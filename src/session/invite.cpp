#include "numbering/numbering.hpp"
#include "session/verbs.hpp"

namespace giaoban::session {

Outcome<Changed> invite(const Ground& ground, Context& context, const ThisSession& asked) {
  TRY(session, wanted(context, asked.session));
  if (session.state() != State::planned)
    return conflict({"Giấy mời đã gửi, số " + session.invitation.value_or("") + ".",
                     "The invitation has been sent, number " + session.invitation.value_or("") + "."});
  if (items(context.tx, session.id).empty())
    return conflict({"Chương trình chưa có nội dung nào.", "The agenda is empty."});
  auto today = context.at().local_date();
  if (session.date < today) return conflict({"Ngày họp đã qua; hãy dời ngày họp.", "The day is over; move the session."});
  auto body = units::body(context.tx, context.at().local_date()).notation;
  auto number = numbering::next(context, "GM", body);
  auto written = ground.rules.numbering.document_number.on(today).value.written(number, "GM", body);
  add_missing_attendees(context, session.id);
  context.tx.exec("update session set invited_at = ?, invitation_number = ?, invitation = ? where id = ?", context.at(),
                  number, written, session.id);
  happened(context, session.id, Happened::invited);
  return Changed{session.id, session.id};
}

}  // namespace giaoban::session
