// The notice as a document of Decree 30/2020: what the session was, what the chair concluded, who follows it up.
#include <fmt/format.h>

#include <algorithm>

#include "calendar/written.hpp"
#include "conclusions/verbs.hpp"
#include "documents/html.hpp"
#include "documents/letters.hpp"
#include "documents/notice.hpp"
#include "documents/wording.hpp"

namespace giaoban::conclusions {
namespace {

using documents::ClauseSection;

struct Sheet {
  db::Transaction& tx;
  const figures::Tools& tools;
  session::Facts facts;
  units::Unit body, office;
  std::optional<StoredNotice> notice;
  Language language;
  std::string in(const Text& text) const { return text.in(language); }
};

/// "phiên họp thường kỳ tháng 4 năm 2021"
Text occasion(const session::Facts& facts) {
  auto month = calendar::written(facts.month);
  return {"phiên họp thường kỳ " + month.vi, "regular session of " + month.en};
}

std::string part_of_day(Instant starts) {
  auto minutes = starts.local_minutes();
  return minutes < 12 * 60 ? "Sáng" : minutes < 18 * 60 ? "Chiều" : "Tối";
}

std::string where_and_when(const Sheet& s) {
  auto& f = s.facts;
  auto starts = f.opened_at.value_or(f.starts);
  auto day = calendar::written(f.date);
  auto what = occasion(f);
  auto online = f.sites > 0 ? Text{fmt::format(", họp tại hội trường và trực tuyến tới {} điểm cầu xã, phường", f.sites),
                                   fmt::format(", in the hall and online at {} communes and wards", f.sites)}
                            : Text{};
  auto attended = f.opened_at ? Text{fmt::format(" Dự họp có {}/{} thành viên UBND thành phố, thủ trưởng các phòng, ban, đơn vị và lãnh đạo UBND các xã, phường.", f.members_present, f.members),
                                     fmt::format(" {} of {} members of the Committee, the heads of departments and agencies and the leaders of communes and wards attended.", f.members_present, f.members)}
                              : Text{};
  return s.in({part_of_day(starts) + " " + day.vi + ", " + f.chair.title.vi + " chủ trì " + what.vi + online.vi + "." + attended.vi,
               "On " + day.en + " the " + f.chair.title.en + " led the " + what.en + online.en + "." + attended.en});
}

std::string what_was_heard(const Sheet& s) {
  std::vector<std::string> speakers;
  for (auto& item : s.facts.items) {
    if (!item.presenter) continue;
    auto unit = units::find(s.tx, item.presenter->id);
    auto name = s.in(unit ? unit->name : item.presenter->name);
    if (std::find(speakers.begin(), speakers.end(), name) == speakers.end()) speakers.push_back(name);
  }
  auto chair = s.facts.chair.title;
  if (speakers.empty())
    return s.in({"Sau khi nghe ý kiến của đại biểu dự họp, " + chair.vi + " kết luận như sau:", "Having heard the delegates, the " + chair.en + " concluded as follows:"});
  auto who = documents::listed(speakers, s.language);
  return s.in({"Sau khi nghe " + who + " báo cáo và ý kiến của đại biểu dự họp, " + chair.vi + " kết luận như sau:",
               "Having heard the reports of " + who + " and the delegates' opinions, the " + chair.en + " concluded as follows:"});
}

const Text wards{"UBND các xã, phường", "the communes and wards"};

documents::Clause clause_of(const Sheet& s, const Stored& stored, bool with_topic) {
  documents::Clause c;
  c.id = std::to_string(stored.id);
  auto topic = s.in(stored.topic);
  if (with_topic && !topic.empty()) c.topic = s.language == Language::vi ? "Về " + documents::uncapitalised(topic) : topic;
  c.text = s.in(stored.text);
  if (stored.led_by_wards) c.lead = s.in(wards);
  else if (stored.lead) c.lead = s.in(units::find(s.tx, *stored.lead)->name);
  for (auto unit : store::partners(s.tx, stored.id)) c.co_ordinating.push_back(s.in(units::find(s.tx, unit)->name));
  if (stored.with_wards) c.co_ordinating.push_back(s.in(wards));
  c.due = stored.due;
  c.deliverable = s.in(stored.deliverable);
  return c;
}

std::string title_of(const Sheet& s, Section section) {
  auto now = calendar::month_name(s.facts.month), next = calendar::month_name(s.facts.month.plus(1));
  switch (section) {
    case Section::assessment: return s.in({"Đánh giá tình hình " + now.vi, "Assessment of " + now.en});
    case Section::tasks: return s.in({"Nhiệm vụ trọng tâm " + next.vi, "Main tasks of " + next.en});
    case Section::petitions: return s.in({"Về kiến nghị của các đơn vị", "On the units' petitions"});
  }
  return "";
}

/// Clauses of one topic become the points of one clause: "5. Về đầu tư công: a) … b) …".
std::vector<ClauseSection> sections(const Sheet& s) {
  auto stored = store::of_session(s.tx, s.facts.id);
  std::vector<ClauseSection> out;
  for (auto section : {Section::assessment, Section::tasks, Section::petitions}) {
    ClauseSection part{title_of(s, section), {}, {}};
    for (size_t i = 0; i < stored.size(); ++i) {
      if (stored[i].section != section) continue;
      auto& topic = stored[i].topic.vi;
      size_t end = i + 1;
      while (!topic.empty() && end < stored.size() && stored[end].section == section && stored[end].topic.vi == topic) ++end;
      if (end == i + 1) {
        part.clauses.push_back(clause_of(s, stored[i], true));
        continue;
      }
      documents::Clause group;
      group.topic = s.language == Language::vi ? "Về " + documents::uncapitalised(s.in(stored[i].topic)) : s.in(stored[i].topic);
      for (; i < end; ++i) group.points.push_back(clause_of(s, stored[i], false));
      --i;
      part.clauses.push_back(std::move(group));
    }
    if (section != Section::petitions || !part.clauses.empty()) out.push_back(std::move(part));
  }
  return out;
}

documents::NoticeInput input(const Sheet& s) {
  documents::NoticeInput n;
  n.imprint.language = s.language;
  n.imprint.parent_body = s.in(s.body.name);
  n.imprint.issuing_body = s.in(s.office.name);
  n.imprint.body = s.office.notation;
  n.imprint.place = s.in(s.office.place);
  if (s.notice) n.imprint.number = static_cast<int>(s.notice->running), n.imprint.date = s.notice->date;
  auto what = occasion(s.facts);
  n.subject = s.in({"Kết luận của " + s.facts.chair.title.vi + " tại " + what.vi, "Conclusions of the " + s.facts.chair.title.en + " at the " + what.en});
  n.opening = {where_and_when(s), what_was_heard(s)};
  n.sections = sections(s);
  auto next = calendar::month_name(s.facts.month.plus(1));
  n.ending = {s.in({"Giao " + s.office.name.vi + " theo dõi, đôn đốc, tổng hợp kết quả thực hiện, báo cáo tại phiên họp thường kỳ " + next.vi + ".",
                    "The " + s.office.name.en + " follows the tasks, urges them on, and reports the results at the regular session of " + next.en + "."}),
              s.in({s.office.name.vi + " thông báo để các đơn vị biết, thực hiện./.", "So notifies the " + s.office.name.en + ", for the units to know and carry out."})};
  n.distribution = s.language == Language::vi
                       ? documents::Distribution{{"Chủ tịch, các Phó Chủ tịch UBND thành phố", "Các phòng, ban, đơn vị của thành phố", "UBND các xã, phường", "Trung tâm Truyền thông và Văn hóa (để đưa tin)"}, "VT, TH"}
                       : documents::Distribution{{"Chair and vice-chairs of the Committee", "Departments and agencies", "Communes and wards", "Communications Centre (for publication)"}, "Office"};
  n.signing.lines = s.language == Language::vi ? std::vector<std::string>{"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"} : std::vector<std::string>{"BY ORDER OF THE CHAIR", "HEAD OF THE OFFICE"};
  return n;
}

/// A draft says so above everything else, so that no copy of it passes for the notice.
void mark_draft(documents::Document& document, Language language) {
  documents::Paragraph p{documents::Style::body, {{Text{"DỰ THẢO", "DRAFT"}.in(language), true}}};
  p.align = documents::Align::right;
  p.first_line = documents::Length{};
  document.blocks.insert(document.blocks.begin(), p);
  document.meta.title = Text{"Dự thảo thông báo", "Draft notice"}.in(language);
}

Outcome<documents::Document> tree(Context& context, const figures::Tools& tools, int64_t session, Language language) {
  if (!session::find(context.tx, session)) return not_found({"Không có phiên họp này.", "There is no such session."});
  auto notice = store::notice_of(context.tx, session);
  if (!notice && !sees_drafts(context)) return forbidden();
  auto facts = session::facts(context.tx, session);
  auto body = units::body(context.tx, facts.date);
  Sheet sheet{context.tx, tools, facts, body, body, notice, language};
  for (auto& unit : units::in_force(context.tx, facts.date))
    if (unit.kind == units::UnitKind::office) sheet.office = unit;
  auto document = documents::notice(input(sheet));
  if (!notice) mark_draft(document, language);
  return document;
}

}  // namespace

Outcome<File> notice_file(Context& context, const figures::Tools& tools, const AskNotice& request) {
  auto language = request.language.value_or(Language::vi);
  TRY(document, tree(context, tools, request.session, language));
  auto notice = store::notice_of(context.tx, request.session);
  auto name = notice ? Text{"Thông báo ", "Notice "}.in(language) + notice->number : Text{"Dự thảo thông báo kết luận", "Draft notice"}.in(language);
  std::replace(name.begin(), name.end(), '/', '-');
  auto file = documents::written(document, request.format);
  return File{name + file.ending, file.media_type, std::move(file.bytes)};
}

std::optional<File> issued_document(Context& context, const figures::Tools& tools, int64_t session, std::string_view kind) {
  if (kind != ".pdf" && kind != ".docx") return {};
  if (!store::notice_of(context.tx, session)) return {};
  auto file = notice_file(context, tools, {session, kind == ".pdf" ? Format::pdf : Format::docx, Language::vi});
  return file ? std::optional<File>(std::move(*file)) : std::nullopt;
}

Outcome<Preview> preview(Context& context, const figures::Tools& tools, const AskPreview& request) {
  TRY(document, tree(context, tools, request.session, request.language.value_or(Language::vi)));
  return Preview{documents::html_article(document), documents::html_style(document), !store::notice_of(context.tx, request.session)};
}

}  // namespace giaoban::conclusions
