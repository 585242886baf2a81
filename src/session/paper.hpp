#pragma once
// What the session's two documents have in common.
#include "documents/imprint.hpp"
#include "session/verbs.hpp"

namespace giaoban::session {
documents::Imprint imprint_of(Context& context, std::string_view type, std::optional<int64_t> number,
                              std::optional<Date> date, Language language);
/// "Phiên họp thường kỳ tháng 4 năm 2021".
Text written_title(const Session& session);
/// Names of the body in running text: "UBND thành phố Móng Cái".
File written(const documents::Document& document, Format format, const std::string& name);
}  // namespace giaoban::session
