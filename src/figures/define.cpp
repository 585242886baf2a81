// figures.define_indicator, figures.set_plan, figures.indicator: what is reported, in versions; a later version never
// removes an earlier one.
#include "figures/define.hpp"

#include "access/access.hpp"

namespace giaoban::figures {
namespace {

constexpr size_t reason_bytes_max = 1000, source_bytes_max = 500;

struct VersionRow {
  int32_t version = 1;
  std::string definition, reason;
  Instant at;
  int64_t seat = 0;
};
BOOST_DESCRIBE_STRUCT(VersionRow, (), (version, definition, reason, at, seat))

struct PlanRow {
  int64_t unit = 0;
  int32_t year = 0, quarter = 0, version = 1;
  int64_t value = 0;
  std::string known;
  Text source;
};
BOOST_DESCRIBE_STRUCT(PlanRow, (), (unit, year, quarter, version, value, known, source))

const IndicatorRow* row_of(const std::vector<IndicatorRow>& rows, const std::string& code) {
  auto found = std::find_if(rows.begin(), rows.end(), [&](auto& r) { return r.indicator.code == code; });
  return found == rows.end() ? nullptr : &*found;
}

std::vector<std::string> changed(const std::string& before, const std::string& after) {
  std::vector<std::string> out;
  auto a = boost::json::parse(before).as_object(), b = boost::json::parse(after).as_object();
  for (auto& [key, value] : b) {
    auto* old = a.if_contains(key);
    if (old ? *old != value : !value.is_null()) out.emplace_back(key);
  }
  return out;
}

std::vector<IndicatorVersion> versions(db::Transaction& tx, int64_t indicator) {
  std::vector<IndicatorVersion> out;
  std::string before;
  for (auto& row : tx.query<VersionRow>("select version, definition, reason, at, seat from indicator_version where indicator = ? order by version", indicator)) {
    auto by = row.seat ? access::seat_ref(tx, row.seat).title : Text{"Thiết lập ban đầu", "First set-up"};
    out.push_back({row.version, row.at, by, row.reason, before.empty() ? std::vector<std::string>{} : changed(before, row.definition)});
    before = row.definition;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<PlanVersion> plans(db::Transaction& tx, const IndicatorRow& row) {
  std::vector<PlanVersion> out;
  for (auto* sql : {"select unit, year, 0, version, value, known, source_vi, source_en from indicator_plan where indicator = ?",
                    "select unit, year, quarter, version, value, known, source_vi, source_en from indicator_quarter_plan where indicator = ?"})
    for (auto& p : tx.query<PlanRow>(sql, row.id))
      out.push_back({units::ref(tx, p.unit), p.year, p.quarter, p.version, {p.value, row.indicator.scale}, Date::parse(p.known).value_or(Date{}), p.source});
  std::stable_sort(out.begin(), out.end(), [](auto& a, auto& b) {
    return std::tuple(-a.year, a.quarter, a.unit.id, -a.version) < std::tuple(-b.year, b.quarter, b.unit.id, -b.version);
  });
  return out;
}

/// A definition from before versions were kept is the first of them.
void keep_first_version(db::Transaction& tx, const IndicatorRow& row) {
  if (tx.one_value<int64_t>("select count(*) from indicator_version where indicator = ?", row.id) != 0) return;
  tx.exec("insert into indicator_version(seq, indicator, version, definition, reason, at, seat) values (0, ?, 1, ?, '', 0, 0)", row.id, json::text_of(row.indicator));
}

void check_revision(db::Transaction& tx, const IndicatorRow& before, const DefineRequest& request, Faults& faults) {
  auto& now = request.indicator;
  auto reason = request.reason.value_or("");
  faults.require(reason.find_first_not_of(" \n\t") != std::string::npos && reason.size() <= reason_bytes_max, "/reason",
                 {"Nêu lý do sửa định nghĩa.", "Give the reason for revising the definition."});
  if (tx.one_value<int64_t>("select count(*) from figure where indicator = ?", before.id) == 0) return;
  faults.require(now.scale == before.indicator.scale, "/indicator/scale", {"Đã có số liệu: không đổi được số chữ số lẻ.", "There are figures already: the decimals kept cannot change."});
  faults.require(now.entered() == before.indicator.entered(), "/indicator/formula", {"Đã có số liệu nhập: không chuyển thành chỉ tiêu tính.", "Figures were entered: it cannot become a computed one."});
  for (auto& code : before.indicator.reporting_units) {
    bool kept = std::find(now.reporting_units.begin(), now.reporting_units.end(), code) != now.reporting_units.end();
    auto unit = units::by_code(tx, code);
    bool gave = unit && tx.one_value<int64_t>("select count(*) from figure where indicator = ? and unit = ?", before.id, unit->id) != 0;
    faults.require(kept || !gave, "/indicator/reporting_units", {"“" + code + "” đã có số liệu: giữ trong danh sách.", "“" + code + "” has given figures: keep it in the list."});
  }
  faults.require(now.reporters == before.indicator.reporters, "/indicator/reporters", {"Đã có số liệu: không đổi được bên báo cáo.", "There are figures already: who reports cannot change."});
}

/// A new indicator stands last in its group; what follows moves on by one.
int64_t place_for(db::Transaction& tx, const std::vector<IndicatorRow>& rows, const Indicator& indicator) {
  auto last = std::find_if(rows.rbegin(), rows.rend(), [&](auto& row) { return row.indicator.group == indicator.group; });
  if (last == rows.rend()) return tx.one_value<int64_t>("select coalesce(max(position), -1) + 1 from indicator").value_or(0);
  auto position = tx.one_value<int64_t>("select position + 1 from indicator where id = ?", last->id).value_or(0);
  tx.exec("update indicator set position = position + 1 where position >= ?", position);
  return position;
}

}  // namespace

Outcome<IndicatorPage> show_indicator(Context& context, const Tools&, const IndicatorRequest& request) {
  auto rows = stored_indicators(context.tx);
  auto* row = row_of(rows, request.code);
  if (!row) return not_found({"Không có chỉ tiêu này.", "There is no such indicator."});
  IndicatorPage out;
  out.indicator = row->indicator;
  for (auto& unit : units::in_force(context))
    if (row->indicator.reporters == Reporters::named && reports(row->indicator, unit)) out.reporters.push_back({unit.id, unit.code, unit.short_name});
  for (auto& code : named_by(row->indicator))
    if (auto* part = row_of(rows, code)) out.parts.push_back(indicator_ref(part->indicator));
  for (auto& other : rows) {
    auto names = named_by(other.indicator);
    if (std::find(names.begin(), names.end(), request.code) != names.end()) out.used_by.push_back(indicator_ref(other.indicator));
  }
  out.versions = versions(context.tx, row->id);
  out.plans = plans(context.tx, *row);
  out.may_define = context.may(Right::figures_define);
  return out;
}

Outcome<IndicatorPage> define_indicator(Context& context, const Tools& tools, const DefineRequest& request) {
  auto& tx = context.tx;
  auto rows = stored_indicators(tx);
  auto* before = row_of(rows, request.indicator.code);
  Faults faults;
  check_definition(request.indicator, rows, units::all(tx), faults);
  if (before) check_revision(tx, *before, request, faults);
  if (faults.any()) return faults.problem();
  auto text = json::text_of(request.indicator);
  if (before && json::text_of(before->indicator) == text) return conflict({"Không có gì thay đổi.", "Nothing has changed."});
  int64_t id = 0;
  if (before) {
    id = before->id;
    keep_first_version(tx, *before);
    tx.exec("update indicator set definition = ?, seq = ? where id = ?", text, context.seq, id);
  } else {
    auto position = place_for(tx, rows, request.indicator);
    id = tx.insert("insert into indicator(code, position, definition, seq) values (?,?,?,?) returning id", request.indicator.code, position, text, context.seq);
  }
  auto version = tx.one_value<int64_t>("select coalesce(max(version), 0) + 1 from indicator_version where indicator = ?", id).value_or(1);
  tx.exec("insert into indicator_version(seq, indicator, version, definition, reason, at, seat) values (?,?,?,?,?,?,?)", context.seq, id, version, text,
          request.reason.value_or(""), context.at(), context.actor.seat);
  tools.columns.reload(context);
  context.about("indicator/" + request.indicator.code);
  return show_indicator(context, tools, {request.indicator.code});
}

Outcome<IndicatorPage> set_plan(Context& context, const Tools& tools, const SetPlanRequest& request) {
  auto& tx = context.tx;
  auto rows = stored_indicators(tx);
  auto* row = row_of(rows, request.indicator);
  auto unit = units::by_code(tx, request.unit);
  Faults faults;
  faults.require(row != nullptr, "/indicator", {"Không có chỉ tiêu này.", "There is no such indicator."});
  faults.require(unit.has_value(), "/unit", {"Không có đơn vị này.", "There is no such unit."});
  faults.require(request.year >= 1990 && request.year <= 2199, "/year", {"Năm viết đủ bốn chữ số.", "A year in four digits."});
  faults.require(!request.quarter || (*request.quarter >= 1 && *request.quarter <= 4), "/quarter", {"Quý từ 1 đến 4.", "A quarter from 1 to 4."});
  faults.require(!request.source.vi.empty() && !request.source.en.empty() && request.source.vi.size() <= source_bytes_max && request.source.en.size() <= source_bytes_max, "/source",
                 {"Nêu văn bản giao kế hoạch, bằng cả hai thứ tiếng.", "Name the decision that sets the plan, in both languages."});
  auto value = row ? request.value.at_scale(row->indicator.scale) : std::nullopt;
  if (row) {
    faults.require(row->indicator.adds_over_units(), "/indicator", {"Chỉ tiêu này không có kế hoạch cộng được.", "This indicator has no plan that adds up."});
    faults.require(value && value->units > 0, "/value", {"Một số dương, không nhiều chữ số lẻ hơn chỉ tiêu.", "A positive figure with no more decimals than the indicator's."});
  }
  if (faults.any()) return faults.problem();
  auto day = context.at().local_date();
  if (request.quarter) {
    auto version = tx.one_value<int64_t>("select coalesce(max(version), 0) + 1 from indicator_quarter_plan where indicator = ? and unit = ? and year = ? and quarter = ?",
                                         row->id, unit->id, request.year, *request.quarter).value_or(1);
    tx.exec("insert into indicator_quarter_plan(seq, indicator, unit, year, quarter, version, value, known, source_vi, source_en) values (?,?,?,?,?,?,?,?,?,?)",
            context.seq, row->id, unit->id, request.year, *request.quarter, version, value->units, day, request.source);
  } else {
    auto version = tx.one_value<int64_t>("select coalesce(max(version), 0) + 1 from indicator_plan where indicator = ? and unit = ? and year = ?", row->id, unit->id, request.year).value_or(1);
    tx.exec("insert into indicator_plan(seq, indicator, unit, year, version, value, known, source_vi, source_en) values (?,?,?,?,?,?,?,?,?)",
            context.seq, row->id, unit->id, request.year, version, value->units, day, request.source);
  }
  tools.columns.reload(context);
  context.about("indicator/" + request.indicator);
  return show_indicator(context, tools, {request.indicator});
}

}  // namespace giaoban::figures
