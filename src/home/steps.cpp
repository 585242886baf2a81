// The six stops of the line. A stop is done when its own work is, or when the month has gone past it.
#include "calendar/written.hpp"
#include "home/gather.hpp"

namespace giaoban::home {
namespace {

constexpr size_t names_max = 2;

Text number(int64_t n) { return same(std::to_string(n)); }
/// "3 việc", "3 tasks", "1 task": only English has a form for one.
Text counted(int64_t n, const char* vi, const char* one, const char* many) {
  auto digits = std::to_string(n);
  return {digits + " " + vi, digits + " " + (n == 1 ? one : many)};
}

/// "xã Hải Sơn, xã Vĩnh Thực", or nothing when there are too many to name.
Text names(const std::vector<Text>& units) {
  Text out;
  if (units.size() > names_max) return out;
  for (auto& name : units) out = out + (out.empty() ? Text{} : same(", ")) + name;
  return out;
}

Step figures_step(const Gathered& g) {
  Step s{Place::figures};
  auto count = fmt::format("{}/{}", g.communes.submitted, g.communes.expected);
  s.headline = same(count) + Text{" đơn vị", " units"};
  s.count = same(count);
  std::vector<Text> missing;
  bool late = false;
  for (auto& form : g.forms)
    if (form.commune && !sent(form)) {
      missing.push_back(form.unit.name);
      late = late || form.late;
    }
  if (late) s.mark = Mark::soon;
  if (g.communes.expected == 0) s.headline = {"Chưa có biểu", "No forms yet"}, s.count = {};
  else if (missing.empty()) s.detail = {"Đã gửi đủ", "All have sent"};
  else if (Text listed = names(missing); g.sees_all && !listed.empty()) s.detail = Text{"Thiếu ", "Missing: "} + listed;
  else s.detail = counted(static_cast<int64_t>(missing.size()), "đơn vị chưa gửi", "has not sent", "have not sent");
  return s;
}

Step report_step(const Gathered& g) {
  Step s{Place::report};
  auto version = std::to_string(g.report.version);
  switch (g.report.state) {
    case report::State::none:
      if (g.notice) {  // the month went past it
        s.headline = {"Không lập", "None"};
        break;
      }
      s.headline = {"Chưa có", "None yet"};
      s.detail = {"Tự soạn từ số liệu khi mở", "Drafts itself from the figures"};
      break;
    case report::State::draft:
      s.headline = {"Đang soạn", "Being drafted"};
      if (g.report.version) s.detail = Text{"Sửa sau bản ", "Changed after version "} + same(version);
      break;
    case report::State::finalised:
      s.headline = Text{"Bản " + version + " đã chốt", "Version " + version + " is final"};
      s.count = Text{"bản " + version, "v" + version};
      s.detail = {"Không còn ý kiến chờ trả lời", "No comment awaits an answer"};
      break;
  }
  if (g.report.unanswered)
    s.detail = counted(g.report.unanswered, "ý kiến chờ trả lời", "comment awaits an answer", "comments await an answer"), s.mark = Mark::soon;
  return s;
}

Text part_of_day(Instant at) {
  return at.local_minutes() < 12 * 60 ? Text{"Sáng ", "Morning of "} : Text{"Chiều ", "Afternoon of "};
}

Step session_step(const Gathered& g) {
  Step s{Place::session};
  if (!g.session) {
    s.headline = {"Chưa có lịch", "Not planned yet"};
    return s;
  }
  auto& f = *g.session;
  auto day = calendar::numeric_short(f.date);
  s.count = day;
  switch (f.state) {
    case session::State::planned:
      s.headline = part_of_day(f.starts) + day;
      s.detail = {"Chưa gửi giấy mời", "The invitation is not sent"};
      break;
    case session::State::invited:
      s.headline = part_of_day(f.starts) + day;
      s.detail = f.invitation ? Text{"Giấy mời ", "Invitation "} + same(*f.invitation) + Text{" đã gửi", " is sent"}
                              : Text{"Giấy mời đã gửi", "The invitation is sent"};
      break;
    case session::State::open:
      s.headline = {"Đang họp", "In session"};
      s.detail = same(fmt::format("{}/{}", f.members_present, f.members)) + Text{" thành viên dự", " members are there"};
      break;
    case session::State::closed:
      s.headline = Text{"Đã họp ", "Held "} + day;
      s.detail = same(fmt::format("{}/{}", f.members_present, f.members)) + Text{" thành viên dự", " members were there"};
      break;
  }
  return s;
}

/// The written conclusion is due so many working days after the session (rules/deadlines.json).
Date conclusion_due(const Gathered& g, const figures::Tools& tools) {
  auto& rule = tools.rules.deadlines.written_conclusion.on(g.session->date).value;
  return tools.calendar.limit(rule, g.session->date);
}

Step conclusions_step(const Gathered& g, const figures::Tools& tools) {
  Step s{Place::conclusions};
  if (g.notice) {
    s.headline = same(g.notice->number);
    s.count = same(g.notice->number.substr(0, g.notice->number.find('/')));
    s.detail = Text{"Ban hành ", "Issued "} + calendar::numeric_short(g.notice->date);
    return s;
  }
  s.headline = g.clauses ? counted(g.clauses, "ý đang soạn", "clause drafted", "clauses drafted") : Text{"Chưa có", "None yet"};
  if (!g.session) return s;
  auto due = conclusion_due(g, tools);
  s.detail = Text{"Ban hành trước ", "Due by "} + calendar::numeric_short(due);
  if (g.session->state == session::State::closed && g.today > due) s.mark = Mark::overdue;
  return s;
}

Step directives_step(const Gathered& g) {
  Step s{Place::directives};
  auto& c = g.work.counts;
  if (c.overdue) {
    s.headline = number(c.overdue) + Text{" quá hạn", " overdue"};
    s.mark = Mark::overdue;
    s.detail = Text{"Trong ", "Of "} + counted(c.open, "việc đang mở", "open task", "open tasks");
  } else if (c.open) {
    s.headline = counted(c.open, "việc đang mở", "open task", "open tasks");
    if (c.due_soon) s.detail = number(c.due_soon) + Text{" việc sắp đến hạn", " due soon"};
    else s.detail = {"Không có việc quá hạn", "None overdue"};
  } else {
    s.headline = {"Không còn việc mở", "Nothing open"};
  }
  if (c.open) s.count = number(c.open);
  return s;
}

Step press_step(const Gathered& g) {
  Step s{Place::press};
  s.headline = g.published ? Text{"Đã công bố", "Published"} : Text{"Chưa có", "None yet"};
  if (!g.published) s.detail = {"Trang phiên họp mở khi có thông báo", "The page opens with the notice"};
  return s;
}

}  // namespace

std::vector<Step> steps(const Gathered& g, const figures::Tools& tools) {
  std::vector<Step> out{figures_step(g), report_step(g), session_step(g), conclusions_step(g, tools), directives_step(g), press_step(g)};
  bool held = g.session && g.session->state == session::State::closed;
  bool all_done = g.notice && std::all_of(g.of_session.begin(), g.of_session.end(),
                                          [](auto& row) { return row.progress == directives::Progress::done; });
  // What earlier sessions left overdue is work of this month too.
  all_done = all_done && !g.work.counts.overdue;
  bool done[] = {g.complete && g.communes.expected > 0, g.report.version > 0, held, g.notice.has_value(), all_done, g.published};
  // What follows being done, the month has gone past what comes before; the work and the press run side by side.
  for (int i = 3; i > 0; --i) done[i - 1] = done[i - 1] || done[i];
  bool here = false;
  for (size_t i = 0; i < out.size(); ++i) {
    if (done[i]) out[i].state = StepState::done;
    else if (!here) out[i].state = StepState::now, here = true;
  }
  return out;
}

Text title_of(const Gathered& g, const std::vector<Step>& steps) {
  auto now = std::find_if(steps.begin(), steps.end(), [](auto& s) { return s.state == StepState::now; });
  Text month = calendar::month_name(g.month);
  if (now == steps.end()) return Text{"Việc của ", "All of "} + month + Text{" đã xong", " is done"};
  int days = g.session ? g.session->date.days - g.today.days : 0;
  switch (now->place) {
    case Place::figures:
      if (!g.communes.expected) return Text{"Chưa có số liệu ", "No figures yet for "} + month;
      return same(fmt::format("{}/{}", g.communes.submitted, g.communes.expected)) +
             Text{" xã, phường đã gửi số liệu ", " communes and wards have sent their figures for "} + month;
    case Place::report:
      return g.report.state == report::State::none
                 ? Text{"Số liệu đã đủ, đến lượt báo cáo ", "The figures are there; the report of "} + month + Text{"", " is next"}
                 : Text{"Báo cáo ", "The report of "} + month + Text{" đang soạn", " is being drafted"};
    case Place::session:
      if (!g.session) return {"Báo cáo đã chốt, chưa có lịch họp", "The report is final; no session is planned"};
      if (g.session->state == session::State::open) return {"Phiên họp đang diễn ra", "The session is going on"};
      if (days > 1)
        return Text{"Báo cáo đã chốt, còn ", "The report is final, "} + number(days) + Text{" ngày tới phiên họp", " days to the session"};
      if (days == 1) return {"Báo cáo đã chốt, mai là phiên họp", "The report is final; the session is tomorrow"};
      return {"Báo cáo đã chốt, phiên họp hôm nay", "The report is final; the session is today"};
    case Place::conclusions:
      return {"Đã họp xong, kết luận chưa ban hành", "The session is over; its conclusions are not issued yet"};
    case Place::directives:
      if (g.work.counts.overdue)
        return Text{"Kết luận đã ban hành, ", "The conclusions are out, "} + counted(g.work.counts.overdue, "việc quá hạn", "task is overdue", "tasks are overdue");
      return Text{"Kết luận đã ban hành, ", "The conclusions are out, "} + counted(g.work.counts.open, "việc đang làm", "task is under way", "tasks are under way");
    case Place::press:
      return {"Việc đã xong, chưa công bố", "The work is done; not published yet"};
  }
  return month;
}

Text lead_of(const Gathered& g) {
  int32_t missing = g.communes.expected - g.communes.submitted, stand_ins = 0;
  for (auto& form : g.forms) stand_ins += form.commune && !sent(form) && form.stand_in > 0;
  if (missing == 0) return {};
  Text out = number(missing) + Text{" xã, phường chưa gửi số liệu", missing == 1 ? " commune has not sent its figures" : " communes and wards have not sent their figures"};
  if (stand_ins) return out + Text{"; phần còn thiếu đang là ước tính của Văn phòng.", "; what is missing is the Office's estimate."};
  return out + same(".");
}

}  // namespace giaoban::home
