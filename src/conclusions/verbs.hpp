#pragma once
// Inside the room only: what each verb is asked and answers. A verb has a file of its own.
#include "conclusions/store.hpp"
#include "documents/format.hpp"
#include "session/session.hpp"

namespace giaoban::conclusions {

struct OfSession {
  int64_t session = 0;
};
BOOST_DESCRIBE_STRUCT(OfSession, (), (session))

/// A day to choose with one tap: "5 ngày làm việc", "cuối tháng 5".
struct DuePreset {
  Text name;
  Date date;
};
BOOST_DESCRIBE_STRUCT(DuePreset, (), (name, date))

struct View {
  int64_t session = 0;
  Month month;
  Text title;
  session::State state = session::State::planned;
  Date held;
  access::SeatRef chair;
  Date deadline;           ///< last day for the notice
  int32_t days_left = 0;   ///< working days; negative when it is past
  bool withheld = false;   ///< not issued yet, and not to be seen from this seat
  std::optional<Notice> notice;
  std::vector<Clause> clauses;
  int32_t tasks = 0, incomplete = 0;
  std::vector<Text> before_issue;  ///< what stands in the way of issuing it
  bool may_edit = false, may_issue = false;
  // To choose from while taking down.
  std::vector<ItemRef> items;
  std::optional<int64_t> current_item;
  std::vector<Text> topics;
  std::vector<directives::FigureCopy> figures;
  std::vector<DuePreset> due_presets;
};
BOOST_DESCRIBE_STRUCT(View, (),
                      (session, month, title, state, held, chair, deadline, days_left, withheld, notice, clauses, tasks,
                       incomplete, before_issue, may_edit, may_issue, items, current_item, topics, figures, due_presets))

/// What is said in a clause; the same when it is taken down and when it is revised.
struct Content {
  Section section = Section::tasks;
  std::optional<Text> topic;
  Text text;
  std::optional<int64_t> item;
  std::optional<int64_t> lead;
  std::optional<bool> led_by_wards;
  std::optional<std::vector<int64_t>> partners;
  std::optional<bool> with_wards;
  std::optional<Date> due;
  std::optional<Text> deliverable;
  std::optional<std::vector<std::string>> figures;  ///< codes of indicators
  std::optional<int64_t> paragraph;
};
BOOST_DESCRIBE_STRUCT(Content, (), (section, topic, text, item, lead, led_by_wards, partners, with_wards, due, deliverable, figures, paragraph))

struct TakeDown {
  int64_t session = 0;
  Content clause;
};
BOOST_DESCRIBE_STRUCT(TakeDown, (), (session, clause))
struct Revise {
  int64_t id = 0;
  int64_t version = 0;
  Content clause;
};
BOOST_DESCRIBE_STRUCT(Revise, (), (id, version, clause))
struct Move {
  int64_t id = 0;
  int64_t version = 0;
  Section section = Section::tasks;
  std::optional<Text> topic;      ///< none: the topic it has
  std::optional<int64_t> before;  ///< the clause it comes before; none: the end of its section
};
BOOST_DESCRIBE_STRUCT(Move, (), (id, version, section, topic, before))
struct Remove {
  int64_t id = 0;
  int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Remove, (), (id, version))

struct Taken {
  int64_t id = 0;
  View view;
};
BOOST_DESCRIBE_STRUCT(Taken, (), (id, view))

using documents::Format;
struct AskNotice {
  int64_t session = 0;
  Format format = Format::docx;
  std::optional<Language> language;
};
BOOST_DESCRIBE_STRUCT(AskNotice, (), (session, format, language))
struct AskPreview {
  int64_t session = 0;
  std::optional<Language> language;
};
BOOST_DESCRIBE_STRUCT(AskPreview, (), (session, language))
/// The notice as the page shows it beside its clauses.
struct Preview {
  std::string html, style;
  bool draft = true;
};
BOOST_DESCRIBE_STRUCT(Preview, (), (html, style, draft))

Outcome<View> show(Context& context, const figures::Tools& tools, const OfSession& request);
Outcome<Taken> take_down(Context& context, const figures::Tools& tools, const TakeDown& request);
Outcome<View> revise(Context& context, const figures::Tools& tools, const Revise& request);
Outcome<View> move(Context& context, const figures::Tools& tools, const Move& request);
Outcome<View> remove(Context& context, const figures::Tools& tools, const Remove& request);
Outcome<View> issue(Context& context, const figures::Tools& tools, const OfSession& request);
Outcome<Preview> preview(Context& context, const figures::Tools& tools, const AskPreview& request);
Outcome<File> notice_file(Context& context, const figures::Tools& tools, const AskNotice& request);

/// May this seat see clauses that are not issued: who edits, and who was in the session.
bool sees_drafts(const Context& context);
/// Session and clauses that may still be changed; else why not.
Outcome<session::Session> editable(Context& context, int64_t session);
/// The clause as it stands, if it is still the version that the editor saw; else says who changed it.
Outcome<Stored> take(Context& context, int64_t id, int64_t version);
/// Every field at fault of what is said in a clause; pointers begin with `at`.
void check(Context& context, const figures::Tools& tools, const session::Session& session, const Content& content,
           const std::string& at, Faults& faults);
void fill(Context& context, Stored& clause, const Content& content);
/// Puts a clause at the end of its topic, or of its section.
void place(std::vector<Stored>& clauses, const Stored& clause);

/// What a clause lacks before it can be issued on `day`.
struct Gap {
  std::string field;
  Text what;
};
std::vector<Gap> gaps(const Stored& clause, Date day);

/// What stands in the way of issuing a session's conclusions; empty when nothing does.
std::vector<Text> before_issue(const session::Session& session, const std::vector<Clause>& clauses);

/// The figures of a month as clauses carry them, as known at a journal entry.
std::vector<directives::FigureCopy> figures_at(db::Transaction& tx, const figures::Tools& tools, Month month, int64_t as_of);
/// The journal entry whose figures the conclusions rest on: those of the notice; before it is issued, those of
/// the final report that the session had before it; failing that, the newest.
int64_t vintage_of(db::Transaction& tx, const session::Session& session);
/// The sentence of the report that a clause rests on: the paragraph named, else the first about its figures.
struct Basis {
  std::vector<directives::FigureCopy> figures;
  std::optional<int64_t> paragraph;
  Text sentence;
};
class Bases {
 public:
  Bases(db::Transaction& tx, const figures::Tools& tools, Month month, int64_t as_of);
  Basis of(const Stored& clause) const;
  const std::vector<directives::FigureCopy>& figures() const { return figures_; }

 private:
  struct Said {
    int64_t paragraph;
    Text text;
    std::vector<std::string> indicators;
  };
  std::vector<directives::FigureCopy> figures_;
  std::vector<Said> said_;
};

Date deadline(const figures::Tools& tools, const session::Session& session);

}  // namespace giaoban::conclusions
