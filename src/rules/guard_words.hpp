#pragma once
// The words that the number guard reads by (rules/guard.json): what a phrase says about the numbers beside it.
#include <string>
#include <vector>

#include "base/json.hpp"

namespace giaoban::rules {

enum class GuardWord {
  rise,           // "tăng", "up"
  fall,           // "giảm", "down"
  higher, lower,  // after the number: "26% higher than"
  becomes,        // after a rise or fall: "lên", "xuống còn", "to": what follows is the value itself
  begins,         // "tăng từ … lên …"
  level,          // "bằng", "at"
  attains,        // "đạt", "là", "reached"
  estimated,      // "ước", "estimated"
  manyfold,       // "gấp"
  times,          // "lần", "times", after the number
  percent,        // "%", "phần trăm"
  points,         // "điểm phần trăm", "percentage points"
  share,          // "chiếm", "accounting for"
  contributes,    // "đóng góp"
  about, more_than, less_than,  // "khoảng", "hơn", "gần"
  against,        // "so với", "on", "than": what follows is the base
  month_before,   // "tháng trước", "the month before"
  quarter_before, // "quý trước"
  same_period,    // "cùng kỳ", "the same period"
  year_before,    // "năm trước", "last year"
  last_december,  // "tháng 12 năm trước"
  plan,           // "kế hoạch", "dự toán", "of the year's plan"
  this_month,     // "trong tháng", "in the month"
  so_far,         // "lũy kế", "từ đầu năm", "so far this year": up to the month
  month, quarter, year, first, of_year,  // "tháng", "quý", "năm", "first", "đầu năm"
  part_of,        // "trong đó", "of which": parts of the value before, not all of them
  made_of,        // "bao gồm", "made up of": all the parts of the value before
  both,           // "và", "and"
  nothing,        // "chưa có số … để so sánh", "to compare": no number stands there, and no base for the next
  in_turn,        // "lần lượt", "respectively": numbers and bases stand crosswise; not read
  neutral,        // says nothing about a number: "trên địa bàn", "của", "the"
};
BOOST_DESCRIBE_ENUM(GuardWord, rise, fall, higher, lower, becomes, begins, level, attains, estimated, manyfold, times,
                    percent, points, share, contributes, about, more_than, less_than, against, month_before,
                    quarter_before,                    same_period, year_before, last_december, plan, this_month, so_far, month, quarter, year, first,
                    of_year, part_of, made_of, both, nothing,
                    in_turn, neutral)

struct GuardPhrases {
  GuardWord says = GuardWord::neutral;
  std::vector<std::string> phrases;
};
BOOST_DESCRIBE_STRUCT(GuardPhrases, (), (says, phrases))

/// "triệu": six zeros.
struct ScaleWord {
  std::string word;
  int32_t zeros = 0;
};
BOOST_DESCRIBE_STRUCT(ScaleWord, (), (word, zeros))
/// What is counted or measured, by one name for all ways to write it: "USD", "đô la Mỹ" are usd.
struct QuantityWords {
  std::string quantity;
  std::vector<std::string> words;
};
BOOST_DESCRIBE_STRUCT(QuantityWords, (), (quantity, words))

struct GuardLanguage {
  std::vector<GuardPhrases> phrases;
  std::vector<ScaleWord> scales;
  std::vector<QuantityWords> quantities;
  std::vector<std::string> months;    // names of the months, from the first; empty where they are counted
  std::vector<std::string> numerals;  // "một", "hai" … from 1
};
BOOST_DESCRIBE_STRUCT(GuardLanguage, (), (phrases, scales, quantities, months, numerals))

struct GuardWords {
  GuardLanguage vi, en;
};
BOOST_DESCRIBE_STRUCT(GuardWords, (), (vi, en))

}  // namespace giaoban::rules
