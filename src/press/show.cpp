// The editor's page: the story being written, what is published, what must hold first, and the page as it would be.
#include "press/room.hpp"
#include "report/report.hpp"

namespace giaoban::press {
namespace {

std::vector<Check> checks(db::Transaction& tx, const View& view) {
  auto& s = view.story;
  auto said = [](const Text& t) { return !t.vi.empty(); };
  bool english = !s.title.en.empty() && !s.lead.en.empty() && !s.body.en.empty();
  return {
      {{"Thông báo kết luận đã ban hành", "The notice of conclusions is issued"}, !view.page.notice.empty(), true},
      {{"Tin có tiêu đề, tóm tắt và nội dung", "The story has a title, a lead and a body"}, said(s.title) && said(s.lead) && said(s.body), true},
      {{"Ảnh có lời mô tả", "The picture has a description"}, !s.picture || said(s.picture_text), true},
      {{"Báo cáo tháng đã chốt, số liệu công bố theo bản chốt", "The month's report is final; its figures are published"}, report::last_final(tx, view.month).has_value(), false},
      {{"Có bản tiếng Anh", "There is an English version"}, english, false},
  };
}

}  // namespace

Outcome<View> show(Context& context, const figures::Tools& tools, const OfMonth& request) {
  View view;
  view.month = request.month;
  view.address = address(request.month, Language::vi);
  view.address_en = address(request.month, Language::en);
  view.may_edit = context.may(Right::press_edit);
  auto row = store::find(context.tx, request.month);
  // What is being written is the editors' and the leaders'; everyone else reads what is published.
  bool drafts = view.may_edit || context.may(Right::session_lead);
  if (row && drafts) {
    view.story = store::story(row->draft);
    view.revision = row->revision;
    view.saved_at = row->saved_at;
    view.changed_since = row->published && *row->published != row->draft;
  } else if (row && row->published) {
    view.story = store::story(*row->published);
  }
  if (row) view.published_at = row->published_at;
  auto page = gather(context, tools, request.month, view.story, vintage_to_publish(context.tx, request.month));
  view.planned = page.has_value();
  if (!page) return view;
  view.page = std::move(*page);
  view.page.published_at = view.published_at;
  if (!row && drafts) {
    view.proposal = propose(view.page);
    view.story.figures = view.page.story.figures;
  }
  if (view.story.picture)
    if (auto file = files::find(context.tx, *view.story.picture)) view.picture = files::FileRef{file->id, file->name, file->size, file->at};
  auto facts = figures::month_facts(context.tx, tools, request.month);
  for (auto& fact : facts.facts)
    if (fact.indicator.key) view.choices.push_back({fact.indicator.code, fact.indicator.name});
  view.checks = checks(context.tx, view);
  view.may_publish = view.may_edit;
  for (auto& check : view.checks) view.may_publish = view.may_publish && (check.done || !check.needed);
  return view;
}

}  // namespace giaoban::press
