#pragma once
// Random histories of units, for property tests.
#include <rapidcheck.h>

#include <set>

#include "units/succession.hpp"

namespace giaoban::units {

inline const Date history_start = Date::of(2020, 1, 1);

struct History {
  std::vector<Act> acts;
  std::set<UnitId> first, last;  // in force before all acts and after them
  UnitId count = 0;
};

/// One unit's parts: pieces into some of the targets, or its whole into one.
inline void divide(UnitId unit, const std::vector<UnitId>& targets, Basis basis, std::vector<Part>& parts) {
  auto pieces = *rc::gen::inRange<size_t>(1, targets.size() + 1);
  auto first = *rc::gen::inRange<size_t>(0, targets.size());
  std::vector<int64_t> weights;
  int64_t all = 0;
  for (size_t p = 0; p < pieces; ++p) all += weights.emplace_back(*rc::gen::inRange<int64_t>(1, 9));
  for (size_t p = 0; p < pieces; ++p) parts.push_back({unit, targets[(first + p) % targets.size()], basis, weights[p], all});
}

/// Mergers, splits, renamings and exchanges, one after the other, `days_apart` at most; often several on a day. With
/// `losses`, creations out of nothing and abolitions too.
inline History random_history(bool losses = true, int days_apart = 2) {
  History h;
  for (int u = *rc::gen::inRange(1, 6); u > 0; --u) h.first.insert(h.count++);
  h.last = h.first;
  Date day = history_start;
  for (int n = *rc::gen::inRange(0, 6); n > 0; --n) {
    day = day.plus(*rc::gen::inRange(0, days_apart + 1));
    Act act{day, {}};
    auto basis = *rc::gen::element(Basis::population, Basis::area, Basis::none);
    std::vector<UnitId> taken, targets;
    for (auto u : h.last)
      if (*rc::gen::arbitrary<bool>()) taken.push_back(u);
    if (taken.empty() && !losses) taken.push_back(*h.last.begin());
    for (int fresh = *rc::gen::inRange(1, 3); fresh > 0; --fresh) targets.push_back(h.count++);
    if (losses && (taken.empty() || *rc::gen::inRange(0, 6) == 0)) {
      for (auto t : targets) act.parts.push_back({{}, t}), h.last.insert(t);
    } else if (losses && *rc::gen::inRange(0, 6) == 0) {
      for (auto u : taken) act.parts.push_back({u, {}}), h.last.erase(u);
      h.count -= static_cast<UnitId>(targets.size());
    } else {
      bool goes_on = *rc::gen::arbitrary<bool>();  // the first of them takes from the others and keeps itself
      if (goes_on) targets.push_back(taken.front());
      for (size_t k = 0; k < taken.size(); ++k) {
        if (k == 0 && goes_on) act.parts.push_back({taken[0], taken[0], basis, 7, 7});
        else divide(taken[k], targets, basis, act.parts), h.last.erase(taken[k]);
      }
      for (auto& p : act.parts) h.last.insert(*p.to);
    }
    h.acts.push_back(std::move(act));
  }
  return h;
}

}  // namespace giaoban::units
