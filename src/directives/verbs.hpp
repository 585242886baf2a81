#pragma once
// Inside the room only: what each verb is asked and answers. A verb has a file of its own.
#include "directives/store.hpp"

namespace giaoban::directives {

struct ById {
  int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(ById, (), (id))

struct EventView {
  int64_t id = 0;
  EventKind kind = EventKind::received;
  Instant at;
  Date day;
  access::SeatRef by;
  Text text;
  std::optional<int64_t> done, total;
  std::optional<files::FileRef> file;
  bool may_open_file = false;
  std::optional<Date> due;
};
BOOST_DESCRIBE_STRUCT(EventView, (), (id, kind, at, day, by, text, done, total, file, may_open_file, due))

/// A directive with its whole line.
struct Directive {
  Row row;
  Source source;
  std::vector<EventView> events;
  std::optional<Date> received;
  bool may_receive = false, may_assign = false, may_report = false, may_submit = false;
  bool may_ask_extension = false, may_accept = false, may_return = false, may_grant_extension = false, may_remind = false;
  Text waits_for;  ///< what must happen next, and by whom
};
BOOST_DESCRIBE_STRUCT(Directive, (), (row, source, events, received, may_receive, may_assign, may_report, may_submit,
                                      may_ask_extension, may_accept, may_return, may_grant_extension, may_remind, waits_for))

struct BoardRequest {
  std::optional<Month> month;  ///< of sessions up to this month; none = all
  std::optional<int64_t> unit;
  std::optional<Progress> progress;
  std::optional<Timing> timing;
};
BOOST_DESCRIBE_STRUCT(BoardRequest, (), (month, unit, progress, timing))
struct Group {
  units::UnitRef unit;
  Counts counts;
  std::vector<Row> rows;
};
BOOST_DESCRIBE_STRUCT(Group, (), (unit, counts, rows))
struct Board {
  Counts counts;  ///< of everything in sight, before the two axes narrow it
  int32_t open_of_month = 0, open_from_before = 0;
  int32_t shown = 0, total = 0;
  std::vector<Group> groups;
  std::vector<int64_t> to_remind;  ///< overdue, not reminded today; only for who may remind
  bool whole_body = false;         ///< the viewer sees every unit's
};
BOOST_DESCRIBE_STRUCT(Board, (), (counts, open_of_month, open_from_before, shown, total, groups, to_remind, whole_body))

struct Inbox {
  units::UnitRef unit;
  Counts counts;  ///< of what the unit leads
  std::vector<Row> to_receive, returned, open, awaiting, done;
  std::vector<Row> as_partner;  ///< what it co-ordinates in, still open
};
BOOST_DESCRIBE_STRUCT(Inbox, (), (unit, counts, to_receive, returned, open, awaiting, done, as_partner))

struct Receive {
  int64_t id = 0;
  std::optional<Text> assigned_to;  ///< who in the unit does it: an office or a team
};
BOOST_DESCRIBE_STRUCT(Receive, (), (id, assigned_to))
struct ReportProgress {
  int64_t id = 0;
  Text text;
  std::optional<int64_t> done, total;  ///< only where something is counted
  std::optional<int64_t> file;
};
BOOST_DESCRIBE_STRUCT(ReportProgress, (), (id, text, done, total, file))
struct AddEvidence {
  int64_t id = 0;
  int64_t file = 0;
  std::optional<Text> text;
};
BOOST_DESCRIBE_STRUCT(AddEvidence, (), (id, file, text))
struct WithWords {
  int64_t id = 0;
  std::optional<Text> text;
};
BOOST_DESCRIBE_STRUCT(WithWords, (), (id, text))
struct WithReason {
  int64_t id = 0;
  Text reason;
};
BOOST_DESCRIBE_STRUCT(WithReason, (), (id, reason))
struct Extension {
  int64_t id = 0;
  Date due;
  Text reason;
};
BOOST_DESCRIBE_STRUCT(Extension, (), (id, due, reason))
struct OnAgenda {
  int64_t session = 0;
};
BOOST_DESCRIBE_STRUCT(OnAgenda, (), (session))
struct PutOnAgenda {
  bool added = false;
  int32_t overdue = 0;
};
BOOST_DESCRIBE_STRUCT(PutOnAgenda, (), (added, overdue))

Outcome<Board> board(Context& context, const Reckoning& reckoning, const BoardRequest& request);
Outcome<Inbox> inbox(Context& context, const Reckoning& reckoning);
Outcome<Directive> show(Context& context, const Reckoning& reckoning, int64_t id);
Outcome<Directive> receive(Context& context, const Reckoning& reckoning, const Receive& request);
Outcome<Directive> report_progress(Context& context, const Reckoning& reckoning, const ReportProgress& request);
Outcome<Directive> add_evidence(Context& context, const Reckoning& reckoning, const AddEvidence& request);
Outcome<Directive> submit(Context& context, const Reckoning& reckoning, const WithWords& request);
Outcome<Directive> accept(Context& context, const Reckoning& reckoning, const WithWords& request);
Outcome<Directive> return_work(Context& context, const Reckoning& reckoning, const WithReason& request);
Outcome<Directive> ask_extension(Context& context, const Reckoning& reckoning, const Extension& request);
Outcome<Directive> grant_extension(Context& context, const Reckoning& reckoning, const Extension& request);
Outcome<Directive> refuse_extension(Context& context, const Reckoning& reckoning, const WithReason& request);
Outcome<Directive> remind(Context& context, const Reckoning& reckoning, const ById& request);
Outcome<PutOnAgenda> put_on_agenda(Context& context, const Reckoning& reckoning, const OnAgenda& request);

/// Leaders, the Office and the quality officer see every unit's work.
bool sees_all(const Context& context);
bool may_see(Context& context, int64_t lead, const std::vector<int64_t>& partners, bool with_wards);
/// The lead unit's own people, not the Office in its stead: the work and its answer are the unit's.
bool works_on(Context& context, const Stored& stored);
/// What binds the unit (handing in, asking for time) is said by its head.
bool speaks_for_unit(Context& context, const Stored& stored);
/// The assigner: a leader or the Office, but never the unit that did the work.
bool assigns(Context& context, const Stored& stored);

/// A directive that is being changed, with where it stands.
struct Open {
  Stored stored;
  std::vector<Event> events;
  Status status;
};
/// Finds it for who may change it; the same refusal for "not yours" and "not there".
Outcome<Open> take(Context& context, const Reckoning& reckoning, int64_t id, bool (*may)(Context&, const Stored&));
/// Said words: not blank, not longer than a page. English may be empty.
void check_words(Faults& faults, const Text& text, const std::string& pointer);
/// Evidence is a file that the unit itself has sent.
void check_file(Context& context, Faults& faults, std::optional<int64_t> file, const std::string& pointer);
/// Refusals by state that several verbs share.
tl::unexpected<Problem> waiting();
tl::unexpected<Problem> not_submitted();

}  // namespace giaoban::directives
