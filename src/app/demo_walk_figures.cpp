// The month's figures: units enter and send, the Office returns and approves, the published ratios come out.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/demo_walk.hpp"

namespace giaoban::app {
namespace bj = boost::json;
namespace {

/// As many cells as someone types before the page saves.
constexpr size_t cells_a_save = 3;

struct Cell {
  std::string indicator, value;
};

int32_t scale_of(const demo::City& city, const std::string& indicator) {
  for (auto& i : city.indicators)
    if (i.code == indicator) return i.scale;
  return 0;
}

bj::object form_of(const std::string& unit) { return {{"unit", unit}, {"month", "2021-04"}}; }

bj::object entry(const std::string& unit, const std::vector<Cell>& cells, const std::string& reason = {}) {
  bj::array list;
  for (auto& c : cells) {
    bj::object cell{{"indicator", c.indicator}, {"value", c.value}};
    if (!reason.empty()) cell["reason"] = reason;
    list.push_back(cell);
  }
  auto out = form_of(unit);
  out["cells"] = list;
  return out;
}

const bj::value& line_of(const bj::value& form, const std::string& indicator) {
  for (auto& group : list(form, "/groups"))
    for (auto& line : list(group, "/lines"))
      if (str(line, "/indicator/code") == indicator) return line;
  throw NotHeld("the form of " + str(form, "/unit/code") + " has no " + indicator);
}

/// Enters in several saves; a value that the check asks about is kept with a reason, as a unit does that is sure.
void enter(Walk& w, const std::string& who, const std::string& unit, const std::vector<Cell>& cells) {
  for (size_t from = 0; from < cells.size(); from += cells_a_save) {
    std::vector<Cell> part(cells.begin() + static_cast<long>(from), cells.begin() + static_cast<long>(std::min(cells.size(), from + cells_a_save)));
    auto form = w.change(who, "figures.enter", entry(unit, part));
    std::vector<Cell> asked;
    for (auto& c : part)
      if (!is_null(line_of(form, c.indicator), "/held")) asked.push_back(c);
    if (asked.empty()) continue;
    form = w.change(who, "figures.enter", entry(unit, asked, "Đã đối chiếu với sổ gốc (" + w.canary("LYDO") + ")."));
    for (auto& c : asked) w.that(is_null(line_of(form, c.indicator), "/held"), c.indicator + " of " + unit + " is kept with its reason");
  }
}

/// Types a value with three zeros too many; the check catches it, nothing counts, sending is refused.
void slip(Walk& w, const std::string& who, const std::string& unit, const Cell& cell) {
  auto wrong = Decimal::parse(cell.value).value();
  wrong.units *= 1000;
  auto form = w.change(who, "figures.enter", entry(unit, {{cell.indicator, wrong.str()}}));
  auto& line = line_of(form, cell.indicator);
  w.equal<std::string>("a thousandfold value is held", wrong.str(), str(line, "/held"));
  w.equal<std::string>("it is known for a slip", "slip", str(line, "/check/kind"));
  w.equal<std::string>("the value without the slip is proposed", cell.value, str(line, "/check/suggestion"));
  auto refusal = w.refused(422, who, "figures.submit", form_of(unit));
  bool named = false;
  for (auto& f : list(refusal, "/fields")) named = named || str(f, "/pointer") == "/" + cell.indicator;
  w.that(named, "sending names the held cell", shown(refusal));
  form = w.change(who, "figures.enter", entry(unit, {cell}));
  w.that(is_null(line_of(form, cell.indicator), "/held"), "the corrected value counts");
  w.held(fmt::format("{} typed {} for {}: held as a slip, {} proposed, sending refused, corrected", unit, wrong.str(), cell.indicator, cell.value));
}

void return_and_resend(Walk& w, const std::string& unit) {
  auto canary = w.canary("TRABIEU");
  auto back = form_of(unit);
  back["reason"] = "Đề nghị rà soát lại số hồ sơ (" + canary + ").";
  w.refused(403, w.clerk_of(unit), "figures.return", back);
  auto form = w.change("tong-hop", "figures.return", back);
  w.equal<std::string>("the form is returned", "returned", str(form, "/state"));
  form = w.read(w.clerk_of(unit), "figures.form", form_of(unit));
  auto& happened = list(form, "/happened");
  w.that(!happened.empty() && str(happened.back(), "/reason").find(canary) != std::string::npos, "the unit reads the reason", shown(form));
  form = w.change(w.clerk_of(unit), "figures.submit", form_of(unit));
  w.equal<std::string>("the form is sent again", "submitted", str(form, "/state"));
  w.held(fmt::format("{} is returned with a reason, its clerk reads it and sends again", unit));
}

using Day = std::map<std::pair<Date, std::string>, std::vector<const figures::Entry*>>;

/// What becomes known of April after the demo's first morning, by day and unit; the Office's stand-ins apart.
Day still_to_come(const demo::City& city, bool stand_ins) {
  Day out;
  for (auto& e : city.figures)
    if (e.month == walked_month && e.known >= Date::of(2021, 4, 28) && (e.state == figures::State::stand_in) == stand_ins) out[{e.known, e.unit}].push_back(&e);
  return out;
}

std::vector<Cell> cells_of(const demo::City& city, const std::vector<const figures::Entry*>& entries) {
  std::vector<Cell> out;
  for (auto* e : entries) out.push_back({e->indicator, Decimal{e->value, scale_of(city, e->indicator)}.str()});
  return out;
}

}  // namespace

void walk_offices(Walk& w) {
  w.step("28/4 offices");
  auto coverage = w.read("tong-hop", "figures.coverage", of_april);
  auto submitted = num(coverage, "/all/submitted"), expected = num(coverage, "/all/expected");
  w.that(submitted > 0 && submitted < expected, "April stands half reported", shown(at(coverage, "/all")));
  w.held(fmt::format("{} seats entered with one click each; {} of {} units have sent April", w.city.seats.size(), submitted, expected));

  bj::object plan{{"month", "2021-05"}, {"date", "2021-06-04"}, {"from", "08:00"}, {"to", "11:00"}, {"place", words({"x", "x"})}};
  auto ward = w.clerk_of("ka-long"), head = w.head_of("ka-long");
  w.refused(403, ward, "session.plan", plan);
  w.refused(403, ward, "report.draft", of_april);
  w.refused(403, head, "figures.approve", form_of("ka-long"));
  w.refused(403, ward, "figures.enter", entry("hai-hoa", {{"retail_sales", "1"}}));
  w.refused(403, "bien-tap", "figures.approve", form_of("ka-long"));
  w.refused(403, "tong-hop", "report.finalise", of_april);
  w.refused(403, "tong-hop", "press.publish", of_april);
  w.refused(403, "chanh-van-phong", "session.open", {{"session", 1}});
  w.refused(403, "chu-tich", "access.create_account", {{"name", "x"}, {"seat", 1}, {"password", "x"}});
  w.refused(403, head, "conclusions.issue", {{"session", 1}});
  w.refused(403, "chat-luong", "directives.accept", {{"id", 1}});
  w.refused(401, "", "report.draft", of_april);
  w.equal<int64_t>("another unit's form is not shown", 403, w.get(ward, "/api/figures.form?unit=hai-hoa&month=2021-04").status);
  w.equal<int64_t>("nothing is read without a sign-in", 401, w.get("", "/api/figures.table?month=2021-04").status);
  w.held("12 changes and 2 reads by the wrong office are refused (403, 401)");
}

void walk_figures_until(Walk& w, Date day) {
  auto own = still_to_come(w.city, false), stand_ins = still_to_come(w.city, true);
  std::map<std::string, Date> last;
  for (auto& [key, entries] : own) last[key.second] = std::max(key.first, last[key.second]);
  int64_t units = 0, cells = 0, for_others = 0;
  auto in_reach = [&](const auto& key) { return key.first > w.figures_until && key.first <= day; };
  for (auto& [key, entries] : stand_ins) {
    if (!in_reach(key)) continue;
    w.clock(key.first, 9);
    enter(w, "tong-hop", key.second, cells_of(w.city, entries));
    ++for_others;
  }
  for (auto& [key, entries] : own) {
    if (!in_reach(key)) continue;
    auto& unit = key.second;
    w.clock(key.first, 9);
    w.step("figures of " + unit);
    auto list_of = cells_of(w.city, entries);
    auto who = w.clerk_of(unit);
    auto retail = std::find_if(list_of.begin(), list_of.end(), [](auto& c) { return c.indicator == "retail_sales"; });
    if (!w.slipped && retail != list_of.end()) slip(w, who, unit, *retail), w.slipped = true;
    enter(w, who, unit, list_of);
    cells += static_cast<int64_t>(list_of.size());
    if (last[unit] != key.first) continue;
    auto form = w.change_twice(who, "figures.submit", form_of(unit));
    w.equal<std::string>("the form of " + unit + " is sent", "submitted", str(form, "/state"));
    ++units;
    if (!w.returned && retail != list_of.end()) return_and_resend(w, unit), w.returned = true;
  }
  w.figures_until = day;
  w.step(fmt::format("{}/{} figures", day.iso().substr(8), day.iso().substr(5, 2)));
  w.held(fmt::format("{} units entered {} cells in several saves and sent their forms; {} stand-ins by the Office", units, cells, for_others));
}

void walk_figures_approved(Walk& w) {
  w.step("figures approved");
  auto coverage = w.read("tong-hop", "figures.coverage", of_april);
  int64_t approved = 0;
  for (auto& u : list(coverage, "/units"))
    if (str(u, "/state") == "submitted") w.change("tong-hop", "figures.approve", form_of(str(u, "/unit/code"))), ++approved;
  coverage = w.read("tong-hop", "figures.coverage", of_april);
  w.held(fmt::format("the Office approved {} forms; {} of {} stand approved", approved, num(coverage, "/all/approved"), num(coverage, "/all/expected")));
}

void walk_ratios(Walk& w) {
  w.step("the month's table");
  auto coverage = w.read("chu-tich", "figures.coverage", of_april);
  w.equal<int64_t>("every unit's form is approved", num(coverage, "/all/expected"), num(coverage, "/all/approved"));
  struct Published {
    const char *indicator, *measure, *what, *value, *words;
  };
  std::string said;
  auto table = w.read("chu-tich", "figures.table", of_april);
  for (auto& p : {Published{"import_export", "month_on_month", "change", "26.0", "+26 %"}, {"import_export", "year_to_date_on_year", "change", "4.3", "+4.3 %"},
                  {"retail_sales", "month_on_month", "change", "1.3", "+1.3 %"}, {"retail_sales", "year_to_date_on_year", "level", "104.9", "104.9 %"},
                  {"industrial_output", "year_to_date_on_year", "change", "36.6", "+36.6 %"}, {"budget_revenue", "year_to_date_on_year", "level", "120.0", "120 %"},
                  {"capital_disbursement", "year_to_date_on_year", "level", "232.7", "232.7 %"}}) {
    bool found = false;
    for (auto& fact : list(table, "/facts")) {
      if (str(fact, "/indicator/code") != p.indicator) continue;
      auto path = "/" + std::string(p.measure);
      w.equal<std::string>(std::string(p.indicator) + " " + p.measure, std::string(p.what) + " " + p.value, str(fact, path + "/what") + " " + str(fact, path + "/shown"));
      w.that(at(fact, path + "/like_for_like").as_bool(), std::string(p.indicator) + " compares like with like");
      found = true;
    }
    w.that(found, "the table has " + std::string(p.indicator));
    said += std::string(said.empty() ? "" : ", ") + p.words;
  }
  w.that(str(table, "/about/vi").find("minh họa") != std::string::npos, "the table says that its figures are illustrative", str(table, "/about/vi"));
  w.held("exactly the seed's ratios: " + said);
}

}  // namespace giaoban::app
