#include "session/verbs.hpp"

#include <fmt/format.h>

#include "calendar/written.hpp"

namespace giaoban::session {
namespace {

constexpr size_t items_max = 40;  // what fits one invitation
constexpr size_t place_max = 300;

/// The usual agenda: the month's report, then its discussion. Overdue work follows (`Ground::planned`).
std::vector<NewItem> usual_agenda(db::Transaction& tx, Month month, Date today) {
  std::optional<int64_t> office;
  for (auto& unit : units::in_force(tx, today))
    if (unit.kind == units::UnitKind::office) office = unit.id;
  auto now = calendar::month_name(month), next = calendar::month_name(month.plus(1));
  return {{{"Báo cáo kinh tế – xã hội " + now.vi + ", nhiệm vụ trọng tâm " + next.vi,
            "Socio-economic report for " + now.en + " and main tasks of " + next.en},
           office, 30, ItemKind::report, {}},
          {{"Thảo luận báo cáo và các nội dung đơn vị đề nghị", "Discussion of the report and of what units have asked for"},
           {}, 60, ItemKind::discussion, {}}};
}

std::optional<int64_t> chair_of_the_body(db::Transaction& tx, Date today) {
  for (auto& seat : access::seats(tx, today))
    if (seat.office == Office::chair) return seat.id;
  return {};
}

void check(Context& context, const PlanAsked& asked, std::optional<int64_t> chair, Faults& faults) {
  check_times(asked.date, asked.month, asked.from, asked.to, faults);
  faults.require(asked.date >= context.at().local_date(), "/date", {"Ngày họp đã qua.", "This day is over."});
  faults.require(!tidy(asked.place).vi.empty(), "/place/vi", {"Hãy ghi địa điểm họp.", "Say where the session is held."});
  faults.require(length(asked.place.vi) <= place_max && length(asked.place.en) <= place_max, "/place",
                 {"Địa điểm dài quá 300 ký tự.", "The place is longer than 300 characters."});
  faults.require(!asked.requirements || (length(asked.requirements->vi) <= 2000 && length(asked.requirements->en) <= 2000), "/requirements",
                 {"Yêu cầu dài quá 2000 ký tự.", "The requirements are longer than 2000 characters."});
  faults.require(chair && may_chair(context, *chair), "/chair",
                 {"Người chủ trì là Chủ tịch hoặc một Phó Chủ tịch.", "The chair or a vice-chair leads a session."});
  faults.require(!asked.speaking_s || (*asked.speaking_s >= 30 && *asked.speaking_s <= 1800), "/speaking_s",
                 {"Thời gian phát biểu từ 30 giây đến 30 phút.", "The floor is given for 30 seconds to 30 minutes."});
  if (!asked.items) return;
  faults.require(asked.items->size() <= items_max, "/items", {"Không quá 40 nội dung.", "No more than 40 items."});
  for (size_t i = 0; i < asked.items->size(); ++i) {
    auto& item = (*asked.items)[i];
    check_item(context, fmt::format("/items/{}", i), item.title, item.presenter, item.minutes, item.note, faults);
  }
}

}  // namespace

void add_missing_attendees(Context& context, int64_t session) {
  for (auto& seat : access::seats(context.tx, context.at().local_date())) {
    if (!context.rights.holds(seat.office, Right::session_attend)) continue;
    context.tx.exec(
        "insert into session_attendee(session, seat, unit, member, note, substitute) values (?,?,?,?,?,?) "
        "on conflict (session, seat) do nothing",
        session, seat.id, seat.unit, seat.member, "", false);
  }
}

Outcome<Changed> plan(const Ground& ground, Context& context, const PlanAsked& asked) {
  auto chair = asked.chair ? asked.chair : chair_of_the_body(context.tx, context.at().local_date());
  Faults faults;
  check(context, asked, chair, faults);
  if (faults.any()) return faults.problem();
  if (auto before = current(context.tx, asked.month))
    return conflict({"Đã có phiên họp thường kỳ của tháng này, ngày " + calendar::numeric(before->date).vi + ".",
                     "There is already a regular session for this month, on " + calendar::numeric(before->date).en + "."});
  auto id = context.tx.insert(
      "insert into session(month, kind, date, starts, ends, place_vi, place_en, requirements_vi, requirements_en, chair, "
      "speaking_s, planned_at) values (?,?,?,?,?,?,?,?,?,?,?,?) returning id",
      asked.month, SessionKind::regular, asked.date, *read_hour(asked.from), *read_hour(asked.to), tidy(asked.place),
      tidy(asked.requirements.value_or(Text{})), *chair, asked.speaking_s.value_or(180), context.at());
  context.about(fmt::format("session/{}", id));
  add_missing_attendees(context, id);
  if (asked.items) {
    for (auto& i : *asked.items) add_item(context, id, NewItem{i.title, i.presenter, i.minutes, i.kind, i.note.value_or(Text{})});
  } else {
    for (auto& i : usual_agenda(context.tx, asked.month, context.at().local_date())) add_item(context, id, i);
  }
  ground.planned(context, id);
  happened(context, id, Happened::planned);
  return Changed{id, id};
}

}  // namespace giaoban::session
