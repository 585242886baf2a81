// figures.series: an indicator over months, beside the same months of the year before, in the boundaries of one day.
#include "documents/letters.hpp"
#include "figures/comparable.hpp"
#include "figures/views.hpp"
#include "units/acts.hpp"

namespace giaoban::figures {
namespace {

constexpr int32_t months_default = 24, months_max = 120;

struct PublishedMonth {
  Month month;
  Sequence vintage = 0;
};
BOOST_DESCRIBE_STRUCT(PublishedMonth, (), (month, vintage))

/// Whether a unit was divided for this value: its figure is a share of another's.
bool divided(const Columns& columns, const Place& place, Month month) {
  auto* comparable = columns.comparable();
  if (!comparable || !comparable->touched(place.unit)) return false;
  auto& sources = comparable->sources(place.unit, last_day(month), place.frame);
  return std::any_of(sources.begin(), sources.end(), [&](auto& s) { return s.share != 1 && columns.reports(place.indicator, s.unit); });
}

class Drawer {
 public:
  Drawer(Context& context, const Tools& tools, const SeriesRequest& request, MonthSeries& out, Sequence as_of)
      : context_(context), tools_(tools), request_(request), out_(out), as_of_(as_of) {
    for (auto& u : units::all(context.tx)) refs_[u.code] = {u.id, u.code, u.short_name};
    for (auto& p : context.tx.query<PublishedMonth>("select month, vintage from figure_publication order by id")) published_[p.month] = p.vintage;
    if (request.published.value_or(false)) vintage_ = published_;
  }

  /// On a frame's day a unit may not be there: then it is what it was made of, or became.
  bool settle(const Columns& columns, const std::string& code, Date own) {
    auto asked = columns.find_unit(code);
    if (!asked) return false;
    place_ = *asked;
    auto* comparable = columns.comparable();
    if (!comparable || comparable->in_force(*asked, out_.frame)) return true;
    for (auto& part : comparable->becomes(*asked, own, out_.frame)) out_.choices.push_back(refs_.at(columns.unit(part.unit).code));
    if (out_.choices.empty()) return false;
    out_.unit = out_.choices.front();
    place_ = columns.find_unit(out_.unit.code).value();
    return true;
  }

  bool draw(const Columns& columns, int32_t months) {
    auto i = columns.find_indicator(request_.indicator);
    if (!i) return false;
    Place place{*i, place_, out_.frame, as_of_};
    bool any = false;
    for (int back = 0; back < months && !any; ++back) any = !reporters_in(columns, place, request_.month.plus(-back)).empty();
    if (!any) return false;
    auto& wording = tools_.rules.wording.on(last_day(request_.month)).value;
    auto& indicator = columns.indicator(*i);
    out_.indicator = indicator_ref(indicator);
    // A ratio as the title only where both years have the same units; otherwise what the chart shows.
    auto year = evaluate(columns, in_frame({*i, place_, request_.month, Measure::year_to_date_on_year, as_of_}, out_.frame), wording);
    auto words = year.like_for_like && year.what != Case::not_additive ? headline(columns, {*i, place_, request_.month, as_of_, {}, {}, 1, out_.frame}, Headline::year, wording).plain()
                                                                       : indicator.name + Text{" theo tháng", " by month"};
    out_.title = {documents::capitalised(words.vi), documents::capitalised(words.en)};
    auto value = [&](Month month) {
      auto known = vintage_.find(month);
      return at(columns, *i, month, known == vintage_.end() ? as_of_ : known->second, wording);
    };
    auto number = [](const Comparison& c) { return c.what == Case::value ? std::optional(c.shown) : std::nullopt; };
    for (int back = months - 1; back >= 0; --back) {
      Month month = request_.month.plus(-back);
      auto now = value(month);
      auto then = published_.find(month);
      out_.points.push_back({month, number(now), number(value(month.plus(-12))), now.state, now.coverage, divided(columns, place, month),
                             then == published_.end() ? std::nullopt : number(at(columns, *i, month, then->second, wording))});
    }
    for (int year = request_.month.plus(1 - months).year(); year <= request_.month.year(); ++year)
      if (auto plan = plan_of(columns, place, year)) out_.plans.push_back({year, Decimal{*plan, indicator.scale}});
    return true;
  }

  /// The acts within the time drawn (a year before it, too) that touch the unit or anything below it.
  void changes(const Columns& columns, int32_t months) {
    auto first = first_day(request_.month.plus(-months - 11)), last = last_day(request_.month);
    auto* comparable = columns.comparable();
    if (!comparable || !comparable->touched(place_)) return;
    auto all = units::changes(context_.tx).changes;
    std::reverse(all.begin(), all.end());
    for (auto& change : all) {
      if (change.effective <= first || change.effective > last) continue;
      bool touches = std::any_of(change.parts.begin(), change.parts.end(), [&](auto& part) {
        return (part.from && ours(columns, *part.from, change.effective.plus(-1))) || (part.to && ours(columns, *part.to, change.effective));
      });
      if (touches) out_.changes.push_back({change.id, change.effective, change.number, change.title});
    }
    if (out_.changes.empty()) return;
    out_.then = out_.changes.front().on.plus(-1);
    out_.now = context_.today();
  }

 private:
  Comparison at(const Columns& columns, IndicatorIndex i, Month month, Sequence vintage, const rules::Wording& wording) const {
    return evaluate(columns, in_frame({i, place_, month, Measure::month, vintage}, out_.frame), wording);
  }
  /// Does this unit, as it stood on a day, reach into the one drawn?
  bool ours(const Columns& columns, const units::UnitRef& ref, Date day) const {
    auto u = columns.find_unit(ref.code);
    if (!u) return false;
    auto& sources = columns.comparable()->sources(place_, day, out_.frame);
    return std::any_of(sources.begin(), sources.end(), [&](auto& s) { return s.unit == *u; });
  }

  Context& context_;
  const Tools& tools_;
  const SeriesRequest& request_;
  MonthSeries& out_;
  const Sequence as_of_;
  UnitIndex place_ = 0;
  std::map<std::string, units::UnitRef> refs_;
  std::map<Month, Sequence> published_;  // the vintages that months were published with
  std::map<Month, Sequence> vintage_;    // that are asked for, where not all are of one
};

}  // namespace

Outcome<MonthSeries> month_series(Context& context, const Tools& tools, const SeriesRequest& request) {
  // Of the whole in other boundaries: the body of that day. A unit asked for by name may have become others since.
  TRY(unit, request.unit ? unit_to_show(context, request.unit, request.month) : unit_in_frame(context, {}, request.month, request.frame));
  auto months = request.months.value_or(months_default);
  Faults faults;
  faults.require(months >= 1 && months <= months_max, "/months", {"Từ 1 đến 120 tháng.", "From 1 to 120 months."});
  if (faults.any()) return faults.problem();
  VintageAsked asked = request;
  asked.published.reset();  // each month by itself
  TRY(as_of, vintage_asked(context, request.month, asked));
  for (auto* table : {"figure", "indicator", "unit"}) context.tx.note_read(table);
  MonthSeries out;
  out.unit = {unit.id, unit.code, unit.short_name};
  out.known = context.tx.one_value<Instant>("select at from figure where seq <= ? order by seq desc, at desc limit 1", as_of);
  out.published = context.tx.one_value<int64_t>("select count(*) from figure_publication where month > ? and month <= ?", request.month.plus(-months), request.month).value_or(0) > 0;
  Date own = last_day(request.month);  // a day on which the unit asked for was there
  if (unit.since && own < *unit.since) own = *unit.since;
  if (unit.until && own >= *unit.until) own = unit.until->plus(-1);
  out.frame = request.frame.value_or(own);
  Drawer drawer(context, tools, request, out, as_of);
  bool found = tools.columns.read([&](const Columns& columns) {
    if (!drawer.settle(columns, unit.code, own) || !drawer.draw(columns, months)) return false;
    drawer.changes(columns, months);
    return true;
  });
  if (!found) return not_found({"Không có chỉ tiêu này ở đơn vị.", "The unit has no such indicator."});
  return out;
}

}  // namespace giaoban::figures
