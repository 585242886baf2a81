// figures.remind: the Office asks units for their month, at most once a day each.
#include <set>

#include "figures/views.hpp"

namespace giaoban::figures {

Outcome<Reminded> remind(Context& context, const Tools& tools, const RemindRequest& request) {
  auto statuses = form_statuses(context, tools, request.month);
  Faults faults;
  std::set<std::string> wanted(request.units.begin(), request.units.end());
  for (size_t i = 0; i < request.units.size(); ++i)
    faults.require(std::any_of(statuses.begin(), statuses.end(), [&](auto& s) { return s.unit.code == request.units[i]; }),
                   fmt::format("/units/{}", i),
                   {"Đơn vị này không có biểu trong tháng.", "This unit has no form in the month."});
  if (faults.any()) return faults.problem();
  Reminded out;
  for (auto& s : statuses) {
    if (!wanted.empty() && !wanted.contains(s.unit.code)) continue;
    if (s.state == FormState::submitted || s.state == FormState::approved) {
      out.sent.push_back(s.unit);
    } else if (s.reminded && s.reminded->local_date() == context.at().local_date()) {
      out.already.push_back(s.unit);
    } else {
      add_form_event(context, s.unit.id, request.month, FormStep::reminded, "");
      out.reminded.push_back(s.unit);
    }
  }
  if (out.reminded.empty())
    return conflict({"Không còn đơn vị nào cần nhắc hôm nay.", "There is no unit left to remind today."});
  context.about("figures/" + request.month.iso());
  return out;
}

}  // namespace giaoban::figures
