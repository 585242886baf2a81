#include "units/succession.hpp"

#include <algorithm>
#include <stdexcept>

namespace giaoban::units {
namespace {

void give(std::unordered_map<UnitId, Share>& mass, UnitId unit, const Ratio& ratio, bool unknown) {
  auto& share = mass[unit];
  share.unit = unit;
  share.ratio += ratio;
  share.unknown = share.unknown || unknown;
}

}  // namespace

Succession::Succession(std::vector<Act> acts) {
  for (auto& act : acts) {
    if (!days_.empty() && act.effective < days_.back()) throw std::invalid_argument("units: acts out of order");
    if (days_.empty() || act.effective > days_.back()) days_.push_back(act.effective);
    Step step{std::move(act), {}, {}};
    for (size_t p = 0; p < step.act.parts.size(); ++p) {
      auto& part = step.act.parts[p];
      if (part.from) step.out[*part.from].push_back(p);
      if (part.to) step.in[*part.to].push_back(p);
    }
    steps_.push_back(std::move(step));
  }
}

std::vector<std::reference_wrapper<const Act>> Succession::acts() const {
  std::vector<std::reference_wrapper<const Act>> out;
  for (auto& step : steps_) out.emplace_back(step.act);
  return out;
}

size_t Succession::era(Date day) const {
  return static_cast<size_t>(std::upper_bound(days_.begin(), days_.end(), day) - days_.begin());
}

/// Every part takes its share of what its unit holds; a unit that the act does not name keeps all.
void Succession::forwards(const Step& step, Mass& mass, Ratio& lost) {
  Mass next;
  for (auto& [unit, held] : mass) {
    auto parts = step.out.find(unit);
    if (parts == step.out.end()) {
      give(next, unit, held.ratio, held.unknown);
      continue;
    }
    for (auto p : parts->second) {
      auto& part = step.act.parts[p];
      auto ratio = held.ratio * part.share();
      if (part.to) give(next, *part.to, ratio, held.unknown);
      else lost += ratio;
    }
  }
  mass = std::move(next);
}

/// A unit goes back to what it was made of by the parts' sizes; they must count the same thing. One single origin
/// takes all, whatever its weight was.
void Succession::backwards(const Step& step, Mass& mass, Ratio& lost) {
  Mass next;
  for (auto& [unit, held] : mass) {
    auto parts = step.in.find(unit);
    if (parts == step.in.end()) {
      give(next, unit, held.ratio, held.unknown);
      continue;
    }
    auto& list = parts->second;
    auto& first = step.act.parts[list.front()];
    bool comparable = std::all_of(list.begin(), list.end(), [&](size_t p) {
      return step.act.parts[p].basis == first.basis && first.basis != Basis::none;
    });
    Ratio whole;
    for (auto p : list) whole += comparable ? Ratio(step.act.parts[p].numerator) : Ratio(1);
    for (auto p : list) {
      auto& part = step.act.parts[p];
      Ratio ratio = held.ratio * (comparable ? Ratio(part.numerator) : Ratio(1)) / whole;
      if (part.from) give(next, *part.from, ratio, held.unknown || (!comparable && list.size() > 1));
      else lost += ratio;
    }
  }
  mass = std::move(next);
}

Shares Succession::shares(UnitId unit, Date from, Date to) const {
  Mass mass;
  give(mass, unit, 1, false);
  Shares out;
  auto after = [&](Date day) {
    return std::upper_bound(steps_.begin(), steps_.end(), day, [](Date d, auto& step) { return d < step.act.effective; });
  };
  if (from <= to)
    for (auto step = after(from); step != after(to); ++step) forwards(*step, mass, out.lost);
  else
    for (auto step = after(from); step != after(to); --step) backwards(*std::prev(step), mass, out.lost);
  for (auto& [id, share] : mass) out.shares.push_back(std::move(share));
  std::sort(out.shares.begin(), out.shares.end(), [](auto& a, auto& b) { return a.unit < b.unit; });
  return out;
}

}  // namespace giaoban::units
