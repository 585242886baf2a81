// The notice is issued; each clause with a lead is in its unit's inbox; units work, the Office accepts; time
// passes, and what is overdue is on the next agenda.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "app/demo_walk.hpp"

namespace giaoban::app {
namespace bj = boost::json;
namespace {

/// The words of a PDF, where the machine has the tool to read them.
std::optional<std::string> words_of_pdf(const std::filesystem::path& path) {
  std::string quoted = "'";
  for (char c : path.string()) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  auto command = "pdftotext -q " + quoted + "' - 2>/dev/null";
  auto* pipe = ::popen(command.c_str(), "r");
  if (!pipe) return {};
  std::string out;
  char buffer[4096];
  for (size_t n; (n = ::fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, n);
  if (::pclose(pipe) != 0) return {};
  return out;
}

/// Every directive of the April session, as the Office's board shows it.
std::vector<bj::value> april_rows(Walk& w) {
  std::vector<bj::value> out;
  auto board = w.read("chanh-van-phong", "directives.board");
  for (auto& group : list(board, "/groups"))
    for (auto& row : list(group, "/rows"))
      if (num(row, "/session") == w.session) out.push_back(row);
  return out;
}

int64_t directive_of(const std::vector<bj::value>& rows, const std::string& mark) {
  for (auto& row : rows)
    if (str(row, "/mark") == mark) return num(row, "/id");
  throw NotHeld("no directive for clause " + mark);
}

const demo::ClauseLine& clause(Walk& w, const std::string& code) {
  for (auto& c : w.city.next.conclusion.clauses)
    if (c.code == code) return c;
  throw NotHeld("no clause " + code);
}

/// Who may accept: never the lead unit itself.
std::string assigner(const demo::ClauseLine& c) { return c.lead == "office" ? "chu-tich" : "chanh-van-phong"; }

void hand_in(Walk& w, int64_t id, const demo::ClauseLine& c, const Text& text, const std::string& file_name) {
  auto clerk = w.clerk_of(c.lead), head = w.head_of(c.lead);
  if (c.lead == "office") clerk = head;  // the synthesis officer assigns, the head of Office works
  w.refused(409, head, "directives.submit", {{"id", id}});  // no evidence yet
  auto file = w.upload(clerk, file_name, "Minh chứng của nhiệm vụ " + c.code + ": " + text.vi + "\n");
  w.change_twice(clerk, "directives.add_evidence", {{"id", id}, {"file", file}});
  auto d = w.change(head, "directives.submit", {{"id", id}, {"text", words(text)}});
  w.equal<std::string>(c.code + " waits for acceptance", "awaiting_acceptance", str(d, "/row/progress"));
}

void accept(Walk& w, int64_t id, const demo::ClauseLine& c) {
  w.refused(403, w.head_of(c.lead == "office" ? "tax" : c.lead), "directives.accept", {{"id", id}});
  auto d = w.change(assigner(c), "directives.accept", {{"id", id}});
  w.equal<std::string>(c.code + " is done", "done", str(d, "/row/progress"));
  w.equal<std::string>(c.code + " in time", "done_on_time", str(d, "/row/timing"));
}

}  // namespace

void walk_notice(Walk& w) {
  w.step("10/5 notice");
  w.clock(Date::of(2021, 5, 10), 9);
  bj::object session{{"session", w.session}};
  w.refused(403, "tong-hop", "conclusions.issue", session);
  auto view = w.change_twice("chanh-van-phong", "conclusions.issue", session);
  int32_t next = 0;
  for (auto& r : w.city.past.registers)
    if (r.type == "TB") next = r.last + 1;
  auto number = fmt::format("{}/TB-VP", next);
  w.equal("the notice's number", number, str(view, "/notice/number"));
  w.equal<std::string>("the number of the source's month", "96/TB-VP", number);
  w.equal<int64_t>("it is in time", 0, num(view, "/notice/days_late"));
  for (auto* format : {"docx", "pdf"}) w.keep(std::string("notice.") + format, w.document("chanh-van-phong", "conclusions.notice", {{"session", w.session}, {"format", format}}));
  auto pdf = w.document("chu-tich", "conclusions.notice", {{"session", w.session}, {"format", "pdf"}});
  w.that(pdf.find(number) != std::string::npos, "the PDF's own particulars name the number");
  auto text = words_of_pdf(w.kept("notice.pdf"));
  if (text) w.that(text->find(number) != std::string::npos, "the PDF's text holds the number", *text);
  w.refused(409, "tong-hop", "conclusions.take_down", {{"session", w.session}, {"clause", bj::object{{"section", "tasks"}, {"text", words({"Thêm sau khi ban hành", "Added after the issue"})}}}});
  w.held(fmt::format("{} issued once by the head of Office, in time{}; nothing can be added after; notice.docx, notice.pdf", number, text ? ", the number read from the PDF's text" : ""));

  w.step("10/5 inboxes");
  auto rows = april_rows(w);
  std::map<std::string, std::set<std::string>> expected, found;
  for (auto& c : w.city.next.conclusion.clauses) expected[c.lead].insert(c.code);
  for (auto& [unit, marks] : expected) {
    auto inbox = w.read(w.head_of(unit), "directives.inbox");
    for (auto& row : list(inbox, "/to_receive"))
      if (num(row, "/session") == w.session) found[unit].insert(str(row, "/mark"));
    w.equal<std::string>("tasks in the inbox of " + unit, fmt::format("{}", fmt::join(marks, " ")), fmt::format("{}", fmt::join(found[unit], " ")));
    for (auto& mark : marks) w.change(w.head_of(unit), "directives.receive", {{"id", directive_of(rows, mark)}});
  }
  auto d = w.read(w.head_of("finance-planning"), "directives.show", {{"id", directive_of(rows, "II.5.d")}});
  w.equal("a task shows the notice it comes from", number, str(d, "/source/notice_number"));
  w.that(!list(d, "/source/figures").empty() && str(d, "/source/sentence/vi").find("232,7%") != std::string::npos, "and the figure and the sentence it rests on", shown(at(d, "/source")));
  w.equal<int64_t>("another unit's task is not shown", 403, w.get(w.head_of("justice"), "/api/directives.show?id=" + std::to_string(directive_of(rows, "II.4.a"))).status);
  w.held(fmt::format("{} tasks in the inboxes of {} units, each received by its head; a task shows its notice, sentence and figure", rows.size(), expected.size()));
}

void walk_directives(Walk& w) {
  w.step("14/5 follow-up");
  auto rows = april_rows(w);
  auto follow = w.city.next.follow_up;
  std::stable_sort(follow.begin(), follow.end(), [](auto& a, auto& b) { return a.on < b.on; });
  int64_t reports = 0, accepted = 0;
  for (auto& f : follow) {
    if (f.accepted && *f.accepted <= f.on) throw NotHeld("the seed accepts before it is handed in");
    w.clock(f.on, 10);
    auto id = directive_of(rows, f.clause);
    auto& c = clause(w, f.clause);
    bj::object report{{"id", id}, {"text", words(f.text)}};
    if (f.clause == "II.5.đ") report["done"] = 5, report["total"] = 11;
    w.refused(403, w.clerk_of("justice"), "directives.report_progress", report);
    auto d = w.change_twice(w.clerk_of(f.by), "directives.report_progress", report);
    ++reports;
    if (!f.done) {
      if (!f.evidence) continue;
      auto file = w.upload(w.clerk_of(f.by), f.evidence->vi, "Minh chứng: " + f.text.vi + "\n");
      w.change(w.clerk_of(f.by), "directives.add_evidence", {{"id", id}, {"file", file}});
      w.equal<int64_t>("evidence is opened by who assigned", 200, w.get("chanh-van-phong", "/files/" + std::to_string(file)).status);
      w.equal<int64_t>("and not by another unit", 403, w.get(w.head_of("justice"), "/files/" + std::to_string(file)).status);
      continue;
    }
    hand_in(w, id, c, f.text, f.evidence->vi);
    d = w.change("chanh-van-phong", "directives.return", {{"id", id}, {"reason", words({"Thiếu ảnh hai điểm (" + w.canary("TRAHOSO") + ").", "Pictures of two places are missing."})}});
    w.equal<std::string>(f.clause + " is returned", "returned", str(d, "/row/progress"));
    d = w.change(w.head_of(c.lead), "directives.submit", {{"id", id}, {"text", words({"Đã bổ sung ảnh hai điểm.", "The two pictures are added."})}});
    if (f.accepted) {
      w.clock(*f.accepted, 9);
      accept(w, id, c);
      ++accepted;
    }
  }
  for (auto* code : {"II.7.a", "II.8.b"}) {  // two more that are ready before their day
    auto& c = clause(w, code);
    auto id = directive_of(rows, code);
    hand_in(w, id, c, {"Đã hoàn thành, gửi kèm sản phẩm.", "Finished; the deliverable is attached."}, "San pham.pdf");
    accept(w, id, c);
    ++accepted;
  }
  w.held(fmt::format("{} progress reports with evidence; one result returned with a reason and handed in again; {} accepted, never by the lead unit, none without evidence", reports, accepted));
}

void walk_overdue(Walk& w) {
  w.step("28/5 overdue");
  auto today = Date::of(2021, 5, 28);
  w.clock(today, 9);
  int64_t late = 0, done = 0;
  std::map<std::string, Date> due;
  for (auto& c : w.city.next.conclusion.clauses) due[c.code] = c.due;
  for (auto& row : april_rows(w)) {
    bool is_done = str(row, "/progress") == "done";
    bool is_late = !is_done && due.at(str(row, "/mark")) < today;
    w.equal(str(row, "/mark") + " is overdue", is_late, str(row, "/timing") == "overdue");
    late += is_late;
    done += is_done;
  }
  auto board = w.read("chanh-van-phong", "directives.board");
  auto all = num(board, "/counts/overdue");
  w.that(late > 0 && all >= late, "the board counts them", shown(at(board, "/counts")));
  w.held(fmt::format("from the dates alone, {} of April's {} tasks are overdue, {} done; {} overdue with those from before", late, due.size(), done, all));

  w.step("28/5 May session");
  auto planned = w.change("tong-hop", "session.plan", {{"month", "2021-05"}, {"date", "2021-06-04"}, {"from", "08:00"}, {"to", "11:00"}, {"place", words(w.city.next.session.place)}});
  auto view = w.read("chu-tich", "session.show", {{"session", at(planned, "/session")}});
  auto& items = list(view, "/items");
  auto item = std::find_if(items.begin(), items.end(), [](auto& i) { return str(i, "/kind") == "overdue_work"; });
  w.that(item != items.end(), "overdue work is on the agenda", shown(view));
  w.that(str(*item, "/note/vi").starts_with(fmt::format("{} việc", all)), "with every overdue task", str(*item, "/note/vi"));
  w.held(fmt::format("planned for 04/6; its agenda carries the overdue work by itself: {}", str(*item, "/note/en")));
}

}  // namespace giaoban::app
