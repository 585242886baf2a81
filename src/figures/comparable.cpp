#include "figures/comparable.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace giaoban::figures {
namespace {

/// Every formula read, its names looked up, and none that needs itself.
std::vector<std::optional<Formula>> formulas_of(const Columns& columns) {
  std::vector<std::optional<Formula>> out(columns.indicators().size());
  for (IndicatorIndex i = 0; i < out.size(); ++i) {
    auto& indicator = columns.indicator(i);
    if (!indicator.formula) continue;
    auto formula = Formula::parse(*indicator.formula);
    if (!formula) throw std::invalid_argument("figures: formula of " + indicator.code + ": " + formula.error().en);
    for (auto& name : formula->names())
      if (!columns.find_indicator(name)) throw std::invalid_argument("figures: " + indicator.code + " names what is not there: " + name);
    out[i] = std::move(*formula);
  }
  enum class Seen : uint8_t { no, open, done };
  std::vector<Seen> seen(out.size(), Seen::no);
  std::function<void(IndicatorIndex)> visit = [&](IndicatorIndex i) {
    if (seen[i] == Seen::done || !out[i]) return;
    if (seen[i] == Seen::open) throw std::invalid_argument("figures: " + columns.indicator(i).code + " is computed from itself");
    seen[i] = Seen::open;
    for (auto& name : out[i]->names()) visit(*columns.find_indicator(name));
    seen[i] = Seen::done;
  };
  for (IndicatorIndex i = 0; i < out.size(); ++i) visit(i);
  return out;
}

}  // namespace

Comparable::Comparable(const Columns& columns, std::vector<UnitLife> lives, units::Succession succession)
    : lives_(std::move(lives)), succession_(std::move(succession)), formulas_(formulas_of(columns)), below_(columns.unit_count()) {
  lives_.resize(columns.unit_count());
  for (UnitIndex u = 0; u < lives_.size(); ++u) {
    place_of_[lives_[u].id] = u;
    if (auto parent = columns.find_unit(columns.unit(u).parent)) below_[*parent].push_back(u);
  }
  mark_touched(columns);
}

void Comparable::mark_touched(const Columns& columns) {
  touched_.assign(lives_.size(), false);
  auto mark = [&](UnitIndex u) {
    for (std::optional<UnitIndex> at = u; at && !touched_[*at]; at = columns.find_unit(columns.unit(*at).parent)) touched_[*at] = true;
  };
  for (UnitIndex u = 0; u < lives_.size(); ++u)
    if (lives_[u].since || lives_[u].until) mark(u);
  for (auto& act : succession_.acts())
    for (auto& part : act.get().parts)
      for (auto& unit : {part.from, part.to})
        if (unit && place_of_.contains(*unit)) mark(place_of_.at(*unit));
}

bool Comparable::in_force(UnitIndex u, Date on) const {
  auto& life = lives_.at(u);
  return (!life.since || *life.since <= on) && (!life.until || on < *life.until);
}

/// Every unit in force on the day, taken to the frame's day; called under the lock.
const Comparable::Crosswalk& Comparable::crosswalk(Date day, Date frame) const {
  Eras eras{succession_.era(day), succession_.era(frame)};
  auto [found, fresh] = crosswalks_.try_emplace(eras);
  if (!fresh) return found->second;
  auto& out = found->second;
  out.resize(lives_.size());
  for (UnitIndex u = 0; u < lives_.size(); ++u) {
    if (!in_force(u, day)) continue;
    for (auto& share : succession_.shares(lives_[u].id, day, frame).shares)
      if (auto place = place_of_.find(share.unit); place != place_of_.end())
        out[place->second].push_back({u, share.ratio, share.unknown});
  }
  return out;
}

/// What reaches the unit or anything below it. Divided among units that are all within it, a source is whole again.
std::vector<Comparable::Source> Comparable::gather(UnitIndex u, Date day, Date frame) const {
  auto& walk = crosswalk(day, frame);
  std::map<UnitIndex, Source> found;
  std::vector<UnitIndex> open{u};
  while (!open.empty()) {
    auto at = open.back();
    open.pop_back();
    if (!in_force(at, frame)) continue;
    for (auto& source : walk[at]) {
      auto& sum = found[source.unit];
      sum.unit = source.unit;
      sum.share += source.share;
      sum.unknown = sum.unknown || source.unknown;
    }
    open.insert(open.end(), below_[at].begin(), below_[at].end());
  }
  std::vector<Source> out;
  for (auto& [unit, source] : found) {
    source.unknown = source.unknown && source.share != 1;
    out.push_back(std::move(source));
  }
  return out;
}

const std::vector<Comparable::Source>& Comparable::sources(UnitIndex u, Date day, Date frame) const {
  std::lock_guard lock(mutex_);
  auto key = std::pair(Eras{succession_.era(day), succession_.era(frame)}, u);
  auto found = sources_.find(key);
  if (found == sources_.end()) found = sources_.emplace(key, gather(u, day, frame)).first;
  return found->second;
}

std::vector<Comparable::Source> Comparable::becomes(UnitIndex u, Date day, Date frame) const {
  std::vector<Source> out;
  for (auto& share : succession_.shares(lives_.at(u).id, day, frame).shares)
    if (auto place = place_of_.find(share.unit); place != place_of_.end() && in_force(place->second, frame))
      out.push_back({place->second, share.ratio, share.unknown});
  std::stable_sort(out.begin(), out.end(), [](auto& a, auto& b) { return a.share > b.share; });
  return out;
}

}  // namespace giaoban::figures
