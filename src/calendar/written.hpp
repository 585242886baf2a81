#pragma once
// Days in words, as Decree 30/2020 and the offices write them.
#include "base/date.hpp"
#include "base/text.hpp"

namespace giaoban::calendar {

/// "06/5/2021" / "6 May 2021": days below 10 and months 1 and 2 only take a leading zero (Decree 30/2020, annex I).
Text numeric(Date day);
/// "06/5" / "6 May": within a year that is clear; an English month by its first three letters.
Text numeric_short(Date day);
/// "ngày 06 tháng 5 năm 2021" / "6 May 2021".
Text written(Date day);
/// "tháng 5 năm 2021" / "May 2021".
Text written(Month month);
/// "tháng 4/2021" / "April 2021": in headings and news.
Text short_written(Month month);
/// "tháng 4" / "April": within a year that is clear.
Text month_name(Month month);
/// "Thứ Năm" / "Thursday".
Text weekday_name(Date day);
/// "08:30".
std::string clock(Instant moment);

}  // namespace giaoban::calendar
