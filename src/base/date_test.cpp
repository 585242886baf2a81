#include "base/date.hpp"

#include <doctest/doctest.h>

using namespace giaoban;

TEST_CASE("dates: the seed's day is a Thursday and reads back") {
  auto d = Date::of(2021, 5, 6);
  CHECK(d.iso() == "2021-05-06");
  CHECK(d.weekday() == 3);
  CHECK(Date::parse("2021-05-06") == d);
  CHECK_FALSE(Date::parse("2021-02-29"));
  CHECK_FALSE(Date::parse("2021-5-6"));
}
TEST_CASE("months: arithmetic crosses the year") {
  CHECK(Month::parse("2021-01")->plus(-1).iso() == "2020-12");
  CHECK(last_day(Month::of(2020, 2)).iso() == "2020-02-29");
  CHECK_FALSE(Month::parse("2021-13"));
}
TEST_CASE("instants: local time is UTC+7") {
  auto t = Instant::local(Date::of(2021, 5, 6), 8, 30);
  CHECK(t.iso() == "2021-05-06T01:30:00.000Z");
  CHECK(t.local_date() == Date::of(2021, 5, 6));
  CHECK(t.local_minutes() == 8 * 60 + 30);
  CHECK(Instant::parse(t.iso()) == t);
  CHECK(Instant{-1}.iso() == "1969-12-31T23:59:59.999Z");
  CHECK_FALSE(Instant::parse("2021-05-06T25:00:00Z"));
}
