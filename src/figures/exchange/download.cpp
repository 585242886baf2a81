// figures.template, figures.export: files for download.
#include "figures/exchange/exchange.hpp"
#include "figures/exchange/publish.hpp"
#include "figures/exchange/template_of.hpp"
#include "figures/views.hpp"

namespace giaoban::figures::exchange {
namespace {

/// One file's values: what a workbook of ours may hold when it comes back.
constexpr size_t observations_max = 1'000'000;

struct ValueRow {
  int64_t indicator = 0, unit = 0;
  Month month;
  std::optional<int64_t> value;
  State state = State::official;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(ValueRow, (), (indicator, unit, month, value, state, at))

/// The units whose own values this reader may take away.
Outcome<std::vector<units::Unit>> units_to_publish(Context& context, const std::optional<std::string>& code) {
  std::optional<units::Unit> within;
  if (code) {
    within = units::by_code(context.tx, *code);
    if (!within) return sees_all(context) ? not_found({"Không có đơn vị này.", "There is no such unit."}) : forbidden();
  }
  std::vector<units::Unit> out;
  for (auto& unit : units::all(context.tx))
    if (may_see(context, unit.id) && (!within || units::is_within(context.tx, within->id, unit.id))) out.push_back(unit);
  if (out.empty()) return forbidden();
  return out;
}

Publication gather(Context& context, const ExportRequest& request, const std::vector<units::Unit>& units) {
  std::map<std::tuple<int64_t, int64_t, Month>, ValueRow> newest_of;  // places in the lists, so in their order
  std::unordered_map<int64_t, int64_t> indicator_place, unit_place;
  auto indicators = stored_indicators(context.tx);
  for (size_t i = 0; i < indicators.size(); ++i) indicator_place[indicators[i].id] = static_cast<int64_t>(i);
  for (size_t u = 0; u < units.size(); ++u) unit_place[units[u].id] = static_cast<int64_t>(u);
  for (auto& row : context.tx.query<ValueRow>("select indicator, unit, month, value, state, at from figure where month >= ? and month <= ? and seq <= ? order by id",
                                              request.from, request.to, request.as_of.value_or(newest)))
    if (auto unit = unit_place.find(row.unit); unit != unit_place.end()) newest_of[{indicator_place.at(row.indicator), unit->second, row.month}] = row;
  Publication p;
  p.prepared = context.now();
  p.about = about(context.tx);
  std::map<int64_t, size_t> indicator_at, unit_at;
  auto place = [](auto& at, int64_t key, auto& list, auto make) {
    auto [it, fresh] = at.emplace(key, list.size());
    if (fresh) list.push_back(make());
    return it->second;
  };
  for (auto& [key, row] : newest_of) {
    if (!row.value) continue;  // withdrawn
    auto& i = indicators[static_cast<size_t>(std::get<0>(key))].indicator;
    auto& u = units[static_cast<size_t>(std::get<1>(key))];
    p.observations.push_back({place(indicator_at, std::get<0>(key), p.indicators, [&] { return Coded{i.code, i.name, i.unit_of_measure}; }),
                              place(unit_at, std::get<1>(key), p.units, [&] { return Coded{u.code, u.short_name, {}}; }), row.month,
                              Decimal{*row.value, i.scale}, row.state, row.at});
  }
  return p;
}

}  // namespace

FormTemplate template_of(Context& context, const Tools& tools, const OpenForm& form) {
  auto view = form_view(context, tools, form);
  FormTemplate out{form.unit.code, view.number, form.unit.name, form.month, {}};
  for (auto& group : view.groups)
    for (auto& line : group.lines) {
      auto& i = line.indicator;
      TemplateLine l{i.code, i.name, i.unit_of_measure, i.group, i.scale, i.decimals, line.held ? line.held : line.value,
                     line.last_month, line.last_year, line.state == State::estimate, line.reason.value_or("")};
      // The Office's estimate is not the unit's figure, and must not become it by being sent back.
      if (form.own && line.state == State::stand_in && !line.held) l.value.reset();
      out.lines.push_back(std::move(l));
    }
  return out;
}

Outcome<File> form_template(Context& context, const Tools& tools, const TemplateRequest& request) {
  TRY(form, open_form(context, request.unit, request.month));
  auto language = request.language.value_or(Language::vi);
  auto name = fmt::format("{} {} {}.xlsx", Text{"Biểu", "Form"}.in(language), form.unit.code, form.month.iso());
  return File{name, format_of("xlsx")->type, write_template(template_of(context, tools, form), language)};
}

Outcome<File> export_figures(Context& context, const Tools&, const ExportRequest& request) {
  auto* format = format_of(request.format);
  Faults faults;
  faults.require(format, "/format", {"Cần một trong: csv, xlsx, sdmx-csv, sdmx-json, dhis2.", "One of csv, xlsx, sdmx-csv, sdmx-json, dhis2 is needed."});
  faults.require(request.from <= request.to, "/to", {"Tháng cuối đứng trước tháng đầu.", "The last month stands before the first."});
  if (faults.any()) return faults.problem();
  TRY(units, units_to_publish(context, request.unit));
  auto publication = gather(context, request, units);
  if (publication.observations.size() > observations_max)
    return refuse(Problem::Kind::too_large, {"Quá nhiều số liệu cho một tệp. Chọn ít tháng hơn.", "Too many figures for one file. Choose fewer months."});
  auto name = fmt::format("figures {}{}.{}", request.from.iso(), request.from == request.to ? "" : " " + request.to.iso(), format->ending);
  return File{name, format->type, format->write(publication, request.language.value_or(Language::vi))};
}

}  // namespace giaoban::figures::exchange
