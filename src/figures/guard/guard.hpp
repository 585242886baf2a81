#pragma once
// The number guard: which numbers of a text contradict the data, or each other. It flags only what it has read beyond
// doubt; a number that it cannot bind is listed, never flagged. Linear in the text's length, safe on any bytes.
#include "figures/guard/reading.hpp"
#include "figures/wording.hpp"

namespace giaoban::figures::guard {

enum class Why {
  differs,        // the data say another number
  direction,      // the data say it fell where the text says it rose, or the other way round
  tenfold,        // the decimal mark has moved by one or two places
  thousandfold,   // "tỷ" for "triệu"
  other_base,     // right, had it been said against another time
  other_period,   // right for another period
  part_exceeds,   // a part is larger than its whole
  parts_differ,   // all the parts do not add up to the whole
  ratio,          // the values stated do not allow the ratio stated
  said_otherwise, // the text gives another number for the same
};
BOOST_DESCRIBE_ENUM(Why, differs, direction, tenfold, thousandfold, other_base, other_period, part_exceeds, parts_differ,
                    ratio, said_otherwise)

struct Finding {
  Span at;                     // the number with its unit
  Why why = Why::differs;
  std::string written;         // as the text has it
  std::string indicator;       // code; empty where parts of no known figure are meant
  Text name;                   // of the indicator
  Text reason;                 // a sentence
  Text data;                   // what the data, or the rest of the text, say: "tăng 26% so với tháng trước"
  Text suggestion;             // what to write or to look at
  bool other_unit = false;     // the text names a unit of its own for the number
};
BOOST_DESCRIBE_STRUCT(Finding, (), (at, why, written, indicator, name, reason, data, suggestion, other_unit))

struct Result {
  std::vector<Finding> findings;  // in the text's order
  int32_t checked = 0;            // numbers bound to a figure that the data know
  int32_t unknown = 0;            // bound, but the data have nothing for it
  std::vector<Span> unbound;      // with a unit, but of no known figure
};
BOOST_DESCRIBE_STRUCT(Result, (), (findings, checked, unknown, unbound))

/// The figures to hold a text against; without columns the text is held against itself alone.
struct Against {
  const std::vector<Indicator>& indicators;  // those of the vocabulary, in its order
  const Columns* columns = nullptr;          // with the same indicators in the same order
  const rules::Wording& wording;
  Sequence as_of = newest;
};

Result check(std::string_view text, const Vocabulary& vocabulary, const Setting& setting, const Against& against);

}  // namespace giaoban::figures::guard
