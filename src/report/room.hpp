#pragma once
// The operations of the room, one file each; declared together in declare.cpp.
#include "documents/format.hpp"
#include "report/binding.hpp"
#include "report/store.hpp"

namespace giaoban::report {

struct OfMonth {
  Month month;
};
BOOST_DESCRIBE_STRUCT(OfMonth, (), (month))

enum class Action { add, change, move, remove, redraft, release };
BOOST_DESCRIBE_ENUM(Action, add, change, move, remove, redraft, release)

struct Edit {
  Month month;
  Action action = Action::change;
  std::optional<int64_t> paragraph;  ///< all but add
  std::optional<int64_t> revision;   ///< change: the paragraph's revision that was edited
  std::optional<Section> section;    ///< add
  std::optional<Text> heading;       ///< add: the group within the results
  std::optional<int64_t> before;     ///< add, move: stands before this paragraph; none = at the end
  std::optional<std::string> vi, en; ///< add, change
  std::optional<std::string> indicator;      ///< release: the number typed stays, without its figure
  std::optional<figures::Measure> measure;
};
BOOST_DESCRIBE_STRUCT(Edit, (),
                      (month, action, paragraph, revision, section, heading, before, vi, en, indicator, measure))

struct AddComment {
  Month month;
  std::optional<int64_t> paragraph;  ///< none: on the whole report
  std::string text;
  std::optional<std::string> text_en;
};
BOOST_DESCRIBE_STRUCT(AddComment, (), (month, paragraph, text, text_en))

struct GiveAnswer {
  int64_t comment = 0;
  Answer answer = Answer::absorbed;
  std::string text;
  std::optional<std::string> text_en;
};
BOOST_DESCRIBE_STRUCT(GiveAnswer, (), (comment, answer, text, text_en))

struct VersionList {
  Month month;
  std::vector<Version> versions;
};
BOOST_DESCRIBE_STRUCT(VersionList, (), (month, versions))

struct CompareVintage {
  Month month;
  std::optional<int64_t> version;  ///< none: the last
};
BOOST_DESCRIBE_STRUCT(CompareVintage, (), (month, version))
struct VintageComparison {
  Month month;
  int64_t version = 0, vintage = 0, figures = 0;
  std::vector<Moved> moved;
};
BOOST_DESCRIBE_STRUCT(VintageComparison, (), (month, version, vintage, figures, moved))

using documents::Format;
struct AskDocument {
  Month month;
  Format format = Format::docx;
  std::optional<int64_t> version;  ///< none: as it stands now
  std::optional<Language> language;
};
BOOST_DESCRIBE_STRUCT(AskDocument, (), (month, format, version, language))

Outcome<View> show(Context& context, const figures::Tools& tools, const OfMonth& request);
Outcome<View> draft(Context& context, const figures::Tools& tools, const OfMonth& request);
Outcome<View> edit(Context& context, const figures::Tools& tools, const Edit& request);
Outcome<View> comment(Context& context, const figures::Tools& tools, const AddComment& request);
Outcome<View> answer(Context& context, const figures::Tools& tools, const GiveAnswer& request);
Outcome<View> finalise(Context& context, const figures::Tools& tools, const OfMonth& request);
Outcome<VersionList> versions(Context& context, const figures::Tools& tools, const OfMonth& request);
Outcome<VintageComparison> compare_vintage(Context& context, const figures::Tools& tools, const CompareVintage& request);
Outcome<File> document(Context& context, const figures::Tools& tools, const AskDocument& request);

// ---- shared by them

const rules::Wording& wording_on(const figures::Tools& tools, Date day);
Text title(Month month);
Text section_title(Section section, Month month);
/// Longest text of a paragraph, comment or answer, in bytes: a page.
inline constexpr size_t words_max = 8000;
/// Names what is wrong with a text that a person wrote; trims nothing.
void check_words(Faults& faults, const std::string& text, const std::string& pointer);
bool blank(const std::string& text);
tl::unexpected<Problem> no_report(Month month);
/// A draft, and what delegates say of it, is for those who write or comment; the others read what is final.
bool sees_drafts(const Context& context);
/// The sentence of a drafted paragraph anew: month sentence, or the shortcoming that the figure shows.
struct Drafted {
  Section section = Section::results;
  Text heading;
  std::string indicator;
  figures::Sentence sentence;
};
/// Indicators that a ratio is made of: the ratio says what they come to.
std::set<std::string> parts_of_ratios(const figures::Columns& columns);
std::vector<Drafted> drafted(const figures::Tools& tools, const figures::MonthFacts& facts, const rules::Wording& wording);

/// What a version keeps: the words with their bindings, in the report's order.
struct KeptParagraph {
  int64_t id = 0;
  Section section = Section::results;
  Text heading;
  std::vector<figures::Run> vi, en;
};
BOOST_DESCRIBE_STRUCT(KeptParagraph, (), (id, section, heading, vi, en))
struct KeptComment {
  Text unit, text;
  Answer answer = Answer::absorbed;
  Text answer_text;
};
BOOST_DESCRIBE_STRUCT(KeptComment, (), (unit, text, answer, answer_text))
struct Content {
  Month month;
  Text title, body, place;  ///< the issuing body as it was called then
  std::string notation;
  std::vector<KeptParagraph> paragraphs;
  std::vector<KeptComment> comments;  ///< answered ones
};
BOOST_DESCRIBE_STRUCT(Content, (), (month, title, body, place, notation, paragraphs, comments))
Content content_of(db::Transaction& tx, const store::Report& report);
Content content_of(const store::Version& version);

/// How many bound figures of a version have other values now.
int64_t moved_since(const Source& source, const Content& content);
std::vector<Version> version_list(db::Transaction& tx, const figures::Tools& tools, const store::Report& report);

/// What a document is made from, beside the words.
struct Edition {
  Content content;
  figures::Sequence vintage = figures::newest;
  int32_t number = 0;        // in the register; 0 = a draft
  std::optional<Date> date;  // none = a draft
  Language language = Language::vi;
};
Edition edition_of(const store::Version& version, Language language);
File render(db::Transaction& tx, const figures::Tools& tools, const Edition& edition, Format format);

}  // namespace giaoban::report
