#include "figures/figures_file.hpp"

#include "figures/compare.hpp"
#include "figures/demo_city_test.hpp"
#include "figures/number.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {

const Month april = Month::of(2021, 4);

struct City {
  Columns columns = demo_columns();
  rules::Wording house =
      rules::Rules::load(installation() / "rules")->wording.on(Date::of(2021, 5, 4)).value;

  Comparison ask(const std::string& indicator, Measure measure, Month month = april,
                 Sequence as_of = newest) const {
    return evaluate(
        columns, {columns.find_indicator(indicator).value(), columns.root(), month, measure, as_of}, house);
  }
  std::string percent(const std::string& indicator, Measure measure, Sequence as_of = newest) const {
    auto c = ask(indicator, measure, april, as_of);
    return fmt::format("{} {}", boost::describe::enum_to_string(c.what, ""), c.shown.str());
  }
};
const City& city() {
  static const City the_city;
  return the_city;
}

}  // namespace

TEST_CASE("demo city: the seven published ratios come out of the arithmetic") {
  auto& c = city();
  CHECK(c.percent("import_export", Measure::month_on_month) == "change 26.0");
  CHECK(c.percent("import_export", Measure::year_to_date_on_year) == "change 4.3");
  CHECK(c.percent("retail_sales", Measure::month_on_month) == "change 1.3");
  CHECK(c.percent("retail_sales", Measure::year_to_date_on_year) == "level 104.9");
  CHECK(c.percent("industrial_output", Measure::year_to_date_on_year) == "change 36.6");
  CHECK(c.percent("budget_revenue", Measure::year_to_date_on_year) == "level 120.0");
  CHECK(c.percent("capital_disbursement", Measure::year_to_date_on_year) == "level 232.7");
}

TEST_CASE(
    "demo city: they hold with the Office's stand-ins for the two late communes, and only on the revised "
    "March") {
  auto& c = city();
  Sequence before_session = Date::of(2021, 5, 4).days, before_revision = Date::of(2021, 4, 19).days;
  auto retail = c.ask("retail_sales", Measure::month, april, before_session);
  CHECK(retail.shown == Decimal{7126, 1});
  CHECK(retail.coverage == Coverage{14, 2, 16});
  CHECK(retail.state == State::estimate);
  CHECK(c.percent("retail_sales", Measure::month_on_month, before_session) == "change 1.3");
  CHECK(c.ask("retail_sales", Measure::month).coverage == Coverage{16, 0, 16});
  // The first March that was sent in would have given another growth rate.
  auto march = c.ask("retail_sales", Measure::month, Month::of(2021, 3), before_revision);
  CHECK(march.shown == Decimal{6984, 1});
  CHECK(c.ask("retail_sales", Measure::month, Month::of(2021, 3)).shown == Decimal{7035, 1});
}

TEST_CASE("demo city: the month's table") {
  struct Row {
    const char* indicator;
    const char* month;
    const char* on_month;
    const char* year;
    const char* on_year;
    const char* plan;
  };
  auto& c = city();
  for (auto& row : std::vector<Row>{{"import_export", "386.4", "26.0", "1214.8", "4.3", "31.1"},
                                    {"retail_sales", "712.6", "1.3", "2846.3", "104.9", "30.9"},
                                    {"industrial_output", "498.2", "4.8", "1867.5", "36.6", "30.9"},
                                    {"visitors", "46.2", "18.5", "138.5", "43.1", "19.8"},
                                    {"fishery_output", "1284", "6.1", "4876", "3.7", "31.3"},
                                    {"budget_revenue", "164.8", "8.2", "628.4", "120.0", "34.0"},
                                    {"capital_disbursement", "58.6", "41.5", "141.7", "232.7", "29.2"},
                                    {"vaccinated", "1212", "91.2", "1846", "", "92.3"},
                                    {"dossiers_on_time_rate", "99.2", "0.3", "99.0", "0.6", ""},
                                    {"complaints", "11", "78.6", "47", "88.7", ""}}) {
    CAPTURE(row.indicator);
    auto shown = [&](Measure m) {
      auto x = c.ask(row.indicator, m);
      return x.has_number() ? x.shown.str() : "";
    };
    CHECK(shown(Measure::month) == row.month);
    CHECK(shown(Measure::month_on_month) == row.on_month);
    CHECK(shown(Measure::year_to_date) == row.year);
    CHECK(shown(Measure::year_to_date_on_year) == row.on_year);
    CHECK(shown(Measure::plan_share) == row.plan);
  }
  CHECK(c.ask("vaccinated", Measure::year_to_date_on_year).what == Case::no_base);
  CHECK(c.ask("complaints", Measure::plan_share).what == Case::no_base);
  CHECK(*meets_threshold(c.columns, *c.columns.find_indicator("dossiers_on_time_rate"), c.columns.root(),
                         april));
}

TEST_CASE("demo city: every reporting unit has every month, and its header says what the data are") {
  auto& c = city();
  auto file = demo_file<FiguresFile>("figures.json");
  CHECK(file.about.vi.find("minh họa") != std::string::npos);
  CHECK(file.about.en.find("Illustrative") != std::string::npos);
  for (IndicatorIndex i = 0; i < c.columns.indicators().size(); ++i)
    for (Month month = c.columns.indicator(i).since; month <= april; month = month.plus(1)) {
      CAPTURE(c.columns.indicator(i).code);
      CAPTURE(month.iso());
      CHECK(c.columns.total(i, c.columns.root(), month).coverage.complete());
    }
  // Tết and the first wave of the epidemic can be seen.
  CHECK(c.ask("retail_sales", Measure::month, Month::of(2021, 2)).shown.units <
        c.ask("retail_sales", Measure::month, Month::of(2021, 1)).shown.units);
  CHECK(c.ask("visitors", Measure::month, Month::of(2020, 4)).shown.units < 100);
}

TEST_CASE("figures file: each line at fault is named") {
  auto indicators = demo_file<IndicatorsFile>("indicators.json").indicators;
  FiguresFile file;
  file.series.push_back({"nothing", "mong-cai", {}, {}});
  file.series.push_back(
      {"complaints", "tran-phu", {{"2021-4", Decimal{1, 0}}, {"2021-05", Decimal{15, 1}}}, {}});
  file.series.push_back({"dossiers_on_time_rate", "tran-phu", {}, {}});
  auto out = entries(file, indicators);
  REQUIRE_FALSE(out);
  std::vector<std::string> pointers;
  for (auto& f : out.error().fields) pointers.push_back(f.pointer);
  CHECK(pointers == std::vector<std::string>{"/series/0/indicator", "/series/1/official/2021-05",
                                             "/series/1/official/2021-4", "/series/2/indicator"});
}
