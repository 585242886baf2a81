#pragma once
// A demo city's files (demo/mong-cai), read strictly and checked against each other. It only reads: loading
// into a store, and walking the month through the operations, is done by whoever asks for it.
#include <filesystem>

#include "figures/figures_file.hpp"

namespace giaoban::demo {

struct UnitLine {
  std::string code;
  Text name, short_name, place;
  std::string kind;
  std::optional<std::string> parent;
  std::string notation;
};
BOOST_DESCRIBE_STRUCT(UnitLine, (), (code, name, short_name, place, kind, parent, notation))

struct SeatLine {
  std::string office, unit;
  Text title;
  std::string account;
  bool member = false;
};
BOOST_DESCRIBE_STRUCT(SeatLine, (), (office, unit, title, account, member))
struct SeatsFile {
  Text about;
  std::vector<SeatLine> seats;
};
BOOST_DESCRIBE_STRUCT(SeatsFile, (), (about, seats))

struct SessionLine {
  Month month;
  std::string kind;
  Text title;
  Date date;
  std::string from, to;  // "08:00"
  Text place;
  std::string chair;  // an account
  std::optional<Text> requirements;
  std::optional<std::vector<std::string>> absent_with_leave, substitutes;  // units
};
BOOST_DESCRIBE_STRUCT(SessionLine, (),
                      (month, kind, title, date, from, to, place, chair, requirements, absent_with_leave,
                       substitutes))

struct AgendaLine {
  int32_t number = 0;
  Text title;
  std::string presenter;  // a unit
  int32_t minutes = 0;
  std::optional<std::string> kind;  // "discussion", "adoption"
  std::optional<std::vector<Text>> papers;
};
BOOST_DESCRIBE_STRUCT(AgendaLine, (), (number, title, presenter, minutes, kind, papers))

struct Happened {
  Date on;
  Text text;
};
BOOST_DESCRIBE_STRUCT(Happened, (), (on, text))

/// A conclusion that gives a task. In the March file it also says what became of it.
struct ClauseLine {
  std::string code;
  int32_t section = 0;
  Text text;
  std::string lead;
  std::vector<std::string> cooperating;
  bool with_communes = false;  // together with every ward and commune
  Date due;
  Text deliverable;
  std::optional<int32_t> agenda_item;
  std::optional<std::vector<std::string>> figures;  // indicators that it rests on
  std::optional<std::vector<Happened>> progress;
  std::optional<Text> evidence;
  std::optional<Happened> done;
  std::optional<Date> accepted;
};
BOOST_DESCRIBE_STRUCT(ClauseLine, (),
                      (code, section, text, lead, cooperating, with_communes, due, deliverable, agenda_item,
                       figures, progress, evidence, done, accepted))

struct NoticeLine {
  int32_t number = 0;
  std::string type;
  Date date;
};
BOOST_DESCRIBE_STRUCT(NoticeLine, (), (number, type, date))

struct RegisterLine {
  std::string body, type;
  int32_t year = 0, last = 0;
};
BOOST_DESCRIBE_STRUCT(RegisterLine, (), (body, type, year, last))

struct PastSession {
  Text about;
  SessionLine session;
  std::vector<AgendaLine> agenda;
  NoticeLine notice;
  std::vector<Text> sections;
  std::vector<ClauseLine> conclusions;
  std::vector<RegisterLine> registers;
};
BOOST_DESCRIBE_STRUCT(PastSession, (), (about, session, agenda, notice, sections, conclusions, registers))

struct ReportSection {
  Text heading;
  std::vector<std::string> figures;
  std::vector<Text> paragraphs;
};
BOOST_DESCRIBE_STRUCT(ReportSection, (), (heading, figures, paragraphs))

struct ReportLines {
  Text title, opening;
  std::vector<ReportSection> sections;
  std::vector<Text> shortcomings, tasks;
};
BOOST_DESCRIBE_STRUCT(ReportLines, (), (title, opening, sections, shortcomings, tasks))

struct CommentLine {
  std::string by, about;  // a unit; "shortcomings/1"
  Text text;
  std::string answer;  // "absorbed", "explained"
  Text answer_text;
};
BOOST_DESCRIBE_STRUCT(CommentLine, (), (by, about, text, answer, answer_text))

struct HeadlineLine {
  std::string indicator, form;  // "month_and_year", "year"
};
BOOST_DESCRIBE_STRUCT(HeadlineLine, (), (indicator, form))

struct ConclusionLines {
  std::vector<Text> assessment;
  std::vector<HeadlineLine> headline_figures;
  std::vector<Text> sections;
  std::vector<ClauseLine> clauses;
  Text closing;
};
BOOST_DESCRIBE_STRUCT(ConclusionLines, (), (assessment, headline_figures, sections, clauses, closing))

struct FollowUpLine {
  std::string clause, by;
  Date on;
  Text text;
  std::optional<Text> evidence;
  bool done = false;
  std::optional<Date> accepted;
};
BOOST_DESCRIBE_STRUCT(FollowUpLine, (), (clause, by, on, text, evidence, done, accepted))

struct StoryLines {
  Text title, lead;
  std::vector<Text> paragraphs;
  std::vector<std::string> figures, pictures;
};
BOOST_DESCRIBE_STRUCT(StoryLines, (), (title, lead, paragraphs, figures, pictures))

struct NextSession {
  Text about;
  SessionLine session;
  std::vector<AgendaLine> agenda;
  ReportLines report;
  std::vector<CommentLine> comments;
  ConclusionLines conclusion;
  std::vector<FollowUpLine> follow_up;
  StoryLines story;
};
BOOST_DESCRIBE_STRUCT(NextSession, (),
                      (about, session, agenda, report, comments, conclusion, follow_up, story))

struct City {
  std::vector<UnitLine> units;
  std::vector<SeatLine> seats;
  std::vector<figures::Indicator> indicators;
  std::vector<figures::Entry> figures;  // in the order in which they became known
  std::vector<figures::PlanLine> plans;
  PastSession past;
  NextSession next;
  Text about_figures;  // what is shown wherever the figures are: they are illustrative
};

/// Every fault names its file: its line and pointer where it is of form, its file and pointer where files
/// disagree.
Outcome<City> load(const std::filesystem::path& directory);

}  // namespace giaoban::demo
