#pragma once
#include <string>
#include <vector>

#include "documents/imprint.hpp"

namespace giaoban::documents {

/// A civil day and the minutes after its midnight, local time.
struct Moment {
  Date day;
  int minutes = 0;
};

/// Giấy mời. Decree 30/2020, annex III, form 1.7.
struct InvitationInput {
  Imprint imprint;
  std::string subject;               // "Phiên họp thường kỳ tháng 4 năm 2021"
  std::string inviter;               // empty: the issuing body
  std::vector<std::string> invited;  // offices and bodies
  std::string event;                 // "phiên họp thường kỳ tháng 4 năm 2021 của UBND thành phố"
  std::string chair;                 // "Chủ tịch UBND thành phố"
  Moment starts;
  std::string place;
  std::vector<std::string> agenda;
  std::vector<std::string> notes;  // papers, sites, whom to ask
  Distribution distribution;
  Signing signing;
};
Document invitation(const InvitationInput& input);

}  // namespace giaoban::documents
