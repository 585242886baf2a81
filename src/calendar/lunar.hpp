#pragma once
#include "base/date.hpp"

namespace giaoban::calendar {

/// A day of the Vietnamese lunisolar calendar, reckoned at UTC+7 (China's is reckoned at UTC+8 and differs in
/// some years).
struct LunarDate {
  int year = 0, month = 0, day = 0;
  bool leap_month = false;
  bool operator==(const LunarDate&) const = default;
};

/// Good for 1900 to 2199.
LunarDate lunar_of(Date day);
/// The day on which a lunar date falls; nothing when that month has no such day or is no leap month that
/// year.
std::optional<Date> solar_of(LunarDate lunar);
/// First day of the lunar year (Tết) that begins in a given year.
Date lunar_new_year(int year);
/// The month after which the lunar year has its leap month; 0 = none.
int leap_month_of(int year);

}  // namespace giaoban::calendar
