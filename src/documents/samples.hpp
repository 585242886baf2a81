#pragma once
// Documents of the April session for tests and for looking at. Offices only.
#include "documents/notice.hpp"

namespace giaoban::documents::samples {
NoticeInput notice();
}  // namespace giaoban::documents::samples
