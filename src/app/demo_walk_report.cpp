// The report drafts itself, is edited, commented on, answered and made final.
#include <fmt/format.h>

#include <algorithm>

#include "app/demo_walk.hpp"

namespace giaoban::app {
namespace bj = boost::json;
namespace {


std::string joined(const bj::array& runs) {
  std::string out;
  for (auto& run : runs) out += str(run, "/text");
  return out;
}

/// A section's paragraphs in their order.
std::vector<const bj::value*> paragraphs(const bj::value& report, const std::string& section) {
  std::vector<const bj::value*> out;
  for (auto& s : list(report, "/sections"))
    if (str(s, "/section") == section)
      for (auto& group : list(s, "/groups"))
        for (auto& p : list(group, "/paragraphs")) out.push_back(&p);
  return out;
}

const bj::value& sentence_of(const bj::value& report, const std::string& indicator) {
  for (auto* p : paragraphs(report, "results"))
    if (!is_null(*p, "/indicator") && str(*p, "/indicator") == indicator) return *p;
  throw NotHeld("the report has no sentence about " + indicator);
}

bj::value edit(Walk& w, bj::object what) {
  what["month"] = "2021-04";
  return w.change("tong-hop", "report.edit", what);
}
bj::value add(Walk& w, const char* section, const Text& text) {
  return edit(w, {{"action", "add"}, {"section", section}, {"vi", text.vi}, {"en", text.en}});
}

void check_sentences(Walk& w, const bj::value& report) {
  struct Said {
    const char* indicator;
    std::vector<std::string> vi, en;
  };
  for (auto& s : std::vector<Said>{{"import_export", {"26%", "4,3%"}, {"26%", "4.3%"}},
                                   {"retail_sales", {"1,3%", "104,9%"}, {"1.3%", "104.9%"}},
                                   {"industrial_output", {"36,6%"}, {"36.6%"}},
                                   {"budget_revenue", {"120%"}, {"120%"}},
                                   {"capital_disbursement", {"232,7%"}, {"232.7%"}}}) {
    auto& p = sentence_of(report, s.indicator);
    auto vi = joined(list(p, "/vi")), en = joined(list(p, "/en"));
    for (auto& part : s.vi) w.that(vi.find(part) != std::string::npos, fmt::format("the Vietnamese sentence on {} says {}", s.indicator, part), vi);
    for (auto& part : s.en) w.that(en.find(part) != std::string::npos, fmt::format("the English sentence on {} says {}", s.indicator, part), en);
    auto& runs = list(p, "/vi");
    w.that(std::any_of(runs.begin(), runs.end(), [](auto& r) { return !is_null(r, "/figure"); }), "its numbers are bound to their figures", shown(p));
  }
}

/// Someone overtypes a bound number: the guard names it, and the report cannot be made final.
void contradict(Walk& w, const bj::value& report) {
  auto& p = sentence_of(report, "import_export");
  auto right = joined(list(p, "/vi")), wrong = right;
  wrong.replace(wrong.find("26%"), 3, "27%");
  bj::object change{{"action", "change"}, {"paragraph", at(p, "/id")}, {"vi", wrong}};
  auto view = edit(w, change);
  w.that(num(view, "/counts/contradicting") > 0, "a typed 27% contradicts the figure", shown(at(view, "/counts")));
  w.refused(409, "chanh-van-phong", "report.finalise", of_april);
  change["vi"] = right;
  view = edit(w, change);
  w.equal<int64_t>("put right, nothing contradicts", 0, num(view, "/counts/contradicting"));
  w.held("27% typed over the bound 26% is named as contradicting, the final version refused; put right");
}

/// "shortcomings/2" of the seed: the paragraph that a comment is about.
int64_t paragraph_about(const bj::value& report, const std::string& about) {
  auto slash = about.find('/');
  auto name = about.substr(0, slash);
  auto all = paragraphs(report, name == "sections" ? "results" : name);
  // Sentences that were drafted come before what the Office has written; the seed counts the latter.
  if (name != "sections") std::erase_if(all, [](auto* p) { return !is_null(*p, "/indicator"); });
  auto index = static_cast<size_t>(std::stoi(about.substr(slash + 1)));
  if (index >= all.size()) throw NotHeld("the report has no " + about);
  return num(*all[index], "/id");
}

}  // namespace

void walk_report_draft(Walk& w) {
  w.step("04/5 report");
  w.clock(Date::of(2021, 5, 4), 14);
  w.refused(403, w.head_of("economy"), "report.draft", of_april);
  auto report = w.change("tong-hop", "report.draft", of_april);
  check_sentences(w, report);
  w.held(fmt::format("drafts itself: {} sentences, {} numbers bound to figures, the ratios in both languages", paragraphs(report, "results").size(), num(report, "/counts/figures")));
  contradict(w, report);

  w.step("04/5 report");
  add(w, "opening", w.city.next.report.opening);
  for (auto& s : w.city.next.report.shortcomings) add(w, "shortcomings", s);
  for (auto& t : w.city.next.report.tasks) report = add(w, "tasks", t);
  w.equal<int64_t>("next month's tasks stand", static_cast<int64_t>(w.city.next.report.tasks.size()), static_cast<int64_t>(paragraphs(report, "tasks").size()));
  auto& first = *paragraphs(report, "tasks").front();
  bj::object change{{"action", "change"}, {"paragraph", at(first, "/id")}, {"revision", at(first, "/revision")}, {"vi", joined(list(first, "/vi"))}, {"en", joined(list(first, "/en"))}};
  change["vi"] = str(change, "/vi") + " Báo cáo kết quả hằng tuần.";
  edit(w, change);
  auto stale = change;
  stale["month"] = "2021-04";
  stale["vi"] = "Đè lên bản của người khác.";
  w.refused(409, "chanh-van-phong", "report.edit", stale);
  w.held(fmt::format("{} shortcomings and {} tasks written by the Office; a second hand at one paragraph is told, not overwritten",
                     w.city.next.report.shortcomings.size(), w.city.next.report.tasks.size()));

  w.step("comments");
  auto canary = w.canary("GOPY");
  for (auto& c : w.city.next.comments) {
    bj::object comment{{"month", "2021-04"}, {"paragraph", paragraph_about(report, c.about)}, {"text", c.text.vi + " (" + canary + ")"}, {"text_en", c.text.en}};
    w.refused(403, w.clerk_of(c.by), "report.comment", comment);
    report = w.change_twice(w.head_of(c.by), "report.comment", comment);
  }
  w.equal<int64_t>("every comment is there once", static_cast<int64_t>(w.city.next.comments.size()), num(report, "/counts/comments"));
  w.refused(409, "chanh-van-phong", "report.finalise", of_april);
  w.held(fmt::format("{} delegates comment; clerks may not; not final before each is answered", w.city.next.comments.size()));
}

void walk_report_final(Walk& w) {
  w.step("05/5 report");
  w.clock(Date::of(2021, 5, 5), 14);
  auto report = w.change("tong-hop", "report.draft", of_april);
  check_sentences(w, report);
  w.equal<int64_t>("after the last forms nothing has moved away from its figure", 0, num(report, "/counts/moved"));
  int64_t absorbed = 0;
  for (size_t i = 0; i < w.city.next.comments.size(); ++i) {
    auto& c = w.city.next.comments[i];
    auto& there = list(report, "/comments");
    auto mine = std::find_if(there.begin(), there.end(), [&](auto& v) { return str(v, "/by/unit/code") == c.by && str(v, "/text/vi").starts_with(c.text.vi); });
    w.that(mine != there.end(), "the comment of " + c.by + " is there", shown(at(report, "/comments")));
    bj::object answer{{"comment", at(*mine, "/id")}, {"answer", c.answer}, {"text", ""}};
    if (i == 0) w.refused(422, "tong-hop", "report.answer", answer);  // never without words
    answer["text"] = c.answer_text.vi;
    answer["text_en"] = c.answer_text.en;
    report = w.change("tong-hop", "report.answer", answer);
    absorbed += c.answer == "absorbed";
  }
  auto& p = sentence_of(report, "import_export");
  auto bound = num(report, "/counts/figures");
  report = edit(w, {{"action", "change"}, {"paragraph", at(p, "/id")}, {"vi", joined(list(p, "/vi")) + " Phía bạn kéo dài giờ thông quan từ giữa tháng."},
                    {"en", joined(list(p, "/en")) + " The other side has cleared for longer hours since the middle of the month."}});
  w.equal<int64_t>("words added to a sentence leave its numbers bound", bound, num(report, "/counts/figures"));
  w.refused(403, "tong-hop", "report.finalise", of_april);
  report = w.change("chanh-van-phong", "report.finalise", of_april);
  w.equal<std::string>("the report is final", "finalised", str(report, "/state"));
  auto& version = list(report, "/versions").front();
  w.equal<int64_t>("comments absorbed", absorbed, num(version, "/absorbed"));
  w.equal<int64_t>("comments explained", static_cast<int64_t>(w.city.next.comments.size()) - absorbed, num(version, "/explained"));
  w.that(num(version, "/vintage") > 0, "the version keeps which figures it stood on");
  for (auto* format : {"docx", "pdf"}) w.keep(std::string("report.") + format, w.document("chu-tich", "report.document", {{"month", "2021-04"}, {"format", format}, {"version", num(version, "/number")}}));
  w.equal("a version can be built again byte for byte", true,
          w.document("chu-tich", "report.document", {{"month", "2021-04"}, {"format", "docx"}, {"version", 1}}) ==
              w.document(w.head_of("tax"), "report.document", {{"month", "2021-04"}, {"format", "docx"}, {"version", 1}}));
  w.held(fmt::format("{} comments absorbed, {} explained; final, figures of entry {} pinned; report.docx, report.pdf", absorbed, num(version, "/explained"), num(version, "/vintage")));
}

}  // namespace giaoban::app
