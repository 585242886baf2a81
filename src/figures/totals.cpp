#include "figures/totals.hpp"

#include <algorithm>

#include "figures/pairing.hpp"

namespace giaoban::figures {

Sum one(const Cells::Cell& cell, int64_t weight, int64_t whole) {
  if (!cell.present()) return {};
  Sum s;
  s.amount = static_cast<__int128>(cell.units) * weight;
  s.present = 1;
  s.stand_in = cell.state == State::stand_in;
  s.estimate = cell.state == State::estimate || (weight != whole && !s.stand_in);  // a weighed part is estimated
  s.revised = cell.state == State::revised;
  return s;
}

Parts one(const Cells::Cell& numerator, const Cells::Cell& denominator, int64_t weight, int64_t whole) {
  if (!numerator.present() || !denominator.present()) return {};
  auto above = one(numerator, weight, whole), below = one(denominator, weight, whole);
  below.stand_in |= above.stand_in;
  below.estimate = !below.stand_in && (below.estimate | above.estimate);
  below.revised |= above.revised;
  return {below, above.amount};
}

namespace {

/// Takes one contribution out and puts another in.
void exchange(Sum& sum, const Sum& before, const Sum& after) {
  sum.amount += after.amount - before.amount;
  sum.present += after.present - before.present;
  sum.stand_in += after.stand_in - before.stand_in;
  sum.estimate += after.estimate - before.estimate;
  sum.revised += after.revised - before.revised;
}

}  // namespace

Totals::Totals(const Cells& cells, std::vector<Recipe> recipes, Frame frame)
    : cells_(cells), recipes_(std::move(recipes)), frame_(std::move(frame)), part_of_(recipes_.size()), tables_(recipes_.size()) {
  for (uint32_t r = 0; r < cells.roster_count(); ++r)
    segments_.push_back(frame_.own() ? cut(cells.roster_at(r)) : std::vector<Segment>{});
  for (IndicatorIndex i = 0; i < recipes_.size(); ++i) {
    if (!recipes_[i].ratio()) continue;
    part_of_[recipes_[i].numerator].push_back(i);
    if (recipes_[i].numerator != recipes_[i].denominator) part_of_[recipes_[i].denominator].push_back(i);
  }
}

std::vector<Segment> Totals::cut(const Roster& roster) const {
  std::vector<Segment> out;
  for (uint32_t place = 0; place < roster.size(); ++place) {
    auto above = frame_.above(roster.reporters()[place]);
    if (above.empty()) continue;  // a tree of one unit
    auto kept = above.back().kept;  // the nearest: kept units are listed from the root down
    if (!out.empty() && out.back().kept == kept && out.back().end == place)
      ++out.back().end;
    else
      out.push_back({place, place + 1, kept});
  }
  return out;
}

bool Totals::narrow(IndicatorIndex i) const {
  return cells_.magnitude(i) <= static_cast<uint64_t>(INT64_MAX) / (cells_.roster(i).size() + 1);
}

/// As many months as the cells have; of a ratio, as its denominator has.
void Totals::make_room(IndicatorIndex i) {
  auto& t = tables_[i];
  bool pairs = keeps_pairs(i);
  if (!pairs) t.pairs = {};
  auto source = recipes_[i].ratio() ? recipes_[i].denominator : i;
  Month first = cells_.first(source);
  auto months = static_cast<size_t>(cells_.end(source).index - first.index);
  if (months == t.months) return;
  auto before = t.months ? static_cast<size_t>(t.first.index - first.index) * frame_.kept() : 0;
  auto grow = [&](auto& table) {
    table.insert(table.begin(), before, {});
    table.resize(months * frame_.kept());
  };
  grow(t.sums);
  if (recipes_[i].ratio()) grow(t.above);
  if (pairs) grow(t.pairs);
  t.first = first;
  t.months = months;
}

void Totals::roll_up(IndicatorIndex i, const std::function<void(Month, Pairing&)>& seen) {
  if (!recipes_[i].adds) return;
  make_room(i);
  auto& t = tables_[i];
  std::fill(t.sums.begin(), t.sums.end(), Sum{});
  std::fill(t.above.begin(), t.above.end(), 0);
  bool ratio = recipes_[i].ratio(), small = !ratio && narrow(i);
  Pairing pairing(cells_, *this, i);
  for (size_t m = 0; m < t.months; ++m) {
    Month month = t.first.plus(static_cast<int>(m));
    if (ratio) {
      add_ratio(i, month);
    } else if (!frame_.own()) {
      add_shares(i, month);
    } else {
      add_segments(cells_.block(i, month), segments_[cells_.roster_number(i)], small, t.sums.data() + m * frame_.kept());
    }
    for (size_t k = frame_.own() ? frame_.kept() : 0; k-- > 1;) {
      size_t from = m * frame_.kept() + k, to = m * frame_.kept() + frame_.kept_above(k);
      t.sums[to] += t.sums[from];
      if (ratio) t.above[to] += t.above[from];
    }
    if (t.pairs.empty()) continue;
    pairing.row(month, 12, t.pairs.data() + m * frame_.kept());
    if (seen) seen(month, pairing);
  }
}

/// Cell by cell: only units that gave both parts count.
void Totals::add_ratio(IndicatorIndex i, Month month) {
  auto& recipe = recipes_[i];
  auto& t = tables_[i];
  size_t base = static_cast<size_t>(month.index - t.first.index) * frame_.kept();
  auto& above = cells_.roster(recipe.numerator);
  auto& below = cells_.roster(recipe.denominator);
  auto numerators = cells_.block(recipe.numerator, month), denominators = cells_.block(recipe.denominator, month);
  for (size_t w = 0; w < below.words(); ++w)
    each_bit(w, denominators.present[w], [&](size_t place) {
      auto unit = below.reporters()[place];
      auto other = above.place(unit);
      if (other == none || !bit(numerators.present, other)) return;
      Cells::Cell n{numerators.values[other], numerators.state(other)}, d{denominators.values[place], denominators.state(place)};
      auto goes_to = frame_.above(unit);
      if (frame_.own() && !goes_to.empty()) goes_to = goes_to.last(1);  // further up it goes with the unit's total
      for (auto [kept, weight] : goes_to) {
        auto parts = one(n, d, weight, frame_.denominator());
        t.sums[base + kept] += parts.sum;
        t.above[base + kept] += parts.above;
      }
    });
}

void Totals::add_shares(IndicatorIndex i, Month month) {
  auto& t = tables_[i];
  auto* sums = t.sums.data() + static_cast<size_t>(month.index - t.first.index) * frame_.kept();
  auto block = cells_.block(i, month);
  auto& roster = cells_.roster(i);
  for (size_t w = 0; w < roster.words(); ++w)
    each_bit(w, block.present[w], [&](size_t place) {
      for (auto [kept, weight] : frame_.above(roster.reporters()[place]))
        sums[kept] += one({block.values[place], block.state(place)}, weight, frame_.denominator());
    });
}

void Totals::correct(IndicatorIndex i, UnitIndex unit, Month month, const Cells::Applied& applied) {
  for (auto ratio : part_of_[i]) correct_ratio(ratio, i, unit, month, applied);
  if (!recipes_[i].adds) return;
  make_room(i);
  auto& t = tables_[i];
  auto* sums = t.sums.data() + static_cast<size_t>(month.index - t.first.index) * frame_.kept();
  for (auto [kept, weight] : frame_.above(unit))
    exchange(sums[kept], one(applied.before, weight, frame_.denominator()), one(applied.after, weight, frame_.denominator()));
  if (!t.pairs.empty()) correct_pairs(i, unit, month, applied);
}

/// The month stands beside the year before and the year after it; each has a pair where both sides have a value.
void Totals::correct_pairs(IndicatorIndex i, UnitIndex unit, Month month, const Cells::Applied& applied) {
  auto beside = [&](Month later, const Cells::Cell& other, auto pair) {
    auto row = static_cast<size_t>(later.index - tables_[i].first.index);
    if (!other.present() || row >= tables_[i].months) return;
    auto* pairs = tables_[i].pairs.data() + row * frame_.kept();
    for (auto [kept, weight] : frame_.above(unit)) {
      if (applied.before.present()) pairs[kept] -= pair(applied.before.units, other.units);
      if (applied.after.present()) pairs[kept] += pair(applied.after.units, other.units);
    }
  };
  Month before = month.plus(-12), after = month.plus(12);
  beside(month, cells_.cell(i, applied.place, before), [](int64_t mine, int64_t other) { return Pair{mine, other, 1}; });
  beside(after, cells_.cell(i, applied.place, after), [](int64_t mine, int64_t other) { return Pair{other, mine, 1}; });
}

void Totals::correct_ratio(IndicatorIndex ratio, IndicatorIndex i, UnitIndex unit, Month month, const Cells::Applied& applied) {
  make_room(ratio);
  auto& t = tables_[ratio];
  if (month < t.first || month >= t.first.plus(static_cast<int>(t.months))) return;  // no denominator there yet
  auto& recipe = recipes_[ratio];
  auto cell = [&](IndicatorIndex part, const Cells::Cell& mine) -> Cells::Cell {
    if (part == i) return mine;
    auto place = cells_.roster(part).place(unit);
    return place == none ? Cells::Cell{} : cells_.cell(part, place, month);
  };
  size_t base = static_cast<size_t>(month.index - t.first.index) * frame_.kept();
  for (auto [kept, weight] : frame_.above(unit)) {
    auto before = one(cell(recipe.numerator, applied.before), cell(recipe.denominator, applied.before), weight, frame_.denominator());
    auto after = one(cell(recipe.numerator, applied.after), cell(recipe.denominator, applied.after), weight, frame_.denominator());
    exchange(t.sums[base + kept], before.sum, after.sum);
    t.above[base + kept] += after.above - before.above;
  }
}

/// The months of a run that have room.
Span Totals::rows(const Table& t, Month from, Month to) const {
  auto months = static_cast<int64_t>(t.months), begin = std::max<int64_t>(0, int64_t{from.index} - t.first.index);
  auto end = std::min(months, int64_t{to.index} - t.first.index + 1);
  return {static_cast<size_t>(begin), static_cast<size_t>(std::max(begin, end))};
}

Parts Totals::kept(IndicatorIndex i, size_t place, Month from, Month to) const {
  auto& t = tables_[i];
  Parts out;
  auto [begin, end] = rows(t, from, to);
  for (size_t k = begin * frame_.kept() + place; begin < end; ++begin, k += frame_.kept()) {
    out.sum += t.sums[k];
    if (!t.above.empty()) out.above += t.above[k];
  }
  return out;
}

uint32_t Totals::kept_present(IndicatorIndex i, size_t place, Month from, Month to) const {
  auto& t = tables_[i];
  uint32_t n = 0;
  auto [begin, end] = rows(t, from, to);
  for (size_t k = begin * frame_.kept() + place; begin < end; ++begin, k += frame_.kept()) n += t.sums[k].present;
  return n;
}

Pair Totals::kept_pairs(IndicatorIndex i, size_t place, Month from, Month to) const {
  auto& t = tables_[i];
  Pair out;
  auto [begin, end] = rows(t, from, to);
  for (size_t k = begin * frame_.kept() + place; begin < end; ++begin, k += frame_.kept()) out += t.pairs[k];
  return out;
}

size_t Totals::bytes() const {
  size_t sum = 0;
  for (auto& t : tables_) sum += t.sums.capacity() * sizeof(Sum) + t.above.capacity() * sizeof(__int128) + t.pairs.capacity() * sizeof(Pair);
  return sum;
}

}  // namespace giaoban::figures
