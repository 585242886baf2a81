#include "documents/notice.hpp"

#include "documents/fit.hpp"
#include "documents/wording.hpp"

namespace giaoban::documents {

Document notice(const NoticeInput& input) {
  auto language = input.imprint.language;
  auto document = begin(input.imprint, "TB", Text{"Thông báo", "Notice"}.in(language), input.subject);
  for (auto& words : input.opening) document.blocks.emplace_back(paragraph(Style::body, words));
  append(document.blocks, input.sections, input.imprint);
  for (auto& words : input.ending) document.blocks.emplace_back(paragraph(Style::body, words));
  document.blocks.emplace_back(closing(input.distribution, input.signing, language));
  fit(document);
  return document;
}

}  // namespace giaoban::documents
