#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"

namespace giaoban::documents {

/// "96/TB-VP"; a number below 10 gets a leading zero ("05/TB-VP"); none yet: room to write it (" /TB-VP").
std::string document_number(int number, const std::string& type, const std::string& body);

/// "ngày 06 tháng 5 năm 2021" / "6 May 2021". Days below 10 and months 1 and 2 are padded, no other month.
std::string written_date(Date date, Language language);
/// "tháng 5 năm 2021" / "May 2021".
std::string written_month(Month month, Language language);
/// "Móng Cái, ngày 06 tháng 5 năm 2021"; without a date, room to write it.
std::string place_and_date(const std::string& place, std::optional<Date> date, Language language);
/// "08 giờ 00 phút" / "8:00".
std::string written_time(int minutes_after_midnight, Language language);

/// "08 giờ 00 phút, thứ Năm, ngày 06 tháng 5 năm 2021" / "8:00, Thursday, 6 May 2021".
std::string written_moment(Date day, int minutes_after_midnight, Language language);

/// 1 -> "I". From 1 to 3999.
std::string roman(int number);
/// 0 -> "a", 4 -> "đ": the letters of Vietnamese points (no f, j, w, z; no accented vowels but đ); then "aa"
/// …
std::string point_letter(int index);

/// "A", "A và B", "A, B và C".
std::string listed(const std::vector<std::string>& names, Language language);

/// Keeps "ngày 06", "tháng 5", "Điều 2", "25 %" and the like on one line (no-break space).
std::string kept_together(const std::string& text);

}  // namespace giaoban::documents
