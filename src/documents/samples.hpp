#pragma once
// Documents of the April session for tests and for looking at. Offices only; figures are those of the seed or
// illustrative.
#include "documents/invitation.hpp"
#include "documents/minutes.hpp"
#include "documents/notice.hpp"
#include "documents/report.hpp"

namespace giaoban::documents::samples {

NoticeInput notice();
ReportInput report(Language language);
InvitationInput invitation();
MinutesInput minutes();

}  // namespace giaoban::documents::samples
