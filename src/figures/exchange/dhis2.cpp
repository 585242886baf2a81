// DHIS2's dataValueSets as JSON, identified by code (dataElementIdScheme=code, orgUnitIdScheme=code).
#include "figures/exchange/reading.hpp"

namespace giaoban::figures::exchange {
namespace {

namespace bj = boost::json;

/// As many as a workbook's cells.
constexpr size_t values_max = spreadsheet::Limits{}.cells;

std::string text_at(const bj::object& o, std::string_view key) {
  auto* v = o.if_contains(key);
  if (!v) return {};
  if (auto* s = v->if_string()) return {s->data(), s->size()};
  if (v->is_number()) return spreadsheet::plain_number(bj::serialize(*v)).value_or("");
  return {};
}

class ValueSet {
 public:
  ValueSet(const bj::object& set, const Known& known) : set_(set), known_(known) {}

  Outcome<Reading> read() {
    out_.kind = FileKind::dhis2;
    auto* list = set_.if_contains("dataValues");
    auto* values = list ? list->if_array() : nullptr;
    if (!values || values->size() > values_max)
      return refuse(Problem::Kind::invalid, {"Tệp JSON này không có danh sách “dataValues” của DHIS2, hoặc danh sách quá dài.", "This JSON has no “dataValues” list of DHIS2, or the list is too long."});
    for (size_t i = 0; i < values->size(); ++i) {
      auto address = fmt::format("dataValues[{}]", i);
      if (auto* o = (*values)[i].if_object()) value(*o, address);
      else out_.faults.add(address, {"Cần một đối tượng.", "An object is needed."});
    }
    return std::move(out_);
  }

 private:
  /// Of the value itself, or of the whole set.
  std::string said(const bj::object& o, std::string_view key) const {
    auto own = text_at(o, key);
    return own.empty() ? text_at(set_, key) : own;
  }

  void value(const bj::object& o, const std::string& address) {
    auto element = said(o, "dataElement"), where = said(o, "orgUnit"), period = said(o, "period"), written = text_at(o, "value");
    auto indicator = known_.indicators.find(element);
    auto unit = known_.units.find(where);
    auto month = period.size() == 6 ? month_of(period) : std::nullopt;
    if (!indicator) out_.faults.add(address + ".dataElement", {"Không có chỉ tiêu “" + element + "”. Gửi theo mã (dataElementIdScheme=code).", "There is no indicator “" + element + "”. Send codes (dataElementIdScheme=code)."});
    if (!unit) out_.faults.add(address + ".orgUnit", {"Không có đơn vị “" + where + "”. Gửi theo mã (orgUnitIdScheme=code).", "There is no unit “" + where + "”. Send codes (orgUnitIdScheme=code)."});
    if (!month) out_.faults.add(address + ".period", {"“" + period + "” không phải là tháng dạng 202104.", "“" + period + "” is not a month such as 202104."});
    auto number = spreadsheet::read_number(written, spreadsheet::DecimalSign::dot);
    bool good = number.result == spreadsheet::NumberReading::Result::number;
    if (!good) out_.faults.add(address + ".value", number_fault(number, written));
    if (!good || !indicator || !unit || !month) return;
    out_.values.push_back({address, *indicator, *unit, *month, number.value, State::official, text_at(o, "comment"), false});
  }

  const bj::object& set_;
  const Known& known_;
  Reading out_;
};

}  // namespace

Outcome<Reading> read_dhis2(std::string_view bytes, const Known& known) {
  if (bytes.size() > spreadsheet::Limits{}.file_bytes)
    return refuse(Problem::Kind::too_large, {"Tệp quá lớn. Chia thành nhiều tệp.", "The file is too large. Divide it into several files."});
  TRY(parsed, json::parse(bytes));
  auto* set = parsed.if_object();
  if (!set) return refuse(Problem::Kind::invalid, {"Tệp JSON này không phải dataValueSets của DHIS2.", "This JSON is not a DHIS2 dataValueSets."});
  return ValueSet(*set, known).read();
}

}  // namespace giaoban::figures::exchange
