#include "figures/cells.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace giaoban::figures {
namespace {

[[noreturn]] void broken(const std::string& what) {
  throw std::invalid_argument("figures: " + what);
}

/// How many months are missing before and behind [first, first + months).
std::pair<size_t, size_t> room_needed(Month first, size_t months, Month month) {
  if (month < first) return {static_cast<size_t>(first.index - month.index), 0};
  auto end = static_cast<int64_t>(first.index) + static_cast<int64_t>(months);
  return {0, month.index >= end ? static_cast<size_t>(month.index - end + 1) : 0};
}

}  // namespace

Roster::Roster(std::vector<UnitIndex> reporters, const Tree& units) : reporters_(std::move(reporters)) {
  place_.assign(units.size(), none);
  for (size_t r = 0; r < reporters_.size(); ++r) place_[reporters_[r]] = static_cast<uint32_t>(r);
  uint32_t places = 0;
  for (UnitIndex u = 0; u < units.size(); ++u) {
    first_.push_back(places);
    places += place_[u] != none;
  }
  first_.push_back(places);
  auto life = [&](UnitIndex u) { return units.unit(u).life; };
  if (std::none_of(reporters_.begin(), reporters_.end(), [&](auto u) { return life(u).bounded(); })) return;
  std::vector<Month> changes{Month{INT32_MIN}};
  for (auto u : reporters_) {
    lives_.push_back(life(u));
    changes.push_back(lives_.back().from);
    changes.push_back(lives_.back().until);
  }
  std::sort(changes.begin(), changes.end());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
  for (auto from : changes) {
    Period period{from, std::vector<uint64_t>(words())};
    for (size_t r = 0; r < size(); ++r) set_bit(period.alive.data(), r, lives_[r].covers(from));
    periods_.push_back(std::move(period));
  }
}

int32_t Roster::expected(Span run, Month month) const {
  if (lives_.empty()) return static_cast<int32_t>(run.end - run.begin);
  auto behind = std::upper_bound(periods_.begin(), periods_.end(), month, [](Month m, auto& p) { return m < p.from; });
  auto& alive = std::prev(behind)->alive;
  int32_t n = 0;
  each_word(run.begin, run.end, [&](size_t w, uint64_t mask) { n += std::popcount(alive[w] & mask); });
  return n;
}

Cells::Cells(size_t units, std::vector<Roster> rosters, std::vector<uint32_t> roster_of)
    : units_(units), rosters_(std::move(rosters)), columns_(roster_of.size()) {
  if (columns_.size() > UINT16_MAX) broken("more indicators than can be numbered");
  for (size_t i = 0; i < roster_of.size(); ++i) columns_[i].roster = roster_of[i];
  size_t widest = 1;
  for (auto& roster : rosters_) widest = std::max(widest, roster.words());
  nothing_.assign(widest * 64, 0);
}

CellKey Cells::key(IndicatorIndex i, size_t place, Month month) const {
  return static_cast<CellKey>(i) << 48 | static_cast<CellKey>(month.index & 0xffff) << 32 | place;
}

template <class T>
void Cells::add_months(Pages<T>& pages, size_t before, size_t months, size_t after, size_t month_size) {
  pages.resize((before + months + after) * month_size);
  if (!before) return;
  std::memmove(pages.data() + before * month_size, pages.data(), months * month_size * sizeof(T));
  std::memset(static_cast<void*>(pages.data()), 0, before * month_size * sizeof(T));
}

void Cells::make_room(IndicatorIndex i, Month month) {
  auto& column = columns_[i];
  if (!column.months) column.first = month;
  auto [before, after] = room_needed(column.first, column.months, month);
  if (!before && !after) return;
  size_t words = rosters_[column.roster].words();
  add_months(column.values, before, column.months, after, words * 64);
  add_months(column.bits, before, column.months, after, words * rows);
  column.first = column.first.plus(-static_cast<int>(before));
  column.months += before + after;
}

void Cells::reserve(Month first, Month last) {
  for (IndicatorIndex i = 0; i < columns_.size(); ++i) {
    if (!stored(i)) continue;
    make_room(i, first);
    make_room(i, last);
  }
}

Sequence& Cells::arrival(UnitIndex unit, Month month) {
  if (!arrivals_months_) arrivals_first_ = month;
  auto [before, after] = room_needed(arrivals_first_, arrivals_months_, month);
  if (before || after) {
    add_months(arrivals_, before, arrivals_months_, after, units_);
    arrivals_first_ = arrivals_first_.plus(-static_cast<int>(before));
    arrivals_months_ += before + after;
  }
  return arrivals_[static_cast<size_t>(month.index - arrivals_first_.index) * units_ + unit];
}

Sequence Cells::arrival(UnitIndex unit, Month month) const {
  auto at = static_cast<int64_t>(month.index) - arrivals_first_.index;
  if (at < 0 || at >= static_cast<int64_t>(arrivals_months_)) return 0;
  return arrivals_[static_cast<size_t>(at) * units_ + unit];
}

Cells::Applied Cells::apply(const Change& change) {
  auto i = change.indicator;
  if (change.sequence < 1) broken("journal entries are numbered from 1");
  auto place = stored(i) && change.unit < units_ ? roster(i).place(change.unit) : none;
  if (place == none) broken("this unit does not report this indicator");
  if (change.value && change.state == State::missing) broken("a value needs a state");
  State state = change.value ? change.state : State::missing;
  Applied applied{place, cell(i, place, change.month), {change.value.value_or(0), state}};
  make_room(i, change.month);
  bool has_history = remember(change, place, state);
  auto& column = columns_[i];
  size_t words = roster(i).words(), month = static_cast<size_t>(change.month.index - column.first.index);
  column.values[month * words * 64 + place] = applied.after.units;
  column.magnitude |= static_cast<uint64_t>(applied.after.units < 0 ? ~applied.after.units : applied.after.units);
  auto* row = column.bits.data() + month * rows * words;
  set_bit(row, place, applied.after.present());
  set_bit(row + words, place, is_estimate(state));
  set_bit(row + 2 * words, place, state == State::stand_in || state == State::revised);
  set_bit(row + 3 * words, place, has_history);
  last_ = std::max(last_, change.sequence);
  return applied;
}

/// Whether the cell then has a history. The first value that arrives with its form needs nothing beside it.
bool Cells::remember(const Change& change, size_t place, State state) {
  auto now = block(change.indicator, change.month);
  auto cell = key(change.indicator, place, change.month);
  auto& arrived = arrival(change.unit, change.month);
  if (bit(now.history, place)) {
    if (history_.at(history_.head(cell)).known > change.sequence) broken("a change older than what is known");
  } else if (bit(now.present, place)) {
    if (arrived > change.sequence) broken("a change older than what is known");
    history_.add(cell, now.values[place], arrived, now.state(place));
  } else if (change.value) {
    if (!arrived) arrived = change.sequence;
    if (arrived == change.sequence) return false;
  }
  history_.add(cell, change.value.value_or(0), change.sequence, state);
  return true;
}

Value Cells::value(IndicatorIndex i, size_t place, Month month, Sequence as_of) const {
  auto b = block(i, month);
  if (!bit(b.history, place)) {
    if (!bit(b.present, place)) return {};
    auto known = arrival(roster(i).reporters()[place], month);
    return known > as_of ? Value{} : Value{b.values[place], b.state(place), known};
  }
  auto at = history_.head(key(i, place, month));
  while (at != History::end && history_.at(at).known > as_of) at = history_.at(at).previous;
  if (at == History::end) return {};
  auto& record = history_.at(at);
  return {record.units, record.state, record.known};
}

std::vector<Value> Cells::vintages(IndicatorIndex i, size_t place, Month month) const {
  std::vector<Value> out;
  auto b = block(i, month);
  if (!bit(b.history, place)) {
    if (bit(b.present, place)) out.push_back(value(i, place, month, newest));
    return out;
  }
  for (auto at = history_.head(key(i, place, month)); at != History::end; at = history_.at(at).previous)
    out.push_back({history_.at(at).units, history_.at(at).state, history_.at(at).known});
  std::reverse(out.begin(), out.end());
  return out;
}

size_t Cells::count() const {
  size_t n = 0;
  for (auto& c : columns_)
    if (c.roster != none) n += c.months * rosters_[c.roster].size();
  return n;
}

size_t Cells::bytes() const {
  size_t sum = arrivals_.size() * sizeof(Sequence) + history_.bytes();
  for (auto& c : columns_) sum += c.values.size() * sizeof(int64_t) + c.bits.size() * sizeof(uint64_t);
  return sum;
}

}  // namespace giaoban::figures
