#include "directives/verbs.hpp"

namespace giaoban::directives {
namespace {

/// A verb with the room's reckoning in hand, as an operation wants it.
template <class Response, class Request>
auto bound(Reckoning reckoning, Outcome<Response> (*verb)(Context&, const Reckoning&, const Request&)) {
  return [reckoning, verb](Context& context, const Request& request) { return verb(context, reckoning, request); };
}

void declare_reads(Catalogue& catalogue, const Reckoning& reckoning) {
  catalogue.read({.name = "directives.board", .right = Right::signed_in,
                  .summary = {"Nhiệm vụ theo đơn vị, lọc theo tháng, đơn vị, tiến độ và thời hạn", "Directives by unit, by month, unit and the two axes"}},
                 bound(reckoning, &board));
  catalogue.read({.name = "directives.inbox", .right = Right::signed_in, .summary = {"Nhiệm vụ của đơn vị tôi", "My unit's directives"}},
                 [reckoning](Context& context, const Nothing&) { return inbox(context, reckoning); });
  catalogue.read({.name = "directives.show", .right = Right::signed_in,
                  .summary = {"Một nhiệm vụ: từ số liệu, câu, khoản kết luận đến minh chứng", "One directive: from figure, sentence and clause to its evidence"}},
                 [reckoning](Context& context, const ById& request) { return show(context, reckoning, request.id); });
}

void declare_work(Catalogue& catalogue, const Reckoning& reckoning) {
  auto add = [&](const char* name, Text summary, auto verb) {
    catalogue.change({.name = name, .right = Right::directives_work, .summary = std::move(summary)}, bound(reckoning, verb));
  };
  add("directives.receive", {"Nhận việc, ghi người được giao", "Receive a directive, note who does it"}, &receive);
  add("directives.report_progress", {"Báo cáo tiến độ", "Report progress"}, &report_progress);
  add("directives.add_evidence", {"Thêm minh chứng", "Add evidence"}, &add_evidence);
  add("directives.submit", {"Nộp để nghiệm thu", "Submit for acceptance"}, &submit);
  add("directives.ask_extension", {"Đề nghị gia hạn", "Ask for more time"}, &ask_extension);
}

void declare_assigning(Catalogue& catalogue, const Reckoning& reckoning) {
  auto add = [&](const char* name, Text summary, auto verb) {
    catalogue.change({.name = name, .right = Right::directives_assign, .summary = std::move(summary)}, bound(reckoning, verb));
  };
  add("directives.accept", {"Nghiệm thu", "Accept"}, &accept);
  add("directives.return", {"Trả lại, nêu lý do", "Return with a reason"}, &return_work);
  add("directives.grant_extension", {"Gia hạn", "Grant more time"}, &grant_extension);
  add("directives.refuse_extension", {"Không gia hạn, nêu lý do", "Refuse more time with a reason"}, &refuse_extension);
  catalogue.change({.name = "directives.put_on_agenda", .right = Right::session_plan,
                    .summary = {"Đưa nhiệm vụ quá hạn vào chương trình phiên họp", "Put overdue tasks on a session's agenda"}},
                   bound(reckoning, &put_on_agenda));
  add("directives.remind", {"Nhắc đơn vị, mỗi việc mỗi ngày một lần", "Remind the unit, once per directive and day"}, &remind);
}

}  // namespace

void declare(Catalogue& catalogue, const rules::Rules& rules) {
  Reckoning reckoning(rules);
  declare_reads(catalogue, reckoning);
  declare_work(catalogue, reckoning);
  declare_assigning(catalogue, reckoning);
}

}  // namespace giaoban::directives
