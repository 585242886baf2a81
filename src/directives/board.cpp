#include <algorithm>

#include "directives/verbs.hpp"

namespace giaoban::directives {
namespace {

/// How many months back finished work stays on the board.
constexpr int months_kept = 2;

std::vector<int64_t> ids(const std::vector<units::UnitRef>& units) {
  std::vector<int64_t> out;
  for (auto& unit : units) out.push_back(unit.id);
  return out;
}

std::vector<Row> in_sight(Context& context, const Reckoning& reckoning, const BoardRequest& request) {
  auto out = rows(context.tx, reckoning, context.today());
  std::erase_if(out, [&](const Row& row) {
    if (request.month && row.month > *request.month) return true;
    if (request.month && row.progress == Progress::done && row.month < request.month->plus(-months_kept)) return true;
    if (request.unit && row.lead.id != *request.unit) return true;
    return !may_see(context, row.lead.id, ids(row.partners), row.with_wards);
  });
  return out;
}

/// Units in the order of the tree; within a unit what presses most comes first.
void group(Context& context, Board& board, std::vector<Row> shown) {
  for (auto& unit : units::all(context.tx)) {
    Group group;
    for (auto& row : shown)
      if (row.lead.id == unit.id) group.rows.push_back(row);
    if (group.rows.empty()) continue;
    group.unit = group.rows.front().lead;
    group.counts = count(group.rows);
    std::stable_sort(group.rows.begin(), group.rows.end(), [](const Row& a, const Row& b) {
      bool a_done = a.progress == Progress::done, b_done = b.progress == Progress::done;
      if (a_done != b_done) return b_done;
      return a.due.value_or(Date{INT32_MAX}) < b.due.value_or(Date{INT32_MAX});
    });
    board.groups.push_back(std::move(group));
  }
  std::stable_sort(board.groups.begin(), board.groups.end(), [](const Group& a, const Group& b) {
    return std::pair(a.counts.overdue, a.counts.due_soon) > std::pair(b.counts.overdue, b.counts.due_soon);
  });
}

}  // namespace

Outcome<Board> board(Context& context, const Reckoning& reckoning, const BoardRequest& request) {
  Board out;
  auto all = in_sight(context, reckoning, request);
  out.whole_body = sees_all(context);
  out.counts = count(all);
  out.total = static_cast<int32_t>(all.size());
  bool assigner = context.may(Right::directives_assign);
  for (auto& row : all) {
    if (row.progress == Progress::done) continue;
    ++(request.month && row.month < *request.month ? out.open_from_before : out.open_of_month);
    if (assigner && row.timing == Timing::overdue && !row.reminded_today && row.lead.id != context.actor.unit) out.to_remind.push_back(row.id);
  }
  std::erase_if(all, [&](const Row& row) {
    return (request.progress && row.progress != *request.progress) || (request.timing && row.timing != *request.timing);
  });
  out.shown = static_cast<int32_t>(all.size());
  group(context, out, std::move(all));
  return out;
}

Outcome<Inbox> inbox(Context& context, const Reckoning& reckoning) {
  Inbox out;
  out.unit = units::ref(context.tx, context.actor.unit);
  std::vector<Row> led;
  for (auto& row : in_sight(context, reckoning, {})) {
    if (row.lead.id != out.unit.id) {
      bool partner = std::any_of(row.partners.begin(), row.partners.end(), [&](auto& unit) { return unit.id == out.unit.id; });
      bool as_ward = row.with_wards && may_see(context, row.lead.id, {}, true) && !sees_all(context);
      if ((partner || as_ward) && row.progress != Progress::done) out.as_partner.push_back(row);
      continue;
    }
    led.push_back(row);
    switch (row.progress) {
      case Progress::not_received: out.to_receive.push_back(row); break;
      case Progress::returned: out.returned.push_back(row); break;
      case Progress::in_progress: out.open.push_back(row); break;
      case Progress::awaiting_acceptance: out.awaiting.push_back(row); break;
      case Progress::done: out.done.push_back(row); break;
    }
  }
  out.counts = count(led);
  for (auto* list : {&out.to_receive, &out.returned, &out.open, &out.awaiting, &out.as_partner})
    std::stable_sort(list->begin(), list->end(), [](const Row& a, const Row& b) {
      return a.due.value_or(Date{INT32_MAX}) < b.due.value_or(Date{INT32_MAX});
    });
  std::reverse(out.done.begin(), out.done.end());
  return out;
}

}  // namespace giaoban::directives
