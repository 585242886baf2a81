#pragma once
#include <string>
#include <vector>

#include "documents/imprint.hpp"

namespace giaoban::documents {

/// Thông báo kết luận: what the chair concluded, issued by the Office over a "TL." signature.
struct NoticeInput {
  Imprint imprint;
  std::string subject;               // "Kết luận của Chủ tịch UBND thành phố tại phiên họp …"
  std::vector<std::string> opening;  // date, place, chair, attendees; what was heard; "kết luận như sau:"
  std::vector<ClauseSection> sections;
  std::vector<std::string> ending;  // who follows up; "Văn phòng … thông báo để các đơn vị biết, thực hiện."
  Distribution distribution;
  Signing signing;
};
Document notice(const NoticeInput& input);

}  // namespace giaoban::documents
