#include <fmt/format.h>

#include <algorithm>

#include "calendar/written.hpp"
#include "conclusions/verbs.hpp"

namespace giaoban::conclusions {
namespace {

/// A clause is a sentence or two; what is longer belongs into the report or an annex.
constexpr size_t text_max = 3000, short_max = 300;
/// Co-ordinating units: all of a city's departments with room to spare.
constexpr size_t partners_max = 64, figures_max = 12;
/// Further away than this is a slip in the year.
constexpr int due_days_max = 3 * 366;

std::string trimmed(const std::string& s) {
  auto from = s.find_first_not_of(" \t\r\n"), to = s.find_last_not_of(" \t\r\n");
  return from == std::string::npos ? "" : s.substr(from, to - from + 1);
}
/// Who writes in one language only is read in both.
Text trimmed(const Text& text) {
  Text out{trimmed(text.vi), trimmed(text.en)};
  if (out.en.empty()) out.en = out.vi;
  return out;
}
void check_length(Faults& faults, const Text& text, size_t max, const std::string& at) {
  if (text.vi.size() > max || text.en.size() > max)
    faults.add(at + "/vi", {fmt::format("Dài quá {} ký tự.", max), fmt::format("Longer than {} characters.", max)});
}

void check_units(Context& context, const Content& content, const std::string& at, Faults& faults) {
  const Text unknown{"Không có đơn vị này.", "There is no such unit."};
  auto& tx = context.tx;
  if (content.lead) {
    auto unit = units::find(tx, *content.lead);
    faults.require(unit.has_value(), at + "/lead", unknown);
    faults.require(!unit || unit->parent.has_value(), at + "/lead", {"UBND thành phố là bên giao việc; hãy chọn đơn vị thực hiện.", "The committee itself assigns; choose the unit that carries it out."});
    faults.require(!content.led_by_wards.value_or(false), at + "/lead", {"Chọn một đơn vị chủ trì hoặc tất cả xã, phường, không chọn cả hai.", "Choose one lead unit or all communes and wards, not both."});
  }
  if (!content.partners) return;
  faults.require(content.partners->size() <= partners_max, at + "/partners", {"Quá nhiều đơn vị phối hợp.", "Too many co-ordinating units."});
  for (size_t i = 0; i < content.partners->size(); ++i) {
    auto pointer = fmt::format("{}/partners/{}", at, i);
    auto id = (*content.partners)[i];
    if (!units::find(tx, id)) faults.add(pointer, unknown);
    else if (content.lead == id) faults.add(pointer, {"Đơn vị chủ trì không đồng thời là đơn vị phối hợp.", "The lead unit cannot also co-ordinate."});
  }
}

void check_basis(Context& context, const figures::Tools& tools, const session::Session& session, const Content& content,
                 const std::string& at, Faults& faults) {
  if (content.item) {
    auto item = session::item(context.tx, *content.item);
    faults.require(item && item->session == session.id, at + "/item", {"Chương trình phiên họp không có nội dung này.", "The session's agenda has no such item."});
  }
  if (!content.figures) return;
  faults.require(content.figures->size() <= figures_max, at + "/figures", {"Quá nhiều số liệu căn cứ.", "Too many figures to rest on."});
  context.tx.note_read("indicator");
  for (size_t i = 0; i < content.figures->size(); ++i) {
    bool known = tools.columns.read([&](const figures::Columns& columns) { return columns.find_indicator((*content.figures)[i]).has_value(); });
    faults.require(known, fmt::format("{}/figures/{}", at, i), {"Không có chỉ tiêu này.", "There is no such indicator."});
  }
}

}  // namespace

void check(Context& context, const figures::Tools& tools, const session::Session& session, const Content& content,
           const std::string& at, Faults& faults) {
  faults.require(!trimmed(content.text.vi).empty(), at + "/text/vi", {"Cần ghi nội dung kết luận.", "Write what is concluded."});
  check_length(faults, content.text, text_max, at + "/text");
  if (content.topic) check_length(faults, *content.topic, short_max, at + "/topic");
  if (content.deliverable) check_length(faults, *content.deliverable, short_max, at + "/deliverable");
  check_units(context, content, at, faults);
  if (content.due) {
    faults.require(*content.due >= session.date, at + "/due", {"Thời hạn không được trước ngày họp.", "The due date cannot be before the session."});
    faults.require(*content.due <= session.date.plus(due_days_max), at + "/due", {"Thời hạn quá xa; kiểm tra lại năm.", "The due date is too far away; check the year."});
  }
  check_basis(context, tools, session, content, at, faults);
}

void fill(Context& context, Stored& clause, const Content& content) {
  clause.section = content.section;
  clause.topic = trimmed(content.topic.value_or(Text{}));
  clause.text = trimmed(content.text);
  clause.item = content.item;
  clause.lead = content.lead;
  clause.led_by_wards = content.led_by_wards.value_or(false);
  clause.with_wards = content.with_wards.value_or(false) && !clause.led_by_wards;
  clause.due = content.due;
  clause.deliverable = trimmed(content.deliverable.value_or(Text{}));
  clause.figures = json::text_of(content.figures.value_or(std::vector<std::string>{}));
  clause.paragraph = content.paragraph;
  clause.changed_by = context.actor.seat;
  clause.changed_at = context.at();
}

void place(std::vector<Stored>& clauses, const Stored& clause) {
  auto at = clauses.end();
  for (auto it = clauses.begin(); it != clauses.end(); ++it) {
    if (it->section > clause.section && at == clauses.end()) at = it;
    if (it->section == clause.section && !clause.topic.vi.empty() && it->topic.vi == clause.topic.vi) at = std::next(it);
  }
  // The end of the topic, wherever it stands; else the end of the section.
  clauses.insert(at, clause);
}

bool sees_drafts(const Context& context) { return context.may(Right::conclusions_edit) || context.may(Right::session_attend); }

Outcome<session::Session> editable(Context& context, int64_t id) {
  auto session = session::find(context.tx, id);
  if (!session) return not_found({"Không có phiên họp này.", "There is no such session."});
  if (auto notice = store::notice_of(context.tx, id))
    return conflict({fmt::format("Kết luận đã ban hành theo Thông báo {} ngày {}; không sửa được nữa.", notice->number, calendar::numeric(notice->date).vi),
                     fmt::format("The conclusions were issued as Notice {} on {}; they can no longer be changed.", notice->number, calendar::numeric(notice->date).en)});
  return *session;
}

Outcome<Stored> take(Context& context, int64_t id, int64_t version) {
  auto clause = store::find(context.tx, id);
  if (!clause) return conflict({"Khoản này đã được bỏ. Nội dung bạn gõ vẫn còn; có thể ghi thành khoản mới.", "This clause has been removed. What you typed is still here; you can take it down anew."});
  TRY_ONLY(editable(context, clause->session));
  if (clause->version != version) {
    auto who = access::seat_ref(context.tx, clause->changed_by).title;
    auto when = calendar::clock(clause->changed_at);
    return conflict({fmt::format("{} đã sửa khoản này lúc {}. Nội dung bạn gõ vẫn còn; xem bản mới rồi lưu lại.", who.vi, when),
                     fmt::format("{} changed this clause at {}. What you typed is still here; look at the new text, then save again.", who.en, when)});
  }
  return *clause;
}

Date deadline(const figures::Tools& tools, const session::Session& session) {
  return tools.calendar.limit(tools.rules.deadlines.written_conclusion.on(session.date).value, session.date);
}

}  // namespace giaoban::conclusions
