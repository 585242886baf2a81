// figures.explain: a figure opens to what it is made of, and to how it came to be what it is.
#include <cctype>
#include <set>

#include "access/access.hpp"
#include "figures/comparable.hpp"
#include "figures/define.hpp"
#include "figures/views.hpp"
#include "units/acts.hpp"

namespace giaoban::figures {
namespace {

struct ChangeRow {
  int64_t seq = 0, unit = 0;
  std::optional<int64_t> value;
  State state = State::official;
  Instant at;
  int64_t seat = 0;
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (), (seq, unit, value, state, at, seat))

struct FormRowEvent {
  int64_t unit = 0;
  FormStep step = FormStep::submitted;
  Instant at;
  int64_t seat = 0;
};
BOOST_DESCRIBE_STRUCT(FormRowEvent, (), (unit, step, at, seat))

/// A history as long as a page; older changes are in the journal.
constexpr size_t vintages_max = 60;

/// A formula, or a code alone, in the indicators' names.
std::string in_names(const Columns& columns, const std::string& formula, std::string Text::*language) {
  std::string out;
  for (size_t at = 0; at < formula.size();) {
    auto word = [&](size_t c) { return c < formula.size() && (std::isalnum(static_cast<unsigned char>(formula[c])) || formula[c] == '_'); };
    auto end = at;
    while (word(end)) ++end;
    auto found = end > at ? columns.find_indicator(formula.substr(at, end - at)) : std::nullopt;
    if (end == at) ++end;
    out += found ? columns.indicator(*found).short_name.*language : formula.substr(at, end - at);
    at = end;
  }
  return out;
}
Text in_names(const Columns& columns, const std::string& formula) {
  return {in_names(columns, formula, &Text::vi), in_names(columns, formula, &Text::en)};
}

Text formula(const Columns& columns, const Indicator& i, const Indicator* numerator, const Indicator* denominator) {
  if (numerator && denominator)
    return Text{numerator->name.vi + " chia cho " + denominator->name.vi + ", cộng cả thành phố trước khi chia.",
                numerator->name.en + " divided by " + denominator->name.en + ", both added up before dividing."};
  if (i.formula)
    return Text{"Tính theo công thức: ", "Computed as "} + in_names(columns, *i.formula) + Text{". Chỉ tính khi đủ các thành phần.", ", where every part is there."};
  if (i.weight)
    return Text{"Bình quân giữa các đơn vị theo trọng số ", "Averaged over units, weighted by "} + in_names(columns, *i.weight) + Text{", không cộng.", ", never added."};
  switch (i.kind) {
    case Kind::flow:
      return {"Cộng số của các đơn vị; lũy kế là cộng các tháng từ đầu năm.",
              "The units' figures added; the year to date adds the months from January."};
    case Kind::stock:
      return {"Cộng số cuối tháng của các đơn vị; lũy kế là số cuối tháng, không cộng các tháng.",
              "The units' figures at the month's end added; months are not added."};
    default:
      return {"Không cộng giữa các đơn vị hay các tháng.", "Added neither over units nor over months."};
  }
}

class Explainer {
 public:
  Explainer(Context& context, const Tools& tools, const ExplainRequest& request, const units::Unit& unit)
      : context_(context), tools_(tools), request_(request), unit_(unit), frame_(request.frame.value_or(last_day(request.month))), all_(sees_all(context)) {
    for (auto& row : stored_indicators(context.tx)) id_of_[row.indicator.code] = row.id;
    for (auto& u : units::all(context.tx)) refs_[u.code] = {u.id, u.code, u.short_name};
  }

  /// Inputs, values and words; in the columns.
  void read(const Columns& columns, IndicatorIndex i, Explanation& out) {
    auto& indicator = columns.indicator(i);
    auto place = columns.find_unit(unit_.code).value();
    auto as_of = request_.as_of.value_or(newest);
    auto& wording = tools_.rules.wording.on(last_day(request_.month)).value;
    out.frame = frame_;
    out.sentence = month_sentence(columns, {i, place, request_.month, as_of, {}, {}, 1, frame_}, wording).plain();
    const Indicator *above = nullptr, *below = nullptr;
    if (indicator.numerator) {
      above = &columns.indicator(columns.find_indicator(*indicator.numerator).value());
      below = &columns.indicator(columns.find_indicator(*indicator.denominator).value());
      out.numerator = indicator_ref(*above);
      out.denominator = indicator_ref(*below);
    }
    out.formula = formula(columns, indicator, above, below);
    for (auto& code : named_by(indicator))
      if (auto part = columns.find_indicator(code))
        out.parts.push_back({indicator_ref(columns.indicator(*part)), evaluate(columns, in_frame({*part, place, request_.month, Measure::month, as_of}, frame_), wording)});
    for (auto u : reporters_in(columns, at(i, place), request_.month)) {
      auto& ref = refs_.at(columns.unit(u).code);
      if (!may_see(ref)) {
        ++out.hidden;
        continue;
      }
      out.inputs.push_back(input(columns, i, u, ref, as_of, wording));
      out.inputs.back().mapped = mapped(columns, place, u, ref);
    }
  }

  void history(const Columns& columns, IndicatorIndex i, Explanation& out) {
    auto& indicator = columns.indicator(i);
    if (!indicator.entered()) return;
    auto place = columns.find_unit(unit_.code).value();
    std::unordered_map<int64_t, std::optional<int64_t>> before;
    for (auto& c : changes_) {
      auto ref = std::find_if(refs_.begin(), refs_.end(), [&](auto& r) { return r.second.id == c.unit; });
      if (ref == refs_.end() || !inside(columns, i, place, ref->first)) continue;
      Vintage v{c.seq, c.at, ref->second, by(c.seat), as_decimal(before[c.unit], indicator), as_decimal(c.value, indicator),
                c.value ? c.state : State::missing, {}};
      before[c.unit] = c.value;
      if (!may_see(ref->second)) continue;
      auto total = total_of(columns, {i, place, frame_, c.seq}, request_.month);
      if (total.known && total.additive && total.amount.denominator == 1)
        v.total = Decimal{static_cast<int64_t>(total.amount.numerator), indicator.scale};
      out.vintages.push_back(std::move(v));
    }
    std::reverse(out.vintages.begin(), out.vintages.end());
    if (out.vintages.size() > vintages_max) out.vintages.resize(vintages_max);
  }

  /// From the store, before the columns are locked.
  void load() {
    auto id = id_of_.find(request_.indicator);
    if (id == id_of_.end()) return;
    changes_ = context_.tx.query<ChangeRow>(
        "select seq, unit, value, state, at, seat from figure where indicator = ? and month = ? and seq <= ? order by id",
        id->second, request_.month, request_.as_of.value_or(newest));
    for (auto& c : changes_) learn(c.seat), given_[c.unit] = &c;
    for (auto& e : context_.tx.query<FormRowEvent>(
             "select f.unit, e.step, e.at, e.seat from form_event e join form f on f.id = e.form where f.month = ? and e.seq <= ? order by e.id",
             request_.month, request_.as_of.value_or(newest))) {
      learn(e.seat);
      forms_[e.unit].push_back({e.step, {}, e.at, e.seat});
    }
    acts_ = units::changes(context_.tx).changes;
    for (auto& n : context_.tx.query<Reason>(
             "select unit, value, reason from figure_note where indicator = ? and month = ? order by id", id->second,
             request_.month))
      reasons_[n.unit] = n;
  }

  struct Reason {
    int64_t unit = 0, value = 0;
    std::string reason;
  };

 private:
  void learn(int64_t seat) {
    if (seat && !titles_.contains(seat)) titles_[seat] = access::seat_ref(context_.tx, seat).title;
  }
  static std::optional<Decimal> as_decimal(std::optional<int64_t> value, const Indicator& i) {
    if (!value) return {};
    return Decimal{*value, i.scale};
  }
  bool may_see(const units::UnitRef& ref) const { return all_ || units::may_act_for(context_, ref.id); }
  Place at(IndicatorIndex i, UnitIndex u) const { return {i, u, frame_, request_.as_of.value_or(newest)}; }
  /// The input as it stands in its own month, whatever the frame.
  Place own(IndicatorIndex i, UnitIndex u) const { return {i, u, last_day(request_.month), request_.as_of.value_or(newest)}; }
  bool inside(const Columns& columns, IndicatorIndex i, UnitIndex place, const std::string& code) const {
    auto u = columns.find_unit(code);
    auto list = reporters_in(columns, at(i, place), request_.month);
    return u && std::binary_search(list.begin(), list.end(), *u);
  }
  Text by(int64_t seat) const {
    auto found = titles_.find(seat);
    return found == titles_.end() ? Text{"Nhập từ hồ sơ", "Imported"} : found->second;
  }

  Input input(const Columns& columns, IndicatorIndex i, UnitIndex u, const units::UnitRef& ref, Sequence as_of,
              const rules::Wording& wording) const {
    auto value = [&](Month month) -> std::optional<Decimal> {
      auto c = evaluate(columns, in_frame({i, u, month, Measure::month, as_of}, last_day(request_.month)), wording);
      auto exact = columns.value(i, u, month, as_of);
      if (exact.present()) return Decimal{exact.units, columns.indicator(i).scale};
      if (c.what == Case::value) return c.shown;
      return {};
    };
    Input out;
    out.unit = ref;
    out.value = value(request_.month);
    auto total = total_of(columns, own(i, u), request_.month);
    auto exact = columns.value(i, u, request_.month, as_of);
    out.state = exact.present() ? exact.state : total.known ? total.state : State::missing;
    if (auto given = given_.find(ref.id); given != given_.end() && out.value) out.known = given->second->at, out.by = by(given->second->seat);
    out.form = approval(ref.id);
    out.last_month = value(request_.month.plus(-1));
    out.last_year = value(request_.month.plus(-12));
    if (auto n = reasons_.find(ref.id); n != reasons_.end() && exact.present() && exact.units == n->second.value)
      out.reason = n->second.reason;
    return out;
  }

  /// How the unit reaches the frame: its share, and the acts between.
  std::optional<Mapped> mapped(const Columns& columns, UnitIndex place, UnitIndex u, const units::UnitRef& ref) const {
    auto* comparable = columns.comparable();
    auto day = last_day(request_.month);
    if (!comparable || !comparable->touched(place)) return {};
    auto& sources = comparable->sources(place, day, frame_);
    auto source = std::find_if(sources.begin(), sources.end(), [&](auto& s) { return s.unit == u; });
    bool itself = comparable->in_force(u, frame_);
    if (source == sources.end() || (itself && source->share == 1)) return {};
    auto tenths = source->share * 1000 + units::Ratio(1, 2);  // of a percent, half up
    Mapped out{{static_cast<int64_t>(numerator(tenths) / denominator(tenths)), 1}, source->unknown, {}};
    // Forwards from the unit, or back to it: what every act between makes of what it has become.
    std::set<int64_t> reached{ref.id};
    bool forwards = day < frame_;
    for (size_t n = 0; n < acts_.size(); ++n) {
      auto& act = acts_[forwards ? acts_.size() - 1 - n : n];  // they are kept newest first
      if (act.effective <= std::min(day, frame_) || act.effective > std::max(day, frame_)) continue;
      auto before = reached;
      for (auto& part : act.parts) {
        auto &from = forwards ? part.from : part.to, &to = forwards ? part.to : part.from;
        if (from && to && before.contains(from->id)) reached.insert(to->id);
      }
      if (reached != before) out.acts.push_back(act.id);
    }
    return out;
  }

  /// The last word on the unit's form.
  Approval approval(int64_t unit) const {
    auto events = forms_.find(unit);
    if (events == forms_.end()) return {};
    Approval out{state_after(events->second), {}, {}};
    for (auto& e : events->second)
      if (e.step != FormStep::reminded) out.at = e.at, out.by = by(e.seat);
    return out;
  }

  Context& context_;
  const Tools& tools_;
  const ExplainRequest& request_;
  const units::Unit& unit_;
  const Date frame_;
  const bool all_;
  std::unordered_map<std::string, int64_t> id_of_;
  std::map<std::string, units::UnitRef> refs_;
  std::vector<ChangeRow> changes_;
  std::unordered_map<int64_t, Text> titles_;
  std::unordered_map<int64_t, const ChangeRow*> given_;
  std::map<int64_t, std::vector<FormEvent>> forms_;
  std::vector<units::Change> acts_;  // newest first
  std::unordered_map<int64_t, Reason> reasons_;
};
BOOST_DESCRIBE_STRUCT(Explainer::Reason, (), (unit, value, reason))

}  // namespace

Outcome<Explanation> explain(Context& context, const Tools& tools, const ExplainRequest& asked) {
  TRY(unit, unit_in_frame(context, asked.unit, asked.month, asked.frame));
  TRY(as_of, vintage_asked(context, asked.month, asked));
  auto request = asked;
  request.as_of = as_of;
  Explanation out;
  out.unit = {unit.id, unit.code, unit.short_name};
  out.month = request.month;
  auto facts = month_facts_in(context.tx, tools, request.month, request.frame.value_or(last_day(request.month)), as_of, unit.id);
  auto* fact = facts.find(request.indicator);
  if (!fact) return not_found({"Không có chỉ tiêu này ở đơn vị.", "The unit has no such indicator."});
  out.fact = *fact;
  out.indicator = fact->indicator;
  if (!sees_all(context)) std::erase_if(out.fact.missing, [&](auto& ref) { return !units::may_act_for(context, ref.id); });
  Explainer explainer(context, tools, request, unit);
  explainer.load();
  tools.columns.read([&](const Columns& columns) {
    auto i = columns.find_indicator(request.indicator).value();
    explainer.read(columns, i, out);
    explainer.history(columns, i, out);
  });
  return out;
}

}  // namespace giaoban::figures
