#pragma once
// What the room shows: the month's table, a figure's history, who has reported.
#include "figures/form.hpp"
#include "figures/wording.hpp"

namespace giaoban::figures {

/// The leaders, the Office, the quality officer and the editor see every unit's figures; others their own unit's and
/// the body's totals.
bool sees_all(Context& context);
/// May this reader see this unit's own figures?
bool may_see(Context& context, int64_t unit);
/// The unit asked for (empty = the whole body, which everyone signed in may see).
Outcome<units::Unit> unit_to_show(Context& context, const std::optional<std::string>& code, Month month);

struct IndicatorList {
  std::vector<Indicator> indicators;
  Text about;
};
BOOST_DESCRIBE_STRUCT(IndicatorList, (), (indicators, about))

/// A past screen: at most one of the three; none: as known now.
struct VintageAsked {
  std::optional<int64_t> as_of;    ///< journal number: as it was known then
  std::optional<Date> day;         ///< as it was known at the end of this day
  std::optional<bool> published;   ///< as the body published the month
};
/// `newest` where nothing is asked for.
Outcome<Sequence> vintage_asked(Context& context, Month month, const VintageAsked& asked);

struct TableRequest : VintageAsked {
  Month month;
  std::optional<std::string> unit;
  std::optional<Date> frame;  ///< units as they stand on this day; the month's own when absent
};
BOOST_DESCRIBE_STRUCT(TableRequest, (), (month, unit, frame, as_of, day, published))
/// The month in the units of a day.
MonthFacts month_facts_in(db::Transaction& tx, const Tools& tools, Month month, Date frame, Sequence as_of, int64_t unit);
/// The unit asked for in a frame: itself where it is there on that day; nothing asked for: the body of that day.
Outcome<units::Unit> unit_in_frame(Context& context, const std::optional<std::string>& code, Month month, const std::optional<Date>& frame);

struct CoverageRequest : VintageAsked {
  Month month;
};
BOOST_DESCRIBE_STRUCT(CoverageRequest, (), (month, as_of, day, published))
struct MonthCoverage {
  Month month;
  FormCount communes, all;
  int32_t late = 0;
  Instant due_communes, due_others;
  std::vector<FormStatus> units;  ///< those that the reader may see
};
BOOST_DESCRIBE_STRUCT(MonthCoverage, (), (month, communes, all, late, due_communes, due_others, units))

struct ExplainRequest : VintageAsked {
  std::string indicator;
  Month month;
  std::optional<std::string> unit;
  std::optional<Date> frame;
};
BOOST_DESCRIBE_STRUCT(ExplainRequest, (), (indicator, month, unit, frame, as_of, day, published))
/// How much of a unit counts, where an act stands between its day and the frame's.
struct Mapped {
  Decimal percent;
  bool unknown = false;     ///< nobody said how it was divided: evenly
  std::vector<int64_t> acts;  ///< by which it goes there
};
BOOST_DESCRIBE_STRUCT(Mapped, (), (percent, unknown, acts))
/// Who answered for the form that a value came with.
struct Approval {
  FormState state = FormState::open;
  std::optional<Instant> at;
  std::optional<Text> by;
};
BOOST_DESCRIBE_STRUCT(Approval, (), (state, at, by))
struct Input {
  units::UnitRef unit;
  std::optional<Decimal> value;
  State state = State::missing;
  std::optional<Instant> known;
  std::optional<Decimal> last_month, last_year;
  std::optional<std::string> reason;  ///< why it was kept when a check asked
  std::optional<Text> by;             ///< the office that gave it
  std::optional<Mapped> mapped;       ///< nothing: the unit is itself in the frame, whole
  Approval form;
};
BOOST_DESCRIBE_STRUCT(Input, (), (unit, value, state, known, last_month, last_year, reason, by, mapped, form))
/// An indicator that a computed one is made of.
struct PartFigure {
  IndicatorRef indicator;
  Comparison value;
};
BOOST_DESCRIBE_STRUCT(PartFigure, (), (indicator, value))
/// One change of a value, and what it made of the total.
struct Vintage {
  int64_t as_of = 0;
  Instant at;
  units::UnitRef unit;
  Text by;
  std::optional<Decimal> before, value;
  State state = State::missing;
  std::optional<Decimal> total;
};
BOOST_DESCRIBE_STRUCT(Vintage, (), (as_of, at, unit, by, before, value, state, total))
struct Explanation {
  IndicatorRef indicator;
  units::UnitRef unit;
  Month month;
  Fact fact;
  Text sentence;  ///< as the report words it
  Text formula;   ///< how the total comes about
  std::optional<IndicatorRef> numerator, denominator;
  std::vector<PartFigure> parts;  ///< of a ratio or formula, or what weighs an average
  Date frame;
  std::vector<Input> inputs;
  int32_t hidden = 0;  ///< inputs of units that the reader may not see
  std::vector<Vintage> vintages;  ///< newest first; only of units that the reader may see
};
BOOST_DESCRIBE_STRUCT(Explanation, (),
                      (indicator, unit, month, fact, sentence, formula, numerator, denominator, parts, frame, inputs,
                       hidden, vintages))

struct SeriesRequest : VintageAsked {  ///< published: each month as it was published itself, where it was
  std::string indicator;
  Month month;  ///< the last
  std::optional<std::string> unit;
  std::optional<int32_t> months;
  std::optional<Date> frame;  ///< units as they stand on this day; the last month's own when absent
};
BOOST_DESCRIBE_STRUCT(SeriesRequest, (), (indicator, month, unit, months, frame, as_of, day, published))
struct SeriesPoint {
  Month month;
  std::optional<Decimal> value, year_before;
  State state = State::missing;
  Coverage coverage;
  bool estimated = false;  ///< a unit was divided by a weight for this frame
  std::optional<Decimal> published;  ///< as the month was published, where it was
};
BOOST_DESCRIBE_STRUCT(SeriesPoint, (), (month, value, year_before, state, coverage, estimated, published))
struct YearPlan {
  int32_t year = 0;
  Decimal value;
};
BOOST_DESCRIBE_STRUCT(YearPlan, (), (year, value))
/// Units changed in the time that a series covers, for its drawing.
struct UnitsChanged {
  int64_t act = 0;
  Date on;
  std::string number;
  Text title;
};
BOOST_DESCRIBE_STRUCT(UnitsChanged, (), (act, on, number, title))
struct MonthSeries {
  IndicatorRef indicator;
  units::UnitRef unit;
  Text title;  ///< the sentence that the chart shows
  std::optional<Instant> known;
  std::vector<SeriesPoint> points;
  Date frame;                           ///< the units are those of this day
  std::vector<units::UnitRef> choices;  ///< what the unit asked for was made of or became on that day, when it is not itself there
  std::vector<UnitsChanged> changes;    ///< that touch the unit, oldest first
  std::vector<YearPlan> plans;          ///< of the years drawn
  std::optional<Date> then, now;        ///< days whose boundaries differ: before the first of the changes, and today
  bool published = false;               ///< some month of it was published
};
BOOST_DESCRIBE_STRUCT(MonthSeries, (),
                      (indicator, unit, title, known, points, frame, choices, changes, plans, then, now, published))

struct RemindRequest {
  Month month;
  std::vector<std::string> units;  ///< empty: every unit that has not sent its form
};
BOOST_DESCRIBE_STRUCT(RemindRequest, (), (month, units))
struct Reminded {
  std::vector<units::UnitRef> reminded, already, sent;  ///< already: today; sent: nothing to remind of
};
BOOST_DESCRIBE_STRUCT(Reminded, (), (reminded, already, sent))

struct PublishRequest {
  Month month;
  Text title;  ///< "Báo cáo số 96/BC-UBND ngày 06/5/2021"
};
BOOST_DESCRIBE_STRUCT(PublishRequest, (), (month, title))

enum class ImportForms { none, submitted, approved };
BOOST_DESCRIBE_ENUM(ImportForms, none, submitted, approved)
struct ImportLine {
  std::string indicator, unit;
  Month month;
  Decimal value;
  std::optional<State> state;  ///< official when absent
  std::optional<Date> known;   ///< the day it became known, if not now
};
BOOST_DESCRIBE_STRUCT(ImportLine, (), (indicator, unit, month, value, state, known))
struct ImportRequest {
  std::vector<ImportLine> lines;
  std::optional<ImportForms> forms;  ///< what becomes of the forms that the import completes
};
BOOST_DESCRIBE_STRUCT(ImportRequest, (), (lines, forms))
struct Imported {
  int32_t values = 0, forms = 0;
};
BOOST_DESCRIBE_STRUCT(Imported, (), (values, forms))

Outcome<IndicatorList> list_indicators(Context& context, const Nothing&);
Outcome<MonthFacts> month_table(Context& context, const Tools& tools, const TableRequest& request);
Outcome<MonthCoverage> month_coverage(Context& context, const Tools& tools, const CoverageRequest& request);
Outcome<Explanation> explain(Context& context, const Tools& tools, const ExplainRequest& request);
Outcome<MonthSeries> month_series(Context& context, const Tools& tools, const SeriesRequest& request);
Outcome<Publication> publish_month(Context& context, const Tools& tools, const PublishRequest& request);
Outcome<Reminded> remind(Context& context, const Tools& tools, const RemindRequest& request);
Outcome<Imported> import_figures(Context& context, const Tools& tools, const ImportRequest& request);

}  // namespace giaoban::figures
