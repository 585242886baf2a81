#include "documents/wording.hpp"

#include <doctest/doctest.h>

namespace giaoban::documents {

TEST_CASE("numbers of documents") {
  CHECK(document_number(96, "TB", "VP") == "96/TB-VP");
  CHECK(document_number(5, "BC", "UBND") == "05/BC-UBND");
  CHECK(document_number(10, "QĐ", "BNV") == "10/QĐ-BNV");
  CHECK(document_number(1234, "", "UBND-VX") == "1234/UBND-VX");
  CHECK(document_number(0, "TB", "VP").ends_with("/TB-VP"));  // room for the number
  CHECK(document_number(0, "TB", "VP").starts_with("\u00A0"));
}

TEST_CASE("dates: days below 10 and the months 1 and 2 are padded, no other month") {
  CHECK(written_date(Date::of(2021, 1, 5), Language::vi) == "ngày 05 tháng 01 năm 2021");
  CHECK(written_date(Date::of(2021, 6, 29), Language::vi) == "ngày 29 tháng 6 năm 2021");
  CHECK(written_date(Date::of(2021, 5, 6), Language::en) == "6 May 2021");
  CHECK(place_and_date("Móng Cái", Date::of(2021, 5, 10), Language::vi) ==
        "Móng Cái, ngày 10 tháng 5 năm 2021");
  auto blank = place_and_date("Móng Cái", {}, Language::vi);
  CHECK(blank.starts_with("Móng Cái, ngày\u00A0"));
  CHECK(blank.find("tháng\u00A0") != std::string::npos);
}

TEST_CASE("moments") {
  CHECK(written_moment(Date::of(2021, 5, 6), 480, Language::vi) ==
        "08 giờ 00 phút, thứ Năm, ngày 06 tháng 5 năm 2021");
  CHECK(written_moment(Date::of(2021, 5, 9), 815, Language::vi) ==
        "13 giờ 35 phút, Chủ nhật, ngày 09 tháng 5 năm 2021");
  CHECK(written_moment(Date::of(2021, 5, 6), 480, Language::en) == "8:00, Thursday, 6 May 2021");
}

TEST_CASE("Roman numerals and Vietnamese letters") {
  CHECK(roman(1) == "I");
  CHECK(roman(4) == "IV");
  CHECK(roman(19) == "XIX");
  CHECK(roman(1994) == "MCMXCIV");
  CHECK(point_letter(0) == "a");
  CHECK(point_letter(3) == "d");
  CHECK(point_letter(4) == "đ");
  CHECK(point_letter(5) == "e");
  CHECK(point_letter(6) == "g");
  CHECK(point_letter(22) == "y");
  CHECK(point_letter(23) == "aa");
}

TEST_CASE("lists of names") {
  CHECK(listed({}, Language::vi) == "");
  CHECK(listed({"A"}, Language::vi) == "A");
  CHECK(listed({"A", "B"}, Language::vi) == "A và B");
  CHECK(listed({"A", "B", "C"}, Language::en) == "A, B and C");
}

TEST_CASE("numbers stay with their words") {
  CHECK(kept_together("ngày 06 tháng 5, 25 % và tháng sau") ==
        "ngày\u00A006\u00A0tháng\u00A05, 25\u00A0% và tháng sau");
  CHECK(kept_together("Điều 2, khoản 3") == "Điều\u00A02, khoản\u00A03");
  CHECK(kept_together("") == "");
}

}  // namespace giaoban::documents
