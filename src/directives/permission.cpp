#include "directives/verbs.hpp"

namespace giaoban::directives {
namespace {

/// A note about a task is a paragraph, not a report: long texts belong into a file.
constexpr size_t words_max = 4000;

bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

}  // namespace

bool sees_all(const Context& context) {
  switch (context.actor.office) {
    case Office::chair:
    case Office::vice_chair:
    case Office::head_of_office:
    case Office::office_clerk:
    case Office::quality_officer: return true;
    default: return false;
  }
}

bool may_see(Context& context, int64_t lead, const std::vector<int64_t>& partners, bool with_wards) {
  if (sees_all(context)) return true;
  auto mine = context.actor.unit;
  if (units::is_within(context.tx, mine, lead)) return true;
  for (auto partner : partners)
    if (units::is_within(context.tx, mine, partner)) return true;
  if (!with_wards) return false;
  auto unit = units::find(context.tx, mine);
  return unit && (units::is_commune(unit->kind));
}

bool works_on(Context& context, const Stored& stored) {
  return context.may(Right::directives_work) && units::is_within(context.tx, context.actor.unit, stored.lead);
}

bool speaks_for_unit(Context& context, const Stored& stored) {
  auto office = context.actor.office;
  return works_on(context, stored) && (office == Office::unit_head || office == Office::head_of_office);
}

bool assigns(Context& context, const Stored& stored) {
  return context.may(Right::directives_assign) && context.actor.unit != stored.lead;
}

Outcome<Open> take(Context& context, const Reckoning& reckoning, int64_t id, bool (*may)(Context&, const Stored&)) {
  auto stored = find(context.tx, id);
  if (!stored || !may(context, *stored)) return forbidden();
  Open out{*stored, events_of(context.tx, id), {}};
  out.status = status_of(reckoning, out.stored, out.events, context.at().local_date());
  if (out.status.progress == Progress::done)
    return conflict({"Nhiệm vụ đã được nghiệm thu, không ghi thêm được.", "The task has been accepted; nothing can be added."});
  return out;
}

void check_words(Faults& faults, const Text& text, const std::string& pointer) {
  faults.require(!blank(text.vi) || !blank(text.en), pointer + "/vi", {"Cần ghi nội dung.", "Some words are needed."});
  if (text.vi.size() > words_max) faults.add(pointer + "/vi", {"Dài quá 4.000 ký tự; nội dung dài xin gửi bằng tệp.", "Longer than 4,000 characters; send long texts as a file."});
  if (text.en.size() > words_max) faults.add(pointer + "/en", {"Dài quá 4.000 ký tự; nội dung dài xin gửi bằng tệp.", "Longer than 4,000 characters; send long texts as a file."});
}

void check_file(Context& context, Faults& faults, std::optional<int64_t> file, const std::string& pointer) {
  if (!file) return;
  auto found = files::find(context.tx, *file);
  faults.require(found && found->unit == context.actor.unit, pointer, {"Không có tệp này trong các tệp đơn vị đã gửi.", "Your unit has sent no such file."});
}

tl::unexpected<Problem> waiting() {
  return conflict({"Nhiệm vụ đã nộp, đang chờ nghiệm thu.", "The task has been submitted and waits for acceptance."});
}
tl::unexpected<Problem> not_submitted() {
  return conflict({"Đơn vị chưa nộp kết quả để nghiệm thu.", "The unit has not submitted its result for acceptance."});
}

}  // namespace giaoban::directives
