#include "calendar/lunar.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <array>

using namespace giaoban;
using namespace giaoban::calendar;

TEST_CASE("lunar: Tết and the Hùng Kings' day fall where Vietnam's calendars print them") {
  struct Year {
    int year;
    const char* tet;
    const char* hung_kings;
  };
  for (auto& y : std::vector<Year>{{2019, "2019-02-05", "2019-04-14"},
                                   {2020, "2020-01-25", "2020-04-02"},
                                   {2021, "2021-02-12", "2021-04-21"},
                                   {2022, "2022-02-01", "2022-04-10"},
                                   {2023, "2023-01-22", "2023-04-29"},
                                   {2024, "2024-02-10", "2024-04-18"},
                                   {2025, "2025-01-29", "2025-04-07"},
                                   {2026, "2026-02-17", "2026-04-26"},
                                   {2027, "2027-02-06", "2027-04-16"},
                                   {2028, "2028-01-26", "2028-04-04"},
                                   {2029, "2029-02-13", "2029-04-23"},
                                   {2030, "2030-02-02", "2030-04-12"},
                                   {2031, "2031-01-23", "2031-04-01"},
                                   {2032, "2032-02-11", "2032-04-19"}}) {
    CAPTURE(y.year);
    CHECK(lunar_new_year(y.year).iso() == y.tet);
    CHECK(solar_of({y.year, 3, 10, false})->iso() == y.hung_kings);
  }
}

TEST_CASE("lunar: years in which Vietnam and China differ are Vietnam's") {
  CHECK(lunar_new_year(1985).iso() == "1985-01-21");  // China: 20 February
  CHECK(lunar_new_year(2007).iso() == "2007-02-17");  // China: 18 February
  CHECK(lunar_new_year(2030).iso() == "2030-02-02");  // China: 3 February
}

TEST_CASE("lunar: leap months") {
  for (auto [year, month] : std::vector<std::pair<int, int>>{{2014, 9},
                                                             {2017, 6},
                                                             {2020, 4},
                                                             {2023, 2},
                                                             {2025, 6},
                                                             {2028, 5},
                                                             {2031, 3},
                                                             {2033, 11},
                                                             {2021, 0},
                                                             {2022, 0},
                                                             {2024, 0},
                                                             {2026, 0}}) {
    CAPTURE(year);
    CHECK(leap_month_of(year) == month);
  }
  CHECK(lunar_of(Date::of(2021, 5, 6)) == LunarDate{2021, 3, 25, false});
  CHECK(lunar_of(Date::of(2021, 2, 11)) == LunarDate{2020, 12, 30, false});
}

TEST_CASE("lunar: a date goes to the lunar calendar and back, and days follow each other") {
  CHECK(rc::check("lunar round trip", [] {
    Date day{*rc::gen::inRange(Date::of(1901, 1, 1).days, Date::of(2199, 1, 1).days)};
    auto lunar = lunar_of(day), next = lunar_of(day.plus(1));
    RC_ASSERT(lunar.day >= 1 && lunar.day <= 30 && lunar.month >= 1 && lunar.month <= 12);
    RC_ASSERT(solar_of(lunar) == day);
    RC_ASSERT(next.day == lunar.day + 1 || (next.day == 1 && lunar.day >= 29));
  }));
}
