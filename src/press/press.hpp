#pragma once
// The public side: for each session a page that anyone may read without signing in, with what was decided and
// what became of it; feeds, calendar and open data. Only what is named here reaches the public: clauses of an
// issued notice, figures of a pinned vintage, the published story. Never a comment, a note, a returned reason.
#include <optional>
#include <string>
#include <vector>

#include "figures/figures.hpp"
#include "files/files.hpp"
#include "operation/catalogue.hpp"

namespace giaoban::press {

/// What the story says, in both languages; English may be empty, then the English page says that there is none.
struct Story {
  Text title, lead;
  Text body;                            ///< paragraphs divided by an empty line
  std::vector<std::string> figures;     ///< indicators that are published
  std::optional<int64_t> picture;       ///< a file
  Text picture_text;                    ///< what it shows, for those who do not see it
};
BOOST_DESCRIBE_STRUCT(Story, (), (title, lead, body, figures, picture, picture_text))

enum class Progress { done_on_time, done_late, in_progress, due_soon, overdue };
BOOST_DESCRIBE_ENUM(Progress, done_on_time, done_late, in_progress, due_soon, overdue)

/// One clause with a lead, as the public sees it.
struct Decision {
  std::string mark;  ///< "II.2.b"
  Text topic, text, lead;
  std::optional<Date> due;
  Progress progress = Progress::in_progress;
  Text said;                           ///< "Xong đúng hạn, 19/5"
  std::optional<int64_t> done, total;  ///< where something is counted
  std::optional<Date> finished;
};
BOOST_DESCRIBE_STRUCT(Decision, (), (mark, topic, text, lead, due, progress, said, done, total, finished))

struct KeyFigure {
  std::string code;
  Text name, unit, value;
  Text words;  ///< "tăng 4,3% so với cùng kỳ; …"
  std::vector<std::optional<Decimal>> spark;
};
BOOST_DESCRIBE_STRUCT(KeyFigure, (), (code, name, unit, value, words, spark))

struct Tally {
  int64_t all = 0, done = 0, in_progress = 0, due_soon = 0, overdue = 0;
};
BOOST_DESCRIBE_STRUCT(Tally, (), (all, done, in_progress, due_soon, overdue))

/// A session as the public sees it: the page, the feed and the open data are made from this and nothing else.
struct PublicSession {
  Month month;
  Text title, body, chair, place;  ///< `body`: the People's Committee that met
  Date date;
  int64_t members = 0, members_present = 0, sites = 0;
  std::string notice;          ///< "96/TB-VP"
  std::optional<Date> notice_date;
  std::string journal_head;    ///< of the journal when the notice was issued
  std::vector<Decision> decisions;
  Tally tally;
  std::vector<KeyFigure> figures;
  std::optional<Instant> figures_known;
  int64_t vintage = 0;
  Text about;                  ///< "illustrative"
  Story story;
  std::optional<Instant> published_at;
};
BOOST_DESCRIBE_STRUCT(PublicSession, (),
                      (month, title, body, chair, place, date, members, members_present, sites, notice, notice_date,
                       journal_head, decisions, tally, figures, figures_known, vintage, about, story, published_at))

/// What must hold before a story is published.
struct Check {
  Text what;
  bool done = false;
  bool needed = true;  ///< false: better, but not needed
};
BOOST_DESCRIBE_STRUCT(Check, (), (what, done, needed))

struct IndicatorChoice {
  std::string code;
  Text name;
};
BOOST_DESCRIBE_STRUCT(IndicatorChoice, (), (code, name))

/// The editor's page.
struct View {
  Month month;
  bool planned = false;  ///< there is a session to write about
  Story story;           ///< as it is being written
  std::optional<Story> proposal;  ///< drafted from the session, while nothing is written yet
  std::optional<files::FileRef> picture;
  int64_t revision = 0;
  std::optional<Instant> saved_at, published_at;
  bool changed_since = false;  ///< the draft differs from what is published
  std::vector<Check> checks;
  std::vector<IndicatorChoice> choices;
  PublicSession page;  ///< with the draft's story: what would be published now
  std::string address, address_en;
  bool may_edit = false, may_publish = false;
};
BOOST_DESCRIBE_STRUCT(View, (),
                      (month, planned, story, proposal, picture, revision, saved_at, published_at, changed_since, checks,
                       choices, page, address, address_en, may_edit, may_publish))

/// An answer at a public address.
struct PublicPage {
  std::string content_type;
  std::string body;
};

/// What stands at an address that the public reads, or nothing when this is none of them (or not published):
///   /cong-bo  /en/public                          list of sessions
///   /cong-bo/2021-04  /en/public/2021-04          a session's page
///   /cong-bo/2021-04.csv  .json  .jpg             open data; the story's picture
///   /cong-bo/2021-04.pdf  .docx                   the notice of conclusions, once it is issued
///   /cong-bo/trang.css                            the style of these pages
///   /feed.xml  /en/feed.xml  /lich.ics  /en/calendar.ics
std::optional<PublicPage> public_page(Context& context, const figures::Tools& tools, std::string_view path);
/// Months with a published page, newest first.
std::vector<Month> published_months(db::Transaction& tx);

std::vector<db::Migration> migrations();
void declare(Catalogue& catalogue, figures::Tools tools);

}  // namespace giaoban::press
