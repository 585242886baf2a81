#pragma once
// Internal to the room.
#include "press/press.hpp"

namespace giaoban::press {

struct OfMonth {
  Month month;
};
BOOST_DESCRIBE_STRUCT(OfMonth, (), (month))
struct Edit {
  Month month;
  Story story;
  std::optional<int64_t> revision;  ///< the draft that was edited
};
BOOST_DESCRIBE_STRUCT(Edit, (), (month, story, revision))
struct AskPage {
  std::string path;
};
BOOST_DESCRIBE_STRUCT(AskPage, (), (path))

namespace store {
struct Row {
  int64_t id = 0;
  Month month;
  std::string draft;                     // Story as JSON
  std::optional<std::string> published;  // Story as JSON, as it was when published
  int64_t revision = 1;
  Instant saved_at;
  std::optional<Instant> published_at;
  int64_t vintage = 0;  // of the figures that were published
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, month, draft, published, revision, saved_at, published_at, vintage))
std::optional<Row> find(db::Transaction& tx, Month month);
std::vector<Row> published(db::Transaction& tx);  // newest month first
Story story(const std::string& json);
}  // namespace store

Outcome<View> show(Context& context, const figures::Tools& tools, const OfMonth& request);
Outcome<View> edit(Context& context, const figures::Tools& tools, const Edit& request);
Outcome<View> publish(Context& context, const figures::Tools& tools, const OfMonth& request);
Outcome<File> page(Context& context, const figures::Tools& tools, const AskPage& request);

/// The session with a story, seen by the public; nothing when no session is planned. `vintage`: of the figures.
std::optional<PublicSession> gather(Context& context, const figures::Tools& tools, Month month, const Story& story,
                                    int64_t vintage);
/// What is published of a month.
std::optional<PublicSession> published(Context& context, const figures::Tools& tools, Month month);
/// Which vintage would be published now: the report's last final version, else the newest.
int64_t vintage_to_publish(db::Transaction& tx, Month month);
/// A story from what the session was: who met, what the figures say, how much was decided.
Story propose(const PublicSession& session);
/// The indicators that are published unless the editor chooses: the first five of the month's ten.
std::vector<std::string> usual_figures(const figures::MonthFacts& facts);

// ---- what the public gets, from a PublicSession alone
std::string session_page(const PublicSession& session, Language language, Instant now);
std::string list_page(const Text& body, const std::vector<PublicSession>& sessions, Language language);
std::string feed(const Text& body, const std::vector<PublicSession>& sessions, Language language);
std::string csv(const PublicSession& session, const figures::MonthFacts& facts);
std::string data(const PublicSession& session);
const std::string& style();

struct Meeting {
  int64_t id = 0;
  Text title, place;
  Instant starts, ends, stamp;
  std::optional<Month> published;  // has a page
};
std::string calendar(const Text& body, const std::vector<Meeting>& meetings, Language language);

std::string address(Month month, Language language);

}  // namespace giaoban::press
