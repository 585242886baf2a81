#include "figures/columns.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "figures/kernels.hpp"
#include "figures/parallel.hpp"
#include "figures/snapshot_format.hpp"

namespace giaoban::figures {
namespace {

[[noreturn]] void broken(const std::string& what) {
  throw std::invalid_argument("figures: " + what);
}


using Codes = std::unordered_map<std::string, IndicatorIndex>;

Codes numbered(const std::vector<Indicator>& indicators) {
  Codes codes;
  for (IndicatorIndex i = 0; i < indicators.size(); ++i)
    if (!codes.emplace(indicators[i].code, i).second) broken("two indicators " + indicators[i].code);
  return codes;
}

std::vector<Recipe> recipes(const std::vector<Indicator>& indicators, const Codes& codes) {
  std::vector<Recipe> out;
  for (auto& i : indicators) {
    Recipe recipe{i.adds_over_units() || !i.entered()};
    if (i.numerator) {
      auto above = codes.find(*i.numerator), below = codes.find(i.denominator.value_or(""));
      if (above == codes.end() || below == codes.end()) broken(i.code + " names a component that is not there");
      if (!indicators[above->second].entered() || !indicators[below->second].entered())
        broken(i.code + " is made of what is itself computed");
      recipe.numerator = above->second;
      recipe.denominator = below->second;
    }
    out.push_back(recipe);
  }
  return out;
}

std::vector<UnitIndex> who_reports(const Indicator& indicator, const Tree& units) {
  std::vector<UnitIndex> out;
  if (indicator.reporters == Reporters::communes) {
    for (UnitIndex u = 0; u < units.size(); ++u)
      if (units.unit(u).commune) out.push_back(u);
  } else {
    for (auto& code : indicator.reporting_units) {
      auto unit = units.find(code);
      if (!unit) broken(indicator.code + " is reported by a unit that is not there: " + code);
      out.push_back(*unit);
    }
    std::sort(out.begin(), out.end());
  }
  for (size_t r = 1; r < out.size(); ++r)
    if (out[r] < units.behind(out[r - 1])) broken(indicator.code + " would be counted twice: one reporter is below another");
  return out;
}

/// Indicators that the same units report share a roster.
Cells cells_for(const std::vector<Indicator>& indicators, const Tree& units) {
  std::map<std::vector<UnitIndex>, uint32_t> known;
  std::vector<Roster> rosters;
  std::vector<uint32_t> roster_of;
  for (auto& i : indicators) {
    if (i.numerator) {
      roster_of.push_back(none);
      continue;
    }
    auto reporters = i.formula ? std::vector<UnitIndex>{} : who_reports(i, units);  // a formula is computed beside the columns
    auto [at, fresh] = known.try_emplace(reporters, static_cast<uint32_t>(rosters.size()));
    if (fresh) rosters.emplace_back(std::move(reporters), units);
    roster_of.push_back(at->second);
  }
  return Cells(units.size(), std::move(rosters), std::move(roster_of));
}

}  // namespace

/// What all frames share.
struct Columns::Body {
  Body(std::vector<Indicator> list, std::vector<UnitNode> nodes)
      : indicators(std::move(list)),
        codes(numbered(indicators)),
        recipes(figures::recipes(indicators, codes)),
        units(std::move(nodes)),
        cells(cells_for(indicators, units)) {}

  struct Plan {
    Sequence sequence;
    int64_t value;
  };
  std::vector<Indicator> indicators;
  Codes codes;
  std::vector<Recipe> recipes;
  Tree units;
  Cells cells;
  std::map<std::tuple<IndicatorIndex, UnitIndex, int>, std::vector<Plan>> plans;
  Sequence last_plan = 0;
  std::vector<std::weak_ptr<Totals>> frames;  // a frame that nobody holds any more is forgotten
};

Columns::Columns(std::vector<Indicator> indicators, std::vector<UnitNode> units)
    : body_(std::make_shared<Body>(std::move(indicators), std::move(units))),
      totals_(std::make_shared<Totals>(body_->cells, body_->recipes, Frame(body_->units))) {
  body_->frames.push_back(totals_);
}

Columns::Columns(std::shared_ptr<Body> body, std::shared_ptr<Totals> totals) : body_(std::move(body)), totals_(std::move(totals)) {}

Columns Columns::under(Frame frame) const {
  auto totals = std::make_shared<Totals>(body_->cells, body_->recipes, std::move(frame));
  for (IndicatorIndex i = 0; i < indicators().size(); ++i) totals->roll_up(i);
  std::erase_if(body_->frames, [](auto& f) { return f.expired(); });
  body_->frames.push_back(totals);
  return Columns(body_, totals);
}

const Tree& Columns::store_units() const { return body_->units; }
const std::vector<Indicator>& Columns::indicators() const { return body_->indicators; }
Sequence Columns::last_sequence() const { return std::max(body_->cells.last_sequence(), body_->last_plan); }

std::optional<IndicatorIndex> Columns::find_indicator(std::string_view code) const {
  auto found = body_->codes.find(std::string(code));
  return found == body_->codes.end() ? std::nullopt : std::optional(found->second);
}

void Columns::apply(const Change& change) {
  if (change.indicator >= indicators().size()) broken("no such indicator");
  auto applied = body_->cells.apply(change);
  for (auto& frame : body_->frames)
    if (auto totals = frame.lock()) totals->correct(change.indicator, change.unit, change.month, applied);
}

void Columns::reserve(Month first, Month last) {
  body_->cells.reserve(first, last);
}

void Columns::absorb(const Change& change) {
  body_->cells.apply(change);
}

void Columns::roll_up(unsigned threads) {
  for (auto& frame : body_->frames)
    if (auto totals = frame.lock())
      in_parallel(indicators().size(), threads, [&](size_t i) { totals->roll_up(static_cast<IndicatorIndex>(i)); });
}

void Columns::apply_plan(Sequence sequence, IndicatorIndex i, UnitIndex u, int year, int64_t value) {
  body_->plans[{i, u, year}].push_back({sequence, value});
  body_->last_plan = std::max(body_->last_plan, sequence);
}

std::optional<int64_t> Columns::plan(IndicatorIndex i, UnitIndex u, int year, Sequence as_of) const {
  auto unit = totals_->frame().own() ? std::optional(u) : body_->units.find(tree().unit(u).code);
  auto found = unit ? body_->plans.find({i, *unit, year}) : body_->plans.end();
  if (found == body_->plans.end()) return {};
  const Body::Plan* last = nullptr;
  for (auto& plan : found->second)
    if (plan.sequence <= as_of && (!last || plan.sequence >= last->sequence)) last = &plan;
  return last ? std::optional(last->value) : std::nullopt;
}

Cells& SnapshotAccess::cells(Columns& columns) {
  return columns.body_->cells;
}

size_t Columns::bytes() const {
  size_t sum = body_->cells.bytes();
  for (auto& frame : body_->frames)
    if (auto totals = frame.lock()) sum += totals->bytes();
  return sum;
}

}  // namespace giaoban::figures
