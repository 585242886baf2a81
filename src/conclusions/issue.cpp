#include <fmt/format.h>

#include <algorithm>

#include "calendar/written.hpp"
#include "conclusions/verbs.hpp"
#include "journal/journal.hpp"
#include "numbering/numbering.hpp"

namespace giaoban::conclusions {
namespace {

/// The Office issues the notice over its own series: "96/TB-VP".
units::Unit issuing_office(db::Transaction& tx, Date today) {
  for (auto& unit : units::in_force(tx, today))
    if (unit.kind == units::UnitKind::office) return unit;
  return units::body(tx, today);
}

/// Every gap of every clause, by its mark, in one answer.
Faults faults_of(const std::vector<Stored>& clauses, Date day) {
  Faults faults;
  auto mark = marks(clauses);
  for (size_t i = 0; i < clauses.size(); ++i)
    for (auto& gap : gaps(clauses[i], day))
      faults.add(fmt::format("/clauses/{}/{}", clauses[i].id, gap.field), {mark[i] + " " + gap.what.vi + ".", mark[i] + " " + gap.what.en + "."});
  return faults;
}

directives::Opening opening_of(const Stored& clause, const std::string& mark, const Basis& basis, const session::Session& session,
                               const StoredNotice& notice) {
  directives::Opening o;
  o.source.session = session.id;
  o.source.month = session.month;
  o.source.session_title = session.title();
  o.source.clause = clause.id;
  o.source.mark = mark;
  o.source.notice_number = notice.number;
  o.source.notice_date = notice.date;
  o.source.text = clause.text;
  o.source.figures = basis.figures;
  o.source.sentence = basis.sentence;
  if (!basis.sentence.empty()) {
    auto month = calendar::short_written(session.month);
    o.source.sentence_source = {"Báo cáo " + month.vi, "Report, " + month.en};
  }
  o.with_wards = clause.with_wards;
  o.due = clause.due;
  o.deliverable = clause.deliverable;
  return o;
}

void open_directives(Context& context, const figures::Tools& tools, const session::Session& session,
                     const std::vector<Stored>& clauses, const StoredNotice& notice) {
  Bases bases(context.tx, tools, session.month, notice.vintage);
  auto mark = marks(clauses);
  auto all = units::in_force(context.tx, context.at().local_date());
  for (size_t i = 0; i < clauses.size(); ++i) {
    auto& clause = clauses[i];
    auto opening = opening_of(clause, mark[i], bases.of(clause), session, notice);
    opening.partners = store::partners(context.tx, clause.id);
    if (clause.lead) {
      opening.lead = *clause.lead;
      directives::open(context, opening);
    } else if (clause.led_by_wards) {
      for (auto& unit : all) {  // each answers for its own area
        if (!units::is_commune(unit.kind)) continue;
        opening.lead = unit.id;
        directives::open(context, opening);
      }
    }
  }
}

}  // namespace

std::vector<Text> before_issue(const session::Session& session, const std::vector<Clause>& clauses) {
  std::vector<Text> out;
  if (session.state() != session::State::closed) out.push_back({"Phiên họp chưa kết thúc.", "The session has not been closed."});
  auto has = [&](Section section) { return std::any_of(clauses.begin(), clauses.end(), [&](auto& c) { return c.section == section; }); };
  if (!has(Section::assessment)) out.push_back({"Chưa có khoản đánh giá nào (mục I).", "There is no assessment yet (section I)."});
  if (!has(Section::tasks)) out.push_back({"Chưa có nhiệm vụ nào (mục II).", "There is no task yet (section II)."});
  for (auto& clause : clauses)
    for (auto& gap : clause.gaps) out.push_back({clause.mark + " " + gap.vi + ".", clause.mark + " " + gap.en + "."});
  return out;
}

Outcome<View> issue(Context& context, const figures::Tools& tools, const OfSession& request) {
  auto& tx = context.tx;
  TRY(session, editable(context, request.session));
  auto today = context.at().local_date();
  auto clauses = store::of_session(tx, session.id);
  auto faults = faults_of(clauses, today);
  if (faults.any()) return faults.problem();
  TRY(view, show(context, tools, request));
  if (!view.before_issue.empty()) return conflict(view.before_issue.front());
  auto office = issuing_office(tx, today);
  auto& rule = tools.rules.numbering.document_number.on(today).value;
  StoredNotice notice;
  notice.session = session.id;
  notice.running = numbering::next(context, "TB", office.notation);
  notice.number = rule.written(static_cast<int32_t>(notice.running), "TB", office.notation);
  notice.date = today;
  notice.journal_head = journal::head_hash(tx);
  notice.seat = context.actor.seat;
  notice.at = context.at();
  auto vintage = vintage_of(tx, session);
  notice.vintage = vintage == figures::newest ? context.seq : vintage;
  notice.deadline_version = tools.rules.deadlines.written_conclusion.on(session.date).version;
  notice.id = store::insert(tx, notice);
  open_directives(context, tools, session, clauses, notice);
  context.about(fmt::format("notice/{}", notice.id));
  return show(context, tools, request);
}

}  // namespace giaoban::conclusions
