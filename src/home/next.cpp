// What is to be done next, for whoever reads: the Office, a unit, the leaders.
#include "calendar/written.hpp"
#include "home/gather.hpp"

namespace giaoban::home {
namespace {

constexpr size_t next_max = 3;

class Finder {
 public:
  Finder(Context& context, const Gathered& g, const figures::Tools& tools) : context_(context), g_(g), tools_(tools) {}

  std::vector<Next> run() {
    own_form();
    own_work();
    if (context_.may(Right::figures_review)) office_figures();
    report();
    session();
    conclusions();
    overdue_work();
    if (out_.size() > next_max) out_.resize(next_max);
    return std::move(out_);
  }

 private:
  void add(Place place, Text text, std::string thing = {}, std::optional<Instant> until = {}) {
    out_.push_back({place, std::move(thing), std::move(text), until});
  }

  void own_form() {
    if (!context_.may(Right::figures_enter)) return;
    for (auto& form : g_.forms) {
      if (form.unit.id != g_.unit || sent(form)) continue;
      if (form.state == figures::FormState::returned)
        add(Place::figures, {"Sửa và gửi lại biểu số liệu Văn phòng đã trả", "Correct the form that the Office returned"}, {}, form.due);
      else
        add(Place::figures, Text{fmt::format("Gửi biểu số liệu, đã nhập {}/{} ô", form.filled, form.of), fmt::format("Send the form, {} of {} cells entered", form.filled, form.of)}, {}, form.due);
    }
  }

  void own_work() {
    if (!context_.may(Right::directives_work)) return;
    for (auto& row : g_.work.overdue)
      if (row.lead.id == g_.unit && out_.size() < next_max)
        add(Place::directives, Text{"Quá hạn: ", "Overdue: "} + row.text, std::to_string(row.id));
    for (auto& row : g_.of_session)
      if (row.lead.id == g_.unit && row.progress == directives::Progress::not_received && out_.size() < next_max)
        add(Place::directives, Text{"Nhận việc mới: ", "Take up: "} + row.text, std::to_string(row.id));
  }

  void office_figures() {
    std::vector<Text> late;
    int32_t waiting = 0;
    for (auto& form : g_.forms) {
      if (!sent(form) && form.late && !form.reminded_today) late.push_back(form.unit.name);
      waiting += form.state == figures::FormState::submitted;
    }
    if (late.size() == 1 || late.size() == 2)
      add(Place::figures, Text{"Nhắc ", "Remind "} + late.front() + (late.size() == 2 ? same(", ") + late.back() : Text{}) + Text{" gửi số liệu", " of the figures"}, "units");
    else if (late.size() > 2)
      add(Place::figures, Text{fmt::format("Nhắc {} đơn vị gửi số liệu", late.size()), fmt::format("Remind {} units of the figures", late.size())}, "units");
    if (waiting && !g_.notice)
      add(Place::figures, Text{fmt::format("Duyệt biểu của {} đơn vị", waiting), fmt::format("Approve the forms of {} units", waiting)}, "units");
  }

  void report() {
    bool drafts = context_.may(Right::report_edit);
    if (g_.report.unanswered && drafts)
      add(Place::report, Text{fmt::format("Trả lời {} ý kiến về báo cáo", g_.report.unanswered), fmt::format("Answer {} comments on the report", g_.report.unanswered)});
    if (g_.report.version || g_.notice) return;
    if (g_.report.state == report::State::none && drafts && g_.communes.submitted > 0)
      add(Place::report, {"Soạn báo cáo từ số liệu", "Draft the report from the figures"});
    else if (g_.report.state == report::State::draft && context_.may(Right::report_finalise))
      add(Place::report, {"Chốt báo cáo", "Make the report final"});
    else if (g_.report.state == report::State::draft && context_.may(Right::report_comment))
      add(Place::report, {"Đọc dự thảo báo cáo và góp ý", "Read the draft report and comment"});
  }

  void session() {
    bool plans = context_.may(Right::session_plan);
    if (!g_.session) {
      if (plans && g_.report.state != report::State::none) add(Place::session, {"Lên lịch phiên họp", "Plan the session"});
      return;
    }
    auto& f = *g_.session;
    if (f.state == session::State::planned && plans) {
      auto until = tools_.calendar.limit(tools_.rules.deadlines.invitation.on(f.date).value, f.date);
      add(Place::session, {"Gửi giấy mời họp", "Send the invitation"}, {}, Instant::local(until, 17));
    } else if (f.state == session::State::invited && context_.may(Right::session_lead)) {
      add(Place::session, {"Khai mạc phiên họp", "Open the session"}, {}, f.starts);
    } else if (f.state == session::State::invited && context_.may(Right::session_attend)) {
      add(Place::session, {"Dự phiên họp", "Attend the session"}, {}, f.starts);
    } else if (f.state == session::State::open) {
      add(Place::session, {"Vào phiên đang họp", "Join the session"});
    }
  }

  void conclusions() {
    if (g_.notice || !g_.session || g_.session->state != session::State::closed) return;
    if (!context_.may(Right::conclusions_edit)) return;
    auto until = tools_.calendar.limit(tools_.rules.deadlines.written_conclusion.on(g_.session->date).value, g_.session->date);
    add(Place::conclusions, {"Ban hành thông báo kết luận", "Issue the notice of conclusions"}, {}, Instant::local(until, 17));
  }

  void overdue_work() {
    auto overdue = g_.work.counts.overdue;
    if (overdue && context_.may(Right::directives_assign))
      add(Place::directives, Text{fmt::format("Nhắc {} việc quá hạn", overdue), overdue == 1 ? std::string("Remind of the overdue task") : fmt::format("Remind of {} overdue tasks", overdue)});
  }

  Context& context_;
  const Gathered& g_;
  const figures::Tools& tools_;
  std::vector<Next> out_;
};

}  // namespace

std::vector<Next> next_things(Context& context, const Gathered& g, const figures::Tools& tools) {
  return Finder(context, g, tools).run();
}

}  // namespace giaoban::home
