// figures.return, figures.approve, figures.reopen: what the Office does with a form.
#include "figures/form.hpp"

namespace giaoban::figures {
namespace {

constexpr size_t reason_bytes_max = 1000;

Outcome<Form> step(Context& context, const Tools& tools, const OpenForm& form, FormStep step, const std::string& reason) {
  add_form_event(context, form.unit.id, form.month, step, reason);
  context.about("form/" + form.unit.code + "/" + form.month.iso());
  TRY(after, open_form(context, form.unit.code, form.month));
  return form_view(context, tools, after);
}

std::optional<tl::unexpected<Problem>> reason_fault(const std::string& reason) {
  Faults faults;
  faults.require(reason.find_first_not_of(" \n\t") != std::string::npos, "/reason",
                 {"Ghi lý do để đơn vị biết cần sửa gì.", "Give the reason, so that the unit knows what to correct."});
  faults.require(reason.size() <= reason_bytes_max, "/reason",
                 {"Lý do dài quá 1.000 ký tự.", "The reason is longer than 1,000 characters."});
  if (!faults.any()) return {};
  return faults.problem();
}

}  // namespace

Outcome<Form> give_back(Context& context, const Tools& tools, const ReasonRequest& request) {
  TRY(form, open_form(context, request.unit, request.month));
  if (auto fault = reason_fault(request.reason)) return *fault;
  if (form.state == FormState::approved)
    return conflict({"Biểu đã duyệt: cần mở lại, không phải trả lại.", "The form is approved: reopen it instead."});
  if (form.state != FormState::submitted)
    return conflict({"Đơn vị chưa gửi biểu này.", "The unit has not sent this form."});
  return step(context, tools, form, FormStep::returned, request.reason);
}

Outcome<Form> approve(Context& context, const Tools& tools, const FormRequest& request) {
  TRY(form, open_form(context, request.unit, request.month));
  if (form.state == FormState::approved)
    return conflict({"Biểu này đã duyệt rồi.", "This form is approved already."});
  if (form.state != FormState::submitted)
    return conflict({"Đơn vị chưa gửi biểu này.", "The unit has not sent this form."});
  return step(context, tools, form, FormStep::approved, "");
}

Outcome<Form> reopen(Context& context, const Tools& tools, const ReasonRequest& request) {
  TRY(form, open_form(context, request.unit, request.month));
  if (auto fault = reason_fault(request.reason)) return *fault;
  if (form.state != FormState::approved)
    return conflict({"Chỉ mở lại được biểu đã duyệt.", "Only an approved form can be reopened."});
  return step(context, tools, form, FormStep::reopened, request.reason);
}

}  // namespace giaoban::figures
