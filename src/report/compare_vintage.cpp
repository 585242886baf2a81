// Which figures of a final version have other values now than those it stands on.
#include "report/room.hpp"

namespace giaoban::report {
namespace {

Text name_of(const figures::Columns& columns, const std::string& code) {
  auto indicator = columns.find_indicator(code);
  return indicator ? columns.indicator(*indicator).name : same(code);
}

Text moved_to(const Reread& now) {
  return now.text.empty() ? Text{"không còn so sánh được", "no longer comparable"} : now.text;
}

}  // namespace

Outcome<VintageComparison> compare_vintage(Context& context, const figures::Tools& tools, const CompareVintage& request) {
  figures::vintage_now(context.tx);
  auto report = store::find(context.tx, request.month);
  if (!report) return no_report(request.month);
  for (auto& v : store::versions(context.tx, report->id)) {
    if (request.version && v.number != *request.version) continue;
    VintageComparison out{request.month, v.number, v.vintage, 0, {}};
    auto content = content_of(v);
    tools.columns.read([&](const figures::Columns& columns) {
      Source source{columns, wording_on(tools, v.at.local_date())};
      for (auto& p : content.paragraphs)
        for (auto& run : p.vi) {
          if (!run.figure) continue;
          ++out.figures;
          auto now = reread(source, *run.figure);
          if (now.moved)
            out.moved.push_back({p.id, run.figure->indicator, run.figure->unit, name_of(columns, run.figure->indicator),
                                 measure_name(run.figure->measure), run.figure->measure, bound_text(source, *run.figure),
                                 moved_to(now)});
        }
    });
    return out;
  }
  return not_found({"Không có phiên bản này.", "There is no such version."});
}

}  // namespace giaoban::report
