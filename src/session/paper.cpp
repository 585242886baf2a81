#include "session/paper.hpp"

#include <fmt/format.h>

#include "calendar/written.hpp"

namespace giaoban::session {

documents::Imprint imprint_of(Context& context, std::string_view type, std::optional<int64_t> number,
                              std::optional<Date> date, Language language) {
  auto body = units::body(context.tx, date ? *date : context.today());
  documents::Imprint i;
  i.language = language;
  i.issuing_body = body.name.in(language);
  i.number = static_cast<int>(number.value_or(0));
  i.type = type;
  i.body = body.notation;
  i.place = body.place.in(language);
  i.date = date;
  return i;
}

Text written_title(const Session& session) {
  auto about = calendar::written(session.month);
  return {"Phiên họp thường kỳ " + about.vi, "Regular session of " + about.en};
}

File written(const documents::Document& document, Format format, const std::string& name) {
  auto file = documents::written(document, format);
  return {name + file.ending, file.media_type, std::move(file.bytes)};
}

}  // namespace giaoban::session
