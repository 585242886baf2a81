#include "conclusions/verbs.hpp"

namespace giaoban::conclusions {

std::vector<Gap> gaps(const Stored& clause, Date day) {
  std::vector<Gap> out;
  if (clause.text.vi.empty()) out.push_back({"text", {"chưa có nội dung", "says nothing yet"}});
  bool led = clause.lead || clause.led_by_wards;
  // A task must say who, by when and what (Decision 45/2018: a conclusion names them); a petition may be
  // answered without a task, but once someone is charged with it the same holds.
  if (clause.section == Section::assessment || (clause.section == Section::petitions && !led)) return out;
  if (!led) out.push_back({"lead", {"chưa có đơn vị chủ trì", "has no lead unit"}});
  if (!clause.due) out.push_back({"due", {"chưa có thời hạn", "has no due date"}});
  else if (*clause.due < day) out.push_back({"due", {"thời hạn đã qua", "has a due date in the past"}});
  if (clause.deliverable.vi.empty()) out.push_back({"deliverable", {"chưa nêu sản phẩm", "names no deliverable"}});
  return out;
}

}  // namespace giaoban::conclusions
