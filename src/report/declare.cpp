#include "report/room.hpp"

namespace giaoban::report {

void declare(Catalogue& catalogue, figures::Tools tools) {
  catalogue.read({.name = "report.show", .right = Right::signed_in, .summary = {"Báo cáo của tháng", "The month's report"}},
                 [tools](Context& c, const OfMonth& q) { return show(c, tools, q); });
  catalogue.change({.name = "report.draft", .right = Right::report_edit, .summary = {"Soạn hoặc soạn lại báo cáo từ số liệu", "Draft the report from the figures, or draft it again"}},
                   [tools](Context& c, const OfMonth& q) { return draft(c, tools, q); });
  catalogue.change({.name = "report.edit", .right = Right::report_edit, .summary = {"Thêm, sửa, chuyển, bỏ một đoạn của báo cáo", "Add, change, move or take out a paragraph of the report"}},
                   [tools](Context& c, const Edit& q) { return edit(c, tools, q); });
  catalogue.change({.name = "report.comment", .right = Right::report_comment, .summary = {"Góp ý vào báo cáo", "Comment on the report"}},
                   [tools](Context& c, const AddComment& q) { return comment(c, tools, q); });
  catalogue.change({.name = "report.answer", .right = Right::report_edit, .summary = {"Tiếp thu hoặc giải trình một ý kiến", "Absorb a comment or answer it with a reason"}},
                   [tools](Context& c, const GiveAnswer& q) { return answer(c, tools, q); });
  catalogue.change({.name = "report.finalise", .right = Right::report_finalise, .summary = {"Chốt báo cáo", "Make the report final"}},
                   [tools](Context& c, const OfMonth& q) { return finalise(c, tools, q); });
  catalogue.read({.name = "report.versions", .right = Right::signed_in, .summary = {"Các bản chốt của báo cáo", "The report's final versions"}},
                 [tools](Context& c, const OfMonth& q) { return versions(c, tools, q); });
  catalogue.read({.name = "report.compare_vintage", .right = Right::signed_in, .summary = {"Con số nào đã đổi từ bản chốt", "Which figures have moved since a final version"}},
                 [tools](Context& c, const CompareVintage& q) { return compare_vintage(c, tools, q); });
  catalogue.file({.name = "report.document", .right = Right::signed_in, .summary = {"Báo cáo thành văn bản", "The report as a document"}},
                 [tools](Context& c, const AskDocument& q) { return document(c, tools, q); });
}

}  // namespace giaoban::report
