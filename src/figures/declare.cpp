#include "figures/across.hpp"
#include "figures/define.hpp"
#include "figures/exchange/exchange.hpp"
#include "figures/guard_text.hpp"
#include "figures/views.hpp"

namespace giaoban::figures {
namespace {

/// Gives an operation's function the room's tools.
template <class R, class Q>
auto with(const Tools& tools, Outcome<R> (*f)(Context&, const Tools&, const Q&)) {
  return [tools, f](Context& context, const Q& request) -> Outcome<R> { return f(context, tools, request); };
}

}  // namespace

void declare(Catalogue& catalogue, Tools tools) {
  questions();
  catalogue.read({.name = "figures.indicators", .summary = {"Danh mục chỉ tiêu", "The indicators"}}, &list_indicators);
  catalogue.read({.name = "figures.form", .summary = {"Biểu của một đơn vị trong tháng", "A unit's form of a month"}},
                 with(tools, &show_form));
  catalogue.read({.name = "figures.checks", .summary = {"Quy tắc kiểm tra khi nhập số liệu", "The checks on entry"}},
                 with(tools, &checks_of));
  catalogue.read({.name = "figures.grid", .summary = {"Số liệu từng đơn vị, từng chỉ tiêu trong tháng", "Each unit's figures of a month"}},
                 with(tools, &month_grid));
  catalogue.read({.name = "figures.table", .summary = {"Bảng số liệu của tháng", "The month's table"}},
                 with(tools, &month_table));
  catalogue.read({.name = "figures.coverage", .summary = {"Đơn vị nào đã báo cáo", "Which units have reported"}},
                 with(tools, &month_coverage));
  catalogue.read({.name = "figures.explain", .summary = {"Một số liệu gồm những gì, qua những lần sửa nào", "What a figure is made of, and its vintages"}},
                 with(tools, &explain));
  catalogue.read({.name = "figures.series", .summary = {"Chuỗi số liệu theo tháng", "A figure over the months"}},
                 with(tools, &month_series));
  catalogue.read({.name = "figures.across", .summary = {"Một chỉ tiêu theo từng xã, phường: trị số, so sánh, thứ hạng", "An indicator over the units: values, comparisons, ranks"}},
                 with(tools, &across));
  catalogue.change({.name = "figures.place_tiles", .right = Right::figures_define, .summary = {"Xếp vị trí các đơn vị trên bản đồ ô", "Place the units in the map of tiles"}},
                   &place_tiles);
  catalogue.read({.name = "figures.guard", .summary = {"Con số nào trong đoạn văn trái với số liệu, hoặc trái nhau", "Which numbers of a text contradict the data, or each other"}},
                 with(tools, &guard_text));
  catalogue.file({.name = "figures.template", .summary = {"Biểu của một đơn vị thành tệp Excel để điền", "A unit's form as a workbook to fill in"}},
                 with(tools, &exchange::form_template));
  catalogue.file({.name = "figures.export", .summary = {"Số liệu thành tệp: CSV, Excel, SDMX, DHIS2", "Figures as a file: CSV, Excel, SDMX, DHIS2"}},
                 with(tools, &exchange::export_figures));
  catalogue.read({.name = "figures.preview_file", .right = Right::figures_enter, .summary = {"Một tệp đã tải lên có những trang, cột nào", "Which sheets and columns an uploaded file has"}},
                 with(tools, &exchange::preview_file));
  catalogue.read({.name = "figures.check_file", .right = Right::figures_enter, .summary = {"Một tệp đã tải lên sẽ đổi những số nào", "What an uploaded file would change"}},
                 with(tools, &exchange::check_file));
  catalogue.change({.name = "figures.import_file", .right = Right::figures_enter, .summary = {"Nhập số liệu từ một tệp đã tải lên", "Enter the figures of an uploaded file"}},
                   with(tools, &exchange::import_file));
  catalogue.change({.name = "figures.enter", .right = Right::figures_enter, .summary = {"Nhập số liệu", "Enter figures"}},
                   with(tools, &enter));
  catalogue.change({.name = "figures.submit", .right = Right::figures_enter, .summary = {"Gửi biểu cho Văn phòng", "Send a form to the Office"}},
                   with(tools, &submit));
  catalogue.change({.name = "figures.take_back", .right = Right::figures_enter, .summary = {"Lấy lại biểu đã gửi, trước khi được duyệt", "Take a sent form back before it is approved"}},
                   with(tools, &take_back));
  catalogue.change({.name = "figures.comment", .right = Right::signed_in, .summary = {"Ghi chú vào một ô của biểu", "Comment on a cell of a form"}},
                   with(tools, &comment));
  catalogue.change({.name = "figures.return", .right = Right::figures_review, .summary = {"Trả lại biểu, nêu lý do", "Return a form with a reason"}},
                   with(tools, &give_back));
  catalogue.change({.name = "figures.approve", .right = Right::figures_review, .summary = {"Duyệt và khóa biểu", "Approve and lock a form"}},
                   with(tools, &approve));
  catalogue.change({.name = "figures.reopen", .right = Right::figures_review, .summary = {"Mở lại biểu đã duyệt", "Reopen an approved form"}},
                   with(tools, &reopen));
  catalogue.change({.name = "figures.remind", .right = Right::figures_review, .summary = {"Nhắc đơn vị gửi biểu", "Remind units of their forms"}},
                   with(tools, &remind));
  catalogue.change({.name = "figures.import", .right = Right::figures_review, .summary = {"Nhập số liệu nhiều tháng một lần", "Import figures of many months"}},
                   with(tools, &import_figures));
  catalogue.change({.name = "figures.publish", .right = Right::figures_review, .summary = {"Ghi số liệu của tháng như đã công bố", "Mark a month's figures as published"}},
                   with(tools, &publish_month));
  catalogue.read({.name = "figures.indicator", .summary = {"Một chỉ tiêu: định nghĩa, các lần sửa, kế hoạch", "An indicator: definition, versions, plans"}},
                 with(tools, &show_indicator));
  catalogue.change({.name = "figures.define_indicator", .right = Right::figures_define, .summary = {"Định nghĩa hoặc sửa một chỉ tiêu", "Define or revise an indicator"}},
                   with(tools, &define_indicator));
  catalogue.change({.name = "figures.set_plan", .right = Right::figures_define, .summary = {"Giao hoặc điều chỉnh kế hoạch", "Set or adjust a plan"}},
                   with(tools, &set_plan));
}

}  // namespace giaoban::figures
