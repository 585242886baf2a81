#include <fmt/format.h>

#include <algorithm>

#include "directives/verbs.hpp"
#include "session/session.hpp"

namespace giaoban::directives {
namespace {

/// Minutes on the agenda: two a task, so that each unit can answer, but neither a formality nor half the session.
int64_t minutes_for(size_t tasks) { return std::clamp<int64_t>(static_cast<int64_t>(tasks) * 2, 10, 40); }

/// "Ban Quản lý dự án (2), phường Ninh Dương (1)": who must answer, and for how many.
Text by_unit(const std::vector<Row>& rows) {
  std::vector<std::pair<units::UnitRef, int>> units;
  for (auto& row : rows) {
    auto at = std::find_if(units.begin(), units.end(), [&](auto& u) { return u.first.id == row.lead.id; });
    if (at == units.end()) units.push_back({row.lead, 1});
    else ++at->second;
  }
  Text out;
  for (auto& [unit, n] : units) {
    if (!out.empty()) out = out + Text{", ", ", "};
    out = out + Text{fmt::format("{} ({})", unit.name.vi, n), fmt::format("{} ({})", unit.name.en, n)};
  }
  return out;
}

}  // namespace

bool put_overdue_on_agenda(Context& context, const Reckoning& reckoning, int64_t session) {
  for (auto& item : session::items(context.tx, session))
    if (item.kind == session::ItemKind::overdue_work) return false;
  auto late = overdue(context.tx, reckoning, context.at().local_date());
  if (late.empty()) return false;
  session::NewItem item;
  item.title = {"Nhiệm vụ quá hạn: các đơn vị báo cáo", "Overdue tasks: the units report"};
  for (auto& unit : units::in_force(context.tx, context.at().local_date()))
    if (unit.kind == units::UnitKind::office) item.presenter = unit.id;
  item.minutes = minutes_for(late.size());
  item.kind = session::ItemKind::overdue_work;
  item.note = Text{fmt::format("{} việc: ", late.size()), fmt::format("{} {}: ", late.size(), late.size() == 1 ? "task" : "tasks")} + by_unit(late);
  session::add_item(context, session, item);
  return true;
}

Outcome<PutOnAgenda> put_on_agenda(Context& context, const Reckoning& reckoning, const OnAgenda& request) {
  auto found = session::find(context.tx, request.session);
  if (!found) return not_found({"Không có phiên họp này.", "There is no such session."});
  if (found->state() == session::State::closed) return conflict({"Phiên họp đã kết thúc.", "The session has been closed."});
  context.about(fmt::format("session/{}", request.session));
  PutOnAgenda out;
  out.added = put_overdue_on_agenda(context, reckoning, request.session);
  out.overdue = static_cast<int32_t>(overdue(context.tx, reckoning, context.at().local_date()).size());
  return out;
}

}  // namespace giaoban::directives
