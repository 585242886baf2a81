#include "calendar/written.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace giaoban::calendar {
namespace {

constexpr std::array months_en = {"January", "February", "March",     "April",   "May",      "June",
                                  "July",    "August",   "September", "October", "November", "December"};

std::string month_digits(int month) {
  return month <= 2 ? fmt::format("{:02}", month) : std::to_string(month);
}

}  // namespace

Text numeric(Date day) {
  return {fmt::format("{}/{}", numeric_short(day).vi, day.year()), written(day).en};
}
Text numeric_short(Date day) {
  std::string_view month = months_en[static_cast<size_t>(day.month() - 1)];
  return {fmt::format("{:02}/{}", day.day(), month_digits(day.month())), fmt::format("{} {}", day.day(), month.substr(0, 3))};
}

Text written(Date day) {
  return {fmt::format("ngày {:02} tháng {} năm {}", day.day(), month_digits(day.month()), day.year()),
          fmt::format("{} {} {}", day.day(), months_en[static_cast<size_t>(day.month() - 1)], day.year())};
}

Text written(Month month) {
  return {fmt::format("tháng {} năm {}", month_digits(month.month()), month.year()),
          fmt::format("{} {}", months_en[static_cast<size_t>(month.month() - 1)], month.year())};
}

Text short_written(Month month) {
  return {fmt::format("tháng {}/{}", month.month(), month.year()),
          fmt::format("{} {}", months_en[static_cast<size_t>(month.month() - 1)], month.year())};
}

Text month_name(Month month) {
  return {fmt::format("tháng {}", month.month()), months_en[static_cast<size_t>(month.month() - 1)]};
}

Text weekday_name(Date day) {
  static const std::array<Text, 7> names = {{{"Thứ Hai", "Monday"},
                                             {"Thứ Ba", "Tuesday"},
                                             {"Thứ Tư", "Wednesday"},
                                             {"Thứ Năm", "Thursday"},
                                             {"Thứ Sáu", "Friday"},
                                             {"Thứ Bảy", "Saturday"},
                                             {"Chủ nhật", "Sunday"}}};
  return names[static_cast<size_t>(day.weekday())];
}

std::string clock(Instant moment) {
  return fmt::format("{:02}:{:02}", moment.local_minutes() / 60, moment.local_minutes() % 60);
}

}  // namespace giaoban::calendar
