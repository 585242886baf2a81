// The report as a page shows it: words and the figures behind them, what has moved since, what was said about
// it, and what stands in the way of a final version.
#include <fmt/format.h>

#include <algorithm>

#include "calendar/written.hpp"
#include "figures/guard_text.hpp"
#include "report/overtaken.hpp"
#include "report/room.hpp"

namespace giaoban::report {
namespace {

std::vector<Run> shown(const Source& source, const std::vector<figures::Run>& runs, Language language) {
  std::vector<Run> out;
  for (auto& run : runs) {
    Run r{run.text, {}};
    if (run.figure) {
      auto& b = *run.figure;
      auto now = reread(source, b);
      auto indicator = source.columns.find_indicator(b.indicator);
      BoundFigure f{b.indicator, b.unit, indicator ? source.columns.indicator(*indicator).name : same(b.indicator),
                    measure_name(b.measure), b.month, b.measure, bound_text(source, b).in(language), {}, now.moved,
                    now.words_hold, contradicts(source, run, language)};
      if (now.moved && !now.text.empty()) f.now = now.text.in(language);
      r.figure = f;
    }
    out.push_back(std::move(r));
  }
  return out;
}

void count(const std::vector<Run>& runs, Counts& counts, bool first_language) {
  for (auto& run : runs) {
    if (!run.figure) continue;
    if (first_language) ++counts.figures, counts.moved += run.figure->moved;
    counts.contradicting += run.figure->contradicts;
  }
}

/// Drafted words that no longer hold, in either language.
bool words_overtaken(const Source& source, const store::Paragraph& p, Month month, figures::Sequence drafted) {
  if (p.section != Section::results || p.indicator.empty()) return false;
  auto in = [&](const std::string& kept, Language language) {
    auto runs = store::runs(kept);
    auto now = overtaken(source, runs, month, drafted, language);
    return now && other_words(runs, *now);
  };
  return in(p.vi, Language::vi) || in(p.en, Language::en);
}

/// `drafted`: the vintage of a draft; none for a final version, whose words are of their day.
void fill_sections(View& view, const Source& source, const std::vector<store::Paragraph>& paragraphs, std::optional<figures::Sequence> drafted) {
  for (auto section : {Section::opening, Section::results, Section::shortcomings, Section::tasks})
    view.sections.push_back({section, section_title(section, view.month), {}});
  for (auto& p : paragraphs) {
    Paragraph q{p.id, p.section, p.heading, {}, p.edited != store::untouched, false, false, p.revision, {}, {}, {}, {}};
    if (!p.indicator.empty()) q.indicator = p.indicator;
    q.one_language = p.en.empty() || (!p.indicator.empty() && (p.edited == store::in_vi || p.edited == store::in_en));
    q.vi = shown(source, store::runs(p.vi), Language::vi);
    q.en = shown(source, store::runs(p.en), Language::en);
    q.overtaken = drafted && words_overtaken(source, p, view.month, *drafted);
    view.counts.overtaken += q.overtaken;
    count(q.vi, view.counts, true);
    count(q.en, view.counts, false);
    auto& groups = view.sections[static_cast<size_t>(p.section)].groups;
    if (groups.empty() || !(groups.back().heading == p.heading)) groups.push_back({p.heading, {}});
    groups.back().paragraphs.push_back(std::move(q));
  }
}

/// What the guard finds in a person's words, but for numbers that are bound: their runs say what is wrong with them.
std::vector<figures::guard::Finding> doubts(db::Transaction& tx, const figures::Tools& tools, Month month, const std::vector<Run>& runs, Language language) {
  std::string text;
  std::vector<figures::guard::Span> bound;
  for (auto& run : runs) {
    auto begin = static_cast<uint32_t>(text.size());
    text += run.text;
    if (run.figure) bound.push_back({begin, static_cast<uint32_t>(text.size())});
  }
  auto found = figures::hold_text(tx, tools, text, {month, {}, language}).findings;
  std::erase_if(found, [&](auto& f) {
    return std::any_of(bound.begin(), bound.end(), [&](auto& run) { return f.at.begin < run.end && run.begin < f.at.end; });
  });
  return found;
}

void fill_doubts(View& view, db::Transaction& tx, const figures::Tools& tools) {
  for (auto& section : view.sections)
    for (auto& group : section.groups)
      for (auto& p : group.paragraphs) {
        if (p.indicator && !p.edited) continue;  // as drafted
        p.doubts_vi = doubts(tx, tools, view.month, p.vi, Language::vi);
        p.doubts_en = doubts(tx, tools, view.month, p.en, Language::en);
      }
}

void fill_comments(View& view, db::Transaction& tx, int64_t report) {
  for (auto& c : store::comments(tx, report)) {
    auto both = [](Text t) { return Text{t.vi, t.en.empty() ? t.vi : t.en}; };
    Comment out{c.id, c.paragraph, c.quote, both(c.text), access::seat_ref(tx, c.seat), c.at, c.answer, {}, {}, c.answered_at};
    if (c.answer) out.answer_text = both(c.answer_text);
    if (c.answered_by) out.answered_by = access::seat_ref(tx, *c.answered_by);
    view.counts.unanswered += !c.answer;
    view.comments.push_back(std::move(out));
  }
  view.counts.comments = static_cast<int64_t>(view.comments.size());
}

void say_what_is_left(View& view) {
  auto& n = view.counts;
  if (n.unanswered)
    view.before_final.push_back({fmt::format("Còn {} ý kiến chưa tiếp thu hoặc giải trình.", n.unanswered),
                                 n.unanswered == 1 ? "1 comment has no answer yet." : fmt::format("{} comments have no answer yet.", n.unanswered)});
  if (n.contradicting)
    view.before_final.push_back({fmt::format("Có {} con số gõ tay trái với số liệu.", n.contradicting),
                                 n.contradicting == 1 ? "1 typed number contradicts the figures." : fmt::format("{} typed numbers contradict the figures.", n.contradicting)});
  if (n.moved)
    view.before_final.push_back({fmt::format("Có {} con số đã đổi từ khi soạn: soạn lại để cập nhật.", n.moved),
                                 n.moved == 1 ? "1 figure has moved since the draft: draft again." : fmt::format("{} figures have moved since the draft: draft again.", n.moved)});
  if (n.overtaken)
    view.before_final.push_back({fmt::format("Có {} câu ghi số ước hoặc số đơn vị báo cáo đã cũ: soạn lại để cập nhật.", n.overtaken),
                                 n.overtaken == 1 ? "1 sentence still says an estimate or a coverage that is past: draft again."
                                                  : fmt::format("{} sentences still say an estimate or a coverage that is past: draft again.", n.overtaken)});
}

}  // namespace

const rules::Wording& wording_on(const figures::Tools& tools, Date day) { return tools.rules.wording.on(day).value; }

Text title(Month month) {
  auto next = month.plus(1);
  bool same_year = next.year() == month.year();
  auto now = same_year ? calendar::month_name(month) : calendar::written(month);
  auto then = calendar::written(next);
  return Text{"Tình hình thực hiện nhiệm vụ phát triển kinh tế – xã hội ", "Socio-economic development in "} + now +
         Text{", nhiệm vụ trọng tâm ", " and main tasks of "} + then;
}

Text section_title(Section section, Month month) {
  switch (section) {
    case Section::opening: return {"Mở đầu", "Opening"};
    case Section::results: return Text{"Kết quả thực hiện nhiệm vụ ", "Results of "} + calendar::month_name(month);
    case Section::shortcomings: return {"Tồn tại, hạn chế", "Shortcomings"};
    case Section::tasks: return Text{"Nhiệm vụ trọng tâm ", "Main tasks of "} + calendar::month_name(month.plus(1));
  }
  return {};
}

bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

void check_words(Faults& faults, const std::string& text, const std::string& pointer) {
  if (blank(text)) faults.add(pointer, {"Không được để trống.", "This must not be empty."});
  else if (text.size() > words_max)
    faults.add(pointer, {"Dài quá một trang; hãy chia thành nhiều đoạn.", "Longer than a page; divide it into several paragraphs."});
}

tl::unexpected<Problem> no_report(Month month) {
  return conflict(Text{"Chưa có báo cáo ", "There is no report of "} + calendar::short_written(month) +
                  Text{". Văn phòng soạn trước đã.", " yet. The Office drafts it first."});
}

bool sees_drafts(const Context& context) {
  return context.may(Right::report_edit) || context.may(Right::report_comment) || context.may(Right::report_finalise);
}

Outcome<View> show(Context& context, const figures::Tools& tools, const OfMonth& request) {
  View view;
  view.month = request.month;
  view.title = title(request.month);
  figures::vintage_now(context.tx);  // the words are live: watched views follow the figures
  auto report = store::find(context.tx, request.month);
  view.may = {context.may(Right::report_edit), report && context.may(Right::report_edit),
              report && context.may(Right::report_comment), report && context.may(Right::report_edit),
              report && context.may(Right::report_finalise)};
  if (!report) return view;
  auto versions = store::versions(context.tx, report->id);
  view.state = store::state(report, versions);
  if (view.state != State::finalised && !sees_drafts(context)) {  // to them there is none before it is final
    view.state = State::none;
    view.versions = version_list(context.tx, tools, *report);
    return view;
  }
  view.vintage = view.state == State::finalised ? versions.front().vintage : report->vintage;
  view.drafted_at = report->drafted_at;
  auto paragraphs = store::paragraphs(context.tx, report->id);
  auto day = view.state == State::finalised ? versions.front().at.local_date() : context.at().local_date();
  tools.columns.read([&](const figures::Columns& columns) {
    bool draft = view.state != State::finalised;
    fill_sections(view, {columns, wording_on(tools, day)}, paragraphs, draft ? std::optional{report->vintage} : std::nullopt);
  });
  if (view.may.edit) fill_doubts(view, context.tx, tools);
  fill_comments(view, context.tx, report->id);
  view.versions = version_list(context.tx, tools, *report);
  say_what_is_left(view);
  return view;
}

}  // namespace giaoban::report
