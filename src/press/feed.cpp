// An Atom feed (RFC 4287): a session when it is published, a task when it is done.
#include <algorithm>

#include "press/markup.hpp"

namespace giaoban::press {
namespace {

struct Item {
  Instant at;
  std::string id, title, summary, address;
};

void items_of(const PublicSession& s, Language language, std::vector<Item>& out) {
  auto at = address(s.month, language);
  auto published = s.published_at.value_or(Instant{});
  auto said = [&](const Text& t, const Text& otherwise) { return t.in(language).empty() ? otherwise.in(language) : t.in(language); };
  out.push_back({published, "urn:giaoban:session:" + s.month.iso(), said(s.story.title, s.title), said(s.story.lead, s.title), at});
  for (auto& d : s.decisions) {
    bool done = d.progress == Progress::done_on_time || d.progress == Progress::done_late;
    if (!done || !d.finished) continue;
    // Done before the page was published: news with the page.
    auto when = std::max(Instant::local(*d.finished, 17), published);
    out.push_back({when, "urn:giaoban:session:" + s.month.iso() + ":" + d.mark, d.said.in(language) + ": " + said(d.text, Text{d.text.vi, d.text.vi}),
                   d.lead.in(language), at + "#c-" + d.mark});
  }
}

}  // namespace

std::string feed(const Text& body, const std::vector<PublicSession>& sessions, Language language) {
  using markup::esc;
  bool vi = language == Language::vi;
  std::vector<Item> items;
  for (auto& s : sessions) items_of(s, language, items);
  std::stable_sort(items.begin(), items.end(), [](auto& a, auto& b) { return a.at > b.at; });
  constexpr size_t most = 50;  // what a reader that comes once a month has missed
  if (items.size() > most) items.resize(most);
  auto updated = items.empty() ? Instant{} : items.front().at;
  std::string self = vi ? "/feed.xml" : "/en/feed.xml";
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" + std::string(vi ? "vi" : "en") + "\">\n";
  out += "<id>urn:giaoban:feed:" + std::string(vi ? "vi" : "en") + "</id>\n<title>" + esc(body.in(language)) + ": " + (vi ? "phiên họp và kết quả" : "sessions and results") + "</title>\n<updated>" + updated.iso() +
         "</updated>\n<author><name>" + esc(body.in(language)) + "</name></author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"" + self + "\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"" + (vi ? "/cong-bo" : "/en/public") + "\"/>\n";
  for (auto& i : items)
    out += "<entry><id>" + esc(i.id) + "</id><title>" + esc(i.title) + "</title><updated>" + i.at.iso() + "</updated><link rel=\"alternate\" type=\"text/html\" href=\"" + esc(i.address) + "\"/><summary>" + esc(i.summary) + "</summary></entry>\n";
  return out + "</feed>\n";
}

}  // namespace giaoban::press
