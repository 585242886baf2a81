#include "report/store.hpp"

#include <stdexcept>

namespace giaoban::report {

std::vector<db::Migration> migrations() {
  return {{"report.1", R"(
    create table report (
      id {id}, month bigint not null unique, vintage bigint not null, drafted_at bigint not null,
      changed bigint not null);
    create table report_paragraph (
      id {id}, report bigint not null references report(id), section text not null, heading_vi text not null,
      heading_en text not null, position bigint not null, indicator text not null, vi text not null,
      en text not null, edited bigint not null, revision bigint not null, removed bigint not null);
    create index report_paragraph_report on report_paragraph(report);
    create table report_comment (
      id {id}, report bigint not null references report(id), paragraph bigint references report_paragraph(id),
      quote text not null, text_vi text not null, text_en text not null, seat bigint not null, at bigint not null,
      answer text, answer_vi text not null, answer_en text not null, answered_by bigint, answered_at bigint);
    create index report_comment_report on report_comment(report);
    create table report_version (
      id {id}, report bigint not null references report(id), number bigint not null, vintage bigint not null,
      seq bigint not null, at bigint not null, seat bigint not null, document_number bigint not null,
      content text not null, hash text not null, absorbed bigint not null, explained bigint not null,
      unique(report, number));
  )"},
          {"report.2", R"(
    create table report_version_file (
      version bigint not null references report_version(id), format text not null, language text not null,
      name text not null, media_type text not null, hash text not null, primary key (version, format, language));
  )"}};
}

namespace store {
namespace {

const std::string report_columns = "id, month, vintage, drafted_at, changed";
const std::string paragraph_columns =
    "id, report, section, heading_vi, heading_en, position, indicator, vi, en, edited, revision, removed";
const std::string comment_columns =
    "id, report, paragraph, quote, text_vi, text_en, seat, at, answer, answer_vi, answer_en, answered_by, answered_at";
const std::string version_columns =
    "id, report, number, vintage, seq, at, seat, document_number, content, hash, absorbed, explained";

}  // namespace

std::optional<Report> find(db::Transaction& tx, Month month) {
  return tx.one<Report>("select " + report_columns + " from report where month = ?", month);
}
std::optional<Report> by_id(db::Transaction& tx, int64_t id) {
  return tx.one<Report>("select " + report_columns + " from report where id = ?", id);
}

std::vector<Paragraph> all_paragraphs(db::Transaction& tx, int64_t report) {
  // Sections are kept by their names; their order is the report's, not the alphabet's.
  return tx.query<Paragraph>("select " + paragraph_columns +
                                 " from report_paragraph where report = ? order by case section when 'opening' then 0 "
                                 "when 'results' then 1 when 'shortcomings' then 2 else 3 end, position, id",
                             report);
}
std::vector<Paragraph> paragraphs(db::Transaction& tx, int64_t report) {
  auto all = all_paragraphs(tx, report);
  std::erase_if(all, [](auto& p) { return p.removed; });
  return all;
}
std::optional<Paragraph> paragraph(db::Transaction& tx, int64_t id) {
  return tx.one<Paragraph>("select " + paragraph_columns + " from report_paragraph where id = ?", id);
}

std::vector<Comment> comments(db::Transaction& tx, int64_t report) {
  return tx.query<Comment>("select " + comment_columns + " from report_comment where report = ? order by id", report);
}
std::optional<Comment> comment(db::Transaction& tx, int64_t id) {
  return tx.one<Comment>("select " + comment_columns + " from report_comment where id = ?", id);
}
std::vector<Version> versions(db::Transaction& tx, int64_t report) {
  return tx.query<Version>(
      "select " + version_columns + " from report_version where report = ? order by number desc", report);
}
void keep(db::Transaction& tx, int64_t version, const Kept& document) {
  tx.exec("insert into report_version_file(version, format, language, name, media_type, hash) values (?,?,?,?,?,?)", version,
          document.format, document.language, document.name, document.media_type, document.hash);
}
std::optional<Kept> kept(db::Transaction& tx, int64_t version, documents::Format format, Language language) {
  return tx.one<Kept>("select format, language, name, media_type, hash from report_version_file where version = ? and format = ? and language = ?",
                      version, format, language);
}

int64_t add(db::Transaction& tx, const Paragraph& p) {
  return tx.insert(
      "insert into report_paragraph(report, section, heading_vi, heading_en, position, indicator, vi, en, edited, "
      "revision, removed) values (?,?,?,?,?,?,?,?,?,?,?) returning id",
      p.report, p.section, p.heading, p.position, p.indicator, p.vi, p.en, p.edited, p.revision, p.removed);
}
void save(db::Transaction& tx, const Paragraph& p) {
  tx.exec("update report_paragraph set section = ?, heading_vi = ?, heading_en = ?, position = ?, vi = ?, en = ?, "
          "edited = ?, revision = ?, removed = ? where id = ?",
          p.section, p.heading, p.position, p.vi, p.en, p.edited, p.revision, p.removed, p.id);
}
void order(db::Transaction& tx, const std::vector<Paragraph>& in_order) {
  int64_t position = 0;
  for (auto& p : in_order)
    if (++position != p.position) tx.exec("update report_paragraph set position = ? where id = ?", position, p.id);
}
void mark_changed(Context& context, int64_t report) {
  context.tx.exec("update report set changed = ? where id = ?", context.seq, report);
}

std::vector<figures::Run> runs(const std::string& json) {
  if (json.empty()) return {};
  auto read = json::read_text<std::vector<figures::Run>>(json);
  if (!read) throw std::logic_error("the runs of a report's paragraph cannot be read");
  return *read;
}
std::string json_of(const std::vector<figures::Run>& runs) { return json::text_of(runs); }
std::string plain(const std::vector<figures::Run>& runs) {
  std::string out;
  for (auto& run : runs) out += run.text;
  return out;
}

State state(const std::optional<Report>& report, const std::vector<Version>& versions) {
  if (!report) return State::none;
  return !versions.empty() && versions.front().seq >= report->changed ? State::finalised : State::draft;
}

}  // namespace store

std::vector<std::string> kept(db::Transaction& tx) {
  return tx.query<std::string>("select hash from report_version_file");
}

std::vector<Sentence> sentences(db::Transaction& tx, Month month) {
  std::vector<Sentence> out;
  auto report = store::find(tx, month);
  if (!report) return out;
  for (auto& p : store::paragraphs(tx, report->id)) out.push_back(*sentence(tx, p.id));
  return out;
}

std::optional<Sentence> sentence(db::Transaction& tx, int64_t paragraph) {
  auto p = store::paragraph(tx, paragraph);
  if (!p) return {};
  Sentence s{p->id, store::plain(*p), {}};
  if (s.text.en.empty()) s.text.en = s.text.vi;
  for (auto& run : store::runs(p->vi))
    if (run.figure) s.figures.push_back(*run.figure);
  return s;
}

std::optional<Final> last_final(db::Transaction& tx, Month month) {
  auto report = store::find(tx, month);
  if (!report) return {};
  auto versions = store::versions(tx, report->id);
  if (versions.empty()) return {};
  return Final{versions.front().number, versions.front().vintage, versions.front().at};
}

Standing standing(db::Transaction& tx, Month month) {
  Standing s;
  auto report = store::find(tx, month);
  if (!report) return s;
  auto versions = store::versions(tx, report->id);
  s.state = store::state(report, versions);
  if (!versions.empty()) s.version = versions.front().number;
  for (auto& comment : store::comments(tx, report->id)) s.unanswered += !comment.answer;
  return s;
}

}  // namespace giaoban::report
