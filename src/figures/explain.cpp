// figures.explain: a figure opens to what it is made of, and to how it came to be what it is.
#include "access/access.hpp"
#include "figures/comparable.hpp"
#include "figures/views.hpp"

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

/// A history as long as a page; older changes are in the journal.
constexpr size_t vintages_max = 60;

Text formula(const Indicator& i, const Indicator* numerator, const Indicator* denominator) {
  if (numerator && denominator)
    return Text{numerator->name.vi + " chia cho " + denominator->name.vi + ", cộng cả thành phố trước khi chia.",
                numerator->name.en + " divided by " + denominator->name.en + ", both added up before dividing."};
  if (i.formula)
    return {"Tính theo công thức: " + *i.formula + ". Chỉ tính khi đủ các thành phần.", "Computed by the formula " + *i.formula + ", where every part is there."};
  if (i.weight)
    return {"Bình quân giữa các đơn vị theo trọng số " + *i.weight + ", không cộng.", "Averaged over units, weighted by " + *i.weight + ", never added."};
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
      : context_(context), tools_(tools), request_(request), unit_(unit), all_(sees_all(context)) {
    for (auto& row : stored_indicators(context.tx)) id_of_[row.indicator.code] = row.id;
    for (auto& u : units::all(context.tx)) refs_[u.code] = {u.id, u.code, u.short_name};
  }

  /// Inputs, values and words; in the columns.
  void read(const Columns& columns, IndicatorIndex i, Explanation& out) {
    auto& indicator = columns.indicator(i);
    auto place = columns.find_unit(unit_.code).value();
    auto as_of = request_.as_of.value_or(newest);
    auto& wording = tools_.rules.wording.on(last_day(request_.month)).value;
    out.sentence = month_sentence(columns, {i, place, request_.month, as_of}, wording).plain();
    const Indicator *above = nullptr, *below = nullptr;
    if (indicator.numerator) {
      above = &columns.indicator(columns.find_indicator(*indicator.numerator).value());
      below = &columns.indicator(columns.find_indicator(*indicator.denominator).value());
      out.numerator = indicator_ref(*above);
      out.denominator = indicator_ref(*below);
    }
    out.formula = formula(indicator, above, below);
    for (auto u : reporters_in(columns, at(i, place), request_.month)) {
      auto& ref = refs_.at(columns.unit(u).code);
      if (!may_see(ref)) {
        ++out.hidden;
        continue;
      }
      out.inputs.push_back(input(columns, i, u, ref, as_of, wording));
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
      auto total = total_of(columns, {i, place, last_day(request_.month), c.seq}, request_.month);
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
    for (auto& c : changes_)
      if (c.seat && !titles_.contains(c.seat)) titles_[c.seat] = access::seat_ref(context_.tx, c.seat).title;
    for (auto& c : changes_) known_[c.unit] = c.at;
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
  static std::optional<Decimal> as_decimal(std::optional<int64_t> value, const Indicator& i) {
    if (!value) return {};
    return Decimal{*value, i.scale};
  }
  bool may_see(const units::UnitRef& ref) const { return all_ || units::may_act_for(context_, ref.id); }
  Place at(IndicatorIndex i, UnitIndex u) const { return {i, u, last_day(request_.month), request_.as_of.value_or(newest)}; }
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
    auto total = total_of(columns, at(i, u), request_.month);
    auto exact = columns.value(i, u, request_.month, as_of);
    out.state = exact.present() ? exact.state : total.known ? total.state : State::missing;
    if (auto known = known_.find(ref.id); known != known_.end() && out.value) out.known = known->second;
    out.last_month = value(request_.month.plus(-1));
    out.last_year = value(request_.month.plus(-12));
    if (auto n = reasons_.find(ref.id); n != reasons_.end() && exact.present() && exact.units == n->second.value)
      out.reason = n->second.reason;
    return out;
  }

  Context& context_;
  const Tools& tools_;
  const ExplainRequest& request_;
  const units::Unit& unit_;
  const bool all_;
  std::unordered_map<std::string, int64_t> id_of_;
  std::map<std::string, units::UnitRef> refs_;
  std::vector<ChangeRow> changes_;
  std::unordered_map<int64_t, Text> titles_;
  std::unordered_map<int64_t, Instant> known_;
  std::unordered_map<int64_t, Reason> reasons_;
};
BOOST_DESCRIBE_STRUCT(Explainer::Reason, (), (unit, value, reason))

}  // namespace

Outcome<Explanation> explain(Context& context, const Tools& tools, const ExplainRequest& asked) {
  TRY(unit, unit_to_show(context, asked.unit, asked.month));
  TRY(as_of, vintage_asked(context, asked.month, asked));
  auto request = asked;
  request.as_of = as_of;
  Explanation out;
  out.unit = {unit.id, unit.code, unit.short_name};
  out.month = request.month;
  auto facts = month_facts(context.tx, tools, request.month, as_of, unit.id);
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
