#include "base/date.hpp"

#include <date/date.h>
#include <fmt/format.h>

namespace giaoban {
namespace {

std::optional<int> digits(std::string_view text, size_t from, size_t count) {
  if (from + count > text.size()) return {};
  int value = 0;
  for (char c : text.substr(from, count)) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
  }
  return value;
}

date::year_month_day civil(int32_t days) { return date::sys_days{date::days{days}}; }
int64_t floor_div(int64_t a, int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

}  // namespace

std::optional<Month> Month::parse(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return {};
  auto y = digits(text, 0, 4), m = digits(text, 5, 2);
  if (!y || !m || *y < 1900 || *y > 2199 || *m < 1 || *m > 12) return {};
  return Month::of(*y, *m);
}
std::string Month::iso() const { return fmt::format("{:04}-{:02}", year(), month()); }

Date Date::of(int year, int month, int day) {
  date::sys_days d = date::year{year} / month / day;
  return {static_cast<int32_t>(d.time_since_epoch().count())};
}
std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  auto y = digits(text, 0, 4), m = digits(text, 5, 2), d = digits(text, 8, 2);
  if (!y || !m || !d || *y < 1900 || *y > 2199) return {};
  date::year_month_day ymd = date::year{*y} / *m / *d;
  if (!ymd.ok()) return {};
  return Date::of(*y, *m, *d);
}
int Date::year() const { return static_cast<int>(civil(days).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(days).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(days).day())); }
std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

Date first_day(Month month) { return Date::of(month.year(), month.month(), 1); }
Date last_day(Month month) { return first_day(month.plus(1)).plus(-1); }

std::optional<Instant> Instant::parse(std::string_view text) {
  // "2021-05-06T01:00:00Z" or with milliseconds.
  if (text.size() != 20 && text.size() != 24) return {};
  auto day = Date::parse(text.substr(0, 10));
  auto h = digits(text, 11, 2), m = digits(text, 14, 2), s = digits(text, 17, 2);
  if (!day || !h || !m || !s || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text.back() != 'Z') return {};
  if (*h > 23 || *m > 59 || *s > 59) return {};
  int ms = 0;
  if (text.size() == 24) {
    auto f = digits(text, 20, 3);
    if (!f || text[19] != '.') return {};
    ms = *f;
  }
  return Instant{int64_t{day->days} * 86'400'000 + ((*h * 60LL + *m) * 60 + *s) * 1000 + ms};
}
Date Instant::local_date() const { return {static_cast<int32_t>(floor_div(ms + local_offset_ms, 86'400'000))}; }
int Instant::local_minutes() const {
  auto in_day = ms + local_offset_ms - int64_t{local_date().days} * 86'400'000;
  return static_cast<int>(in_day / 60'000);
}
std::string Instant::iso() const {
  auto day = Date{static_cast<int32_t>(floor_div(ms, 86'400'000))};
  auto in_day = ms - int64_t{day.days} * 86'400'000;
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", day.iso(), in_day / 3'600'000, in_day / 60'000 % 60,
                     in_day / 1000 % 60, in_day % 1000);
}

}  // namespace giaoban
