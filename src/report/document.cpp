// The report as a document of Decree 30/2020. A final version's are kept as they were handed out; a draft's are made
// when they are asked for.
#include "documents/report.hpp"

#include <fmt/format.h>

#include "calendar/written.hpp"
#include "figures/number.hpp"
#include "files/store.hpp"
#include "report/room.hpp"

namespace giaoban::report {
namespace {

using documents::FigureTable;
using documents::Passage;

std::string joined(const figures::CellWords& words, Language language) {
  std::string out;
  for (auto* part : {&words.before, &words.number, &words.after}) {
    auto& s = part->in(language);
    if (s.empty()) continue;
    // The percent sign stands at the number, as in the sentences.
    out += (out.empty() || s == "%" ? "" : " ") + s;
  }
  return out;
}

std::string cell(const figures::Comparison& c, const rules::Wording& wording, Language language) {
  bool nothing = c.what == figures::Case::no_base || c.what == figures::Case::no_value || c.what == figures::Case::not_additive;
  return nothing ? "–" : joined(figures::cell_words(c, wording), language);
}

/// "Số liệu minh họa.": where the data says more about itself, its first sentence stands for it here.
std::string first_sentence(const std::string& text) {
  auto end = text.find(". ");
  return end == std::string::npos ? text : text.substr(0, end + 1);
}

FigureTable table(const Edition& edition, const figures::MonthFacts& facts, const std::set<std::string>& left_out, const rules::Wording& wording) {
  auto language = edition.language;
  auto month = calendar::month_name(edition.content.month);
  auto n = std::to_string(edition.content.month.month());
  FigureTable t;
  for (auto& head : {Text{"Chỉ tiêu", "Indicator"}, Text{"Đơn vị tính", "Unit"}, Text{"Tháng " + n, month.en},
                     Text{"So với tháng trước", "On the month before"}, Text{"So với cùng kỳ", "On last year"},
                     Text{"Lũy kế " + n + " tháng", n + " months"}, Text{"Lũy kế so với cùng kỳ", "Year to date on last year"},
                     Text{"So với kế hoạch năm", "Of the year's plan"}})
    t.head.push_back(head.in(language));
  t.shares = {10, 5, 6, 6, 6, 6, 6, 5};
  t.first_figure = 2;
  std::string group;
  for (auto& fact : facts.facts) {
    if (fact.month.what != figures::Case::value || left_out.contains(fact.indicator.code)) continue;
    if (auto& name = fact.indicator.group.in(language); name != group) {
      group = name;
      t.strong.push_back(static_cast<int>(t.rows.size()));
      t.rows.push_back({group, "", "", "", "", "", "", ""});
    }
    auto words = [&](const figures::Comparison& c) { return cell(c, wording, language); };
    auto accumulates = fact.indicator.kind != figures::Kind::stock;
    t.rows.push_back({fact.indicator.name.in(language), fact.indicator.unit_of_measure.in(language), words(fact.month),
                      words(fact.month_on_month), words(fact.year_on_year), accumulates ? words(fact.year_to_date) : "–",
                      accumulates ? words(fact.year_to_date_on_year) : "–", words(fact.plan_share)});
  }
  auto about = first_sentence(facts.about.in(language));
  if (!about.empty() && !about.ends_with('.')) about += '.';
  if (edition.vintage != figures::newest)
    t.note = fmt::format(fmt::runtime(Text{"Số liệu đã biết tại mục {} của nhật ký. ", "Figures as known at entry {} of the journal. "}.in(language)),
                         edition.vintage);
  t.note += about;
  return t;
}

FigureTable answers(const Edition& edition) {
  auto language = edition.language;
  FigureTable t;
  for (auto& head : {Text{"Đơn vị", "Unit"}, Text{"Ý kiến", "Comment"}, Text{"Kết quả", "Outcome"}, Text{"Nội dung tiếp thu, giải trình", "How, or why not"}})
    t.head.push_back(head.in(language));
  t.shares = {4, 7, 3, 7};
  t.first_figure = 9;
  for (auto& c : edition.content.comments)
    t.rows.push_back({c.unit.in(language), c.text.in(language),
                      (c.answer == Answer::absorbed ? Text{"Tiếp thu", "Absorbed"} : Text{"Giải trình", "Explained"}).in(language),
                      c.answer_text.in(language)});
  return t;
}

/// English stands where it was written; else the Vietnamese.
Passage passage(const KeptParagraph& p, Language language) {
  auto& runs = language == Language::en && !p.en.empty() ? p.en : p.vi;
  return {"p-" + std::to_string(p.id), store::plain(runs)};
}

std::vector<documents::ReportSection> sections(const Edition& edition) {
  auto language = edition.language;
  std::vector<documents::ReportSection> out;
  for (auto section : {Section::results, Section::shortcomings, Section::tasks}) {
    documents::ReportSection s{section_title(section, edition.content.month).in(language), {}};
    for (auto& p : edition.content.paragraphs) {
      if (p.section != section) continue;
      auto& heading = p.heading.in(language);
      if (s.parts.empty() || s.parts.back().title != heading) s.parts.push_back({heading, {}, {}});
      s.parts.back().passages.push_back(passage(p, language));
    }
    if (!s.parts.empty()) out.push_back(std::move(s));
  }
  return out;
}

std::string full_name(const std::string& name, Language language) {
  constexpr std::string_view short_form = "UBND ";
  if (language == Language::vi && name.starts_with(short_form)) return "Ủy ban nhân dân " + name.substr(short_form.size());
  return name;
}

documents::ReportInput input(db::Transaction& tx, const figures::Tools& tools, const Edition& edition) {
  auto language = edition.language;
  auto& content = edition.content;
  auto day = edition.date.value_or(last_day(content.month));
  documents::ReportInput r;
  r.imprint.language = language;
  r.imprint.issuing_body = full_name(content.body.in(language), language);
  r.imprint.number = edition.number;
  r.imprint.body = content.notation;
  r.imprint.place = content.place.in(language);
  r.imprint.date = edition.date;
  r.subject = content.title.in(language);
  r.opening.push_back(
      (Text{"Thực hiện chương trình công tác năm ", "Under its work programme for "} + same(std::to_string(content.month.year())) +
       Text{", ", ", the "} + Text{full_name(content.body.vi, Language::vi), content.body.en} +
       Text{" báo cáo kết quả thực hiện nhiệm vụ ", " reports on "} + calendar::month_name(content.month) +
       Text{" và nhiệm vụ trọng tâm ", " and on the main tasks of "} + calendar::month_name(content.month.plus(1)) +
       Text{" như sau:", " as follows."}).in(language));
  for (auto& p : content.paragraphs)
    if (p.section == Section::opening) r.opening.push_back(passage(p, language).text);
  r.sections = sections(edition);
  r.ending = {language == Language::vi ? full_name(content.body.vi, language) + " báo cáo./." : "So reports the " + content.body.en + "."};
  r.distribution = {language == Language::vi ? std::vector<std::string>{"Chủ tịch, các Phó Chủ tịch", "Các phòng, ban, đơn vị", "UBND các xã, phường"}
                                             : std::vector<std::string>{"Chair and vice-chairs", "Departments and agencies", "Communes and wards"},
                    language == Language::vi ? "VT, TH" : "Office"};
  r.signing = {language == Language::vi ? std::vector<std::string>{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}
                                        : std::vector<std::string>{"FOR THE PEOPLE'S COMMITTEE", "CHAIR"}};
  auto facts = figures::month_facts(tx, tools, content.month, edition.vintage);
  auto left_out = tools.columns.read([](const figures::Columns& columns) { return parts_of_ratios(columns); });
  r.annexes.push_back({Text{"Chỉ tiêu chủ yếu", "Main indicators"}.in(language), {}, {table(edition, facts, left_out, wording_on(tools, day))}});
  if (!content.comments.empty())
    r.annexes.push_back({Text{"Tiếp thu, giải trình ý kiến đại biểu", "Delegates' comments and the answers to them"}.in(language), {}, {answers(edition)}});
  return r;
}

/// The very bytes that were handed out when the version was made final: a later program, font or library would write
/// others. Versions from before documents were kept are built from what was.
Outcome<File> final_document(Context& context, const figures::Tools& tools, const store::Version& version, Format format, Language language) {
  auto kept = store::kept(context.tx, version.id, format, language);
  if (!kept) return render(context.tx, tools, edition_of(version, language), format);
  auto bytes = tools.files.read(kept->hash);
  if (!bytes) return not_found({"Văn bản đã chốt trong kho tệp đã mất hoặc đã bị sửa. Hãy báo quản trị viên.",
                                "The final document is lost from the store of files, or was altered. Tell the administrator."});
  return File{kept->name, kept->media_type, std::move(*bytes)};
}

}  // namespace

Edition edition_of(const store::Version& v, Language language) {
  return {content_of(v), v.vintage, static_cast<int32_t>(v.document_number), v.at.local_date(), language};
}

File render(db::Transaction& tx, const figures::Tools& tools, const Edition& edition, Format format) {
  auto tree = documents::report(input(tx, tools, edition));
  auto file = documents::written(tree, format);
  return {Text{"Báo cáo tháng ", "Report "}.in(edition.language) + edition.content.month.iso() + file.ending, file.media_type, std::move(file.bytes)};
}

Outcome<File> document(Context& context, const figures::Tools& tools, const AskDocument& request) {
  auto report = store::find(context.tx, request.month);
  if (!report) return !request.version && !sees_drafts(context) ? forbidden() : no_report(request.month);
  auto language = request.language.value_or(Language::vi);
  if (!request.version) {
    if (store::state(report, store::versions(context.tx, report->id)) != State::finalised && !sees_drafts(context)) return forbidden();
    Edition draft{content_of(context.tx, *report), figures::newest, 0, {}, language};
    return render(context.tx, tools, draft, request.format);
  }
  for (auto& v : store::versions(context.tx, report->id))
    if (v.number == *request.version) return final_document(context, tools, v, request.format, language);
  return not_found({"Không có phiên bản này.", "There is no such version."});
}

}  // namespace giaoban::report
