#pragma once
// The figures room: what units report each month, what the Office makes of it, and what is known of a month.
// The store holds every value ever given as a vintage (append-only, numbered by the journal); LiveColumns holds
// the same in memory for totals and comparisons.
#include <filesystem>
#include <set>
#include <shared_mutex>

#include "calendar/calendar.hpp"
#include "db/database.hpp"
#include "figures/compare.hpp"
#include "figures/figures_file.hpp"
#include "operation/catalogue.hpp"
#include "units/units.hpp"

namespace giaoban::files {
class Store;
}

namespace giaoban::figures {

/// The program's columns: many read at once, a commit changes them alone.
class LiveColumns {
 public:
  LiveColumns();
  /// From the store: at the start, and after indicators were defined. Where there is a snapshot that fits, only what
  /// came after it; one that does not fit is left aside with a line in the log that says why.
  void load(db::Transaction& tx, const std::filesystem::path& snapshot = {});
  /// A snapshot for the next start, where there are so many figures that it pays. Throws when it cannot be written.
  void save(db::Transaction& tx, const std::filesystem::path& snapshot) const;
  /// Others wrote to these tables; none: to any. New figures are added, changed units or indicators read anew.
  void follow(db::Transaction& tx, const std::set<std::string>& tables);
  void replace(Columns columns);
  void apply(const std::vector<Change>& changes);
  /// Within a change of indicators or units: from what it has written, in force once it is committed.
  void reload(Context& context);

  /// `f` gets `const Columns&`. Keep it short and take no second lock inside.
  template <class F>
  auto read(F&& f) const {
    std::shared_lock lock(mutex_);
    return f(static_cast<const Columns&>(*columns_));
  }

 private:
  mutable std::shared_mutex mutex_;
  std::shared_ptr<Columns> columns_;
};

/// What the room's operations need beside the store.
struct Tools {
  LiveColumns& columns;
  const rules::Rules& rules;
  const calendar::Calendar& calendar;
  const files::Store& files;
};

std::vector<db::Migration> migrations();
/// `tools` is kept by the operations: what it refers to must live as long as the catalogue.
void declare(Catalogue& catalogue, Tools tools);

/// An indicator as pages show it.
struct IndicatorRef {
  std::string code;
  Text name, short_name, unit_of_measure, group;
  Kind kind = Kind::flow;
  Direction direction = Direction::neutral;
  int32_t scale = 0, decimals = 0;
  PlanWord plan_word = PlanWord::plan;
  bool entered = true, key = false;
  std::optional<Decimal> at_least;
  Text source;
  std::optional<Text> explanation;
};
BOOST_DESCRIBE_STRUCT(IndicatorRef, (),
                      (code, name, short_name, unit_of_measure, group, kind, direction, scale, decimals, plan_word,
                       entered, key, at_least, source, explanation))
IndicatorRef indicator_ref(const Indicator& indicator);

/// All that is known of one indicator in one month, over a unit and everything below it.
struct Fact {
  IndicatorRef indicator;
  Comparison month, month_on_month, year_on_year, year_to_date, year_to_date_on_year, plan_share;
  std::optional<Decimal> plan;
  bool estimate = false;                           ///< a part of the month's value is not official
  bool behind = false;                             ///< the plan's share is far behind the year's pace
  std::optional<bool> meets;                       ///< the threshold, where there is one
  std::vector<units::UnitRef> missing;             ///< have given no value of their own
  std::vector<std::optional<Decimal>> spark;       ///< thirteen months, the month last
};
BOOST_DESCRIBE_STRUCT(Fact, (),
                      (indicator, month, month_on_month, year_on_year, year_to_date, year_to_date_on_year, plan_share,
                       plan, estimate, behind, meets, missing, spark))

/// How far the units' forms of a month are.
struct FormCount {
  int32_t expected = 0, submitted = 0, approved = 0;  ///< submitted counts the approved too
};
BOOST_DESCRIBE_STRUCT(FormCount, (), (expected, submitted, approved))

/// The vintage that the body published a month with: its report's, or the Office's word.
struct Publication {
  int64_t as_of = 0;
  Instant at;
  Text title;
};
BOOST_DESCRIBE_STRUCT(Publication, (), (as_of, at, title))
/// The latest of a month, if there is one.
std::optional<Publication> published(db::Transaction& tx, Month month);
void publish(Context& context, Month month, const Text& title, Sequence vintage);

struct MonthFacts {
  Month month;
  units::UnitRef unit;
  int64_t as_of = 0;             ///< journal number of the vintage shown
  std::optional<Instant> known;  ///< when the last of it became known
  bool newest = true;
  Text about;                    ///< "illustrative", where the data's own header says so; empty otherwise
  FormCount communes, all;
  std::vector<Fact> facts;
  std::optional<Publication> published;
  const Fact* find(std::string_view code) const;
};
BOOST_DESCRIBE_STRUCT(MonthFacts, (), (month, unit, as_of, known, newest, about, communes, all, facts, published))

/// The month for a unit (0 = the whole body) as it was known at a journal entry (`figures::newest` = now).
/// Works in reads and changes; notes what it read, so watched views follow.
MonthFacts month_facts(db::Transaction& tx, const Tools& tools, Month month, Sequence as_of = newest,
                       int64_t unit = 0);

/// Journal number of the last figure or plan that is known, the vintage that a report pins; 0 when there is none.
Sequence vintage_now(db::Transaction& tx);

// ---- the units' forms

enum class FormState { open, submitted, returned, approved };
BOOST_DESCRIBE_ENUM(FormState, open, submitted, returned, approved)

/// One unit's month, as lists show it.
struct FormStatus {
  units::UnitRef unit;
  bool commune = false;
  FormState state = FormState::open;
  int32_t filled = 0, of = 0, stand_in = 0, held = 0;
  Instant due;
  std::optional<Instant> submitted;
  bool late = false;              ///< not submitted, or submitted after the limit
  int32_t days_late = 0;          ///< working days
  std::optional<std::string> reason;  ///< why it was returned
  std::optional<Instant> reminded;
  bool reminded_today = false;
};
BOOST_DESCRIBE_STRUCT(FormStatus, (),
                      (unit, commune, state, filled, of, stand_in, held, due, submitted, late, days_late, reason,
                       reminded, reminded_today))
/// Of every unit that reports, communes first, in the tree's order.
/// As they were after a journal entry, and told as of that time.
std::vector<FormStatus> form_statuses(Context& context, const Tools& tools, Month month, Sequence as_of = newest);
/// When a unit's form of a month is due.
Instant form_due(const Tools& tools, Month month, bool commune);

// ---- for the demo, tests and the command line

/// Sets the indicators, plans and the words about the data. Codes that exist are kept under their number.
/// The caller reloads LiveColumns after the commit.
void define(db::Transaction& tx, const std::vector<Indicator>& indicators, const std::vector<PlanLine>& plans,
            const Text& about, Sequence seq);

}  // namespace giaoban::figures
