// figures.comment: a word about a cell, by whoever sees the form: why it is so, what to look at.
#include "figures/form.hpp"

namespace giaoban::figures {
namespace {

/// A remark, not a report.
constexpr size_t comment_bytes_max = 2000;
/// A cell with more to say than this needs a talk.
constexpr int64_t comments_max = 100;

}  // namespace

Outcome<Form> comment(Context& context, const Tools& tools, const CommentRequest& request) {
  TRY(form, open_form(context, request.unit, request.month));
  Faults faults;
  auto row = std::find_if(form.indicators.begin(), form.indicators.end(),
                          [&](auto& r) { return r.indicator.code == request.indicator; });
  faults.require(row != form.indicators.end(), "/indicator",
                 {"Đơn vị không báo cáo chỉ tiêu này.", "The unit does not report this indicator."});
  faults.require(request.text.find_first_not_of(" \n\t") != std::string::npos, "/text",
                 {"Chưa ghi gì.", "There is nothing to say yet."});
  faults.require(request.text.size() <= comment_bytes_max, "/text",
                 {"Ghi chú dài quá 2.000 ký tự.", "The comment is longer than 2,000 characters."});
  if (faults.any()) return faults.problem();
  auto& tx = context.tx;
  auto there = tx.one_value<int64_t>("select count(*) from figure_comment where unit = ? and month = ? and indicator = ?",
                                     form.unit.id, form.month, row->id);
  if (there.value_or(0) >= comments_max)
    return conflict({"Ô này đã có 100 ghi chú.", "The cell has 100 comments already."});
  tx.exec("insert into figure_comment(seq, indicator, unit, month, text, at, seat) values (?,?,?,?,?,?,?)", context.seq,
          row->id, form.unit.id, form.month, request.text, context.at(), context.actor.seat);
  context.about("form/" + form.unit.code + "/" + form.month.iso());
  return form_view(context, tools, form);
}

}  // namespace giaoban::figures
