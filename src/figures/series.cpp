// figures.series: an indicator over months, beside the same months of the year before.
#include "documents/letters.hpp"
#include "figures/views.hpp"

namespace giaoban::figures {
namespace {

constexpr int32_t months_default = 24, months_max = 120;

}  // namespace

Outcome<MonthSeries> month_series(Context& context, const Tools& tools, const SeriesRequest& request) {
  TRY(unit, unit_to_show(context, request.unit));
  auto months = request.months.value_or(months_default);
  Faults faults;
  faults.require(months >= 1 && months <= months_max, "/months", {"Từ 1 đến 120 tháng.", "From 1 to 120 months."});
  if (faults.any()) return faults.problem();
  context.tx.note_read("figure");
  context.tx.note_read("indicator");
  MonthSeries out;
  out.unit = {unit.id, unit.code, unit.short_name};
  out.known = context.tx.one_value<Instant>("select at from figure order by seq desc, at desc limit 1");
  bool found = tools.columns.read([&](const Columns& columns) {
    auto i = columns.find_indicator(request.indicator);
    auto place = columns.find_unit(unit.code);
    if (!i || !place || columns.reporters(*i, *place).empty()) return false;
    auto& wording = tools.rules.wording.on(last_day(request.month)).value;
    out.indicator = indicator_ref(columns.indicator(*i));
    // A ratio as the title only where both years have the same units; otherwise what the chart shows.
    auto year = evaluate(columns, {*i, *place, request.month, Measure::year_to_date_on_year}, wording);
    auto& name = columns.indicator(*i).name;
    auto words = year.like_for_like && year.what != Case::not_additive
                     ? headline(columns, {*i, *place, request.month}, Headline::year, wording).plain()
                     : name + Text{" theo tháng", " by month"};
    out.title = {documents::capitalised(words.vi), documents::capitalised(words.en)};
    auto value = [&](Month month) { return evaluate(columns, {*i, *place, month, Measure::month}, wording); };
    auto number = [](const Comparison& c) { return c.what == Case::value ? std::optional(c.shown) : std::nullopt; };
    for (int back = months - 1; back >= 0; --back) {
      Month month = request.month.plus(-back);
      auto now = value(month);
      out.points.push_back({month, number(now), number(value(month.plus(-12))), now.state, now.coverage});
    }
    return true;
  });
  if (!found) return not_found({"Không có chỉ tiêu này ở đơn vị.", "The unit has no such indicator."});
  return out;
}

}  // namespace giaoban::figures
