#pragma once
// The evaluation report of a month. It drafts itself from the figures; each number in its sentences stays bound
// to the figure it shows. The Office edits, delegates comment, each comment is absorbed or answered with a
// reason, and a final version pins the vintage of the figures that it stands on.
#include <optional>
#include <string>
#include <vector>

#include "access/access.hpp"
#include "figures/figures.hpp"
#include "figures/guard/guard.hpp"
#include "figures/wording.hpp"
#include "operation/catalogue.hpp"

namespace giaoban::report {

enum class Section { opening, results, shortcomings, tasks };
BOOST_DESCRIBE_ENUM(Section, opening, results, shortcomings, tasks)

/// Derived: a final version becomes a draft again when something is changed after it.
enum class State { none, draft, finalised };
BOOST_DESCRIBE_ENUM(State, none, draft, finalised)

enum class Answer { absorbed, explained };
BOOST_DESCRIBE_ENUM(Answer, absorbed, explained)

/// The figure behind a number in a sentence.
struct BoundFigure {
  std::string indicator, unit;
  Text name, measure_name;
  Month month;
  figures::Measure measure = figures::Measure::month;
  std::string bound;               ///< the number as the figures gave it when it was written
  std::optional<std::string> now;  ///< what it is today, where that differs
  bool moved = false;              ///< the figure has changed since
  bool words_hold = true;          ///< false: "tăng" has become "giảm": the words must change too
  bool contradicts = false;        ///< the number typed is not the figure's
};
BOOST_DESCRIBE_STRUCT(BoundFigure, (),
                      (indicator, unit, name, measure_name, month, measure, bound, now, moved, words_hold,
                       contradicts))

struct Run {
  std::string text;
  std::optional<BoundFigure> figure;
};
BOOST_DESCRIBE_STRUCT(Run, (), (text, figure))

struct Paragraph {
  int64_t id = 0;
  Section section = Section::results;
  Text heading;
  std::optional<std::string> indicator;  ///< drafted from this indicator
  bool edited = false;                   ///< a person has changed what was drafted
  bool one_language = false;             ///< only one language has the last change, or the other is missing
  bool overtaken = false;                ///< its words would be others today: all have reported, "ước" has become official
  int64_t revision = 1;
  std::vector<Run> vi, en;  ///< `en` may be empty: the Vietnamese stands for it
  /// What the guard found in words that a person wrote, for who may edit; bound numbers have marks of their own.
  std::vector<figures::guard::Finding> doubts_vi, doubts_en;
};
BOOST_DESCRIBE_STRUCT(Paragraph, (),
                      (id, section, heading, indicator, edited, one_language, overtaken, revision, vi, en, doubts_vi, doubts_en))

struct Group {
  Text heading;
  std::vector<Paragraph> paragraphs;
};
BOOST_DESCRIBE_STRUCT(Group, (), (heading, paragraphs))
struct SectionView {
  Section section = Section::results;
  Text title;
  std::vector<Group> groups;
};
BOOST_DESCRIBE_STRUCT(SectionView, (), (section, title, groups))

struct Comment {
  int64_t id = 0;
  std::optional<int64_t> paragraph;  ///< none: on the whole report
  std::string quote;                 ///< how the paragraph began when it was commented on
  Text text;
  access::SeatRef by;
  Instant at;
  std::optional<Answer> answer;
  std::optional<Text> answer_text;
  std::optional<access::SeatRef> answered_by;
  std::optional<Instant> answered_at;
};
BOOST_DESCRIBE_STRUCT(Comment, (),
                      (id, paragraph, quote, text, by, at, answer, answer_text, answered_by, answered_at))

struct Version {
  int64_t number = 0;
  int64_t vintage = 0;  ///< the journal's number: figures as known then
  Instant at;
  access::SeatRef by;
  std::string hash;  ///< BLAKE2b-256 of the Vietnamese DOCX
  int64_t absorbed = 0, explained = 0;
  int64_t moved = 0;  ///< bound figures that have changed since
};
BOOST_DESCRIBE_STRUCT(Version, (), (number, vintage, at, by, hash, absorbed, explained, moved))

struct Counts {
  int64_t figures = 0, moved = 0, overtaken = 0, contradicting = 0, comments = 0, unanswered = 0;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (figures, moved, overtaken, contradicting, comments, unanswered))
struct May {
  bool draft = false, edit = false, comment = false, answer = false, finalise = false;
};
BOOST_DESCRIBE_STRUCT(May, (), (draft, edit, comment, answer, finalise))

struct View {
  Month month;
  State state = State::none;
  Text title;
  std::optional<int64_t> vintage;  ///< of the draft, or of the final version shown
  std::optional<Instant> drafted_at;
  std::vector<SectionView> sections;
  std::vector<Comment> comments;
  std::vector<Version> versions;  ///< newest first
  Counts counts;
  std::vector<Text> before_final;  ///< what stands in the way of a final version
  May may;
};
BOOST_DESCRIBE_STRUCT(View, (),
                      (month, state, title, vintage, drafted_at, sections, comments, versions, counts,
                       before_final, may))

/// One bound figure that has another value than the version it stands in.
struct Moved {
  int64_t paragraph = 0;
  std::string indicator, unit;
  Text name, measure_name;
  figures::Measure measure = figures::Measure::month;
  Text was, now;
};
BOOST_DESCRIBE_STRUCT(Moved, (), (paragraph, indicator, unit, name, measure_name, measure, was, now))

std::vector<db::Migration> migrations();
void declare(Catalogue& catalogue, figures::Tools tools);
/// Hashes of the documents of all final versions.
std::vector<std::string> kept(db::Transaction& tx);

// ---- for the rooms after this one

/// A sentence that a clause of the conclusions may rest on.
struct Sentence {
  int64_t paragraph = 0;
  Text text;
  std::vector<figures::Binding> figures;
};
/// The paragraphs of the month's report in their order; empty when there is none.
std::vector<Sentence> sentences(db::Transaction& tx, Month month);
std::optional<Sentence> sentence(db::Transaction& tx, int64_t paragraph);

/// The last final version of a month: which vintage the published figures are of.
struct Final {
  int64_t number = 0, vintage = 0;
  Instant at;
};
std::optional<Final> last_final(db::Transaction& tx, Month month);

struct Standing {
  State state = State::none;
  int64_t unanswered = 0;
  int64_t version = 0;  ///< number of the last final version; 0 = none
};
Standing standing(db::Transaction& tx, Month month);

}  // namespace giaoban::report
