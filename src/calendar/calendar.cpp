#include "calendar/calendar.hpp"

#include "calendar/lunar.hpp"

namespace giaoban::calendar {
namespace {

// Years reckoned by the Labour Code when there is no table. Wider than any deadline that a record carries.
constexpr int first_year = 2000, last_year = 2060;
/// No deadline is further away than this; a loop over days stays short.
constexpr int working_days_max = 20'000;

const Text new_year{"Tết Dương lịch", "New Year's Day"}, tet{"Tết Nguyên đán", "Lunar New Year (Tết)"},
    hung_kings{"Giỗ Tổ Hùng Vương", "Hùng Kings' Commemoration Day"},
    reunification{"Ngày Chiến thắng", "Reunification Day"},
    labour{"Ngày Quốc tế lao động", "International Labour Day"}, national{"Quốc khánh", "National Day"},
    culture{"Ngày Văn hóa Việt Nam", "Vietnam Culture Day"};

}  // namespace

Calendar::Calendar(rules::Holidays holidays) : holidays_(std::move(holidays)) {
  for (auto day : holidays_.weekly_rest.all().back().value.days) weekend_days_ |= 1u << static_cast<int>(day);
  for (auto& [year, rule] : holidays_.years) read_year(rule.value);
  for (int year = first_year; year <= last_year; ++year)
    if (!holidays_.years.contains(year)) assume_year(year);
  std::sort(worked_.begin(), worked_.end());
}

void Calendar::read_year(const rules::HolidayYear& year) {
  for (auto& holiday : year.days) off_.emplace(holiday.date, holiday.name);
  for (auto& day : year.worked) {
    worked_.push_back(day.date);
    off_.emplace(day.instead_of, Text{"Nghỉ hoán đổi", "Day off in exchange"});
  }
}

// Labour Code 2019, article 112.
void Calendar::assume_year(int year) {
  std::vector<std::pair<Date, Text>> days;
  // 1. 1 January.
  days.emplace_back(Date::of(year, 1, 1), new_year);
  // 2. Tết, five days. Which five is fixed yearly; most often the last day of the old year and four of the
  // new.
  Date first = lunar_new_year(year);
  for (int i = -1; i < 4; ++i) days.emplace_back(first.plus(i), tet);
  // 3. The tenth day of the third lunar month.
  if (auto day = solar_of({year, 3, 10, false})) days.emplace_back(*day, hung_kings);
  // 4. 30 April, 1 May.
  days.emplace_back(Date::of(year, 4, 30), reunification);
  days.emplace_back(Date::of(year, 5, 1), labour);
  // 5. 2 September; since 2021 one day beside it, which is fixed yearly.
  days.emplace_back(Date::of(year, 9, 2), national);
  if (year >= 2021)
    days.emplace_back(Date::of(year, 9, Date::of(year, 9, 2).weekday() == 4 ? 1 : 3), national);
  std::sort(days.begin(), days.end(), [](auto& a, auto& b) { return a.first < b.first; });
  for (auto& [day, name] : days) off_.emplace(day, name);
  // 6. A holiday on a weekend moves to the next working day (paragraph 3 of article 111).
  for (auto& [day, name] : days)
    if (weekend(day)) off_.emplace(next_working_day(day), name);
  // 7. 24 November since 2026, which does not move.
  if (year >= 2026) off_.emplace(Date::of(year, 11, 24), culture);
}

bool Calendar::weekend(Date day) const {
  return (weekend_days_ >> day.weekday()) & 1u;
}

bool Calendar::is_working_day(Date day) const {
  if (weekend(day)) return std::binary_search(worked_.begin(), worked_.end(), day);
  return !off_.contains(day);
}

std::optional<Text> Calendar::holiday(Date day) const {
  auto found = off_.find(day);
  if (found == off_.end() || is_working_day(day)) return {};
  return found->second;
}

Date Calendar::add_working_days(Date day, int n) const {
  int step = n < 0 ? -1 : 1;
  for (int left = std::min(std::abs(n), working_days_max); left > 0;) {
    day = day.plus(step);
    if (is_working_day(day)) --left;
  }
  return day;
}

int Calendar::working_days_between(Date from, Date to) const {
  if (to < from) return -working_days_between(to, from);
  int count = 0;
  for (Date day = from.plus(1); day <= to; day = day.plus(1)) count += is_working_day(day);
  return count;
}

Date Calendar::limit(const rules::Deadline& deadline, Date from) const {
  int n = deadline.direction == rules::Side::before ? -deadline.count : deadline.count;
  if (deadline.unit == rules::DayCount::working_days) return add_working_days(from, n);
  Date day = from.plus(n);
  return n > 0 ? roll_forward(day) : day;
}

std::optional<Text> Calendar::warning(Date from, Date to) const {
  std::string years;
  for (int year = from.year(); year <= to.year(); ++year) {
    auto found = holidays_.years.find(year);
    if (found != holidays_.years.end() && found->second.value.certainty != rules::Certainty::expected)
      continue;
    years += (years.empty() ? "" : ", ") + std::to_string(year);
  }
  if (years.empty()) return {};
  return Text{"Chưa có thông báo ngày nghỉ của năm " + years +
                  "; ngày làm việc được tính theo Bộ luật Lao động, có thể còn đổi.",
              "The notice of days off for " + years +
                  " is not known; working days follow the Labour Code and may change."};
}

}  // namespace giaoban::calendar
