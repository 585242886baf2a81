#pragma once
// The report's tables, for the room itself.
#include "documents/format.hpp"
#include "report/report.hpp"

namespace giaoban::report::store {

struct Report {
  int64_t id = 0;
  Month month;
  int64_t vintage = 0;  // of the last drafting
  Instant drafted_at;
  int64_t changed = 0;  // journal number of the last change of its paragraphs
};
BOOST_DESCRIBE_STRUCT(Report, (), (id, month, vintage, drafted_at, changed))

/// Which languages a person has changed since the paragraph was drafted.
enum Edited : int64_t { untouched = 0, in_vi = 1, in_en = 2 };

struct Paragraph {
  int64_t id = 0, report = 0;
  Section section = Section::results;
  Text heading;
  int64_t position = 0;
  std::string indicator;  // empty: written by a person
  std::string vi, en;     // runs as JSON
  int64_t edited = untouched;
  int64_t revision = 1;
  bool removed = false;
};
BOOST_DESCRIBE_STRUCT(Paragraph, (),
                      (id, report, section, heading, position, indicator, vi, en, edited, revision, removed))

struct Comment {
  int64_t id = 0, report = 0;
  std::optional<int64_t> paragraph;
  std::string quote;
  Text text;
  int64_t seat = 0;
  Instant at;
  std::optional<Answer> answer;
  Text answer_text;
  std::optional<int64_t> answered_by;
  std::optional<Instant> answered_at;
};
BOOST_DESCRIBE_STRUCT(Comment, (),
                      (id, report, paragraph, quote, text, seat, at, answer, answer_text, answered_by, answered_at))

struct Version {
  int64_t id = 0, report = 0, number = 0, vintage = 0, seq = 0;
  Instant at;
  int64_t seat = 0, document_number = 0;
  std::string content, hash;
  int64_t absorbed = 0, explained = 0;
};
BOOST_DESCRIBE_STRUCT(Version, (),
                      (id, report, number, vintage, seq, at, seat, document_number, content, hash, absorbed, explained))

/// A document of a final version as it was handed out: a file, whatever later programs would write.
struct Kept {
  documents::Format format = documents::Format::docx;
  Language language = Language::vi;
  std::string name, media_type, hash;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (format, language, name, media_type, hash))

std::optional<Report> find(db::Transaction& tx, Month month);
std::optional<Report> by_id(db::Transaction& tx, int64_t id);
/// Those that stand, in the report's order.
std::vector<Paragraph> paragraphs(db::Transaction& tx, int64_t report);
/// With those taken out: what a new drafting must not bring back.
std::vector<Paragraph> all_paragraphs(db::Transaction& tx, int64_t report);
std::optional<Paragraph> paragraph(db::Transaction& tx, int64_t id);
std::vector<Comment> comments(db::Transaction& tx, int64_t report);
std::optional<Comment> comment(db::Transaction& tx, int64_t id);
std::vector<Version> versions(db::Transaction& tx, int64_t report);  // newest first
void keep(db::Transaction& tx, int64_t version, const Kept& document);
/// Nothing for versions from before documents were kept.
std::optional<Kept> kept(db::Transaction& tx, int64_t version, documents::Format format, Language language);

int64_t add(db::Transaction& tx, const Paragraph& p);
void save(db::Transaction& tx, const Paragraph& p);
/// Numbers the section's paragraphs anew in the order given.
void order(db::Transaction& tx, const std::vector<Paragraph>& in_order);
void mark_changed(Context& context, int64_t report);

std::vector<figures::Run> runs(const std::string& json);
std::string json_of(const std::vector<figures::Run>& runs);
std::string plain(const std::vector<figures::Run>& runs);
inline Text plain(const Paragraph& p) { return {plain(runs(p.vi)), plain(runs(p.en))}; }

/// Finalised as long as nothing was changed after the last version.
State state(const std::optional<Report>& report, const std::vector<Version>& versions);

}  // namespace giaoban::report::store
