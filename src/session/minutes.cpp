#include "documents/minutes.hpp"

#include <fmt/format.h>

#include "calendar/written.hpp"
#include "numbering/numbering.hpp"
#include "session/paper.hpp"

namespace giaoban::session {
namespace {

documents::Moment moment(Instant at) { return {at.local_date(), at.local_minutes()}; }

std::vector<std::string> present(const Facts& f, Language language) {
  std::vector<std::string> out;
  if (language == Language::vi) {
    out.push_back(fmt::format("{}/{} thành viên Ủy ban nhân dân (cần từ {})", f.members_present, f.members, f.quorum));
    out.push_back(fmt::format("{} đại biểu tại hội trường, {} đại biểu trực tuyến", f.present_hall, f.present_online));
    if (f.sites) out.push_back(fmt::format("{}/{} điểm cầu xã, phường", f.sites_connected, f.sites));
    if (f.substitutes) out.push_back(fmt::format("{} người dự thay, không tính vào số thành viên", f.substitutes));
    if (f.absent_with_leave) out.push_back(fmt::format("Vắng có lý do: {}", f.absent_with_leave));
  } else {
    out.push_back(fmt::format("{} of {} members of the People's Committee ({} needed)", f.members_present, f.members, f.quorum));
    out.push_back(fmt::format("{} delegates in the hall, {} online", f.present_hall, f.present_online));
    if (f.sites) out.push_back(fmt::format("{} of {} sites of communes and wards", f.sites_connected, f.sites));
    if (f.substitutes) out.push_back(fmt::format("{} substitutes, not counted as members", f.substitutes));
    if (f.absent_with_leave) out.push_back(fmt::format("Absent with leave: {}", f.absent_with_leave));
  }
  return out;
}

documents::MinutesItem item_of(const FactItem& item, const std::vector<Event>& events, const People& people, Language language) {
  documents::MinutesItem out{item.title.in(language), {}};
  bool vi = language == Language::vi;
  if (!item.taken_up_at) {
    out.paragraphs.push_back(vi ? "Nội dung này chưa được xem xét tại phiên họp." : "This item was not dealt with.");
    return out;
  }
  auto at = calendar::clock(*item.taken_up_at);
  if (item.presenter) {
    auto who = people.unit(item.presenter->id).name.in(language);
    out.paragraphs.push_back(vi ? fmt::format("{}: {} trình bày.", at, who) : fmt::format("{}: presented by {}.", at, who));
  } else {
    out.paragraphs.push_back(vi ? fmt::format("{}: bắt đầu nội dung.", at) : fmt::format("{}: taken up.", at));
  }
  for (auto& e : events) {
    if (e.kind != Happened::floor_given || e.item != item.id || !e.seat) continue;
    auto who = people.called(*e.seat).in(language);
    at = calendar::clock(e.at);
    out.paragraphs.push_back(vi ? fmt::format("{}: {} phát biểu.", at, who) : fmt::format("{}: {} took the floor.", at, who));
  }
  return out;
}

std::string secretary(const People& people, Language language) {
  for (auto office : {Office::office_clerk, Office::head_of_office})
    for (auto& [id, seat] : people.seats())
      if (seat.office == office) return seat.title.in(language);
  return {};
}

}  // namespace

Outcome<File> minutes(const Ground&, Context& context, const DocumentAsked& asked) {
  TRY(session, wanted(context, asked.session));
  if (!session.opened_at) return conflict({"Phiên họp chưa khai mạc nên chưa có biên bản.", "There are no minutes before the session is opened."});
  auto language = asked.language.value_or(Language::vi);
  bool vi = language == Language::vi;
  People people(context.tx);
  auto f = facts(context.tx, session.id);
  auto record = events(context.tx, session.id);
  auto body = units::body(context.tx, session.date).name.in(language);
  documents::MinutesInput m;
  m.imprint = imprint_of(context, "BB", session.minutes_number, session.opened_at->local_date(), language);
  m.subject = written_title(session).in(language) + (vi ? " của " : " of the ") + body;
  m.starts = moment(*session.opened_at);
  if (session.closed_at) m.ends = moment(*session.closed_at);
  m.place = session.place.in(language);
  m.attendees = present(f, language);
  m.chair = people.seat(session.chair).title.in(language);
  m.secretary = secretary(people, language);
  for (auto& item : f.items) m.items.push_back(item_of(item, record, people, language));
  m.distribution = vi ? documents::Distribution{{"Thành viên UBND"}, "VT, hồ sơ phiên họp"}
                      : documents::Distribution{{"Members of the People's Committee"}, "clerical section, session file"};
  auto number = session.minutes.value_or("");
  std::replace(number.begin(), number.end(), '/', '-');
  auto name = std::string(vi ? "Biên bản" : "Minutes") + (number.empty() ? "" : " " + number);
  return written(documents::minutes(m), asked.format, name);
}

Outcome<Changed> number_minutes(const Ground& ground, Context& context, const ThisSession& asked) {
  TRY(session, wanted(context, asked.session));
  if (session.state() != State::closed) return conflict({"Biên bản lấy số sau khi bế mạc.", "Minutes are numbered after the close."});
  if (session.minutes_number)
    return conflict({"Biên bản đã có số " + *session.minutes + ".", "The minutes have number " + *session.minutes + "."});
  auto body = units::body(context.tx, session.date).notation;
  auto number = numbering::next(context, "BB", body);
  auto written = ground.rules.numbering.document_number.on(context.at().local_date()).value.written(number, "BB", body);
  context.tx.exec("update session set minutes_number = ?, minutes = ? where id = ?", number, written, session.id);
  return Changed{session.id, session.id};
}

}  // namespace giaoban::session
