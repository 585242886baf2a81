#include "session/verbs.hpp"

namespace giaoban::session {
namespace {

using Shared = std::shared_ptr<const Ground>;

/// Binds what a verb needs besides its context.
template <class R, class Q>
auto with(const Shared& ground, Outcome<R> (*verb)(const Ground&, Context&, const Q&)) {
  return std::function<Outcome<R>(Context&, const Q&)>([ground, verb](Context& context, const Q& q) { return verb(*ground, context, q); });
}

void declare_before(Catalogue& catalogue, const Shared& ground) {
  catalogue.read({.name = "session.list", .right = Right::signed_in,
                  .summary = {"Các phiên họp; với một tháng: dự kiến để lập kế hoạch", "Sessions; for one month, what a plan begins with"}},
                 with(ground, &list));
  catalogue.read({.name = "session.show", .right = Right::signed_in,
                  .summary = {"Mọi điều cần thấy của một phiên họp", "Everything that a room needs to see of a session"}},
                 with(ground, &show));
  catalogue.read({.name = "session.record", .right = Right::signed_in, .summary = {"Diễn biến phiên họp", "What happened, in order"}}, &record);
  catalogue.change({.name = "session.plan", .right = Right::session_plan, .summary = {"Lập kế hoạch phiên họp", "Plan a session"}},
                   with(ground, &plan));
  catalogue.change({.name = "session.edit", .right = Right::session_plan, .summary = {"Sửa kế hoạch phiên họp", "Change the plan"}}, &edit);
  catalogue.change({.name = "session.add_item", .right = Right::session_plan, .summary = {"Thêm nội dung", "Add an item"}},
                   static_cast<Outcome<Changed> (*)(Context&, const AddItemAsked&)>(&add_item));
  catalogue.change({.name = "session.edit_item", .right = Right::session_plan, .summary = {"Sửa nội dung", "Change an item"}}, &edit_item);
  catalogue.change({.name = "session.move_item", .right = Right::session_plan, .summary = {"Đổi thứ tự nội dung", "Move an item"}}, &move_item);
  catalogue.change({.name = "session.remove_item", .right = Right::session_plan, .summary = {"Bỏ nội dung", "Remove an item"}}, &remove_item);
  catalogue.change({.name = "session.invite", .right = Right::session_plan,
                    .summary = {"Cấp số và gửi giấy mời", "Number the invitation and send it"}},
                   with(ground, &invite));
  catalogue.read({.name = "session.guests", .right = Right::session_plan,
                  .summary = {"Ai có thể được mời ngoài thành viên, ai đang được mời", "Who may be invited beyond the members, and who is"}}, &guests);
  catalogue.change({.name = "session.choose_guests", .right = Right::session_plan,
                    .summary = {"Chọn khách mời ngoài thành viên", "Choose who is invited beyond the members"}}, &choose_guests);
  catalogue.change({.name = "session.confirm", .right = Right::session_attend,
                    .summary = {"Trả lời giấy mời: hội trường, trực tuyến, vắng, cử người dự thay", "Answer the invitation"}}, &confirm);
}

void declare_during(Catalogue& catalogue, const Shared& ground) {
  catalogue.change({.name = "session.check_in", .right = Right::session_attend, .summary = {"Điểm danh", "Check in"}}, &check_in);
  catalogue.change({.name = "session.open", .right = Right::session_lead, .summary = {"Khai mạc", "Open the session"}}, with(ground, &open));
  catalogue.change({.name = "session.go_to_item", .right = Right::session_lead, .summary = {"Sang một nội dung", "Take up an item"}}, &go_to_item);
  catalogue.change({.name = "session.ask_floor", .right = Right::session_attend, .summary = {"Đăng ký phát biểu", "Ask for the floor"}}, &ask_floor);
  catalogue.change({.name = "session.withdraw_floor", .right = Right::session_attend, .summary = {"Rút đăng ký phát biểu", "Withdraw from the queue"}}, &withdraw_floor);
  catalogue.change({.name = "session.move_floor", .right = Right::session_attend, .summary = {"Đổi thứ tự phát biểu", "Move within the queue"}}, &move_floor);
  catalogue.change({.name = "session.give_floor", .right = Right::session_lead, .summary = {"Mời phát biểu", "Give the floor"}}, &give_floor);
  catalogue.change({.name = "session.extend_floor", .right = Right::session_lead, .summary = {"Thêm giờ phát biểu", "Extend the time"}}, &extend_floor);
  catalogue.change({.name = "session.remind_floor", .right = Right::session_lead, .summary = {"Nhắc giờ", "Remind the speaker of the time"}}, &remind_floor);
  catalogue.change({.name = "session.end_floor", .right = Right::session_attend, .summary = {"Kết thúc lượt phát biểu", "End the turn"}}, &end_floor);
  catalogue.change({.name = "session.hand_over", .right = Right::session_lead, .summary = {"Giao quyền điều hành", "Hand over the chair"}}, &hand_over);
  catalogue.change({.name = "session.close", .right = Right::session_lead, .summary = {"Bế mạc", "Close the session"}},
                   static_cast<Outcome<Changed> (*)(Context&, const ThisSession&)>(&close));
}

}  // namespace

void declare(Catalogue& catalogue, const rules::Rules& rules, Planned planned) {
  auto ground = std::make_shared<const Ground>(rules, std::move(planned));
  declare_before(catalogue, ground);
  declare_during(catalogue, ground);
  catalogue.file({.name = "session.invitation", .right = Right::signed_in, .summary = {"Giấy mời", "The invitation"}}, with(ground, &invitation));
  catalogue.file({.name = "session.minutes", .right = Right::signed_in, .summary = {"Biên bản", "The minutes"}}, with(ground, &minutes));
  catalogue.change({.name = "session.number_minutes", .right = Right::session_plan, .summary = {"Lấy số biên bản", "Number the minutes"}},
                   with(ground, &number_minutes));
}

}  // namespace giaoban::session
