#include "documents/minutes.hpp"

#include "documents/fit.hpp"
#include "documents/wording.hpp"

namespace giaoban::documents {

Document minutes(const MinutesInput& input) {
  auto language = input.imprint.language;
  auto say = [&](const char* vi, const char* en) { return std::string(language == Language::vi ? vi : en); };
  auto document = begin(input.imprint, "BB", say("Biên bản", "Minutes"), input.subject);
  auto& blocks = document.blocks;
  std::get<Letterhead>(blocks.front()).place_date.clear();
  auto put = [&](const std::string& words) { blocks.emplace_back(paragraph(Style::body, words)); };
  put(say("Thời gian bắt đầu: ", "Begun: ") +
      written_moment(input.starts.day, input.starts.minutes, language) + ".");
  put(say("Địa điểm: ", "Place: ") + input.place + ".");
  if (input.attendees.size() == 1) {
    put(say("Thành phần tham dự: ", "Present: ") + input.attendees[0] + ".");
  } else if (!input.attendees.empty()) {
    put(say("Thành phần tham dự:", "Present:"));
    for (size_t i = 0; i < input.attendees.size(); ++i)
      put("- " + input.attendees[i] + (i + 1 < input.attendees.size() ? ";" : "."));
  }
  put(say("Chủ trì: ", "Chair: ") + input.chair + ".");
  put(say("Thư ký: ", "Secretary: ") + input.secretary + ".");
  put(say("Nội dung:", "Proceedings:"));
  int number = 0;
  for (auto& item : input.items) {
    blocks.emplace_back(Paragraph{Style::arabic, {{item.title}}, std::to_string(++number) + "."});
    for (auto& words : item.paragraphs) put(words);
  }
  if (input.ends)
    put(say("Cuộc họp kết thúc vào ", "The meeting ended at ") +
        written_moment(input.ends->day, input.ends->minutes, language) + "./.");
  Signature secretary{{say("Thư ký", "Secretary")}, "", ""}, chair{{say("Chủ trì", "Chair")}, "", ""};
  blocks.emplace_back(Closing{secretary, chair});
  blocks.emplace_back(Closing{recipients(input.distribution, language), {}});
  fit(document);
  return document;
}

}  // namespace giaoban::documents
