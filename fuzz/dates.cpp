// Months, days, moments and decimals: whatever is read is written as it was, and the calendar agrees with itself.
#include "base/date.hpp"
#include "base/decimal.hpp"
#include "calendar/lunar.hpp"
#include "fuzz.hpp"
#include "spreadsheet/number.hpp"

using namespace giaoban;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  if (auto month = Month::parse(text)) {
    PROMISE(month->iso() == text, text);
    PROMISE(first_day(*month).in_month() == *month && last_day(*month).plus(1) == first_day(month->plus(1)), text);
  }
  if (auto date = Date::parse(text)) {
    PROMISE(date->iso() == text, text);
    PROMISE(Date::of(date->year(), date->month(), date->day()) == *date, text);
    PROMISE(date->plus(7).weekday() == date->weekday(), text);
  }
  if (auto at = Instant::parse(text)) {
    PROMISE(Instant::parse(at->iso()) == *at, text);
    PROMISE(at->local_minutes() >= 0 && at->local_minutes() < 1440, text);
  }
  if (auto decimal = Decimal::parse(text)) {
    PROMISE(Decimal::parse(decimal->str()) == *decimal, text);
    for (int32_t scale = decimal->scale; scale <= 6; ++scale)
      if (auto finer = decimal->at_scale(scale)) PROMISE(finer->at_scale(decimal->scale) == *decimal, text);
  }
  for (auto sign : {spreadsheet::DecimalSign::detect, spreadsheet::DecimalSign::comma, spreadsheet::DecimalSign::dot}) {
    auto reading = spreadsheet::read_number(text, sign);
    if (reading.result == spreadsheet::NumberReading::Result::number)
      PROMISE(Decimal::parse(reading.value.str()) == reading.value, text);
    else
      PROMISE(!spreadsheet::number_fault(reading, text).vi.empty() || reading.result == spreadsheet::NumberReading::Result::empty, text);
  }
  if (auto plain = spreadsheet::plain_number(text)) PROMISE(spreadsheet::plain_number(*plain) == *plain, text);
  return 0;
}
