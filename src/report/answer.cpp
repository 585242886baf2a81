// The Office's answer to a comment: absorbed, and how; or kept as it was, and why.
#include "report/room.hpp"

namespace giaoban::report {

Outcome<View> answer(Context& context, const figures::Tools& tools, const GiveAnswer& request) {
  Faults faults;
  if (blank(request.text))
    faults.add("/text", request.answer == Answer::absorbed
                            ? Text{"Nêu đã tiếp thu thế nào, sửa ở đâu.", "Say how it was absorbed, and where."}
                            : Text{"Nêu lý do giữ nguyên.", "Give the reason why it stands."});
  else check_words(faults, request.text, "/text");
  if (request.text_en && !request.text_en->empty()) check_words(faults, *request.text_en, "/text_en");
  auto comment = store::comment(context.tx, request.comment);
  faults.require(comment.has_value(), "/comment", {"Không có ý kiến này.", "There is no such comment."});
  if (faults.any()) return faults.problem();
  auto report = store::by_id(context.tx, comment->report);
  context.tx.exec(
      "update report_comment set answer = ?, answer_vi = ?, answer_en = ?, answered_by = ?, answered_at = ? where id = ?",
      request.answer, request.text, request.text_en.value_or(""), context.actor.seat, context.at(), request.comment);
  context.about("report/" + report->month.iso());
  return show(context, tools, {report->month});
}

}  // namespace giaoban::report
