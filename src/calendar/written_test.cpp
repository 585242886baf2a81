#include "calendar/written.hpp"

#include <doctest/doctest.h>

using namespace giaoban;
using namespace giaoban::calendar;

TEST_CASE("written days: only days below 10 and months 1 and 2 take a leading zero") {
  CHECK(written(Date::of(2021, 5, 6)).vi == "ngày 06 tháng 5 năm 2021");
  CHECK(written(Date::of(2021, 5, 6)).en == "6 May 2021");
  CHECK(written(Date::of(2020, 1, 15)).vi == "ngày 15 tháng 01 năm 2020");
  CHECK(written(Date::of(2020, 2, 5)).vi == "ngày 05 tháng 02 năm 2020");
  CHECK(written(Date::of(2020, 10, 29)).vi == "ngày 29 tháng 10 năm 2020");
  CHECK(numeric(Date::of(2021, 5, 6)) == Text{"06/5/2021", "6 May 2021"});
  CHECK(numeric(Date::of(2021, 2, 12)).vi == "12/02/2021");
  CHECK(numeric_short(Date::of(2021, 4, 28)) == Text{"28/4", "28 Apr"});
  CHECK(written(Month::of(2021, 4)) == Text{"tháng 4 năm 2021", "April 2021"});
  CHECK(written(Month::of(2021, 1)).vi == "tháng 01 năm 2021");
  CHECK(short_written(Month::of(2021, 4)) == Text{"tháng 4/2021", "April 2021"});
  CHECK(weekday_name(Date::of(2021, 5, 6)) == Text{"Thứ Năm", "Thursday"});
  CHECK(weekday_name(Date::of(2021, 5, 9)) == Text{"Chủ nhật", "Sunday"});
  CHECK(clock(Instant::local(Date::of(2021, 5, 6), 8, 5)) == "08:05");
}
