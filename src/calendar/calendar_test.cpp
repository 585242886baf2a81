#include "base/installation.hpp"
#include "calendar/calendar.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <fstream>
#include <set>

using namespace giaoban;
using namespace giaoban::calendar;

namespace {

const rules::Rules& rules_of_the_project() {
  static const auto rules = *rules::Rules::load((installation() / "rules"));
  return rules;
}
const Calendar& vietnam() {
  static const Calendar calendar(rules_of_the_project().holidays);
  return calendar;
}
Date day(const char* text) {
  return *Date::parse(text);
}

/// The plain way: reads the table as bare JSON and walks day by day.
struct Oracle {
  std::set<std::string> off, worked;
  Oracle() {
    std::ifstream in((installation() / "rules/holidays.json"));
    auto all = boost::json::parse(std::string(std::istreambuf_iterator<char>(in), {}));
    for (auto& rule : all.at("rules").as_array()) {
      if (!rule.at("id").as_string().starts_with("year-")) continue;
      for (auto& d : rule.at("value").at("days").as_array())
        off.insert(std::string(d.at("date").as_string()));
      for (auto& d : rule.at("value").at("worked").as_array())
        worked.insert(std::string(d.at("date").as_string()));
    }
  }
  bool works(Date d) const {
    if (worked.contains(d.iso())) return true;
    return d.weekday() < 5 && !off.contains(d.iso());
  }
};

rc::Gen<Date> a_day() {
  return rc::gen::map(rc::gen::inRange(Date::of(2019, 1, 7).days, Date::of(2027, 11, 1).days),
                      [](int32_t d) { return Date{d}; });
}

}  // namespace

TEST_CASE("calendar: the session of April 2021 and its limits") {
  auto& c = vietnam();
  auto& deadlines = rules_of_the_project().deadlines;
  Date session = day("2021-05-06");
  CHECK(c.is_working_day(session));
  CHECK_FALSE(c.is_working_day(day("2021-04-30")));
  CHECK_FALSE(c.is_working_day(day("2021-05-03")));  // 1 May was a Saturday
  CHECK(c.holiday(day("2021-04-21"))->vi == "Giỗ Tổ Hùng Vương");
  CHECK(c.limit(deadlines.written_conclusion.on(session).value, session) == day("2021-05-13"));
  CHECK(c.limit(deadlines.invitation.on(session).value, session) == day("2021-04-29"));
  CHECK(c.working_days_between(day("2021-04-28"), day("2021-05-04")) == 2);
  CHECK(c.working_days_between(day("2021-04-15"), day("2021-05-17")) == 19);
  CHECK(c.working_days_between(day("2021-03-31"), day("2021-05-17")) == 30);
  CHECK_FALSE(c.warning(day("2020-12-01"), day("2021-12-31")));
}

TEST_CASE("calendar: swapped Saturdays are worked, and their days off are not") {
  auto& c = vietnam();
  for (auto [saturday, weekday] :
       std::vector<std::pair<const char*, const char*>>{{"2019-05-04", "2019-04-29"},
                                                        {"2024-05-04", "2024-04-29"},
                                                        {"2025-04-26", "2025-05-02"},
                                                        {"2026-08-22", "2026-08-31"}}) {
    CHECK(c.is_working_day(day(saturday)));
    CHECK_FALSE(c.is_working_day(day(weekday)));
  }
  CHECK_FALSE(c.is_working_day(day("2026-11-24")));
}

TEST_CASE("calendar: a year without its table works by the Labour Code and says so") {
  auto& c = vietnam();
  CHECK(c.warning(day("2027-02-01"), day("2027-02-02")));
  CHECK(c.warning(day("2021-01-01"), day("2030-01-01"))->vi.find("2027, 2028, 2029, 2030") !=
        std::string::npos);
  CHECK_FALSE(c.is_working_day(day("2030-02-02")));  // Tết
  CHECK_FALSE(c.is_working_day(day("2028-09-04")));  // 2 and 3 September 2028 are a weekend; moved
  CHECK_FALSE(c.is_working_day(day("2028-05-02")));  // 30 April 2028 is a Sunday, 1 May a Monday
  CHECK(c.is_working_day(day("2029-11-26")));        // 24 November 2029 is a Saturday and does not move
}

TEST_CASE("calendar: agrees with the plain reading of the table") {
  Oracle oracle;
  auto& c = vietnam();
  CHECK(rc::check("working days", [&] {
    Date from = *a_day();
    int n = *rc::gen::inRange(0, 60);
    RC_ASSERT(c.is_working_day(from) == oracle.works(from));
    Date plain = from;
    for (int left = n; left > 0;)
      if (plain = plain.plus(1), oracle.works(plain)) --left;
    RC_ASSERT(c.add_working_days(from, n) == plain);
    RC_ASSERT(c.working_days_between(from, plain) == n);
    RC_ASSERT(c.working_days_between(plain, from) == -n);
    Date back = plain;
    for (int left = n; left > 0;)
      if (back = back.plus(-1), oracle.works(back)) --left;
    RC_ASSERT(c.add_working_days(plain, -n) == back);
    RC_ASSERT(oracle.works(c.roll_forward(from)) && c.roll_forward(from) >= from);
  }));
}
