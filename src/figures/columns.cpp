#include "figures/columns.hpp"

#include <numeric>
#include <stdexcept>

namespace giaoban::figures {
namespace {

[[noreturn]] void broken(const std::string& what) {
  throw std::invalid_argument("figures: " + what);
}

constexpr __int128 power_of_ten(int n) {
  __int128 p = 1;
  for (; n > 0; --n) p *= 10;
  return p;
}

/// A sum is an estimate as soon as one part is, and revised as soon as one part was.
State together(State a, State b) {
  if (a == State::missing) return is_estimate(b) ? State::estimate : b;
  if (b == State::missing) return a;
  if (is_estimate(a) || is_estimate(b)) return State::estimate;
  return a == State::revised || b == State::revised ? State::revised : State::official;
}

void count(Coverage& coverage, State state) {
  ++coverage.expected;
  if (state == State::stand_in)
    ++coverage.stand_in;
  else if (state != State::missing)
    ++coverage.reported;
}

/// Adds one month's newest cells, `n` of them side by side. Loops without branches, so that the compiler
/// takes many cells at a time; a missing cell holds 0. Values are added in two halves, which no number of
/// units can overflow.
void add_newest(Total& out, const int64_t* values, const State* states, size_t n) {
  int64_t low = 0, high = 0;
  for (size_t k = 0; k < n; ++k) {
    low += values[k] & 0xffffffff;
    high += values[k] >> 32;
  }
  int32_t missing = 0, stand_in = 0, estimate = 0, revised = 0;
  for (size_t k = 0; k < n; ++k) {
    missing += states[k] == State::missing;
    stand_in += states[k] == State::stand_in;
    estimate += states[k] == State::estimate;
    revised += states[k] == State::revised;
  }
  auto size = static_cast<int32_t>(n);
  out.coverage += {size - missing - stand_in, stand_in, size};
  if (missing == size) return;
  out.known = true;
  out.amount.numerator += (static_cast<__int128>(high) << 32) + low;
  out.state = together(out.state, stand_in + estimate ? State::estimate
                                  : revised           ? State::revised
                                                      : State::official);
}

}  // namespace

Columns::Columns(std::vector<Indicator> indicators, std::vector<UnitNode> units)
    : indicators_(std::move(indicators)) {
  order_units(std::move(units));
  for (IndicatorIndex i = 0; i < indicators_.size(); ++i)
    if (!indicator_of_.emplace(indicators_[i].code, i).second)
      broken("two indicators " + indicators_[i].code);
  columns_.resize(indicators_.size());
  for (IndicatorIndex i = 0; i < indicators_.size(); ++i) make_column(i);
}

/// Tree order makes everything below a unit one run of places, so that a total is a sum over a run.
void Columns::order_units(std::vector<UnitNode> units) {
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
    if (!unit_of_.emplace(units[i].code, here).second) broken("two units " + units[i].code);
    units_.push_back(units[i]);
    behind_.push_back(here + 1);
    open.push_back(here);
    steps.push_back({i, true});
    auto found = below.find(units[i].code);
    if (found == below.end()) continue;
    for (auto child = found->second.rbegin(); child != found->second.rend(); ++child)
      steps.push_back({*child, false});
  }
  if (units_.size() != units.size()) broken("a unit's parent is missing, or units are in a circle");
}

void Columns::make_column(IndicatorIndex i) {
  auto& indicator = indicators_[i];
  auto& column = columns_[i];
  column.place.assign(units_.size(), none);
  if (indicator.numerator) {
    auto numerator = find_indicator(*indicator.numerator),
         denominator = find_indicator(indicator.denominator.value_or(""));
    if (!numerator || !denominator) broken(indicator.code + " names a component that is not there");
    if (!indicators_[*numerator].entered() || !indicators_[*denominator].entered())
      broken(indicator.code + " is made of what is itself computed");
    column.numerator = *numerator;
    column.denominator = *denominator;
    return;
  }
  if (indicator.reporters == Reporters::communes) {
    for (UnitIndex u = 0; u < units_.size(); ++u)
      if (units_[u].commune) column.reporters.push_back(u);
  } else {
    for (auto& code : indicator.reporting_units) {
      auto unit = find_unit(code);
      if (!unit) broken(indicator.code + " is reported by a unit that is not there: " + code);
      column.reporters.push_back(*unit);
    }
    std::sort(column.reporters.begin(), column.reporters.end());
  }
  for (size_t r = 0; r < column.reporters.size(); ++r) {
    column.place[column.reporters[r]] = static_cast<uint32_t>(r);
    if (r && column.reporters[r] < behind_[column.reporters[r - 1]])
      broken(indicator.code + " would be counted twice: one reporter is below another");
  }
}

std::optional<IndicatorIndex> Columns::find_indicator(std::string_view code) const {
  auto found = indicator_of_.find(std::string(code));
  return found == indicator_of_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<UnitIndex> Columns::find_unit(std::string_view code) const {
  auto found = unit_of_.find(std::string(code));
  return found == unit_of_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<UnitIndex> Columns::reporters(IndicatorIndex i, UnitIndex within) const {
  auto& own = columns_.at(i);
  auto& column = own.denominator == none ? own : columns_[own.denominator];
  auto [begin, end] = reporters_within(column, within);
  return {column.reporters.begin() + static_cast<std::ptrdiff_t>(begin),
          column.reporters.begin() + static_cast<std::ptrdiff_t>(end)};
}

bool Columns::reports(IndicatorIndex i, UnitIndex u) const {
  return u < units_.size() && columns_.at(i).place.at(u) != none;
}

Columns::Span Columns::reporters_within(const Column& column, UnitIndex u) const {
  auto at = [&](UnitIndex unit) {
    return static_cast<size_t>(std::lower_bound(column.reporters.begin(), column.reporters.end(), unit) -
                               column.reporters.begin());
  };
  return {at(u), at(behind_.at(u))};
}

std::optional<size_t> Columns::block(const Column& column, Month month) {
  auto at = int64_t{month.index} - column.first.index;
  if (at < 0 || at >= static_cast<int64_t>(column.values.size())) return {};
  return static_cast<size_t>(at);
}

void Columns::grow(Column& column, Month month) {
  size_t n = column.reporters.size();
  if (column.values.empty()) column.first = month;
  auto missing_before = column.first.index - month.index;
  auto missing_after = month.index - column.first.index - static_cast<int>(column.values.size()) + 1;
  auto add = [n](auto& blocks, auto empty, auto where, int how_many) {
    blocks.insert(where(blocks), static_cast<size_t>(how_many), std::vector(n, empty));
  };
  auto insert = [&](auto where, int how_many) {
    add(column.values, int64_t{0}, where, how_many);
    add(column.states, State::missing, where, how_many);
    add(column.history, none, where, how_many);
  };
  if (missing_before > 0) {
    insert([](auto& blocks) { return blocks.begin(); }, missing_before);
    column.first = month;
  } else if (missing_after > 0) {
    insert([](auto& blocks) { return blocks.end(); }, missing_after);
  }
}

void Columns::apply(const Change& change) {
  if (!reports(change.indicator, change.unit)) broken("this unit does not report this indicator");
  auto& column = columns_[change.indicator];
  grow(column, change.month);
  size_t b = *block(column, change.month), place = column.place[change.unit];
  auto& head = column.history[b][place];
  State state = change.value ? change.state : State::missing;
  if (change.value && change.state == State::missing) broken("a value needs a state");
  if (head != none && records_[head].sequence > change.sequence) broken("a change older than what is known");
  records_.push_back({change.value.value_or(0), change.sequence, head, state});
  head = static_cast<uint32_t>(records_.size() - 1);
  column.values[b][place] = change.value.value_or(0);
  column.states[b][place] = state;
  last_ = std::max(last_, change.sequence);
}

void Columns::apply_plan(Sequence sequence, IndicatorIndex i, UnitIndex u, int year, int64_t value) {
  plans_.push_back({sequence, i, u, year, value});
  last_ = std::max(last_, sequence);
}

std::optional<int64_t> Columns::plan(IndicatorIndex i, UnitIndex u, int year, Sequence as_of) const {
  const Plan* found = nullptr;
  for (auto& plan : plans_)
    if (plan.indicator == i && plan.unit == u && plan.year == year && plan.sequence <= as_of &&
        (!found || plan.sequence >= found->sequence))
      found = &plan;
  return found ? std::optional(found->value) : std::nullopt;
}

Value Columns::cell(const Column& column, size_t b, size_t place, Sequence as_of) const {
  auto at = column.history[b][place];
  while (at != none && records_[at].sequence > as_of) at = records_[at].previous;
  return at == none ? Value{} : Value{records_[at].units, records_[at].state, records_[at].sequence};
}

Value Columns::value(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of) const {
  auto& column = columns_.at(i);
  auto b = block(column, month);
  if (!b || u >= units_.size() || column.place[u] == none) return {};
  return cell(column, *b, column.place[u], as_of);
}

std::vector<Value> Columns::vintages(IndicatorIndex i, UnitIndex u, Month month) const {
  std::vector<Value> out;
  auto& column = columns_.at(i);
  auto b = block(column, month);
  if (!b || u >= units_.size() || column.place[u] == none) return out;
  for (auto at = column.history[*b][column.place[u]]; at != none; at = records_[at].previous)
    out.push_back({records_[at].units, records_[at].state, records_[at].sequence});
  std::reverse(out.begin(), out.end());
  return out;
}

size_t Columns::bytes() const {
  size_t sum = records_.capacity() * sizeof(Record);
  for (auto& column : columns_)
    sum +=
        column.place.capacity() * sizeof(uint32_t) +
        column.values.size() * column.reporters.size() * (sizeof(int64_t) + sizeof(State) + sizeof(uint32_t));
  return sum;
}

Total Columns::total(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of) const {
  auto& indicator = indicators_.at(i);
  if (!indicator.entered()) return quotient(i, u, month, month, as_of);
  return indicator.adds_over_units() ? sum(i, u, month, month, as_of) : mean(i, u, month, month, as_of);
}

Total Columns::year_to_date(IndicatorIndex i, UnitIndex u, Month month, Sequence as_of) const {
  auto& indicator = indicators_.at(i);
  Month january = Month::of(month.year(), 1);
  if (!indicator.entered()) return quotient(i, u, january, month, as_of);
  switch (indicator.kind) {
    case Kind::flow:
      return sum(i, u, january, month, as_of);
    case Kind::stock:
      return sum(i, u, month, month, as_of);
    case Kind::average:
      return mean(i, u, january, month, as_of);
    case Kind::ratio:
    case Kind::index:
      break;
  }
  Total none_such;
  none_such.additive = false;
  return none_such;
}

Total Columns::sum(IndicatorIndex i, UnitIndex u, Month from, Month to, Sequence as_of) const {
  Total out;
  auto& column = columns_[i];
  auto [begin, end] = reporters_within(column, u);
  bool past = as_of < last_;
  for (Month month = std::max(from, indicators_[i].since); month <= to; month = month.plus(1)) {
    auto b = block(column, month);
    if (!b) {
      out.coverage.expected += static_cast<int32_t>(end - begin);
      continue;
    }
    if (!past) {
      add_newest(out, column.values[*b].data() + begin, column.states[*b].data() + begin, end - begin);
      continue;
    }
    for (size_t place = begin; place < end; ++place) {
      Value v = cell(column, *b, place, as_of);
      count(out.coverage, v.state);
      if (!v.present()) continue;
      out.amount.numerator += v.units;
      out.state = together(out.state, v.state);
      out.known = true;
    }
  }
  return out;
}

/// Of a ratio: the parts are added over units and months, then divided. A unit counts where it gave both
/// parts.
Total Columns::quotient(IndicatorIndex i, UnitIndex u, Month from, Month to, Sequence as_of) const {
  Total out;
  auto& above = columns_[columns_[i].numerator];
  auto& below = columns_[columns_[i].denominator];
  __int128 numerator = 0, denominator = 0;
  auto [begin, end] = reporters_within(below, u);
  for (Month month = std::max(from, indicators_[i].since); month <= to; month = month.plus(1)) {
    auto a = block(above, month), b = block(below, month);
    for (size_t place = begin; place < end; ++place) {
      auto other = above.place[below.reporters[place]];
      Value n = a && other != none ? cell(above, *a, other, as_of) : Value{};
      Value d = b ? cell(below, *b, place, as_of) : Value{};
      bool both = n.present() && d.present();
      count(out.coverage,
            !both ? State::missing : std::min(n.state, d.state));  // a stand-in comes first in the order
      if (!both) continue;
      numerator += n.units;
      denominator += d.units;
      out.state = together(out.state, together(n.state, d.state));
    }
  }
  out.known = denominator != 0;
  if (!out.known) return out;
  int up = indicators_[i].scale + indicators_[columns_[i].denominator].scale,
      down = indicators_[columns_[i].numerator].scale;
  out.amount = {numerator * 100 * power_of_ten(up), denominator * power_of_ten(down)};
  return out;
}

/// Of an average or an index: only where a single unit reports it; over months the plain average of those
/// present.
Total Columns::mean(IndicatorIndex i, UnitIndex u, Month from, Month to, Sequence as_of) const {
  auto [begin, end] = reporters_within(columns_[i], u);
  Total out = end - begin > 1 ? Total{} : sum(i, u, from, to, as_of);
  out.additive = end - begin <= 1;
  if (out.known) out.amount.denominator = out.coverage.reported + out.coverage.stand_in;
  return out;
}

bool Columns::same_units(IndicatorIndex i, UnitIndex u, Month a, Month b, Sequence as_of) const {
  auto& own = columns_.at(i);
  if (own.denominator != none)
    return same_units(own.numerator, u, a, b, as_of) && same_units(own.denominator, u, a, b, as_of);
  auto [begin, end] = reporters_within(own, u);
  auto in_a = block(own, a), in_b = block(own, b);
  if (as_of >= last_ && in_a && in_b) {
    int32_t different = 0;
    for (size_t k = begin; k < end; ++k)
      different += (own.states[*in_a][k] == State::missing) != (own.states[*in_b][k] == State::missing);
    return different == 0;
  }
  auto present = [&](const std::optional<size_t>& month, size_t k) {
    return month && cell(own, *month, k, as_of).present();
  };
  for (size_t k = begin; k < end; ++k)
    if (present(in_a, k) != present(in_b, k)) return false;
  return true;
}

}  // namespace giaoban::figures
