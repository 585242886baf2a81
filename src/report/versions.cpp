// The final versions of a month's report, and what has moved since each.
#include "report/room.hpp"

namespace giaoban::report {

Content content_of(db::Transaction& tx, const store::Report& report) {
  auto body = units::body(tx, last_day(report.month));
  Content content{report.month, title(report.month), body.name, body.place, body.notation, {}, {}};
  for (auto& p : store::paragraphs(tx, report.id))
    content.paragraphs.push_back({p.id, p.section, p.heading, store::runs(p.vi), store::runs(p.en)});
  auto both = [](const Text& t) { return Text{t.vi, t.en.empty() ? t.vi : t.en}; };
  for (auto& c : store::comments(tx, report.id))
    if (c.answer) content.comments.push_back({access::seat_ref(tx, c.seat).unit.name, both(c.text), *c.answer, both(c.answer_text)});
  return content;
}

Content content_of(const store::Version& version) {
  auto content = json::read_text<Content>(version.content);
  if (!content) throw std::logic_error("the content of a report's version cannot be read");
  return *content;
}

int64_t moved_since(const Source& source, const Content& content) {
  int64_t moved = 0;
  for (auto& p : content.paragraphs)
    for (auto& run : p.vi)
      if (run.figure) moved += reread(source, *run.figure).moved;
  return moved;
}

std::vector<Version> version_list(db::Transaction& tx, const figures::Tools& tools, const store::Report& report) {
  std::vector<Version> out;
  for (auto& v : store::versions(tx, report.id)) {
    auto content = content_of(v);
    auto moved = tools.columns.read([&](const figures::Columns& columns) {
      return moved_since({columns, wording_on(tools, v.at.local_date())}, content);
    });
    out.push_back({v.number, v.vintage, v.at, access::seat_ref(tx, v.seat), v.hash, v.absorbed, v.explained, moved});
  }
  return out;
}

Outcome<VersionList> versions(Context& context, const figures::Tools& tools, const OfMonth& request) {
  figures::vintage_now(context.tx);  // what has moved depends on the figures: watched views follow them
  auto report = store::find(context.tx, request.month);
  return VersionList{request.month, report ? version_list(context.tx, tools, *report) : std::vector<Version>{}};
}

}  // namespace giaoban::report
