#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace giaoban {

/// A calendar month. `index` = year * 12 + month - 1. Written "2021-04". Range 1900-01 to 2199-12.
struct Month {
  int32_t index = 0;
  static Month of(int year, int month) { return {year * 12 + month - 1}; }
  static std::optional<Month> parse(std::string_view text);
  int year() const { return index / 12; }
  int month() const { return index % 12 + 1; }
  Month plus(int months) const { return {index + months}; }
  std::string iso() const;
  auto operator<=>(const Month&) const = default;
};

/// A civil day of the Gregorian calendar. `days` counts from 1970-01-01. Written "2021-05-06".
struct Date {
  int32_t days = 0;
  static Date of(int year, int month, int day);
  static std::optional<Date> parse(std::string_view text);
  int year() const;
  int month() const;
  int day() const;
  /// 0 = Monday … 6 = Sunday.
  int weekday() const { return ((days + 3) % 7 + 7) % 7; }
  Date plus(int n) const { return {days + n}; }
  Month in_month() const { return Month::of(year(), month()); }
  std::string iso() const;
  auto operator<=>(const Date&) const = default;
};

/// First and last day of a month.
Date first_day(Month month);
Date last_day(Month month);

/// A moment in UTC, milliseconds since 1970. Written "2021-05-06T01:00:00.000Z".
/// Vietnam has kept UTC+7 without summer time since 1975: local time is a fixed offset here.
struct Instant {
  int64_t ms = 0;
  static constexpr int64_t local_offset_ms = 7LL * 3600 * 1000;
  static Instant local(Date day, int hour, int minute = 0) {
    return {int64_t{day.days} * 86'400'000 + (hour * 60LL + minute) * 60'000 - local_offset_ms};
  }
  static std::optional<Instant> parse(std::string_view text);
  Date local_date() const;
  /// Minutes since local midnight, 0–1439.
  int local_minutes() const;
  std::string iso() const;
  Instant plus_ms(int64_t n) const { return {ms + n}; }
  auto operator<=>(const Instant&) const = default;
};

}  // namespace giaoban
