// What is known of a month: every indicator with its comparisons, for the table, the report and the home page.
#include "figures/comparable.hpp"
#include "figures/store.hpp"
#include "figures/views.hpp"

namespace giaoban::figures {
namespace {

constexpr int spark_months = 13;

/// A plan is called behind when the share done is under this part of the year's pace (the Office's habit:
/// below two thirds someone must look). Only where more is better, and once the month is known.
bool is_behind(const Fact& fact, const Indicator& indicator, Month month) {
  auto& share = fact.plan_share;
  if (indicator.direction != Direction::up || share.what != Case::level) return false;
  auto& coverage = fact.month.coverage;
  if (coverage.reported + coverage.stand_in < coverage.expected) return false;
  // share < month / 12 · 100 · 2 / 3, in units of 10^-scale
  __int128 pace = static_cast<__int128>(month.month()) * 100 * 2;
  for (int32_t i = 0; i < share.shown.scale; ++i) pace *= 10;
  return static_cast<__int128>(share.shown.units) * 36 < pace;
}

std::optional<Decimal> number(const Comparison& c) {
  return c.what == Case::value ? std::optional(c.shown) : std::nullopt;
}

using RefOf = std::unordered_map<std::string, units::UnitRef>;

Fact fact(const Columns& columns, IndicatorIndex i, UnitIndex unit, Month month, Date frame, Sequence as_of,
          const rules::Wording& wording, const RefOf& refs) {
  auto& indicator = columns.indicator(i);
  auto ask = [&](Measure measure, Month of) { return evaluate(columns, in_frame({i, unit, of, measure, as_of}, frame), wording); };
  Fact f;
  f.indicator = indicator_ref(indicator);
  f.month = ask(Measure::month, month);
  f.month_on_month = ask(Measure::month_on_month, month);
  f.year_on_year = ask(Measure::year_on_year, month);
  f.year_to_date = ask(Measure::year_to_date, month);
  f.year_to_date_on_year = ask(Measure::year_to_date_on_year, month);
  f.plan_share = ask(Measure::plan_share, month);
  if (auto plan = plan_of(columns, {i, unit, frame, as_of}, month.year())) f.plan = Decimal{*plan, indicator.scale};
  f.estimate = is_estimate(f.month.state);
  f.behind = is_behind(f, indicator, month);
  f.meets = meets_threshold(columns, i, unit, month, as_of, frame);
  if (indicator.reported_in(month))
    for (auto u : reporters_in(columns, {i, unit, frame, as_of}, month)) {
      auto coverage = total_of(columns, {i, u, frame, as_of}, month).coverage;
      if (coverage.reported < coverage.expected) f.missing.push_back(refs.at(columns.unit(u).code));
    }
  for (int back = spark_months - 1; back >= 0; --back)
    f.spark.push_back(number(ask(Measure::month, month.plus(-back))));
  return f;
}

void count_forms(db::Transaction& tx, Month month, Sequence as_of, MonthFacts& out) {
  for (auto& form : unit_forms(tx, stored_indicators(tx), month, as_of)) {
    auto state = form.state();
    auto add = [&](FormCount& count) {
      ++count.expected;
      count.submitted += state == FormState::submitted || state == FormState::approved;
      count.approved += state == FormState::approved;
    };
    add(out.all);
    if (form.commune) add(out.communes);
  }
}

}  // namespace

IndicatorRef indicator_ref(const Indicator& i) {
  return {i.code,       i.name,     i.short_name, i.unit_of_measure, i.group, i.kind,     i.direction, i.scale,
          i.decimals,   i.plan_word, i.entered(), i.key,             i.at_least, i.source, i.explanation};
}

const Fact* MonthFacts::find(std::string_view code) const {
  for (auto& f : facts)
    if (f.indicator.code == code) return &f;
  return nullptr;
}

MonthFacts month_facts(db::Transaction& tx, const Tools& tools, Month month, Sequence as_of, int64_t unit) {
  return month_facts_in(tx, tools, month, last_day(month), as_of, unit);
}

MonthFacts month_facts_in(db::Transaction& tx, const Tools& tools, Month month, Date frame, Sequence as_of, int64_t unit) {
  for (auto* table : {"figure", "indicator", "indicator_plan", "unit"}) tx.note_read(table);
  MonthFacts out;
  out.month = month;
  RefOf refs;
  std::string code;
  for (auto& u : units::all(tx)) {
    refs[u.code] = {u.id, u.code, u.short_name};
    if (unit && u.id == unit) code = u.code;
  }
  if (!unit) code = units::body(tx, frame).code;
  out.unit = refs[code];
  auto last = vintage_now(tx);
  out.newest = as_of >= last;
  out.as_of = std::min(as_of, last);
  out.known = tx.one_value<Instant>(
      "select at from figure where seq <= ? order by seq desc, at desc limit 1", out.as_of);
  out.about = about(tx);
  out.published = published(tx, month);
  count_forms(tx, month, out.newest ? newest : as_of, out);
  // The wording in force on the month's last day, so that an old month reads as it did.
  auto& wording = tools.rules.wording.on(last_day(month)).value;
  tools.columns.read([&](const Columns& columns) {
    auto place = columns.find_unit(code);
    if (!place) return;
    for (IndicatorIndex i = 0; i < columns.indicators().size(); ++i)
      if (auto last = columns.indicator(i).until; (!last || month <= *last) &&
                                                  !reporters_in(columns, {i, *place, frame, as_of}, month).empty())
        out.facts.push_back(fact(columns, i, *place, month, frame, out.newest ? newest : as_of, wording, refs));
  });
  return out;
}

}  // namespace giaoban::figures
