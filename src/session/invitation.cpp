#include "documents/invitation.hpp"

#include <fmt/format.h>

#include "session/paper.hpp"

namespace giaoban::session {
namespace {

/// "UBND thành phố" in Vietnamese reads on after "Chủ tịch"; the agenda names who presents.
std::string agenda_line(const Item& item, const People& people, Language language) {
  auto title = item.title.in(language);
  if (!item.presenter) return title;
  auto who = people.unit(*item.presenter).short_name.in(language);
  return language == Language::vi ? fmt::format("{} ({} trình bày)", title, who) : fmt::format("{} (presented by {})", title, who);
}

/// A group of which nobody was left out is named as one; of another, each guest is.
std::vector<std::string> invited(db::Transaction& tx, int64_t session, const People& people, Language language) {
  struct Group {
    std::vector<std::string> guests;
    bool whole = true;
  } heads, communes;
  auto group = [&](int64_t seat) -> Group& { return units::is_commune(people.unit(people.seat(seat).unit).kind) ? communes : heads; };
  bool members = false;
  for (auto& a : attendees(tx, session)) {
    members = members || a.member;
    if (!a.member) group(a.seat).guests.push_back(people.called(a.seat).in(language));
  }
  for (auto seat : left_out(tx, session)) group(seat).whole = false;
  auto say = [&](const char* vi, const char* en) { return std::string(language == Language::vi ? vi : en); };
  std::vector<std::string> out;
  if (members) out.push_back(say("Các thành viên Ủy ban nhân dân", "The members of the People's Committee"));
  auto add = [&](const Group& group, const std::string& all) {
    if (group.whole && !group.guests.empty()) out.push_back(all);
    else out.insert(out.end(), group.guests.begin(), group.guests.end());
  };
  add(heads, say("Thủ trưởng các phòng, ban, đơn vị", "The heads of divisions, boards and agencies"));
  add(communes, say("Chủ tịch Ủy ban nhân dân các xã, phường (dự tại điểm cầu của địa phương)",
                    "The chairs of communes and wards (from their own sites)"));
  return out;
}

}  // namespace

Outcome<File> invitation(const Ground&, Context& context, const DocumentAsked& asked) {
  TRY(session, wanted(context, asked.session));
  auto language = asked.language.value_or(Language::vi);
  People people(context.tx);
  auto body = units::body(context.tx, session.date);
  auto title = written_title(session).in(language);
  documents::InvitationInput v;
  std::optional<Date> sent;
  if (session.invited_at) sent = session.invited_at->local_date();
  v.imprint = imprint_of(context, "GM", session.invitation_number, sent, language);
  v.subject = title;
  v.invited = invited(context.tx, session.id, people, language);
  v.event = language == Language::vi ? title + " của " + body.name.vi : title + " of the " + body.name.en;
  v.chair = people.seat(session.chair).title.in(language);
  v.starts = {session.date, static_cast<int>(session.starts)};
  v.place = session.place.in(language);
  for (auto& item : items(context.tx, session.id)) v.agenda.push_back(agenda_line(item, people, language));
  if (auto note = session.requirements.in(language); !note.empty()) v.notes.push_back(note);
  if (language == Language::vi) {
    v.notes.push_back("Kính đề nghị các đại biểu dự họp đúng thời gian, thành phần./.");
    v.distribution = {{"Như trên", "Chủ tịch, các Phó Chủ tịch UBND"}, "VT, TH"};
    v.signing = {{"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"}};
  } else {
    v.notes.push_back("Delegates are kindly asked to attend on time.");
    v.distribution = {{"As above", "Chair and vice-chairs of the People's Committee"}, "clerical section, synthesis"};
    v.signing = {{"BY ORDER OF THE CHAIR", "HEAD OF THE OFFICE"}};
  }
  auto number = session.invitation.value_or("");
  std::replace(number.begin(), number.end(), '/', '-');
  auto name = std::string(language == Language::vi ? "Giấy mời" : "Invitation") + (number.empty() ? "" : " " + number);
  return written(documents::invitation(v), asked.format, name);
}

}  // namespace giaoban::session
