// A delegate's comment on a paragraph or on the whole, before the session and in it.
#include "report/room.hpp"

namespace giaoban::report {

Outcome<View> comment(Context& context, const figures::Tools& tools, const AddComment& request) {
  Faults faults;
  check_words(faults, request.text, "/text");
  if (request.text_en && !request.text_en->empty()) check_words(faults, *request.text_en, "/text_en");
  auto report = store::find(context.tx, request.month);
  std::string quote;
  if (report && request.paragraph) {
    auto p = store::paragraph(context.tx, *request.paragraph);
    bool stands = p && p->report == report->id && !p->removed;
    faults.require(stands, "/paragraph", {"Đoạn này không còn trong báo cáo; góp ý cho toàn văn hoặc đoạn khác.",
                                          "This paragraph is no longer in the report; comment on the whole or on another."});
    if (stands) quote = store::plain(*p).vi;
  }
  if (faults.any()) return faults.problem();
  if (!report) return no_report(request.month);
  context.tx.exec(
      "insert into report_comment(report, paragraph, quote, text_vi, text_en, seat, at, answer_vi, answer_en) "
      "values (?,?,?,?,?,?,?,'','')",
      report->id, request.paragraph, quote, request.text, request.text_en.value_or(""), context.actor.seat, context.at());
  context.about("report/" + request.month.iso());
  return show(context, tools, {request.month});
}

}  // namespace giaoban::report
