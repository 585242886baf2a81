#include "app/demo_files.hpp"

#include <doctest/doctest.h>

#include <set>

#include "base/installation.hpp"
#include "calendar/calendar.hpp"

using namespace giaoban;
using namespace giaoban::demo;

namespace {

const City& city() {
  static const City the_city = [] {
    auto out = load(installation() / "demo/mong-cai");
    if (!out)
      for (auto& f : out.error().fields) MESSAGE(f.pointer << ": " << f.message.en);
    return out.value();
  }();
  return the_city;
}

int count_overdue(Date day) {
  int n = 0;
  for (auto& c : city().past.conclusions) n += c.due < day && (!c.done || c.done->on > day);
  return n;
}

}  // namespace

TEST_CASE("demo files: they agree with each other and are complete in both languages") {
  auto& c = city();
  CHECK(std::count_if(c.units.begin(), c.units.end(), [](auto& u) { return u.kind == "ward"; }) == 7);
  CHECK(std::count_if(c.units.begin(), c.units.end(), [](auto& u) { return u.kind == "commune"; }) == 9);
  CHECK(std::count_if(c.seats.begin(), c.seats.end(), [](auto& s) { return s.member; }) == 16);
  std::set<std::string> accounts, headed, clerked;
  for (auto& s : c.seats) {
    CHECK(accounts.insert(s.account).second);
    if (s.office == "unit_head" || s.office == "head_of_office") headed.insert(s.unit);
    if (s.office == "unit_clerk" || s.office == "office_clerk") clerked.insert(s.unit);
  }
  CHECK(headed.size() == c.units.size() - 1);
  CHECK(clerked.size() == c.units.size() - 1);
  CHECK(c.about_figures.vi.find("minh họa") != std::string::npos);
}

TEST_CASE("demo city: the March tasks stand in every state on 28 April") {
  auto& conclusions = city().past.conclusions;
  int on_time = 0, late = 0;
  for (auto& c : conclusions)
    if (c.done) (c.done->on <= c.due ? on_time : late) += 1;
  CHECK(conclusions.size() == 11);
  CHECK(on_time == 4);
  CHECK(late == 2);
  CHECK(count_overdue(Date::of(2021, 4, 28)) == 3);
  CHECK(count_overdue(Date::of(2021, 5, 6)) == 4);
}

TEST_CASE("demo city: the April session's clauses have a lead, a working day as due date and a deliverable") {
  auto rules = rules::Rules::load(installation() / "rules");
  REQUIRE(rules);
  calendar::Calendar calendar(rules->holidays);
  auto& next = city().next;
  CHECK(next.agenda.size() == 6);
  CHECK(next.conclusion.clauses.size() == 24);
  CHECK(next.comments.size() == 9);
  CHECK(std::count_if(next.comments.begin(), next.comments.end(),
                      [](auto& m) { return m.answer == "explained"; }) == 2);
  for (auto& clause : next.conclusion.clauses) {
    CAPTURE(clause.code);
    CHECK(calendar.is_working_day(clause.due));
    CHECK(clause.due > next.session.date);
    CHECK(std::find(clause.cooperating.begin(), clause.cooperating.end(), clause.lead) ==
          clause.cooperating.end());
  }
  CHECK(calendar.is_working_day(next.session.date));
  CHECK(calendar.is_working_day(city().past.session.date));
}
