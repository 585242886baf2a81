#include "figures/frame.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <stdexcept>

namespace giaoban::figures {
namespace {

/// Weights of areas in square metres or of people fit; sums of 10^18 times it stay within 128 bits.
constexpr int64_t denominator_max = 1'000'000'000'000;

[[noreturn]] void broken(const std::string& what) {
  throw std::invalid_argument("figures: " + what);
}

int64_t common_denominator(const std::vector<Share>& shares) {
  __int128 common = 1;
  for (auto& s : shares) {
    if (s.denominator <= 0 || s.numerator <= 0 || s.numerator > s.denominator)
      broken("a share of " + s.source + " is not between nothing and the whole");
    auto d = s.denominator / std::gcd(s.numerator, s.denominator);
    common = common / std::gcd(static_cast<int64_t>(common), d) * d;
    if (common > denominator_max) broken("the shares have no common denominator up to 10^12");
  }
  return static_cast<int64_t>(common);
}

}  // namespace

Tree::Tree(std::vector<UnitNode> units) {
  std::unordered_map<std::string, std::vector<size_t>> below;
  for (size_t i = 0; i < units.size(); ++i) below[units[i].parent].push_back(i);
  if (below[""].size() != 1) broken("the tree of units needs exactly one root");
  struct Step {
    size_t unit;
    bool leave;
  };
  std::vector<UnitIndex> open;
  std::vector<Step> steps{{below[""].front(), false}};
  while (!steps.empty()) {
    auto [i, leave] = steps.back();
    steps.pop_back();
    if (leave) {
      behind_[open.back()] = static_cast<UnitIndex>(units_.size());
      open.pop_back();
      continue;
    }
    auto here = static_cast<UnitIndex>(units_.size());
    if (!place_.emplace(units[i].code, here).second) broken("two units " + units[i].code);
    units_.push_back(units[i]);
    behind_.push_back(here + 1);
    parent_.push_back(open.empty() ? none : open.back());
    open.push_back(here);
    steps.push_back({i, true});
    auto found = below.find(units[i].code);
    if (found == below.end()) continue;
    for (auto child = found->second.rbegin(); child != found->second.rend(); ++child)
      steps.push_back({*child, false});
  }
  if (units_.size() != units.size()) broken("a unit's parent is missing, or units are in a circle");
}

std::optional<UnitIndex> Tree::find(std::string_view code) const {
  auto found = place_.find(std::string(code));
  return found == place_.end() ? std::nullopt : std::optional(found->second);
}

Frame::Frame(Tree tree) : tree_(std::move(tree)), own_(true) {
  choose_kept();
  list_above(tree_.size());
}

Frame::Frame(Tree tree, const Tree& store, const std::vector<Share>& shares) : tree_(std::move(tree)), own_(false) {
  denominator_ = common_denominator(shares);
  share_out(store, shares);
  choose_kept();
  list_above(store.size());
}

/// Each piece goes to its unit and to every unit above; pieces of one source that meet are added.
void Frame::share_out(const Tree& store, const std::vector<Share>& shares) {
  std::vector<std::map<UnitIndex, int64_t>> made_of(tree_.size());
  for (auto& s : shares) {
    auto source = store.find(s.source);
    auto unit = tree_.find(s.unit);
    if (!source || !unit) broken("a share names a unit that is not there: " + s.source + ", " + s.unit);
    auto weight = static_cast<int64_t>(static_cast<__int128>(denominator_) * s.numerator / s.denominator);
    for (auto u = *unit; u != none; u = tree_.parent(u)) {
      auto& sum = made_of[u][*source];
      sum += weight;
      if (sum > denominator_) broken("more than the whole of a unit is given away: " + s.source);
    }
  }
  parts_.begin.push_back(0);
  for (auto& parts : made_of) {
    for (auto& [source, weight] : parts) parts_.items.push_back({source, weight});
    parts_.begin.push_back(static_cast<uint32_t>(parts_.items.size()));
  }
}

void Frame::choose_kept() {
  kept_place_.assign(tree_.size(), none);
  for (UnitIndex u = 0; u < tree_.size(); ++u) {
    if (own_ && tree_.behind(u) == u + 1) continue;
    kept_place_[u] = static_cast<uint32_t>(kept_.size());
    kept_.push_back(u);
    auto up = tree_.parent(u);
    kept_above_.push_back(up == none ? none : kept_place_[up]);
  }
}

void Frame::list_above(size_t sources) {
  std::vector<std::vector<Above>> lists(sources);
  for (uint32_t k = 0; k < kept_.size(); ++k) {
    if (!own_) {
      for (auto& p : parts(kept_[k])) lists[p.source].push_back({k, p.weight});
      continue;
    }
    for (auto u = kept_[k]; u < tree_.behind(kept_[k]); ++u) lists[u].push_back({k, 1});
  }
  above_.begin.push_back(0);
  for (auto& list : lists) {
    above_.items.insert(above_.items.end(), list.begin(), list.end());
    above_.begin.push_back(static_cast<uint32_t>(above_.items.size()));
  }
}

std::span<const Frame::Part> Frame::parts(UnitIndex u) const {
  return parts_.of(u);
}

std::span<const Frame::Above> Frame::above(UnitIndex source) const {
  return above_.of(source);
}

}  // namespace giaoban::figures
