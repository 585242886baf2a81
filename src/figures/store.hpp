#pragma once
// Internal to the room: what its tables hold.
#include "figures/figures.hpp"

namespace giaoban::figures {

struct IndicatorRow {
  int64_t id = 0;
  Indicator indicator;
};
std::vector<IndicatorRow> stored_indicators(db::Transaction& tx);

struct FigureRow {
  int64_t id = 0, seq = 0, indicator = 0, unit = 0;
  Month month;
  std::optional<int64_t> value;  // nothing = withdrawn
  State state = State::official;
  Instant at;
  int64_t seat = 0;  // that gave it; 0: the program itself
};
BOOST_DESCRIBE_STRUCT(FigureRow, (), (id, seq, indicator, unit, month, value, state, at, seat))

/// One value that becomes known, with `context`'s actor as who gave it. `at`: when, if not now (an import).
void add_figure(Context& context, int64_t indicator, int64_t unit, Month month, std::optional<int64_t> value,
                State state, std::optional<Instant> at = {});

struct FormRow {
  int64_t id = 0, unit = 0;
  Month month;
};
BOOST_DESCRIBE_STRUCT(FormRow, (), (id, unit, month))

enum class FormStep { submitted, returned, approved, reopened, reminded, taken_back };
BOOST_DESCRIBE_ENUM(FormStep, submitted, returned, approved, reopened, reminded, taken_back)

struct FormEvent {
  FormStep step = FormStep::submitted;
  std::string reason;
  Instant at;
  int64_t seat = 0;
};
BOOST_DESCRIBE_STRUCT(FormEvent, (), (step, reason, at, seat))

/// Of one form, oldest first.
std::vector<FormEvent> form_events(db::Transaction& tx, int64_t unit, Month month);
void add_form_event(Context& context, int64_t unit, Month month, FormStep step, const std::string& reason,
                    std::optional<Instant> at = {});
FormState state_after(const std::vector<FormEvent>& events);
/// Was it ever approved? Then what is given now revises what was official.
bool ever_approved(const std::vector<FormEvent>& events);

/// Who reports a month, and how far its form is.
struct UnitForm {
  units::Unit unit;
  bool commune = false;
  std::vector<size_t> indicators;  // that it enters, as places in `stored_indicators`
  std::vector<FormEvent> events;
  FormState state() const { return state_after(events); }
};
std::vector<UnitForm> unit_forms(db::Transaction& tx, const std::vector<IndicatorRow>& indicators, Month month,
                                 Sequence as_of = newest);
/// Does this unit enter this indicator itself?
bool reports(const Indicator& indicator, const units::Unit& unit);
/// With the windows and limits that its indicators state.
Instant form_due(const Tools& tools, Month month, bool commune, const std::vector<const Indicator*>& indicators);

/// A value that a check stopped: kept as typed, outside every total, until its unit answers.
struct HeldRow {
  int64_t id = 0, seq = 0, indicator = 0;
  int64_t value = 0;
  State state = State::official;
};
BOOST_DESCRIBE_STRUCT(HeldRow, (), (id, seq, indicator, value, state))
std::vector<HeldRow> held(db::Transaction& tx, int64_t unit, Month month);

/// Words about the data as a whole ("illustrative").
Text about(db::Transaction& tx);

}  // namespace giaoban::figures
