#include "directives/status.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <set>

#include "base/installation.hpp"

using namespace giaoban;
using namespace giaoban::directives;

namespace {

const rules::Rules& project_rules() {
  static const auto rules = *rules::Rules::load(installation() / "rules");
  return rules;
}
const Reckoning& reckoning() {
  static const Reckoning it(project_rules());
  return it;
}
Date day(int month, int day) { return Date::of(2021, month, day); }

/// The same answer found another way: by asking for each day of a strip whether it is worked, and by looking back
/// from the end of the story instead of walking it from the beginning.
struct Oracle {
  std::optional<Date> original;
  std::vector<Happening> story;
  Date today;

  static bool worked(Date d) { return reckoning().calendar().is_working_day(d); }
  static Date rolled(Date d) {
    while (!worked(d)) d = d.plus(1);
    return d;
  }
  static int steps(Date from, Date to) {
    int n = 0;
    for (Date d = from.plus(1); d <= to; d = d.plus(1)) n += worked(d);
    return n;
  }
  const Happening* last(std::set<EventKind> kinds, size_t before) const {
    for (size_t i = before; i-- > 0;)
      if (kinds.contains(story[i].kind)) return &story[i];
    return nullptr;
  }
  std::string progress() const {
    using K = EventKind;
    auto* turn = last({K::submitted, K::returned, K::accepted}, story.size());
    if (turn && turn->kind == K::accepted) return "done";
    if (turn && turn->kind == K::submitted) return "awaiting_acceptance";
    if (turn) {
      auto since = static_cast<size_t>(turn - story.data()) + 1;
      for (size_t i = since; i < story.size(); ++i)
        if (story[i].kind == K::progress || story[i].kind == K::evidence) return "in_progress";
      return "returned";
    }
    return last({K::received, K::assigned, K::progress, K::evidence}, story.size()) ? "in_progress" : "not_received";
  }
  std::optional<Date> due() const {
    auto* granted = last({EventKind::extension_granted}, story.size());
    return granted ? granted->due : original;
  }
  std::pair<std::string, int> timing() const {
    if (!due()) return {"no_due_date", 0};
    auto end = rolled(*due());
    auto* handed_in = last({EventKind::submitted}, story.size());
    auto where = progress();
    bool counts = where == "done" || where == "awaiting_acceptance";
    Date measured = counts && handed_in ? handed_in->day : today;
    if (where == "done") return measured.days - end.days > 0 ? std::pair("done_late", steps(end, measured)) : std::pair("done_on_time", 0);
    if (measured.days > end.days) return {"overdue", steps(end, today)};
    int left = due()->days - today.days;
    return {left <= 5 && today.days <= end.days ? "due_soon" : "in_time", left < 0 ? 0 : left};
  }
};

std::string name(Progress p) { return boost::describe::enum_to_string(p, "?"); }
std::string name(Timing t) { return boost::describe::enum_to_string(t, "?"); }

/// A story that could have happened: days do not go back, nothing follows acceptance.
std::vector<Happening> random_story(Date from, Date to) {
  using K = EventKind;
  std::vector<Happening> story;
  auto n = *rc::gen::inRange(0, 9);
  Date at = from;
  bool waiting = false;
  for (int i = 0; i < n; ++i) {
    at = std::min(to, at.plus(*rc::gen::inRange(0, 12)));
    auto kind = waiting ? *rc::gen::element(K::returned, K::accepted, K::returned)
                        : *rc::gen::element(K::received, K::assigned, K::progress, K::evidence, K::submitted, K::submitted,
                                            K::extension_asked, K::extension_granted, K::extension_refused, K::reminded);
    Happening h{kind, at, {}};
    if (kind == K::extension_granted || kind == K::extension_asked) h.due = at.plus(*rc::gen::inRange(0, 40));
    story.push_back(h);
    waiting = kind == K::submitted;
    if (kind == K::accepted) break;
  }
  return story;
}

}  // namespace

TEST_CASE("directives: the status of any story is what a plain reading of it says") {
  CHECK(rc::check("two axes", [] {
    Oracle oracle;
    Date start = day(4, 1).plus(*rc::gen::inRange(0, 90));
    oracle.today = start.plus(*rc::gen::inRange(0, 90));
    if (*rc::gen::inRange(0, 8) > 0) oracle.original = start.plus(*rc::gen::inRange(0, 60));
    oracle.story = random_story(start, oracle.today);
    if (!oracle.original)  // what has no due date cannot be extended
      std::erase_if(oracle.story, [](auto& h) { return h.kind == EventKind::extension_granted; });
    auto status = reckoning().status(oracle.original, oracle.story, oracle.today);
    RC_ASSERT(name(status.progress) == oracle.progress());
    RC_ASSERT(status.due == oracle.due());
    auto [timing, days] = oracle.timing();
    RC_ASSERT(name(status.timing) == timing);
    RC_ASSERT(status.days == days);
  }));
}

TEST_CASE("directives: days past the limit are working days, as on the board of 17 May 2021") {
  auto overdue = [](Date due) { return reckoning().status(due, {{EventKind::received, day(4, 10), {}}}, day(5, 17)); };
  CHECK(overdue(day(4, 15)).days == 19);  // Hùng Kings' day and the long weekend of 30/4 are not counted
  CHECK(overdue(day(4, 29)).days == 10);
  CHECK(overdue(day(4, 28)).days == 11);
  CHECK(overdue(day(4, 29)).timing == Timing::overdue);
  CHECK(overdue(day(5, 20)).timing == Timing::due_soon);
  CHECK(overdue(day(5, 20)).days == 3);
  CHECK(overdue(day(5, 31)).timing == Timing::in_time);
}

TEST_CASE("directives: the unit answers for the day it handed in, not for the day of acceptance") {
  std::vector<Happening> story{{EventKind::received, day(5, 10), {}}, {EventKind::submitted, day(5, 14), {}}};
  CHECK(reckoning().status(day(5, 14), story, day(5, 28)).timing == Timing::in_time);
  story.push_back({EventKind::accepted, day(5, 28), {}});
  CHECK(reckoning().status(day(5, 14), story, day(6, 30)).timing == Timing::done_on_time);
  story[1].day = day(5, 18);
  auto late = reckoning().status(day(5, 14), story, day(6, 30));
  CHECK(late.timing == Timing::done_late);
  CHECK(late.days == 2);
}

TEST_CASE("directives: a due date on a day off ends with the next working day") {
  std::vector<Happening> none;
  CHECK(reckoning().status(day(5, 15), none, day(5, 17)).timing == Timing::due_soon);  // a Saturday, asked on Monday
  CHECK(reckoning().status(day(5, 15), none, day(5, 18)).timing == Timing::overdue);
  CHECK(reckoning().status(day(5, 15), none, day(5, 18)).days == 1);
}

TEST_CASE("directives: an extension moves the limit, never the original date") {
  std::vector<Happening> story{{EventKind::extension_asked, day(5, 12), day(5, 25)}};
  CHECK(reckoning().status(day(5, 14), story, day(5, 17)).extension_asked);
  story.push_back({EventKind::extension_granted, day(5, 13), day(5, 21)});
  auto status = reckoning().status(day(5, 14), story, day(5, 17));
  CHECK(status.due == day(5, 21));
  CHECK(status.extended);
  CHECK(!status.extension_asked);
  CHECK(status.timing == Timing::due_soon);
}
