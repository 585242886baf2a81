#include "session/verbs.hpp"

namespace giaoban::session {

Outcome<Changed> edit(Context& context, const EditAsked& asked) {
  TRY(session, wanted(context, asked.session));
  auto place = tidy(asked.place.value_or(session.place));
  auto requirements = tidy(asked.requirements.value_or(session.requirements));
  auto hour = [](int64_t m) { return std::string{char('0' + m / 600), char('0' + m / 60 % 10), ':', char('0' + m % 60 / 10), char('0' + m % 10)}; };
  auto from = asked.from.value_or(hour(session.starts)), to = asked.to.value_or(hour(session.ends));
  auto date = asked.date.value_or(session.date);
  auto chair = asked.chair.value_or(session.chair);
  auto speaking = asked.speaking_s.value_or(session.speaking_s);

  Faults faults;
  check_times(date, session.month, from, to, faults);
  faults.require(!place.vi.empty(), "/place/vi", {"Hãy ghi địa điểm họp.", "Say where the session is held."});
  faults.require(length(place.vi) <= 300 && length(place.en) <= 300, "/place",
                 {"Địa điểm dài quá 300 ký tự.", "The place is longer than 300 characters."});
  faults.require(length(requirements.vi) <= 2000 && length(requirements.en) <= 2000, "/requirements",
                 {"Yêu cầu dài quá 2000 ký tự.", "The requirements are longer than 2000 characters."});
  faults.require(may_chair(context, chair), "/chair",
                 {"Người chủ trì là Chủ tịch hoặc một Phó Chủ tịch.", "The chair or a vice-chair leads a session."});
  faults.require(speaking >= 30 && speaking <= 1800, "/speaking_s",
                 {"Thời gian phát biểu từ 30 giây đến 30 phút.", "The floor is given for 30 seconds to 30 minutes."});
  faults.require(!asked.date || date == session.date || date >= context.at().local_date(), "/date",
                 {"Ngày họp đã qua.", "This day is over."});
  if (faults.any()) return faults.problem();

  if (session.state() == State::closed) return conflict(*why_not_open(session));
  bool moved = date != session.date || read_hour(from) != session.starts || chair != session.chair || place != session.place;
  if (session.state() == State::open && moved)
    return conflict({"Phiên họp đã khai mạc: ngày, giờ bắt đầu, địa điểm và chủ trì không đổi được nữa.",
                     "The session is open: its day, start, place and chair can no longer be changed."});
  context.tx.exec(
      "update session set date = ?, starts = ?, ends = ?, place_vi = ?, place_en = ?, requirements_vi = ?, "
      "requirements_en = ?, chair = ?, speaking_s = ? where id = ?",
      date, *read_hour(from), *read_hour(to), place, requirements, chair, speaking, session.id);
  happened(context, session.id, Happened::edited);
  return Changed{session.id, session.id};
}

}  // namespace giaoban::session
