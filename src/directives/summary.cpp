#include <algorithm>
#include <map>

#include "directives/directives.hpp"

namespace giaoban::directives {
namespace {

void add(Counts& counts, const Row& row) {
  if (row.progress == Progress::done) {
    ++counts.done;
    if (row.timing == Timing::done_late) ++counts.done_late;
    else ++counts.done_on_time;
    return;
  }
  ++counts.open;
  if (row.progress == Progress::awaiting_acceptance) ++counts.awaiting_acceptance;
  if (row.progress == Progress::not_received) ++counts.not_received;
  switch (row.timing) {
    case Timing::overdue: ++counts.overdue; break;
    case Timing::due_soon: ++counts.due_soon; break;
    case Timing::no_due_date: ++counts.no_due_date; break;
    default: ++counts.in_time;
  }
}

/// Longest overdue first; the same length by date, then as they were opened.
void sort_overdue(std::vector<Row>& rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.days > b.days; });
}

}  // namespace

Counts count(const std::vector<Row>& rows) {
  Counts out;
  for (auto& row : rows) add(out, row);
  return out;
}

std::vector<Row> overdue(db::Transaction& tx, const Reckoning& reckoning, Date today) {
  auto out = rows(tx, reckoning, today);
  std::erase_if(out, [](const Row& row) { return row.timing != Timing::overdue; });
  sort_overdue(out);
  return out;
}

Summary summary(db::Transaction& tx, const Reckoning& reckoning, Date today, std::optional<Month> until) {
  Summary out;
  auto all = rows(tx, reckoning, today);
  if (until) std::erase_if(all, [&](const Row& row) { return row.month > *until; });
  std::map<int64_t, UnitCounts> by_unit;
  for (auto& row : all) {
    add(out.counts, row);
    auto& unit = by_unit[row.lead.id];
    unit.unit = row.lead;
    add(unit.counts, row);
    if (row.timing == Timing::overdue) out.overdue.push_back(row);
    if (row.timing == Timing::due_soon) out.due_soon.push_back(row);
  }
  sort_overdue(out.overdue);
  std::stable_sort(out.due_soon.begin(), out.due_soon.end(), [](const Row& a, const Row& b) { return a.due < b.due; });
  for (auto& [id, unit] : by_unit)
    if (unit.counts.open > 0) out.units.push_back(unit);
  std::stable_sort(out.units.begin(), out.units.end(), [](const UnitCounts& a, const UnitCounts& b) {
    return std::pair(a.counts.overdue, a.counts.due_soon) > std::pair(b.counts.overdue, b.counts.due_soon);
  });
  return out;
}

}  // namespace giaoban::directives
