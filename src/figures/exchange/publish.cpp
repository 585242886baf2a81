#include "figures/exchange/publish.hpp"

#include "spreadsheet/csv.hpp"
#include "spreadsheet/xlsx_writer.hpp"

namespace giaoban::figures::exchange {
namespace {

const char* name_of(State state) { return boost::describe::enum_to_string(state, ""); }

/// When it became known; nothing where nobody said.
std::string known_of(const Observation& o) { return o.known.ms == 0 ? "" : o.known.iso(); }

/// "202104"
std::string dhis2_period(Month month) { return fmt::format("{}{:02}", month.year(), month.month()); }

}  // namespace

std::string as_csv(const Publication& p) {
  spreadsheet::CsvWriter out;
  for (auto* heading : {"indicator", "unit", "month", "value", "state", "known"}) out.plain(heading);
  out.end_row();
  for (auto& o : p.observations) {
    out.text(p.indicators[o.indicator].code);
    out.text(p.units[o.unit].code);
    out.plain(o.month.iso());
    out.number(o.value);
    out.plain(name_of(o.state));
    out.plain(known_of(o));
    out.end_row();
  }
  return "\xEF\xBB\xBF" + out.str();
}

std::string as_workbook(const Publication& p, Language language) {
  spreadsheet::WorkbookWriter out;
  out.sheet(Text{"Số liệu", "Figures"}.in(language), {.widths = {22, 40, 18, 30, 10, 16, 12, 24}, .frozen_rows = 1});
  const Text heads[] = {{"Mã chỉ tiêu", "Indicator"}, {"Tên chỉ tiêu", "Name"}, {"Mã đơn vị", "Unit"}, {"Tên đơn vị", "Name of the unit"},
                        {"Tháng", "Month"}, {"Giá trị", "Value"}, {"Trạng thái", "State"}, {"Biết lúc", "Known"}};
  for (uint32_t c = 0; c < std::size(heads); ++c) out.text(0, c, heads[c].in(language), {.bold = true, .filled = true, .boxed = true});
  uint32_t row = 0;
  for (auto& o : p.observations) {
    auto &indicator = p.indicators[o.indicator], &unit = p.units[o.unit];
    ++row;
    out.text(row, 0, indicator.code);
    out.text(row, 1, indicator.name.in(language));
    out.text(row, 2, unit.code);
    out.text(row, 3, unit.name.in(language));
    out.text(row, 4, o.month.iso());
    out.number(row, 5, o.value, {.decimals = o.value.scale});
    out.text(row, 6, name_of(o.state));
    if (o.known.ms != 0) out.text(row, 7, known_of(o));
  }
  return out.finish();
}

std::string as_dhis2(const Publication& p) {
  boost::json::array values;
  for (auto& o : p.observations) {
    boost::json::object value{{"dataElement", p.indicators[o.indicator].code}, {"period", dhis2_period(o.month)}, {"orgUnit", p.units[o.unit].code}, {"value", o.value.str()}};
    if (o.known.ms != 0) value["lastUpdated"] = known_of(o);
    values.push_back(std::move(value));
  }
  return boost::json::serialize(boost::json::object{{"dataValues", std::move(values)}}) + "\n";
}

namespace {

template <auto F>
std::string in_no_language(const Publication& p, Language) {
  return F(p);
}
constexpr Format formats[] = {
    {"csv", "csv", "text/csv; charset=utf-8", &in_no_language<&as_csv>},
    {"xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &as_workbook},
    {"sdmx-csv", "csv", "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8", &in_no_language<&as_sdmx_csv>},
    {"sdmx-json", "json", "application/vnd.sdmx.data+json; version=2.0.0", &in_no_language<&as_sdmx_json>},
    {"dhis2", "json", "application/json", &in_no_language<&as_dhis2>},
};

}  // namespace

const Format* format_of(std::string_view name) {
  for (auto& f : formats)
    if (name == f.name) return &f;
  return nullptr;
}

}  // namespace giaoban::figures::exchange
