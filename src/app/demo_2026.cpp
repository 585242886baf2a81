// The demo of 2026, lived through by its offices: the city's last half year, the acts of 1 July 2025, and ten months of
// the six new units, with forms late, returned and given again, plans adjusted, figures revised.
#include <fmt/format.h>

#include <fstream>
#include <map>
#include <set>
#include <stdexcept>

#include "access/access.hpp"
#include "app/demo_body.hpp"
#include "app/demo_city.hpp"
#include "app/demo_history.hpp"
#include "app/demo_later.hpp"
#include "app/demo_past.hpp"
#include "base/installation.hpp"

namespace giaoban::app {
namespace bj = boost::json;
namespace {

const Date last_morning = Date::of(2026, 4, 28);

bj::object both(const Text& t) { return {{"vi", t.vi}, {"en", t.en}}; }

template <class T>
bj::object object_of(const T& value) {
  return json::write(value).as_object();
}

class Later {
 public:
  Later(DemoCalls& as, const demo::City& city, const demo::Later& later) : as_(as), later_(later), changed_(later.reorganised.effective) {
    for (auto& i : city.indicators) scale_[i.code] = i.scale;
    for (auto& d : later.definitions) scale_[d.indicator.code] = d.indicator.scale;
    for (auto& s : later.seats)
      if (s.office == "unit_clerk") clerks_[s.unit] = s.account;
  }

  /// Everything, each on its day; within a day in the order of the hours.
  std::vector<DemoStep> steps() {
    add(later_.reorganised.recorded, 10, [this] { reorganise(); });
    for (auto& d : later_.definitions)
      add(d.on, 9, [this, &d] {
        bj::object request{{"indicator", object_of(d.indicator)}};
        if (d.reason) request["reason"] = *d.reason;
        as_.call(office(d.on, "quan-tri"), "figures.define_indicator", request);
      });
    for (auto& p : later_.plans)
      add(p.known, 10, [this, &p] {
        bj::object request{{"indicator", p.indicator}, {"unit", p.unit}, {"year", p.year}, {"value", p.value.str()}, {"source", both(p.source)}};
        if (p.quarter) request["quarter"] = *p.quarter;
        as_.call(office(p.known, "tong-hop"), "figures.set_plan", request);
      });
    figures();
    for (auto& r : later_.returned)
      add(r.on, 9, [this, &r] { as_.call(office(r.on, "tong-hop"), "figures.return", {{"unit", r.unit}, {"month", r.month.iso()}, {"reason", r.reason}}); });
    return std::move(steps_);
  }

 private:
  using Cells = std::vector<const figures::Entry*>;

  void add(Date on, int hour, std::function<void()> act) { steps_.push_back({on, hour, std::move(act)}); }
  /// The Office's account of a day: the city's before the change, the province's from it on.
  std::string office(Date on, const std::string& account) const { return on < changed_ ? account : "tinh." + account; }
  bj::string value(const figures::Entry& e) const { return bj::string(Decimal{e.value, scale_.at(e.indicator)}.str()); }

  void reorganise() {
    auto& r = later_.reorganised;
    as_.call("quan-tri", "units.reorganise", {{"effective", r.effective.iso()}, {"acts", json::write(r.acts)}});
    as_.program.database->write([&](db::Transaction& tx) {
      add_seats(tx, later_.seats);
      return true;
    });
    as_.learn_seats();
  }

  /// The wards' last months come as one import a day. From July each unit's clerk enters and sends the form, the Office
  /// approves; what is revised later is imported from the revision.
  void figures() {
    std::map<Date, bj::array> imports;
    std::map<std::tuple<Date, std::string, Month>, Cells> forms;
    for (auto& e : later_.figures) {
      bool own = e.month >= changed_.in_month() && e.state != figures::State::revised;
      if (own) forms[{e.known, e.unit, e.month}].push_back(&e);
      else imports[e.known].push_back(bj::object{{"indicator", e.indicator}, {"unit", e.unit}, {"month", e.month.iso()}, {"value", value(e)},
                                                 {"state", boost::describe::enum_to_string(e.state, "")}, {"known", e.known.iso()}});
    }
    for (auto& [day, lines] : imports)
      add(day, 17, [this, day = day, lines = lines] { as_.call(office(day, "tong-hop"), "figures.import", {{"lines", lines}, {"forms", "approved"}}); });
    std::map<std::pair<std::string, Month>, Date> sent;
    for (auto& [key, cells] : forms) sent[{std::get<1>(key), std::get<2>(key)}] = std::get<0>(key);
    for (auto& [key, cells] : forms) {
      auto& [day, unit, month] = key;
      bool given_back = std::any_of(later_.returned.begin(), later_.returned.end(), [&](auto& r) { return r.unit == unit && r.month == month; });
      form(day, unit, month, cells, given_back || sent.at({unit, month}) == day);
    }
    for (auto& [key, day] : sent) {
      auto& [unit, month] = key;
      auto close = first_day(month.plus(1)).plus(4);
      if (close < last_morning)
        add(std::max(close, day), 16, [this, close, unit = unit, month = month] { as_.call(office(close, "tong-hop"), "figures.approve", {{"unit", unit}, {"month", month.iso()}}); });
    }
    for (Month month = changed_.in_month().plus(-6); first_day(month.plus(1)).plus(5) < last_morning; month = month.plus(1)) publish(month);
  }

  /// Entered as it became known, sent when it is whole.
  void form(Date day, const std::string& unit, Month month, const Cells& cells, bool send) {
    bj::array list;
    // What a check asks about, the clerk keeps: the reason stands beside it.
    const std::string reason = "Đã đối chiếu với sổ theo dõi.";
    for (auto* e : cells)
      list.push_back(bj::object{{"indicator", e->indicator}, {"value", value(*e)}, {"state", boost::describe::enum_to_string(e->state, "")}, {"reason", reason}});
    bj::object request{{"unit", unit}, {"month", month.iso()}, {"cells", list}}, form{{"unit", unit}, {"month", month.iso()}};
    add(day, 15, [this, unit, request, form, send] {
      as_.call(clerks_.at(unit), "figures.enter", request);
      if (send) as_.call(clerks_.at(unit), "figures.submit", form);
    });
  }

  void publish(Month month) {
    auto day = first_day(month.plus(1)).plus(month < changed_.in_month() ? 9 : 5);
    add(day, 18, [this, month, day] {
      auto named = fmt::format("{}/{}", month.month(), month.year());
      as_.call(office(day, "tong-hop"), "figures.publish",
               {{"month", month.iso()}, {"title", both({"Báo cáo kinh tế – xã hội tháng " + named, "Socio-economic report, " + named})}});
    });
  }

  DemoCalls& as_;
  const demo::Later& later_;
  const Date changed_;
  std::map<std::string, int32_t> scale_;
  std::map<std::string, std::string> clerks_;
  std::vector<DemoStep> steps_;
};

}  // namespace

void load_demo_2026(Program& program) {
  DemoLoad load(program);
  if (!load.needed()) return;
  auto city = load.begin();
  auto later = demo::load_later(installation() / "demo" / "mong-cai", city);
  if (!later) throw std::runtime_error("demo/: " + json::text_of_problem(later.error()));
  DemoCalls as(program, city);
  carry_out(as, history(as, city), Date::of(2025, 1, 1));
  carry_out(as, Later(as, city, *later).steps(), last_morning);
  place_tiles(as, "tinh.tong-hop");
  load.end(as, last_morning, "tinh.tong-hop");
}

}  // namespace giaoban::app
