#pragma once
// Rules are data: each has an id, a version, the time it is in force and its source. A record keeps what was
// applied.
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/json.hpp"

namespace giaoban::rules {

/// What a record keeps of the rule that was applied to it.
struct Applied {
  std::string id;
  int32_t version = 0;
  bool operator==(const Applied&) const = default;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (id, version))

template <class Value>
struct Rule {
  std::string id;
  int32_t version = 0;
  Date effective_from;
  std::optional<Date> effective_to;  // last day in force; none = still in force
  Text source;
  Value value;
  Applied applied() const { return {id, version}; }
  BOOST_DESCRIBE_CLASS(Rule, (), (id, version, effective_from, effective_to, source, value), (), ())
};

/// The versions of one rule, oldest first, checked at load to follow each other without gap or overlap.
template <class Value>
class Versions {
 public:
  /// The version in force on a day; days before the first version get the first.
  const Rule<Value>& on(Date day) const {
    auto* found = &versions_.front();
    for (auto& rule : versions_)
      if (rule.effective_from <= day) found = &rule;
    return *found;
  }
  const std::vector<Rule<Value>>& all() const { return versions_; }
  std::vector<Rule<Value>> versions_;
};

// ---- deadlines.json
enum class DayCount { working_days, calendar_days };
BOOST_DESCRIBE_ENUM(DayCount, working_days, calendar_days)
enum class Side { before, after };
BOOST_DESCRIBE_ENUM(Side, before, after)
struct Deadline {
  int32_t count = 0;
  DayCount unit = DayCount::working_days;
  Side direction = Side::after;
};
BOOST_DESCRIBE_STRUCT(Deadline, (), (count, unit, direction))
struct Deadlines {
  Versions<Deadline> invitation, papers, papers_special, written_conclusion, document_issue,
      written_opinion_shortest, written_opinion_longest, figures_after_window, due_soon;
};

// ---- quorum.json
struct Fraction {
  int32_t numerator = 1, denominator = 2;
  bool more_than = false;  // "more than half" against "at least two thirds"
  std::string of;          // "all_members"
  /// The least number of members that satisfies the fraction.
  int32_t least(int32_t members) const;
};
BOOST_DESCRIBE_STRUCT(Fraction, (), (numerator, denominator, more_than, of))
enum class Tie { chair_decides, fails };
BOOST_DESCRIBE_ENUM(Tie, chair_decides, fails)
struct VoteRules {
  Tie tie = Tie::chair_decides;
  bool substitute_votes = false;
  bool silence_is_agreement = true;
};
BOOST_DESCRIBE_STRUCT(VoteRules, (), (tie, substitute_votes, silence_is_agreement))
struct Quorum {
  Versions<Fraction> session_quorum, decision_majority, special_session_request;
  Versions<VoteRules> votes;
};

// ---- numbering.json
struct DocumentNumber {
  std::string pattern, letter_pattern;  // "{number}/{type}-{body}", "{number}/{body}-{unit}"
  int32_t first = 1, pad_below = 10;
  std::string restart;  // "yearly"
  /// "05/TB-VP"; an empty type is a letter (công văn), whose notation is body-unit.
  std::string written(int32_t number, std::string_view type, std::string_view body,
                      std::string_view unit = {}) const;
};
BOOST_DESCRIBE_STRUCT(DocumentNumber, (), (pattern, letter_pattern, first, pad_below, restart))
struct DocumentType {
  std::string abbreviation;
  Text name;
};
BOOST_DESCRIBE_STRUCT(DocumentType, (), (abbreviation, name))
struct DocumentTypes {
  std::vector<DocumentType> types;
  const DocumentType* find(std::string_view abbreviation) const;
};
BOOST_DESCRIBE_STRUCT(DocumentTypes, (), (types))
struct Numbering {
  Versions<DocumentNumber> document_number;
  Versions<DocumentTypes> document_types;
};

// ---- wording.json
enum class Zero { drop, keep };  // "26%" or "26,0%"
BOOST_DESCRIBE_ENUM(Zero, drop, keep)
/// What a figure is compared with: "tăng 26% so với tháng trước", "bằng 104,9% tháng trước".
struct BaseWords {
  Text against, noun;
};
BOOST_DESCRIBE_STRUCT(BaseWords, (), (against, noun))
/// The office's own words around a number; "{}" is where it stands.
struct Phrases {
  BaseWords month_before, same_month, same_period, same_time, december;
  Text rise, fall, level, times, flat, points;
  Text share, contributes, takes_off, per_head, per_heads, rank;
  Text so_far, taken_together, on_average;  // "lũy kế" of what adds, "tính chung", "bình quân"; {} months
  Text of_plan, of_budget;
  Text matched, matched_units;  // only those with both sides were compared; {} of {} units
};
BOOST_DESCRIBE_STRUCT(Phrases, (),
                      (month_before, same_month, same_period, same_time, december, rise, fall, level, times, flat,
                       points, share, contributes, takes_off, per_head, per_heads, rank, so_far, taken_together,
                       on_average, of_plan, of_budget, matched, matched_units))
struct Wording {
  Decimal times_from;  // from this ratio on a rise is said "gấp … lần"
  Decimal flat_below;  // a change under this many percent is "tương đương"
  int32_t decimals = 1;
  Zero sentence_zero = Zero::drop, table_zero = Zero::keep;
  std::optional<int32_t> index_decimals;  // of a price index, where it is quoted finer
  Phrases phrases;
};
BOOST_DESCRIBE_STRUCT(Wording, (),
                      (times_from, flat_below, decimals, sentence_zero, table_zero, index_decimals, phrases))

// ---- reporting.json
struct ReportingWindow {  // of a month's form
  std::string form;       // "01-KTXH"
  int32_t closes_on = 31, until_hour = 17;  // day of the month (31 = its last day); hour of the last day
};
BOOST_DESCRIBE_STRUCT(ReportingWindow, (), (form, closes_on, until_hour))
struct EntryChecks {
  Decimal times_most;            // more than so many times (or less than one so-manyth of) last month and last year
  int64_t least_difference = 0;  // of counts: smaller differences are not asked about
  Decimal slip_from;             // from this ratio on a slip by 10, 100, 1000 … is looked for
};
BOOST_DESCRIBE_STRUCT(EntryChecks, (), (times_most, least_difference, slip_from))
struct Reporting {
  Versions<ReportingWindow> communes, named;
  Versions<EntryChecks> checks;
};

// ---- uploads.json
/// What one account may send: within a day, and altogether of what is still kept.
struct UploadQuota {
  int64_t megabytes_a_day = 0, megabytes = 0;
};
BOOST_DESCRIBE_STRUCT(UploadQuota, (), (megabytes_a_day, megabytes))

// ---- holidays.json
enum class DayOff { statutory, compensation, swapped };
BOOST_DESCRIBE_ENUM(DayOff, statutory, compensation, swapped)
struct Holiday {
  Date date;
  Text name;
  DayOff kind = DayOff::statutory;
};
BOOST_DESCRIBE_STRUCT(Holiday, (), (date, name, kind))
struct WorkedDay {  // a Saturday worked in place of a weekday off
  Date date, instead_of;
};
BOOST_DESCRIBE_STRUCT(WorkedDay, (), (date, instead_of))
enum class Certainty { read, remembered, expected };
BOOST_DESCRIBE_ENUM(Certainty, read, remembered, expected)
struct HolidayYear {
  Certainty certainty = Certainty::expected;  // expected = the year's notice is not known yet
  std::vector<Holiday> days;
  std::vector<WorkedDay> worked;
};
BOOST_DESCRIBE_STRUCT(HolidayYear, (), (certainty, days, worked))
enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };
BOOST_DESCRIBE_ENUM(Weekday, monday, tuesday, wednesday, thursday, friday, saturday, sunday)
struct WeeklyRest {
  std::vector<Weekday> days;
};
BOOST_DESCRIBE_STRUCT(WeeklyRest, (), (days))
struct Holidays {
  Versions<WeeklyRest> weekly_rest;
  std::map<int, Rule<HolidayYear>> years;
};

struct GuardWords;
struct Rules {
  Holidays holidays;
  Deadlines deadlines;
  Quorum quorum;
  Numbering numbering;
  Versions<Wording> wording;
  std::shared_ptr<const Versions<GuardWords>> guard_words;  // see guard_words.hpp
  Reporting reporting;
  Versions<UploadQuota> upload_quota;

  /// Reads the eight catalogues of a directory. Every fault of every file is named, with its line and pointer.
  static Outcome<Rules> load(const std::filesystem::path& directory);
};

}  // namespace giaoban::rules
