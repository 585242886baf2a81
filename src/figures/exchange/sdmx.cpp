// SDMX 3.0: SDMX-CSV 2.0 and the SDMX-JSON 2.0 data message. Observation status follows the cross-domain code list
// CL_OBS_STATUS: A normal, E estimated, I imputed (here: by the Office in a unit's place).
#include <algorithm>
#include <set>

#include "figures/exchange/publish.hpp"
#include "spreadsheet/csv.hpp"

namespace giaoban::figures::exchange {
namespace {

namespace bj = boost::json;

constexpr const char* agency = "GIAOBAN";
constexpr const char* dataflow = "FIGURES";
constexpr const char* version = "1.0.0";
constexpr const char* schema_address = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json";

const char* status_of(State state) {
  if (state == State::estimate) return "E";
  return state == State::stand_in ? "I" : "A";
}

bj::object named(const std::string& id, const Text& name) {
  return {{"id", id}, {"name", name.en}, {"names", bj::object{{"en", name.en}, {"vi", name.vi}}}};
}

bj::object component(const char* id, const Text& name, int position, bj::array values) {
  auto out = named(id, name);
  out["keyPosition"] = position;
  out["values"] = std::move(values);
  return out;
}

class Message {
 public:
  explicit Message(const Publication& p) : p_(p) {
    for (auto& o : p.observations) months_.insert(o.month);
    for (auto& i : p.indicators) measures_.insert(i.unit_of_measure.en);
  }

  bj::object write() const {
    bj::object meta{{"schema", schema_address}, {"id", fmt::format("giaoban-{}", p_.prepared.ms)}, {"prepared", p_.prepared.iso()}, {"test", false},
                    {"contentLanguages", bj::array{"en", "vi"}}, {"sender", bj::object{{"id", agency}}}};
    bj::array structures, data_sets;  // without figures there is nothing to describe
    if (!p_.observations.empty()) structures.push_back(structure()), data_sets.push_back(data_set());
    return {{"meta", meta}, {"data", bj::object{{"structures", std::move(structures)}, {"dataSets", std::move(data_sets)}}}};
  }

 private:
  static bj::array codes(const std::vector<Coded>& list) {
    bj::array out;
    for (auto& c : list) out.push_back(named(c.code, c.name));
    return out;
  }
  static bj::array links() {
    auto urn = fmt::format("urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow={}:{}({})", agency, dataflow, version);
    return {bj::object{{"urn", urn}, {"rel", "dataflow"}}};
  }
  static auto place(const auto& set, const auto& item) { return static_cast<int64_t>(std::distance(set.begin(), set.find(item))); }

  bj::object structure() const {
    bj::array months;
    for (auto& m : months_) months.push_back(bj::object{{"id", m.iso()}, {"name", m.iso()}, {"start", first_day(m).iso() + "T00:00:00+07:00"}, {"end", last_day(m).iso() + "T23:59:59+07:00"}});
    bj::array measures;
    for (auto& m : measures_) measures.push_back(bj::object{{"value", m}});
    bj::object dimensions{
        {"dataSet", bj::array{component("FREQ", {"Tần suất", "Frequency"}, 0, {named("M", {"Tháng", "Monthly"})})}},
        {"series", bj::array{component("INDICATOR", {"Chỉ tiêu", "Indicator"}, 1, codes(p_.indicators)),
                             component("REF_AREA", {"Đơn vị", "Reference area"}, 2, codes(p_.units))}},
        {"observation", bj::array{component("TIME_PERIOD", {"Kỳ", "Time period"}, 3, months)}}};
    bj::object unit_measure = named("UNIT_MEASURE", {"Đơn vị tính", "Unit of measure"});
    unit_measure["relationship"] = bj::object{{"dimensions", bj::array{"INDICATOR"}}};
    unit_measure["values"] = std::move(measures);
    bj::object status = named("OBS_STATUS", {"Trạng thái", "Observation status"});
    status["relationship"] = bj::object{{"observation", bj::object{}}};
    status["values"] = bj::array{named("A", {"Chính thức", "Normal value"}), named("E", {"Ước", "Estimated value"}), named("I", {"Văn phòng ước", "Imputed value"})};
    return {{"name", p_.about.en.empty() ? "Figures" : p_.about.en},
            {"links", links()},
            {"dataSets", bj::array{0}},
            {"dimensions", dimensions},
            {"measures", bj::object{{"observation", bj::array{named("OBS_VALUE", {"Giá trị", "Observation value"})}}}},
            {"attributes", bj::object{{"series", bj::array{unit_measure}}, {"observation", bj::array{status}}}}};
  }

  bj::object data_set() const {
    bj::object series;
    for (auto& o : p_.observations) {
      auto key = fmt::format("{}:{}", o.indicator, o.unit);
      auto& one = series[key];
      if (one.is_null()) one = bj::object{{"attributes", bj::array{place(measures_, p_.indicators[o.indicator].unit_of_measure.en)}}, {"observations", bj::object{}}};
      auto month = std::to_string(place(months_, o.month));
      std::string_view status = status_of(o.state);
      // A string, so that no reader's float changes a digit; the schema allows both.
      one.as_object()["observations"].as_object()[month] = bj::array{o.value.str(), status == "A" ? 0 : status == "E" ? 1 : 2};
    }
    return {{"structure", 0}, {"links", links()}, {"action", "Information"}, {"series", std::move(series)}};
  }

  const Publication& p_;
  std::set<Month> months_;
  std::set<std::string> measures_;
};

}  // namespace

std::string as_sdmx_csv(const Publication& p) {
  spreadsheet::CsvWriter out;
  for (auto* heading : {"STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS"}) out.plain(heading);
  out.end_row();
  auto id = fmt::format("{}:{}({})", agency, dataflow, version);
  for (auto& o : p.observations) {
    for (auto& text : {std::string("dataflow"), id, std::string("I"), std::string("M"), p.indicators[o.indicator].code, p.units[o.unit].code, o.month.iso()}) out.plain(text);
    out.number(o.value);
    out.text(p.indicators[o.indicator].unit_of_measure.en);
    out.plain(status_of(o.state));
    out.end_row();
  }
  return out.str();
}

std::string as_sdmx_json(const Publication& p) { return bj::serialize(Message(p).write()) + "\n"; }

}  // namespace giaoban::figures::exchange
