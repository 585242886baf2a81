#pragma once
// A unit's form of a month and what is done with it.
#include "figures/check.hpp"
#include "figures/store.hpp"

namespace giaoban::figures {

/// Said about a cell by the unit or the Office; stays when the figure changes.
struct CellComment {
  Text by;
  Instant at;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(CellComment, (), (by, at, text))

struct FormLine {
  IndicatorRef indicator;
  std::optional<Decimal> value;
  State state = State::missing;
  std::optional<Instant> known;
  std::optional<Text> by;  ///< the office that gave the value
  int64_t version = 0;     ///< journal number of what the cell holds: who writes says which one was seen
  std::optional<Decimal> held;     ///< typed, stopped by a check, not counted until answered
  std::optional<CellCheck> check;  ///< of the held value
  std::optional<std::string> reason;  ///< why a value that a check asked about was kept
  std::optional<Decimal> last_month, last_year;
  Comparison month_on_month, year_on_year;  ///< of the held value, where one is held
  std::vector<CellComment> comments;        ///< newest last
};
BOOST_DESCRIBE_STRUCT(FormLine, (),
                      (indicator, value, state, known, by, version, held, check, reason, last_month, last_year,
                       month_on_month, year_on_year, comments))

struct FormGroup {
  Text name;
  std::vector<FormLine> lines;
};
BOOST_DESCRIBE_STRUCT(FormGroup, (), (name, lines))

/// What happened to a form: "submitted", by which office, when, why.
struct FormHappened {
  FormStep step = FormStep::submitted;
  Instant at;
  Text by;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(FormHappened, (), (step, at, by, reason))

struct Form {
  units::UnitRef unit;
  Text unit_name;
  Month month;
  std::string number;  ///< "01-KTXH"
  FormState state = FormState::open;
  Instant due;
  bool late = false;
  std::vector<FormGroup> groups;
  int32_t filled = 0, of = 0, held = 0, stand_in = 0;
  bool own = false;  ///< the reader's own unit; otherwise what is entered is the Office's estimate
  bool may_enter = false, may_submit = false, may_take_back = false, may_review = false;
  std::optional<Text> locked;  ///< why nothing can be entered
  std::vector<FormHappened> happened;  ///< newest last
  Text about;
};
BOOST_DESCRIBE_STRUCT(Form, (),
                      (unit, unit_name, month, number, state, due, late, groups, filled, of, held, stand_in, own,
                       may_enter, may_submit, may_take_back, may_review, locked, happened, about))

/// Everything about one form that the verbs need, read once.
struct OpenForm {
  units::Unit unit;
  Month month;
  std::vector<IndicatorRow> indicators;  // that the unit enters this month
  std::vector<FormEvent> events;
  FormState state = FormState::open;
  bool own = false;  // the actor's unit or one below it
};
/// Finds the form and checks that the actor may see it: 403 for whoever may not, whether it is there or not. What
/// may be done with it is the operation's right: units enter for themselves, the Office for all.
/// `known`: the stored indicators, where several forms are opened in one go.
Outcome<OpenForm> open_form(Context& context, const std::string& unit, Month month,
                            const std::vector<IndicatorRow>* known = nullptr);
/// Why nothing can be entered in this state; nothing when it can.
std::optional<Text> locked_because(FormState state);
Form form_view(Context& context, const Tools& tools, const OpenForm& form);

/// A cell's present value and those that it is compared with.
struct CellValues {
  std::optional<int64_t> value, last_month, last_year;
  State state = State::missing;
  std::optional<Instant> known;
  int64_t seq = 0, seat = 0;  // of the value: its journal entry, who gave it
  std::optional<Total> month_before, year_before;  // where the bases are of what the unit was made of (before_act.hpp)
};
/// By indicator.
std::unordered_map<int64_t, CellValues> cell_values(db::Transaction& tx, const Tools& tools, const OpenForm& form);
/// A value that a unit gave itself, as one side of a comparison.
Total own_total(std::optional<int64_t> value);

/// rules/entry-checks.json, read once; a fault in it stops the start (declare asks for it).
const rules::Versions<rules::Questions>& questions();
/// The month's questions with no figures in them yet.
Checks form_checks(const Tools& tools, Month month);
/// A form's figures as they stand, held ones too.
void put_cells(Checks& checks, const OpenForm& form, const std::unordered_map<int64_t, CellValues>& cells,
               const std::unordered_map<int64_t, HeldRow>& held);

/// figures.checks: what the page needs to ask the same questions while one types.
struct ChecksRequest {
  Month month;
};
BOOST_DESCRIBE_STRUCT(ChecksRequest, (), (month))
struct FormChecks {
  rules::Questions questions;
  rules::EntryChecks bands;
  rules::Wording wording;
};
BOOST_DESCRIBE_STRUCT(FormChecks, (), (questions, bands, wording))
Outcome<FormChecks> checks_of(Context& context, const Tools& tools, const ChecksRequest& request);

struct FormRequest {
  std::string unit;
  Month month;
};
BOOST_DESCRIBE_STRUCT(FormRequest, (), (unit, month))

struct EnterCell {
  std::string indicator;
  std::optional<Decimal> value;       ///< null or absent: there is no figure
  std::optional<State> state;         ///< estimate or official (when absent)
  std::optional<std::string> reason;  ///< keeps a value that a check stops
  std::optional<int64_t> seen;        ///< the cell's version that was typed over; another by now: a conflict
};
BOOST_DESCRIBE_STRUCT(EnterCell, (), (indicator, value, state, reason, seen))
struct EnterRequest {
  std::string unit;
  Month month;
  std::vector<EnterCell> cells;
};
BOOST_DESCRIBE_STRUCT(EnterRequest, (), (unit, month, cells))
struct ReasonRequest {
  std::string unit;
  Month month;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReasonRequest, (), (unit, month, reason))

struct CommentRequest {
  std::string unit;
  Month month;
  std::string indicator, text;
};
BOOST_DESCRIBE_STRUCT(CommentRequest, (), (unit, month, indicator, text))

/// figures.grid: the month of every unit that the reader sees, unit by indicator: to compare, and to enter for several.
struct GridCell {
  std::optional<Decimal> value, held, last_month, last_year;
  State state = State::missing;
  int64_t version = 0;
  Comparison month_on_month, year_on_year;
};
BOOST_DESCRIBE_STRUCT(GridCell, (), (value, held, last_month, last_year, state, version, month_on_month, year_on_year))
struct GridUnit {
  units::UnitRef unit;
  bool commune = false;
  FormState state = FormState::open;
  bool may_enter = false;
  std::vector<std::optional<GridCell>> cells;  ///< in the order of the indicators; nothing where the unit reports none
};
BOOST_DESCRIBE_STRUCT(GridUnit, (), (unit, commune, state, may_enter, cells))
struct Grid {
  Month month;
  std::vector<IndicatorRef> indicators;
  std::vector<GridUnit> units;
  std::optional<Instant> known;  ///< when the last of it became known
  Text about;
};
BOOST_DESCRIBE_STRUCT(Grid, (), (month, indicators, units, known, about))
Outcome<Grid> month_grid(Context& context, const Tools& tools, const ChecksRequest& request);

Outcome<Form> show_form(Context& context, const Tools& tools, const FormRequest& request);
Outcome<Form> enter(Context& context, const Tools& tools, const EnterRequest& request);
Outcome<Form> submit(Context& context, const Tools& tools, const FormRequest& request);
Outcome<Form> take_back(Context& context, const Tools& tools, const FormRequest& request);
Outcome<Form> comment(Context& context, const Tools& tools, const CommentRequest& request);
Outcome<Form> give_back(Context& context, const Tools& tools, const ReasonRequest& request);
Outcome<Form> approve(Context& context, const Tools& tools, const FormRequest& request);
Outcome<Form> reopen(Context& context, const Tools& tools, const ReasonRequest& request);

}  // namespace giaoban::figures
