#pragma once
#include <optional>
#include <string>
#include <vector>

#include "documents/imprint.hpp"
#include "documents/invitation.hpp"

namespace giaoban::documents {

struct MinutesItem {
  std::string title;
  std::vector<std::string> paragraphs;
};

/// Biên bản. Decree 30/2020, annex III, form 1.6: a number, no line of place and date; the secretary signs on
/// the left, the chair on the right.
struct MinutesInput {
  Imprint imprint;
  std::string subject;  // "Phiên họp thường kỳ tháng 4 năm 2021 của UBND thành phố"
  Moment starts;
  std::string place;
  std::vector<std::string> attendees;
  std::string chair;      // an office
  std::string secretary;  // an office
  std::vector<MinutesItem> items;
  std::optional<Moment> ends;
  Distribution distribution;
};
Document minutes(const MinutesInput& input);

}  // namespace giaoban::documents
