// All sessions that are published, newest first.
#include <fmt/format.h>

#include "calendar/written.hpp"
#include "press/markup.hpp"

namespace giaoban::press {

std::string list_page(const Text& body, const std::vector<PublicSession>& sessions, Language language) {
  using markup::esc;
  bool vi = language == Language::vi;
  std::string out = std::string("<section class=\"top\"><h1>") + (vi ? "Các phiên họp" : "Sessions") + "</h1><p class=\"lead\">" +
                    (vi ? "Mỗi phiên họp đã quyết định gì, đơn vị nào làm, đến đâu rồi." : "What each session decided, which unit does it, and how far it is.") + "</p></section>\n";
  if (sessions.empty()) {
    out += std::string("<p class=\"none\">") + (vi ? "Chưa có phiên họp nào được công bố." : "No session has been published yet.") + "</p>\n";
  }
  out += "<ul class=\"sessions\">\n";
  for (auto& s : sessions) {
    auto& title = s.story.title.in(language).empty() ? s.title : s.story.title;
    auto day = calendar::numeric(s.date).in(vi ? Language::vi : Language::en);
    auto& t = s.tally;
    auto sums = vi ? fmt::format("{} việc: {} xong, {} quá hạn", t.all, t.done, t.overdue) : fmt::format("{} tasks: {} done, {} overdue", t.all, t.done, t.overdue);
    out += "<li><p class=\"kick\">" + esc(s.title.in(language)) + "</p><h2><a href=\"" + address(s.month, language) + "\">" + esc(title.in(language)) + "</a></h2><p class=\"note\"><time class=\"num\" datetime=\"" +
           s.date.iso() + "\">" + day + "</time> · " + esc(sums) + "</p></li>\n";
  }
  out += "</ul>\n";
  return markup::page({vi ? "Các phiên họp" : "Sessions", "/cong-bo", "/en/public", body, language}, out);
}

}  // namespace giaoban::press
