// The Office's hand in the report: paragraphs are added, changed, moved and taken out. A sentence that is bound
// to figures keeps them through the change; a number typed over one stays bound, so that the guard can show
// that it contradicts the data.
#include <algorithm>

#include "report/room.hpp"

namespace giaoban::report {
namespace {

Text needs_paragraph() { return {"Chọn đoạn cần sửa.", "Name the paragraph."}; }

void check(const Edit& request, Faults& faults) {
  bool writes = request.action == Action::add || request.action == Action::change;
  if (request.action != Action::add) faults.require(request.paragraph.has_value(), "/paragraph", needs_paragraph());
  if (request.action == Action::add) {
    faults.require(request.section.has_value(), "/section", {"Chọn phần của báo cáo.", "Name the part of the report."});
    faults.require(request.vi.has_value(), "/vi", {"Nhập nội dung đoạn văn.", "Write the paragraph."});
  }
  if (request.action == Action::change)
    faults.require(request.vi || request.en, "/vi", {"Nhập nội dung đoạn văn.", "Write the paragraph."});
  if (writes && request.vi) check_words(faults, *request.vi, "/vi");
  // The English may be emptied: the Vietnamese then stands for it.
  if (writes && request.en && !request.en->empty()) check_words(faults, *request.en, "/en");
  if (request.heading) {
    if (!request.heading->vi.empty()) check_words(faults, request.heading->vi, "/heading/vi");
    faults.require(request.heading->vi.size() <= 200 && request.heading->en.size() <= 200, "/heading",
                   {"Tên nhóm dài tối đa 200 byte.", "A group's name has at most 200 bytes."});
  }
  if (request.action == Action::release)
    faults.require(request.indicator && request.measure, "/indicator", {"Chọn con số cần bỏ liên kết.", "Name the number to be set free."});
}

using List = std::vector<store::Paragraph>;

List::iterator find(List& list, int64_t id) {
  return std::find_if(list.begin(), list.end(), [&](auto& p) { return p.id == id; });
}

/// Puts a paragraph before another (taking its group), or at the end of its group, else of its section.
void place(List& list, store::Paragraph p, std::optional<int64_t> before) {
  if (before) {
    auto at = find(list, *before);
    p.section = at->section;
    p.heading = at->heading;
    list.insert(at, p);
    return;
  }
  auto last = std::find_if(list.rbegin(), list.rend(), [&](auto& q) { return q.section == p.section && q.heading == p.heading; });
  if (last == list.rend()) last = std::find_if(list.rbegin(), list.rend(), [&](auto& q) { return q.section <= p.section; });
  list.insert(last == list.rend() ? list.begin() : last.base(), p);
}

void write(Context& context, const figures::Tools& tools, store::Paragraph& p, const Edit& request) {
  auto set = [&](const std::optional<std::string>& text, std::string& runs, Language language) {
    if (!text) return;
    auto before = store::runs(runs);
    if (store::plain(before) == *text) return;
    auto after = rebind(before, *text);
    tools.columns.read([&](const figures::Columns& columns) {
      adopt({columns, wording_on(tools, context.at().local_date())}, after, language);
    });
    runs = text->empty() ? "" : store::json_of(after);
    p.edited |= language == Language::vi ? store::in_vi : store::in_en;
  };
  set(request.vi, p.vi, Language::vi);
  set(request.en, p.en, Language::en);
}

Outcome<std::monostate> redraft(Context& context, const figures::Tools& tools, Month month, store::Paragraph& p) {
  if (p.indicator.empty()) return conflict({"Đoạn này do người viết, không soạn từ số liệu.", "This paragraph was written by a person, not drafted from figures."});
  auto facts = figures::month_facts(context.tx, tools, month);
  auto fresh = drafted(tools, facts, wording_on(tools, context.at().local_date()));
  auto same = std::find_if(fresh.begin(), fresh.end(), [&](auto& f) { return f.indicator == p.indicator && f.section == p.section; });
  if (same == fresh.end()) return conflict({"Số liệu hiện nay không còn cho câu này; có thể bỏ đoạn.", "The figures of today no longer say this; the paragraph may be taken out."});
  p.vi = store::json_of(same->sentence.vi);
  p.en = store::json_of(same->sentence.en);
  p.edited = store::untouched;
  return std::monostate{};
}

void set_free(store::Paragraph& p, const Edit& request) {
  auto free = [&](std::string& json, int64_t flag) {
    auto runs = store::runs(json);
    if (runs.empty()) return;
    figures::Binding binding;
    binding.indicator = *request.indicator;
    binding.measure = *request.measure;
    release(runs, binding);
    json = store::json_of(runs);
    p.edited |= flag;
  };
  free(p.vi, store::in_vi);
  free(p.en, store::in_en);
}

}  // namespace

Outcome<View> edit(Context& context, const figures::Tools& tools, const Edit& request) {
  Faults faults;
  check(request, faults);
  auto report = store::find(context.tx, request.month);
  List list = report ? store::paragraphs(context.tx, report->id) : List{};
  auto known = [&](const std::optional<int64_t>& id) { return !id || find(list, *id) != list.end(); };
  if (report) {
    faults.require(known(request.paragraph), "/paragraph", {"Đoạn này không còn trong báo cáo.", "This paragraph is no longer in the report."});
    faults.require(known(request.before), "/before", {"Đoạn đứng sau không còn trong báo cáo.", "The paragraph to stand before is no longer in the report."});
  }
  if (faults.any()) return faults.problem();
  if (!report) return no_report(request.month);

  if (request.action == Action::add) {
    store::Paragraph p;
    p.report = report->id;
    p.section = *request.section;
    if (request.heading) p.heading = *request.heading;
    if (p.heading.en.empty()) p.heading.en = p.heading.vi;
    write(context, tools, p, request);
    p.edited = store::untouched;
    p.id = store::add(context.tx, p);
    place(list, p, request.before);
    store::save(context.tx, *find(list, p.id));
  } else {
    auto at = find(list, *request.paragraph);
    auto p = *at;
    // Two people at one paragraph: the second is told, and what was typed stays with him.
    if (request.action == Action::change && request.revision && *request.revision != p.revision)
      return conflict({"Người khác vừa sửa đoạn này. Xem bản mới rồi sửa tiếp; nội dung bạn gõ vẫn còn.",
                       "Someone else has just changed this paragraph. Look at it, then go on; what you typed is kept."});
    if (request.action == Action::change) write(context, tools, p, request);
    if (request.action == Action::remove) p.removed = true, p.edited = store::in_vi | store::in_en;
    if (request.action == Action::release) set_free(p, request);
    if (request.action == Action::redraft) TRY_ONLY(redraft(context, tools, request.month, p));
    ++p.revision;
    if (request.action == Action::move || p.removed) {
      if (request.before != request.paragraph) {
        list.erase(at);
        if (!p.removed) place(list, p, request.before);
      }
      if (!p.removed) p = *find(list, p.id);
    }
    store::save(context.tx, p);
  }
  store::order(context.tx, list);
  store::mark_changed(context, report->id);
  context.about("report/" + request.month.iso());
  return show(context, tools, {request.month});
}

}  // namespace giaoban::report
