// Rules of the Vietnamese calendar:
//  1. A month begins on the day, at UTC+7, on which the moon is new.
//  2. The month that holds the winter solstice (sun at 270°) is the eleventh.
//  3. If thirteen months begin from one eleventh month to the next, the first of them in which the sun enters
//  no new
//     twelfth of its path (no principal term) is a leap month and takes the number of the month before.
// New moon and sun after J. Meeus, Astronomical Algorithms, 2nd ed., chapters 49 and 25. These are angles and
// days of the sky, not figures of the city, so floating point is right here.
#include "calendar/lunar.hpp"

#include <array>
#include <cmath>

namespace giaoban::calendar {
namespace {

constexpr double degree = 3.14159265358979323846 / 180;
constexpr double local_offset = 7.0 / 24;
constexpr double unix_epoch_jd = 2440587.5;

/// Terrestrial minus universal time in days, between measured (to 2020) and expected seconds. A minute's
/// error here matters only to a new moon within that minute of midnight.
double delta_t(double year) {
  constexpr std::array<std::array<double, 2>, 10> seconds = {{{1900, -3},
                                                              {1920, 21},
                                                              {1940, 24},
                                                              {1960, 33},
                                                              {1980, 51},
                                                              {2000, 64},
                                                              {2020, 69},
                                                              {2050, 80},
                                                              {2100, 130},
                                                              {2200, 300}}};
  for (size_t i = 1; i < seconds.size(); ++i)
    if (year <= seconds[i][0] || i + 1 == seconds.size()) {
      auto [y0, s0] = seconds[i - 1];
      auto [y1, s1] = seconds[i];
      return (s0 + (s1 - s0) * (year - y0) / (y1 - y0)) / 86400;
    }
  return 0;
}

/// Universal time of new moon number k (0 = 6 January 2000), as a Julian day.
double new_moon(int k) {
  double T = k / 1236.85, T2 = T * T, T3 = T2 * T, T4 = T3 * T;
  double jde = 2451550.09766 + 29.530588861 * k + 0.00015437 * T2 - 0.000000150 * T3 + 0.00000000073 * T4;
  double E = 1 - 0.002516 * T - 0.0000074 * T2;
  double M = (2.5534 + 29.10535670 * k - 0.0000014 * T2 - 0.00000011 * T3) * degree;
  double Mm = (201.5643 + 385.81693528 * k + 0.0107582 * T2 + 0.00001238 * T3 - 0.000000058 * T4) * degree;
  double F = (160.7108 + 390.67050284 * k - 0.0016118 * T2 - 0.00000227 * T3 + 0.000000011 * T4) * degree;
  double O = (124.7746 - 1.56375588 * k + 0.0020672 * T2 + 0.00000215 * T3) * degree;
  jde += -0.40720 * std::sin(Mm) + 0.17241 * E * std::sin(M) + 0.01608 * std::sin(2 * Mm) +
         0.01039 * std::sin(2 * F) + 0.00739 * E * std::sin(Mm - M) - 0.00514 * E * std::sin(Mm + M) +
         0.00208 * E * E * std::sin(2 * M) - 0.00111 * std::sin(Mm - 2 * F) - 0.00057 * std::sin(Mm + 2 * F) +
         0.00056 * E * std::sin(2 * Mm + M) - 0.00042 * std::sin(3 * Mm) + 0.00042 * E * std::sin(M + 2 * F) +
         0.00038 * E * std::sin(M - 2 * F) - 0.00024 * E * std::sin(2 * Mm - M) - 0.00017 * std::sin(O) -
         0.00007 * std::sin(Mm + 2 * M) + 0.00004 * std::sin(2 * Mm - 2 * F) + 0.00004 * std::sin(3 * M) +
         0.00003 * std::sin(Mm + M - 2 * F) + 0.00003 * std::sin(2 * Mm + 2 * F) -
         0.00003 * std::sin(Mm + M + 2 * F) + 0.00003 * std::sin(Mm - M + 2 * F) -
         0.00002 * std::sin(Mm - M - 2 * F) - 0.00002 * std::sin(3 * Mm + M) + 0.00002 * std::sin(4 * Mm);
  constexpr std::array<std::array<double, 3>, 14> planets = {{{299.77, 0.107408, 0.000325},
                                                              {251.88, 0.016321, 0.000165},
                                                              {251.83, 26.651886, 0.000164},
                                                              {349.42, 36.412478, 0.000126},
                                                              {84.66, 18.206239, 0.000110},
                                                              {141.74, 53.303771, 0.000062},
                                                              {207.14, 2.453732, 0.000060},
                                                              {154.84, 7.306860, 0.000056},
                                                              {34.52, 27.261239, 0.000047},
                                                              {207.19, 0.121824, 0.000042},
                                                              {291.34, 1.844379, 0.000040},
                                                              {161.72, 24.198154, 0.000037},
                                                              {239.56, 25.513099, 0.000035},
                                                              {331.55, 3.592518, 0.000023}}};
  for (auto& [at, speed, size] : planets) jde += size * std::sin((at + speed * k) * degree);
  return jde - delta_t(2000 + k / 12.3685);
}

/// Apparent longitude of the sun in degrees, 0–360, at a Julian day of universal time.
double sun_longitude(double jd) {
  double T = (jd + delta_t(2000 + (jd - 2451545) / 365.25) - 2451545.0) / 36525;
  double L0 = 280.46646 + 36000.76983 * T + 0.0003032 * T * T;
  double M = (357.52911 + 35999.05029 * T - 0.0001537 * T * T) * degree;
  double C = (1.914602 - 0.004817 * T - 0.000014 * T * T) * std::sin(M) +
             (0.019993 - 0.000101 * T) * std::sin(2 * M) + 0.000289 * std::sin(3 * M);
  double O = (125.04 - 1934.136 * T) * degree;
  double longitude = std::fmod(L0 + C - 0.00569 - 0.00478 * std::sin(O), 360);
  return longitude < 0 ? longitude + 360 : longitude;
}

/// The local day on which new moon k falls.
int32_t month_start(int k) {
  return static_cast<int32_t>(std::floor(new_moon(k) + local_offset - unix_epoch_jd));
}

/// Which twelfth of its path the sun is in at the first moment of a local day: 0 = from the spring equinox, 9
/// = from the winter solstice.
int sun_twelfth(int32_t day) {
  return static_cast<int>(sun_longitude(unix_epoch_jd + day - local_offset) / 30);
}

/// Number of the last new moon on or before a local day.
int moon_before(int32_t day) {
  int k = static_cast<int>(std::floor((day + unix_epoch_jd - 2451550.1) / 29.530588861)) + 1;
  while (month_start(k) > day) --k;
  return k;
}

/// New moon that begins the eleventh month of a lunar year: the month of the winter solstice.
int eleventh(int year) {
  int k = moon_before(Date::of(year, 12, 31).days);
  return sun_twelfth(month_start(k)) >= 9 ? k - 1 : k;
}

/// The months from one eleventh month to the next: whether there are thirteen, and which of them is the leap
/// one (1–12, 0 = none).
struct Sui {
  int first, leap;
};
Sui sui_before(int year) {  // from the solstice of year-1 to that of year
  int a = eleventh(year - 1), b = eleventh(year);
  if (b - a < 13) return {a, 0};
  for (int i = 1; i < 13; ++i)
    if (sun_twelfth(month_start(a + i)) == sun_twelfth(month_start(a + i + 1))) return {a, i};
  return {a, 0};
}

LunarDate numbered(int k, int32_t day) {
  int year = Date{day}.year();
  if (k >= eleventh(year)) ++year;
  auto [first, leap] = sui_before(year);
  int i = k - first;  // months since the eleventh
  LunarDate out{0, 0, day - month_start(k) + 1, leap != 0 && i == leap};
  if (leap != 0 && i >= leap) --i;
  out.month = (i + 10) % 12 + 1;
  out.year = out.month >= 11 && i < 2 ? year - 1 : year;
  return out;
}

}  // namespace

LunarDate lunar_of(Date day) {
  return numbered(moon_before(day.days), day.days);
}

std::optional<Date> solar_of(LunarDate lunar) {
  if (lunar.month < 1 || lunar.month > 12 || lunar.day < 1) return {};
  // Months run from a little before the solar month of the same number to two months after it: look through
  // those.
  for (int k = moon_before(Date::of(lunar.year, 1, 1).days);
       k < moon_before(Date::of(lunar.year, 1, 1).days) + 16; ++k) {
    int32_t start = month_start(k);
    auto at = numbered(k, start);
    if (at.year == lunar.year && at.month == lunar.month && at.leap_month == lunar.leap_month)
      return start + lunar.day - 1 < month_start(k + 1) ? std::optional(Date{start + lunar.day - 1})
                                                        : std::nullopt;
  }
  return {};
}

Date lunar_new_year(int year) {
  return *solar_of({year, 1, 1, false});
}

int leap_month_of(int year) {
  for (int m = 1; m <= 12; ++m)
    if (solar_of({year, m, 1, true})) return m;
  return 0;
}

}  // namespace giaoban::calendar
