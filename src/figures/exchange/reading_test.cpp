#include "figures/exchange/read_file.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <sodium.h>

#include "figures/exchange/publish.hpp"
#include "spreadsheet/csv.hpp"
#include "spreadsheet/xlsx_writer.hpp"

using namespace giaoban;
using namespace giaoban::figures;
using namespace giaoban::figures::exchange;

namespace {

Known known() {
  Known k;
  k.indicators.add("retail_sales", {"Tổng mức bán lẻ hàng hóa", "Retail sales of goods"});
  k.indicators.add("visitors", {"Khách du lịch", "Visitors"});
  k.units.add("hai-hoa", {"phường Hải Hòa"});
  k.units.add("tra-co", {"phường Trà Cổ"});
  return k;
}
Outcome<FormTemplate> no_form(const std::string&, Month) { return not_found({"không có", "none"}); }

Reading read(const std::string& bytes, const Mapping& mapping = {}) {
  auto reading = read_file(bytes, mapping, known(), &no_form);
  REQUIRE_MESSAGE(reading.has_value(), reading.error().title.en);
  return *reading;
}
std::string said(const Reading& reading) {
  std::string out;
  for (auto& v : reading.values)
    out += fmt::format("{} {} {} {} {}{}\n", v.address, v.indicator, v.unit, v.month.iso(), v.value.str(), v.state == State::estimate ? " e" : "");
  for (auto& f : reading.faults.named()) out += f.address + ": " + f.what.en + "\n";
  return out;
}

FormTemplate some_form(const std::vector<std::optional<Decimal>>& values) {
  FormTemplate form{"hai-hoa", "01-KTXH", {"UBND phường Hải Hòa", "Hải Hòa ward"}, Month::of(2021, 4), {}};
  for (size_t i = 0; i < values.size(); ++i) {
    TemplateLine line;
    line.code = "code_" + std::to_string(i);
    line.name = {"Chỉ tiêu " + std::to_string(i), "Indicator " + std::to_string(i)};
    line.unit_of_measure = {"tỷ đồng", "billion dong"};
    line.group = i % 7 < 3 ? Text{"Kinh tế", "Economy"} : Text{"Xã hội", "Society"};
    line.scale = line.decimals = values[i] ? values[i]->scale : 0;
    line.value = values[i];
    form.lines.push_back(std::move(line));
  }
  return form;
}

}  // namespace

TEST_CASE("figures exchange: months and states as offices write them") {
  for (auto text : {"2021-04", "202104", "4/2021", "04/2021", "Tháng 4/2021", "tháng 04 năm 2021", "T4/2021", "2021-04-30", "4-2021"})
    CHECK_MESSAGE(month_of(text) == Month::of(2021, 4), text);
  for (auto text : {"", "2021", "13/2021", "2021Q2", "04/05/2021", "abc", "/2021", "20211"}) CHECK_MESSAGE(!month_of(text), text);
  CHECK(state_of("ƯỚC") == State::estimate);
  CHECK(state_of("") == State::official);
  CHECK(!state_of("maybe"));
}

TEST_CASE("figures exchange: a list is read by its usual headings; every fault has its address") {
  auto reading = read("Báo cáo tháng 4;;;\nMã chỉ tiêu;Đơn vị;Kỳ;Giá trị;Trạng thái\n"
                      "retail_sales;hai-hoa;2021-04;85,2;\nKhách du lịch;Phường  Trà Cổ;4/2021;2,35;ước\nretail_sales;tra-co;2021-04;;\n"
                      "retail_sales;nowhere;2021-04;1\nprice;hai-hoa;2021-04;1\nvisitors;hai-hoa;April;1\nvisitors;hai-hoa;2021-04;1.234\nvisitors;hai-hoa;2021-04;12%\n");
  CHECK(reading.kind == FileKind::csv);
  auto text = said(reading);
  CHECK(text.starts_with("D3 retail_sales hai-hoa 2021-04 85.2\nD4 visitors tra-co 2021-04 2.35 e\n"));
  for (auto* fault : {"B6: There is no unit “nowhere”", "A7: There is no indicator “price”", "C8: “April” is not a month", "D9: “1.234” can be read in two ways", "D10: “12%” is not a number"})
    CHECK_MESSAGE(text.find(fault) != std::string::npos, text);
  CHECK(reading.faults.count() == 5);
}

TEST_CASE("figures exchange: what a person says of headings and names holds, and what is said to be nothing is left out") {
  Mapping m;
  m.header_row = 1;
  m.unit = "A";
  m.month = "=2021-04";
  m.across = Across::indicator;
  m.columns = {{"B", "retail_sales"}, {"C", "visitors"}, {"D", ""}};
  auto bytes = "Nơi;Doanh thu;Lượt;Ghi chú\nHải Hoà;1,5;2;x\nPhường Trà Cổ;3;4;y\nTổng cộng;4,5;6;z\n";
  auto before = read(bytes, m);
  CHECK(before.values.size() == 2);
  REQUIRE(before.strangers.size() == 2);
  CHECK(before.strangers[0].word == "Hải Hoà");
  CHECK(before.notices.empty());
  m.names = {{"hải hoà", "hai-hoa"}, {"Tổng cộng", ""}};
  auto after = read(bytes, m);
  CHECK(said(after) == "B2 retail_sales hai-hoa 2021-04 1.5\nC2 visitors hai-hoa 2021-04 2\nB3 retail_sales tra-co 2021-04 3\nC3 visitors tra-co 2021-04 4\n");
  CHECK(after.strangers.empty());
}

TEST_CASE("figures exchange: columns by heading, by letters, or one value for the whole sheet") {
  Mapping m;
  m.header_row = 1;
  m.indicator = "=retail_sales";
  m.unit = "B";
  m.month = "=2021-04";
  m.value = "Doanh thu";
  CHECK(said(read("Tên,x,Doanh thu\na,hai-hoa,\"1,5\"\n", m)) == "C2 retail_sales hai-hoa 2021-04 1.5\n");
  m.value = "ZZ";
  auto wrong = read_file("a,b\n1,2\n", m, known(), &no_form);
  REQUIRE(!wrong.has_value());
  CHECK(wrong.error().fields.size() == 1);
  CHECK(wrong.error().fields[0].pointer == "/value");
}

TEST_CASE("figures exchange: units side by side") {
  Mapping m;
  m.across = Across::unit;
  m.month = "=202104";
  auto reading = read("Mã chỉ tiêu,Tên,hai-hoa,Phường Trà Cổ,Tổng\nretail_sales,a,1,2,3\nvisitors,b,,4.5,\n,,,,\n", m);
  CHECK(said(reading) == "C2 retail_sales hai-hoa 2021-04 1\nD2 retail_sales tra-co 2021-04 2\nD3 visitors tra-co 2021-04 4.5\n");
  CHECK(reading.notices.size() == 2);  // Tên, Tổng
}

TEST_CASE("figures exchange: a workbook's formulas and dates are named") {
  spreadsheet::WorkbookWriter out;
  out.sheet("Dữ liệu");
  uint32_t c = 0;
  for (auto* heading : {"indicator", "unit", "month", "value"}) out.text(0, c++, heading);
  out.text(1, 0, "visitors"), out.text(1, 1, "hai-hoa"), out.text(1, 2, "2021-04"), out.number(1, 3, {235, 2});
  out.text(2, 0, "=cmd|' /C calc'!A0"), out.text(2, 1, "hai-hoa"), out.text(2, 2, "2021-04"), out.number(2, 3, {1, 0});
  auto reading = read(out.finish());
  CHECK(reading.kind == FileKind::workbook);
  CHECK(reading.sheets == std::vector<std::string>{"Dữ liệu"});
  CHECK(said(reading).starts_with("Dữ liệu!D2 visitors hai-hoa 2021-04 2.35\nDữ liệu!A3: There is no indicator"));
}

TEST_CASE("figures exchange: faults are named up to a limit and counted beyond it") {
  std::string rows = "indicator,unit,month,value\n";
  for (int i = 0; i < 5'000; ++i) rows += "x,hai-hoa,2021-04,1\n";
  auto reading = read(rows);
  CHECK(reading.faults.count() == 5'000);
  CHECK(reading.faults.named().size() == spreadsheet::faults_named);
}

TEST_CASE("figures exchange: DHIS2 in") {
  auto reading = read(R"({"dataSet":"x","period":"202104","orgUnit":"hai-hoa","dataValues":[
    {"dataElement":"retail_sales","value":"85.2","storedBy":"a"},{"dataElement":"visitors","period":"202103","orgUnit":"tra-co","value":2.35,"comment":"c"},
    {"dataElement":"visitors","period":"2021Q1","value":"1"},{"dataElement":"abc","value":"1,5"},7]})");
  CHECK(reading.kind == FileKind::dhis2);
  auto text = said(reading);
  CHECK(text.starts_with("dataValues[0] retail_sales hai-hoa 2021-04 85.2\ndataValues[1] visitors tra-co 2021-03 2.35\n"));
  CHECK(reading.values[1].reason == "c");
  for (auto* fault : {"dataValues[2].period", "dataValues[3].dataElement", "dataValues[4]:"}) CHECK_MESSAGE(text.find(fault) != std::string::npos, text);
  CHECK(!read_file("{\"dataValues\":3}", {}, known(), &no_form).has_value());
  CHECK(!read_file("{", {}, known(), &no_form).has_value());
  CHECK(!read_file(std::string(100'000, '{'), {}, known(), &no_form).has_value());
}

TEST_CASE("figures exchange: a form's template written and read is the same form") {
  REQUIRE(sodium_init() >= 0);
  CHECK(rc::check("any form", [] {
    auto form = some_form(*rc::gen::container<std::vector<std::optional<Decimal>>>(rc::gen::apply(
        [](bool there, int64_t units, int scale) { return there ? std::optional(Decimal{units, scale}) : std::nullopt; },
        rc::gen::arbitrary<bool>(), rc::gen::inRange<int64_t>(0, 999'999'999'999'999), rc::gen::inRange(0, 7))));
    for (auto& line : form.lines) {
      line.estimate = line.value && *rc::gen::arbitrary<bool>();
      if (line.value && *rc::gen::arbitrary<bool>()) line.reason = *rc::gen::element<std::string>("lễ hội", "=1+1", "a\nb", "' quoted");
    }
    auto language = *rc::gen::element(Language::vi, Language::en);
    auto bytes = write_template(form, language);
    RC_ASSERT(bytes == write_template(form, language));
    auto reading = read_file(bytes, {}, known(), [&](const std::string& unit, Month month) -> Outcome<FormTemplate> {
      RC_ASSERT(unit == form.unit);
      RC_ASSERT(month == form.month);
      return form;
    });
    RC_ASSERT(reading.has_value());
    RC_ASSERT(reading->kind == FileKind::form_template);
    RC_ASSERT(!reading->faults.any());
    RC_ASSERT(reading->notices.empty());
    size_t at = 0;
    for (auto& line : form.lines) {
      if (!line.value) continue;
      auto& v = reading->values.at(at++);
      RC_ASSERT(v.indicator == line.code);
      RC_ASSERT(v.value.at_scale(6) == line.value->at_scale(6));
      RC_ASSERT(v.state == (line.estimate ? State::estimate : State::official));
      RC_ASSERT(v.reason == line.reason);
    }
    RC_ASSERT(at == reading->values.size());
  }));
}

TEST_CASE("figures exchange: an old template is accepted while its lines hold, refused with the codes that do not") {
  REQUIRE(sodium_init() >= 0);
  auto form = some_form({Decimal{852, 1}, Decimal{3, 0}});
  auto bytes = write_template(form, Language::vi);
  auto now = form;
  auto outcome = [&] { return read_file(bytes, {}, known(), [&](auto&, auto) -> Outcome<FormTemplate> { return now; }); };
  now.lines[0].name = {"Tên mới", "New name"};
  CHECK(outcome()->notices.empty());
  now.lines.push_back(form.lines[0]);
  now.lines.back().code = "code_9";
  CHECK(outcome()->notices.size() == 1);
  CHECK(outcome()->values.size() == 2);
  now.lines[0].scale = 2;
  now.lines.erase(now.lines.begin() + 1);
  auto refused = outcome();
  REQUIRE(!refused.has_value());
  CHECK(refused.error().title.en.find("code_0, code_1") != std::string::npos);
  Mapping other;
  other.unit = "=tra-co";
  CHECK(!read_file(bytes, other, known(), [&](auto&, auto) -> Outcome<FormTemplate> { return form; }).has_value());
}

TEST_CASE("figures exchange: what goes out is what others read") {
  Publication p;
  p.indicators = {{"retail_sales", {"Bán lẻ", "Retail"}, {"tỷ đồng", "billion dong"}}, {"visitors", {"Khách", "Visitors"}, {"nghìn lượt", "thousand"}}};
  p.units = {{"hai-hoa", {"phường Hải Hòa", "Hải Hòa ward"}, {}}};
  p.observations = {{0, 0, Month::of(2021, 3), {846, 1}, State::official, Instant{0}}, {0, 0, Month::of(2021, 4), {852, 1}, State::estimate, Instant{0}}, {1, 0, Month::of(2021, 4), {235, 2}, State::stand_in, Instant{0}}};
  CHECK(as_sdmx_csv(p) == "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS\r\n"
                          "dataflow,GIAOBAN:FIGURES(1.0.0),I,M,retail_sales,hai-hoa,2021-03,84.6,billion dong,A\r\n"
                          "dataflow,GIAOBAN:FIGURES(1.0.0),I,M,retail_sales,hai-hoa,2021-04,85.2,billion dong,E\r\n"
                          "dataflow,GIAOBAN:FIGURES(1.0.0),I,M,visitors,hai-hoa,2021-04,2.35,thousand,I\r\n");
  auto message = boost::json::parse(as_sdmx_json(p));
  auto& data = message.at("data");
  auto& series = data.at("dataSets").at(0).at("series");
  CHECK(series.at("0:0").at("observations").at("1") == boost::json::array({"85.2", 1}));
  CHECK(data.at("structures").at(0).at("dimensions").at("observation").at(0).at("values").at(1).at("id") == "2021-04");
  CHECK(boost::json::parse(as_sdmx_json({})).at("data").at("dataSets").as_array().empty());
  // Each of our own formats is read again.
  CHECK(said(read(as_dhis2(p))) == "dataValues[0] retail_sales hai-hoa 2021-03 84.6\ndataValues[1] retail_sales hai-hoa 2021-04 85.2\ndataValues[2] visitors hai-hoa 2021-04 2.35\n");
  Mapping dot;
  dot.decimal_sign = spreadsheet::DecimalSign::dot;
  CHECK(said(read(as_csv(p), dot)).starts_with("D2 retail_sales hai-hoa 2021-03 84.6\nD3 retail_sales hai-hoa 2021-04 85.2 e\n"));
  CHECK(said(read(as_sdmx_csv(p), dot)).starts_with("H2 retail_sales hai-hoa 2021-03 84.6\nH3 retail_sales hai-hoa 2021-04 85.2 e\n"));
  CHECK(said(read(as_workbook(p, Language::vi))).starts_with("Số liệu!F2 retail_sales hai-hoa 2021-03 84.6\nSố liệu!F3 retail_sales hai-hoa 2021-04 85.2 e\n"));
}

TEST_CASE("figures exchange: any bytes are read or refused") {
  CHECK(rc::check("damaged lists", [] {
    std::string bytes = "indicator;unit;month;value\nretail_sales;hai-hoa;2021-04;85,2\nvisitors;tra-co;4/2021;1.234\n";
    for (int i = *rc::gen::inRange(0, 8); i > 0; --i) bytes[static_cast<size_t>(*rc::gen::inRange<int>(0, static_cast<int>(bytes.size())))] = *rc::gen::elementOf(std::string(";,\n\"{=' 1a\xC3\x00", 12));
    auto reading = read_file(bytes, {}, known(), &no_form);
    if (!reading) RC_ASSERT(!reading.error().title.vi.empty());
  }));
}
