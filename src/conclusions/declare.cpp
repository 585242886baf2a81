#include "conclusions/verbs.hpp"

namespace giaoban::conclusions {
namespace {

template <class Response, class Request>
auto bound(figures::Tools tools, Outcome<Response> (*verb)(Context&, const figures::Tools&, const Request&)) {
  return [tools, verb](Context& context, const Request& request) { return verb(context, tools, request); };
}

}  // namespace

void declare(Catalogue& catalogue, figures::Tools tools) {
  catalogue.read({.name = "conclusions.show", .right = Right::signed_in, .summary = {"Kết luận của phiên họp, từng khoản", "The session's conclusions, clause by clause"}},
                 bound(tools, &show));
  catalogue.read({.name = "conclusions.preview", .right = Right::signed_in, .summary = {"Thông báo kết luận, để xem trên trang", "The notice of conclusions, to look at on the page"}},
                 bound(tools, &preview));
  catalogue.file({.name = "conclusions.notice", .right = Right::signed_in, .summary = {"Thông báo kết luận thành văn bản, dự thảo hoặc đã ban hành", "The notice of conclusions as a document, draft or issued"}},
                 bound(tools, &notice_file));
  auto edit = [&](const char* name, Text summary, auto verb) {
    catalogue.change({.name = name, .right = Right::conclusions_edit, .summary = std::move(summary)}, bound(tools, verb));
  };
  edit("conclusions.take_down", {"Ghi một khoản kết luận", "Take down a clause"}, &take_down);
  edit("conclusions.revise", {"Sửa một khoản", "Revise a clause"}, &revise);
  edit("conclusions.move", {"Chuyển chỗ một khoản", "Move a clause"}, &move);
  edit("conclusions.remove", {"Bỏ một khoản", "Remove a clause"}, &remove);
  catalogue.change({.name = "conclusions.issue", .right = Right::conclusions_issue,
                    .summary = {"Ban hành thông báo kết luận, giao nhiệm vụ", "Issue the notice and assign the tasks"}},
                   bound(tools, &issue));
}

}  // namespace giaoban::conclusions
