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
Outcome<units::Unit> unit_to_show(Context& context, const std::optional<std::string>& code);

struct IndicatorList {
  std::vector<Indicator> indicators;
  Text about;
};
BOOST_DESCRIBE_STRUCT(IndicatorList, (), (indicators, about))

struct TableRequest {
  Month month;
  std::optional<std::string> unit;
  std::optional<int64_t> as_of;  ///< journal number: the month as it was known then
};
BOOST_DESCRIBE_STRUCT(TableRequest, (), (month, unit, as_of))

struct CoverageRequest {
  Month month;
};
BOOST_DESCRIBE_STRUCT(CoverageRequest, (), (month))
struct MonthCoverage {
  Month month;
  FormCount communes, all;
  int32_t late = 0;
  Instant due_communes, due_others;
  std::vector<FormStatus> units;  ///< those that the reader may see
};
BOOST_DESCRIBE_STRUCT(MonthCoverage, (), (month, communes, all, late, due_communes, due_others, units))

struct ExplainRequest {
  std::string indicator;
  Month month;
  std::optional<std::string> unit;
  std::optional<int64_t> as_of;
};
BOOST_DESCRIBE_STRUCT(ExplainRequest, (), (indicator, month, unit, as_of))
struct Input {
  units::UnitRef unit;
  std::optional<Decimal> value;
  State state = State::missing;
  std::optional<Instant> known;
  std::optional<Decimal> last_month, last_year;
  std::optional<std::string> reason;  ///< why it was kept when a check asked
};
BOOST_DESCRIBE_STRUCT(Input, (), (unit, value, state, known, last_month, last_year, reason))
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
  std::vector<Input> inputs;
  int32_t hidden = 0;  ///< inputs of units that the reader may not see
  std::vector<Vintage> vintages;  ///< newest first; only of units that the reader may see
};
BOOST_DESCRIBE_STRUCT(Explanation, (),
                      (indicator, unit, month, fact, sentence, formula, numerator, denominator, inputs, hidden, vintages))

struct SeriesRequest {
  std::string indicator;
  Month month;  ///< the last
  std::optional<std::string> unit;
  std::optional<int32_t> months;
};
BOOST_DESCRIBE_STRUCT(SeriesRequest, (), (indicator, month, unit, months))
struct SeriesPoint {
  Month month;
  std::optional<Decimal> value, year_before;
  State state = State::missing;
  Coverage coverage;
};
BOOST_DESCRIBE_STRUCT(SeriesPoint, (), (month, value, year_before, state, coverage))
struct MonthSeries {
  IndicatorRef indicator;
  units::UnitRef unit;
  Text title;  ///< the sentence that the chart shows
  std::optional<Instant> known;
  std::vector<SeriesPoint> points;
};
BOOST_DESCRIBE_STRUCT(MonthSeries, (), (indicator, unit, title, known, points))

struct RemindRequest {
  Month month;
  std::vector<std::string> units;  ///< empty: every unit that has not sent its form
};
BOOST_DESCRIBE_STRUCT(RemindRequest, (), (month, units))
struct Reminded {
  std::vector<units::UnitRef> reminded, already, sent;  ///< already: today; sent: nothing to remind of
};
BOOST_DESCRIBE_STRUCT(Reminded, (), (reminded, already, sent))

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
Outcome<Reminded> remind(Context& context, const Tools& tools, const RemindRequest& request);
Outcome<Imported> import_figures(Context& context, const Tools& tools, const ImportRequest& request);

}  // namespace giaoban::figures
