#include "figures/wording.hpp"

#include "figures/demo_city_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {

const rules::Wording house = house_wording();
const Month april = Month::of(2021, 4);

const Columns& city() {
  static const Columns columns = demo_columns();
  return columns;
}
Subject subject(const std::string& indicator, Month month = april) {
  return {*city().find_indicator(indicator), city().root(), month};
}

/// A single office with one indicator, to say any pair of values.
Columns office(Indicator indicator, std::vector<std::pair<Month, int64_t>> values) {
  indicator.code = "x";
  indicator.name = {"Chỉ tiêu", "Indicator"};
  indicator.unit_of_measure = {"tỷ đồng", "billion dong"};
  indicator.since = Month::of(2019, 1);
  Columns columns({indicator}, {{"u", "", true}});
  for (auto& [month, value] : values) columns.apply({1, 0, 0, month, value});
  return columns;
}
Text said(Indicator indicator, std::optional<int64_t> base, int64_t now,
          Measure measure = Measure::month_on_month) {
  std::vector<std::pair<Month, int64_t>> values = {{april, now}};
  if (base) values.emplace_back(april.plus(measure == Measure::month_on_month ? -1 : -12), *base);
  return clause(office(std::move(indicator), values), {0, 0, april}, measure, house).plain();
}
Indicator of(Kind kind = Kind::flow, Style style = Style::change) {
  Indicator i;
  i.kind = kind;
  i.month_style = i.year_style = style;
  i.direction = Direction::up;
  return i;
}

}  // namespace

TEST_CASE("wording: each case of a comparison, in both languages") {
  struct Example {
    Indicator indicator;
    std::optional<int64_t> base;
    int64_t now;
    Measure measure;
    const char* vi;
    const char* en;
  };
  auto m = Measure::month_on_month, y = Measure::year_on_year, t = Measure::year_to_date_on_year;
  auto change = of(), level = of(Kind::flow, Style::level), stock = of(Kind::stock);
  for (auto& e : std::vector<Example>{
           {change, 3067, 3864, m, "tăng 26% so với tháng trước", "up 26% on the month before"},
           {change, 1000, 1043, t, "tăng 4,3% so với cùng kỳ", "up 4.3% on the same period last year"},
           {change, 1000, 600, m, "giảm 40% so với tháng trước", "down 40% on the month before"},
           {change, 1000, 829, y, "giảm 17,1% so với cùng kỳ năm trước",
            "down 17.1% on the same month last year"},
           {level, 1000, 1049, t, "bằng 104,9% cùng kỳ", "at 104.9% of the same period last year"},
           {level, 14, 11, m, "bằng 78,6% tháng trước", "at 78.6% of the month before"},
           {level, 1000, 2327, t, "bằng 232,7% cùng kỳ", "at 232.7% of the same period last year"},
           {change, 100, 210, y, "gấp 2,1 lần cùng kỳ năm trước", "2.1 times the same month last year"},
           {change, 100, 300, m, "gấp 3 lần tháng trước", "3 times the month before"},
           {change, 245, 245, m, "tương đương tháng trước", "level with the month before"},
           {change, 2, 0, y, "giảm hết so với cùng kỳ năm trước",
            "down to none from the same month last year"},
           {change, 0, 2, m, "trong khi tháng trước không phát sinh", "after none in the month before"},
           {change, 0, 0, m, "không phát sinh như tháng trước", "none, as in the month before"},
           {change,
            {},
            5,
            y,
            "chưa có số cùng kỳ năm trước để so sánh",
            "with no figure for the same month last year to compare"},
           {change, -5, 10, m, "tăng 15 tỷ đồng so với tháng trước",
            "up 15 billion dong on the month before"},
           {stock, 639, 613, y, "giảm 4,1% so với cùng thời điểm năm trước",
            "down 4.1% on the same time last year"},
       }) {
    CAPTURE(e.vi);
    auto text = said(e.indicator, e.base, e.now, e.measure);
    CHECK(text.vi == e.vi);
    CHECK(text.en == e.en);
  }
}

TEST_CASE("wording: house style keeps or drops ,0 and sets where “gấp” begins") {
  auto columns = office(of(), {{april, 3864}, {april.plus(-1), 3067}, {april.plus(-12), 1932}});
  auto keeps = house;
  keeps.sentence_zero = rules::Zero::keep;
  keeps.times_from = {3, 0};
  CHECK(clause(columns, {0, 0, april}, Measure::month_on_month, keeps).plain().vi ==
        "tăng 26,0% so với tháng trước");
  CHECK(clause(columns, {0, 0, april}, Measure::year_on_year, keeps).plain().vi ==
        "tăng 100,0% so với cùng kỳ năm trước");
  CHECK(paired(columns, {0, 0, april}, Bases::omitted, house).plain().vi == "tăng 26% và gấp 2 lần");
  auto other = house;
  other.phrases.month_before.against = {"so tháng trước", "against the month before"};
  other.phrases.rise = {"tăng thêm {}", "rising {}"};
  CHECK(clause(columns, {0, 0, april}, Measure::month_on_month, other).plain() ==
        Text{"tăng thêm 26% so tháng trước", "rising 26% against the month before"});
}

namespace {
/// Two wards under a city; a third gave nothing a year before. People: 1,000 in a, 3,000 in b.
Columns wards() {
  Indicator sales = of(), people = of(Kind::stock), price = of(Kind::index);
  sales.code = "sales", sales.unit_of_measure = {"tỷ đồng", "billion dong"}, sales.scale = sales.decimals = 1;
  people.code = "people", people.unit_of_measure = {"người", "people"};
  price.code = "price", price.scale = price.decimals = 2, price.reporters = Reporters::named, price.reporting_units = {"city"};
  for (auto* i : {&sales, &people, &price}) i->name = {"Chỉ tiêu", "Indicator"}, i->since = Month::of(2019, 1);
  Columns c({sales, people, price}, {{"city", "", false}, {"a", "city", true}, {"b", "city", true}, {"c", "city", true}});
  Sequence s = 0;
  auto put = [&](IndicatorIndex i, const char* unit, Month month, int64_t v) { c.apply({++s, i, *c.find_unit(unit), month, v}); };
  put(0, "a", april, 300), put(0, "b", april, 500), put(0, "c", april, 200);
  put(0, "a", april.plus(-12), 250), put(0, "b", april.plus(-12), 600);
  put(1, "a", april, 1000), put(1, "b", april, 3000), put(1, "c", april, 1000);
  for (int m = -16; m <= 0; ++m) put(2, "city", april.plus(m), 10000 + 20 * (m + 16));
  return c;
}
}  // namespace

TEST_CASE("wording: parts of a whole, people, places, and only the units that have both sides") {
  auto c = wards();
  auto a = *c.find_unit("a"), b = *c.find_unit("b"), city = c.root();
  auto say = [&](UnitIndex unit, Measure m) { return clause(c, {0, unit, april, newest, {}, 1, 1000}, m, house).plain(); };
  CHECK(say(a, Measure::share) == Text{"chiếm 30% toàn địa bàn", "30% of the whole area"});
  CHECK(say(b, Measure::share).vi == "chiếm 50% toàn địa bàn");
  // +5 of 85 and −10 of 85: the third ward has no year before and does not count
  CHECK(say(a, Measure::contribution) == Text{"đóng góp 5,9 điểm phần trăm vào mức tăng chung",
                                              "adding 5.9 percentage points to the overall change"});
  CHECK(say(b, Measure::contribution).vi == "làm giảm 11,8 điểm phần trăm của mức tăng chung");
  CHECK(say(city, Measure::year_on_year) ==
        Text{"giảm 5,9% so với cùng kỳ năm trước (chỉ tính 2/3 đơn vị có số liệu ở cả hai kỳ)",
             "down 5.9% on the same month last year (only the 2 of 3 units with figures on both sides)"});
  CHECK(say(a, Measure::per_head) == Text{"bình quân mỗi 1.000 dân 30,0 tỷ đồng", "for every 1,000 people 30.0 billion dong"});
  auto place = [&](UnitIndex u, Measure m) { return rank_words(*rank(c, {0, u, april, m}), house); };
  CHECK(place(a, Measure::month) == Text{"đứng thứ 2 trong 3 đơn vị", "number 2 of 3 units"});
  CHECK(place(a, Measure::year_on_year).vi == "đứng thứ 1 trong 2 đơn vị");
}

TEST_CASE("wording: a price index is compared with last December and on average, with two decimals") {
  auto c = wards();
  CHECK(month_sentence(c, {2, c.root(), april}, house).plain().vi ==
        "Chỉ tiêu tháng 4 tăng 0,19% so với tháng trước và tăng 2,38% so với cùng kỳ năm trước, tăng 0,78% so với "
        "tháng 12 năm trước; bình quân 4 tháng tăng 2,39% so với cùng kỳ.");
}

TEST_CASE("wording: the demo month's sentences") {
  auto vi = [](const std::string& i, Month month = april) {
    return month_sentence(city(), subject(i, month), house).plain().vi;
  };
  CHECK(vi("import_export") ==
        "Kim ngạch xuất nhập khẩu tháng 4 đạt 386,4 triệu USD, tăng 26% so với tháng trước và tăng 28,5% so "
        "với cùng kỳ năm trước; "
        "lũy kế 4 tháng đạt 1.214,8 triệu USD, tăng 4,3% so với cùng kỳ, đạt 31,1% kế hoạch năm.");
  CHECK(vi("budget_revenue") ==
        "Tổng thu ngân sách nhà nước tháng 4 đạt 164,8 tỷ đồng, tăng 8,2% so với tháng trước và tăng 27,6% "
        "so với cùng kỳ năm trước; "
        "lũy kế 4 tháng đạt 628,4 tỷ đồng, bằng 120% cùng kỳ, đạt 34% dự toán năm.");
  CHECK(vi("dossiers_on_time_rate") ==
        "Tỷ lệ hồ sơ hành chính trả đúng hạn tháng 4 đạt 99,2%, tăng 0,3 điểm phần trăm so với tháng trước "
        "và tăng 1 điểm phần trăm so với "
        "cùng kỳ năm trước; tính chung 4 tháng đạt 99,0%, tăng 0,6 điểm phần trăm so với cùng kỳ.");
  CHECK(vi("tax_debt") ==
        "Nợ đọng thuế cuối tháng 4 là 61,3 tỷ đồng, giảm 1,3% so với tháng trước và giảm 4,1% so với cùng "
        "thời điểm năm trước.");
  CHECK(vi("complaints") ==
        "Số đơn khiếu nại, tố cáo tiếp nhận tháng 4 là 11 đơn, bằng 78,6% tháng trước và bằng 84,6% cùng kỳ "
        "năm trước; "
        "lũy kế 4 tháng là 47 đơn, bằng 88,7% cùng kỳ.");
  CHECK(vi("import_export", Month::of(2021, 1)) ==
        "Kim ngạch xuất nhập khẩu tháng 1 đạt 325,8 triệu USD, giảm 13,7% so với tháng trước và giảm 4,8% so "
        "với cùng kỳ năm trước, đạt 8,4% kế hoạch năm.");
  CHECK(month_sentence(city(), subject("import_export"), house).plain().en ==
        "Import-export turnover in April reached 386.4 million USD, up 26% on the month before and up 28.5% "
        "on the same month last year; "
        "over 4 months reached 1,214.8 million USD, up 4.3% on the same period last year, 31.1% of the "
        "year's plan.");
  CHECK(vi("import_export", Month::of(2021, 6)) == "Kim ngạch xuất nhập khẩu tháng 6 chưa có số liệu.");
}

TEST_CASE("wording: an estimate is said, and so is who has not reported") {
  auto s = subject("retail_sales");
  s.as_of = Date::of(2021, 5, 4).days;
  CHECK(month_sentence(city(), s, house)
            .plain()
            .vi.starts_with("Tổng mức bán lẻ hàng hóa tháng 4 ước đạt 712,6 tỷ đồng (14/16 đơn vị đã báo "
                            "cáo), tăng 1,3% so với tháng trước"));
}

TEST_CASE("wording: the short form of notices carries the published words") {
  auto h = [](const std::string& i, Headline what) {
    return headline(city(), subject(i), what, house).plain().vi;
  };
  CHECK(h("import_export", Headline::month_and_year) ==
        "kim ngạch xuất nhập khẩu tăng 26% so với tháng trước, lũy kế 4 tháng tăng 4,3% so với cùng kỳ");
  CHECK(h("retail_sales", Headline::month_and_year) ==
        "tổng mức bán lẻ hàng hóa tăng 1,3% so với tháng trước, lũy kế 4 tháng bằng 104,9% cùng kỳ");
  CHECK(h("industrial_output", Headline::year) ==
        "giá trị sản xuất công nghiệp 4 tháng tăng 36,6% so với cùng kỳ");
  CHECK(h("budget_revenue", Headline::year) == "tổng thu ngân sách nhà nước 4 tháng bằng 120% cùng kỳ");
  CHECK(h("capital_disbursement", Headline::year) ==
        "giá trị giải ngân vốn xây dựng cơ bản 4 tháng bằng 232,7% cùng kỳ");
}

TEST_CASE("wording: every number stays bound to its figure, the same ones in both languages") {
  for (auto& indicator : city().indicators()) {
    CAPTURE(indicator.code);
    auto sentence = month_sentence(city(), subject(indicator.code), house);
    std::vector<Binding> vi, en;
    for (auto& run : sentence.vi)
      if (run.figure) vi.push_back(*run.figure);
    for (auto& run : sentence.en)
      if (run.figure) en.push_back(*run.figure);
    CHECK(vi.size() >= 2);
    CHECK(vi == en);
    for (auto& binding : vi) {
      auto again = reread(city(), binding, house);
      REQUIRE(again);
      CHECK(again->what == binding.what);
      CHECK(again->shown == binding.shown);
    }
  }
}

TEST_CASE("wording: the words around a figure in a table") {
  auto cell = [](const std::string& i, Measure m) {
    auto s = subject(i);
    auto w = cell_words(evaluate(city(), {s.indicator, s.unit, s.month, m}, house), house);
    return w.before.vi + "|" + w.number.vi + "|" + w.after.vi;
  };
  CHECK(cell("import_export", Measure::month) == "|386,4|");
  CHECK(cell("import_export", Measure::month_on_month) == "|+26,0|%");
  CHECK(cell("retail_sales", Measure::year_to_date_on_year) == "bằng|104,9|%");
  CHECK(cell("dossiers_on_time_rate", Measure::month_on_month) == "|+0,3|điểm");
  CHECK(cell("vaccinated", Measure::year_to_date_on_year) == "chưa có cùng kỳ||");
  CHECK(cell("complaints", Measure::plan_share) == "không giao kế hoạch||");
  CHECK(cell("illegal_entries", Measure::month_on_month) == "|−40,5|%");
}
