// The story is published; anyone reads the decisions and what became of them; nothing else leaves the house.
#include <fmt/format.h>

#include <pugixml.hpp>

#include "app/demo_walk.hpp"

namespace giaoban::app {
namespace bj = boost::json;
namespace {


Text body_of(const demo::StoryLines& story) {
  Text out;
  for (auto& p : story.paragraphs) {
    out.vi += (out.vi.empty() ? "" : "\n\n") + p.vi;
    out.en += (out.en.empty() ? "" : "\n\n") + p.en;
  }
  return out;
}

std::string page(Walk& w, const std::string& path, int status = 200) {
  auto answer = w.get("", path);
  w.equal<int64_t>(path + " without a sign-in", status, answer.status);
  return answer.body;
}

void expect_in(Walk& w, const std::string& page, const std::string& words, const std::string& what) {
  w.that(page.find(words) != std::string::npos, what + ": " + words, page.substr(0, 400));
}

/// Text as it stands in HTML.
std::string escaped(const std::string& text) {
  std::string out;
  for (char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else if (c == '\'') out += "&#39;";
    else out += c;
  }
  return out;
}

}  // namespace

void walk_press(Walk& w) {
  w.step("10/5 press");
  w.clock(Date::of(2021, 5, 10), 16);
  auto& s = w.city.next.story;
  bj::array figures;
  for (auto& f : s.figures) figures.push_back(bj::string(f));
  bj::object story{{"title", words(s.title)}, {"lead", words(s.lead)}, {"body", words(body_of(s))}, {"figures", figures}, {"picture_text", words({})}};
  auto draft = story;
  draft["title"] = words({"Bản nháp " + w.canary("BANNHAP"), "A draft"});
  w.refused(403, w.head_of("communications"), "press.edit", {{"month", "2021-04"}, {"story", draft}});
  w.change("bien-tap", "press.edit", {{"month", "2021-04"}, {"story", draft}});
  page(w, "/cong-bo/2021-04", 404);
  w.change("bien-tap", "press.edit", {{"month", "2021-04"}, {"story", story}});
  auto view = w.change_twice("bien-tap", "press.publish", of_april);
  w.that(!is_null(view, "/published_at"), "the story is published");
  auto later = story;
  later["lead"] = words({"Sửa sau khi đăng " + w.canary("SUASAU"), "Changed after"});
  w.change("bien-tap", "press.edit", {{"month", "2021-04"}, {"story", later}});
  auto html = page(w, "/cong-bo/2021-04");
  expect_in(w, html, escaped(s.title.vi), "the page holds the story's title");
  expect_in(w, html, "96/TB-VP", "the page names the notice");
  w.held("not public before; published by the editor; a change after it is not public until published again");
}

void walk_public(Walk& w) {
  w.step("28/5 public page");
  auto vi = page(w, "/cong-bo/2021-04"), en = page(w, "/en/public/2021-04");
  for (auto& c : w.city.next.conclusion.clauses) {
    expect_in(w, vi, escaped(c.text.vi), "the page says " + c.code);
    expect_in(w, en, escaped(c.text.en), "the English page says " + c.code);
  }
  for (auto* said : {"26%", "4,3%", "104,9%", "36,6%", "120%", "232,7%"}) expect_in(w, vi, said, "the published ratio");
  expect_in(w, vi, "Xong", "what is done is said to be done");
  w.that(vi.find("<script") == std::string::npos, "the page needs no script");
  auto data = bj::parse(page(w, "/cong-bo/2021-04.json"));
  w.equal<int64_t>("decisions in the open data", static_cast<int64_t>(w.city.next.conclusion.clauses.size()), static_cast<int64_t>(list(data, "/decisions").size()));
  w.that(num(data, "/tally/done") > 0 && num(data, "/tally/overdue") > 0, "their progress", shown(at(data, "/tally")));
  w.keep("story.html", vi);

  pugi::xml_document xml;
  auto feed = page(w, "/feed.xml");
  auto parsed = xml.load_buffer(feed.data(), feed.size());
  w.that(static_cast<bool>(parsed), "the feed is XML", parsed.description());
  w.equal<std::string>("an Atom feed", "feed", xml.document_element().name());
  size_t entries = 0, stories = 0;
  for (auto entry : xml.document_element().children("entry")) {
    ++entries;
    stories += std::string(entry.child_value("title")).find(w.city.next.story.title.vi) != std::string::npos;
  }
  w.equal<size_t>("the story stands once in the feed", 1, stories);
  w.held(fmt::format("{} decisions with their progress in two languages ({} done, {} overdue); feed of {} entries is valid XML; story.html", list(data, "/decisions").size(),
                     num(data, "/tally/done"), num(data, "/tally/overdue"), entries));

  w.step("nothing leaks");
  size_t bytes = 0, addresses = 0;
  for (auto* path : {"/cong-bo", "/en/public", "/cong-bo/2021-04", "/en/public/2021-04", "/cong-bo/2021-04.json", "/cong-bo/2021-04.csv", "/feed.xml", "/en/feed.xml",
                     "/lich.ics", "/en/calendar.ics", "/api/demo.seats", "/api/access.me", "/api/openapi.json"}) {
    auto body = page(w, path);
    bytes += body.size();
    ++addresses;
    for (auto& canary : w.canaries()) w.that(body.find(canary) == std::string::npos, std::string(path) + " does not hold " + canary);
  }
  w.held(fmt::format("{} words planted in comments, reasons, notes and drafts stand in none of {} public addresses ({} bytes)", w.canaries().size(), addresses, bytes));
}

}  // namespace giaoban::app
