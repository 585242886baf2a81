// figures.submit, figures.take_back: the unit hands its month to the Office, and takes it back while nobody approved it.
#include "figures/define.hpp"
#include "figures/form.hpp"

namespace giaoban::figures {

Outcome<Form> submit(Context& context, const Tools& tools, const FormRequest& request) {
  TRY(form, open_form(context, request.unit, request.month));
  if (!form.own) return forbidden();
  auto view = form_view(context, tools, form);
  Faults faults;
  for (auto& group : view.groups)
    for (auto& line : group.lines) {
      auto at = "/" + line.indicator.code;
      if (line.held)
        faults.add(at, {"Còn một số cần trả lời: sửa, hoặc giữ và ghi lý do.", "A figure awaits an answer: correct it, or keep it with a reason."});
      else if (!line.value || line.state == State::stand_in)
        faults.add(at, {"Chưa có số. Không phát sinh thì ghi 0.", "There is no figure. Where there was none, write 0."});
    }
  std::map<std::string, int64_t> values;
  for (auto& group : view.groups)
    for (auto& line : group.lines)
      if (line.value) values[line.indicator.code] = line.value->units;
  for (auto& [code, what] : breakdown_faults(form.indicators, values)) faults.add("/" + code, what);
  if (form.state == FormState::submitted || form.state == FormState::approved)
    return conflict({"Biểu này đã gửi rồi.", "This form has been sent already."});
  if (faults.any()) return faults.problem();
  add_form_event(context, form.unit.id, form.month, FormStep::submitted, "");
  context.about("form/" + form.unit.code + "/" + form.month.iso());
  TRY(after, open_form(context, request.unit, request.month));
  return form_view(context, tools, after);
}

Outcome<Form> take_back(Context& context, const Tools& tools, const FormRequest& request) {
  TRY(form, open_form(context, request.unit, request.month));
  if (!form.own) return forbidden();
  if (form.state == FormState::approved)
    return conflict({"Biểu đã duyệt. Cần điều chỉnh thì đề nghị Văn phòng mở lại.",
                     "The form is approved. To revise it, ask the Office to reopen it."});
  if (form.state != FormState::submitted) return conflict({"Biểu này chưa gửi.", "This form has not been sent."});
  add_form_event(context, form.unit.id, form.month, FormStep::taken_back, "");
  context.about("form/" + form.unit.code + "/" + form.month.iso());
  TRY(after, open_form(context, request.unit, request.month));
  return form_view(context, tools, after);
}

}  // namespace giaoban::figures
