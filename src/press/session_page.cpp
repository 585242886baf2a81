// A session's public page: what was decided, by which unit, by when, and what became of it. No script.
#include <fmt/format.h>

#include <algorithm>

#include "calendar/written.hpp"
#include "press/markup.hpp"

namespace giaoban::press {
namespace {

using markup::esc;

class Writer {
 public:
  Writer(const PublicSession& s, Language language, Instant now) : s_(s), language_(language), now_(now) {}

  std::string main() const {
    std::string out = opening();
    if (!s_.decisions.empty()) out += decisions();
    if (!s_.figures.empty()) out += figures();
    if (!say(s_.story.lead).empty()) out += story();
    out += reuse();
    return out;
  }

 private:
  const std::string& say(const Text& text) const { return text.in(language_); }
  std::string say(const char* vi, const char* en) const { return language_ == Language::vi ? vi : en; }
  /// What people wrote in Vietnamese only stands in Vietnamese, and says so.
  std::string in_words(const Text& text) const {
    if (language_ == Language::en && text.en.empty()) return "<span lang=\"vi\">" + esc(text.vi) + "</span>";
    return esc(say(text));
  }
  std::string day(Date d) const { return calendar::numeric(d).in(language_); }
  std::string fact(const std::string& name, const std::string& html) const { return "<div><dt>" + esc(name) + "</dt><dd>" + html + "</dd></div>"; }

  std::string opening() const {
    auto& title = s_.story.title.vi.empty() ? s_.title : s_.story.title;
    auto& lead = s_.story.lead;
    std::string out = "<section class=\"open\"><div><p class=\"kick\">" + esc(say(s_.title)) + "</p><h1>" + in_words(title) + "</h1>";
    out += "<p class=\"lead\">" + in_words(lead) + "</p></div>\n<dl class=\"facts\">";
    auto weekday = calendar::weekday_name(s_.date);
    out += fact(say("Thời gian", "Date"), esc(say(weekday)) + ", <time class=\"num\" datetime=\"" + s_.date.iso() + "\">" + day(s_.date) + "</time>");
    out += fact(say("Chủ trì", "Chair"), esc(say(s_.chair)));
    if (s_.members_present) {
      auto present = language_ == Language::vi ? fmt::format("{}/{} thành viên", s_.members_present, s_.members)
                                               : fmt::format("{} of {} members", s_.members_present, s_.members);
      if (s_.sites) present += language_ == Language::vi ? fmt::format(", {} điểm cầu xã, phường", s_.sites) : fmt::format(", {} communes and wards online", s_.sites);
      out += fact(say("Dự họp", "Present"), esc(present));
    }
    if (!s_.notice.empty()) {
      auto at = address(s_.month, Language::vi);
      out += fact(say("Kết luận", "Conclusions"),
                  "<a href=\"" + at + ".pdf\">" + esc(say("Thông báo ", "Notice ") + s_.notice) + "</a>" + (s_.notice_date ? ", <span class=\"num\">" + day(*s_.notice_date) + "</span>" : "") +
                      "<span class=\"note\">" + say("PDF, hoặc ", "In Vietnamese: PDF, or ") + "<a href=\"" + at + ".docx\">DOCX</a></span>");
    }
    return out + "</dl></section>\n";
  }

  std::string count(Progress p, int64_t n, const std::string& word) const {
    if (!n) return {};
    return std::string("<span class=\"mark ") + markup::tone(p) + "\">" + markup::mark(p) + "<b>" + std::to_string(n) + "</b> " + esc(word) + "</span>";
  }

  std::string stack() const {
    auto& t = s_.tally;
    auto label = language_ == Language::vi
                     ? fmt::format("{} việc: {} xong, {} đang làm, {} sắp đến hạn, {} quá hạn", t.all, t.done, t.in_progress, t.due_soon, t.overdue)
                     : fmt::format("{} tasks: {} done, {} in progress, {} due soon, {} overdue", t.all, t.done, t.in_progress, t.due_soon, t.overdue);
    std::string out = "<svg class=\"stack\" role=\"img\" aria-label=\"" + esc(label) + "\" viewBox=\"0 0 " + std::to_string(t.all * 40) + " 16\" preserveAspectRatio=\"none\">"
                      "<defs><pattern id=\"soon\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"h1\" d=\"M0 0h3v6H0z\"/><path class=\"h2\" d=\"M3 0h3v6H3z\"/></pattern></defs>";
    int64_t at = 0;
    for (auto& [n, part] : {std::pair(t.done, "a"), std::pair(t.in_progress, "b"), std::pair(t.due_soon, "c"), std::pair(t.overdue, "d")}) {
      if (n) out += fmt::format("<path class=\"{}\" d=\"M{} 0h{}v16H{}z\"/>", part, at, n * 40 - 2, at);
      at += n * 40;
    }
    return out + "</svg>\n";
  }

  std::string decision(const Decision& d) const {
    auto& head = d.topic.vi.empty() ? d.text : d.topic;
    std::string out = "<li id=\"c-" + esc(d.mark) + "\"><div class=\"d1\"><h3>" + in_words(head) + "</h3>";
    if (!d.topic.vi.empty()) out += "<p>" + in_words(d.text) + "</p>";
    out += "</div><p class=\"d2\"><span class=\"vh\">" + say("Chủ trì: ", "Lead: ") + "</span>" + esc(say(d.lead));
    if (d.due) out += "<span class=\"note num\">" + say("hạn ", "due ") + "<time datetime=\"" + d.due->iso() + "\">" + day(*d.due) + "</time></span>";
    out += "</p><div class=\"d3\"><p class=\"mark " + std::string(markup::tone(d.progress)) + "\">" + markup::mark(d.progress) + "<span>" + esc(say(d.said)) + "</span></p>";
    bool finished = d.progress == Progress::done_on_time || d.progress == Progress::done_late;
    if (d.done && d.total && !finished)
      out += markup::meter(*d.done, *d.total, language_ == Language::vi ? fmt::format("Đã làm {} trên {}", *d.done, *d.total) : fmt::format("{} of {} done", *d.done, *d.total));
    return out + "</div></li>\n";
  }

  static int interest(const Decision& d) {
    switch (d.progress) {
      case Progress::overdue: return 0;
      case Progress::due_soon: return 1;
      case Progress::done_on_time:
      case Progress::done_late: return 3;
      case Progress::in_progress: break;
    }
    return d.done.value_or(0) > 0 ? 2 : 4;
  }

  std::string decisions() const {
    auto updated = day(now_.local_date());
    std::string out = "<section class=\"sec\"><header><h2>" + say("Đã giao gì, làm đến đâu", "What was decided, and what became of it") + "</h2><span class=\"note\">" +
                      say("Cập nhật ", "As of ") + "<span class=\"num\">" + updated + ", " + calendar::clock(now_) + "</span></span></header>\n" + stack();
    out += "<p class=\"sums\">" + count(Progress::done_on_time, s_.tally.done, say("xong", "done")) + count(Progress::in_progress, s_.tally.in_progress, say("đang làm", "in progress")) +
           count(Progress::due_soon, s_.tally.due_soon, say("sắp đến hạn", "due soon")) + count(Progress::overdue, s_.tally.overdue, say("quá hạn", "overdue")) + "</p>\n<ul class=\"dec\">\n";
    // Six are read at once, what is late or has moved before what has not; the others are a click away, also
    // without script.
    constexpr size_t first = 6;
    auto in_order = s_.decisions;
    std::stable_sort(in_order.begin(), in_order.end(), [](auto& a, auto& b) { return interest(a) < interest(b); });
    for (size_t i = 0; i < in_order.size() && i < first; ++i) out += decision(in_order[i]);
    out += "</ul>\n";
    if (in_order.size() > first) {
      out += "<details class=\"more\"><summary>" + (language_ == Language::vi ? fmt::format("{} việc khác", in_order.size() - first) : fmt::format("{} more", in_order.size() - first)) + "</summary><ul class=\"dec\">\n";
      for (size_t i = first; i < in_order.size(); ++i) out += decision(in_order[i]);
      out += "</ul></details>\n";
    }
    return out + "</section>\n";
  }

  std::string figures() const {
    auto months = s_.month.month();
    auto title = language_ == Language::vi ? (months == 1 ? "Tháng 1 bằng số" : fmt::format("{} tháng qua bằng số", months)) : (months == 1 ? "January in figures" : fmt::format("{} months in figures", months));
    std::string note = months == 1 ? "" : language_ == Language::vi ? fmt::format("Lũy kế {} tháng; đường vẽ 13 tháng gần nhất.", months) : fmt::format("Total of {} months; the line shows the last 13 months.", months);
    if (s_.figures_known) note += say(" Bản số liệu ", " Figures as of ") + day(s_.figures_known->local_date()) + ".";
    if (!say(s_.about).empty()) note += " " + say("Số liệu minh họa.", "Illustrative.");
    std::string out = "<section class=\"sec\"><header><h2>" + esc(title) + "</h2><span class=\"note\">" + esc(note) + "</span></header>\n<table class=\"grid\"><thead class=\"vh\"><tr><th scope=\"col\">" +
                      say("Chỉ tiêu", "Indicator") + "</th><th scope=\"col\">" + say("Giá trị", "Value") + "</th><th scope=\"col\">" + say("Đơn vị", "Unit") + "</th><th scope=\"col\">" + say("13 tháng", "13 months") +
                      "</th><th scope=\"col\">" + say("So sánh", "Compared") + "</th></tr></thead><tbody>\n";
    for (auto& f : s_.figures)
      out += "<tr><th scope=\"row\">" + esc(say(f.name)) + "</th><td class=\"r v\">" + esc(say(f.value)) + "</td><td class=\"u\">" + esc(say(f.unit)) + "</td><td class=\"sp\">" + markup::spark(f.spark) +
             "</td><td class=\"say2\">" + esc(say(f.words)) + "</td></tr>\n";
    return out + "</tbody></table></section>\n";
  }

  std::string story() const {
    std::string out = "<section class=\"sec\"><header><h2>" + say("Tin phiên họp", "News of the session") + "</h2>";
    if (s_.published_at) out += "<span class=\"note\"><time class=\"num\" datetime=\"" + s_.published_at->iso() + "\">" + day(s_.published_at->local_date()) + "</time></span>";
    out += "</header>\n<div class=\"story" + std::string(s_.story.picture ? " with" : "") + "\"><div>";
    bool vietnamese = language_ == Language::en && s_.story.body.en.empty();
    if (vietnamese) out += "<p class=\"note\">This story is in Vietnamese only.</p>";
    auto& body = vietnamese ? s_.story.body.vi : say(s_.story.body);
    for (size_t at = 0; at < body.size();) {
      auto end = body.find("\n\n", at);
      auto part = body.substr(at, end == std::string::npos ? end : end - at);
      at = end == std::string::npos ? body.size() : end + 2;
      if (part.find_first_not_of(" \n\r\t") != std::string::npos) out += std::string("<p class=\"lead\"") + (vietnamese ? " lang=\"vi\"" : "") + ">" + esc(part) + "</p>";
    }
    out += "</div>";
    if (s_.story.picture)
      out += "<figure><img src=\"" + address(s_.month, Language::vi) + ".jpg\" alt=\"" + esc(s_.story.picture_text.in(language_).empty() ? s_.story.picture_text.vi : say(s_.story.picture_text)) + "\"><figcaption class=\"note\">" +
             in_words(s_.story.picture_text) + "</figcaption></figure>";
    return out + "</div></section>\n";
  }

  std::string reuse() const {
    auto at = address(s_.month, Language::vi);
    auto link = [&](const std::string& href, const std::string& name, const std::string& note) {
      return "<li><a href=\"" + href + "\"><b>" + esc(name) + "</b><span class=\"note\">" + esc(note) + "</span></a></li>";
    };
    std::string out = "<section class=\"sec\"><header><h2>" + say("Theo dõi và dùng lại", "Follow and reuse") + "</h2></header><ul class=\"open-data\">";
    out += link(say("/lich.ics", "/en/calendar.ics"), say("Lịch phiên họp", "Calendar"), say("iCalendar, cho lịch của bạn", "iCalendar, for your own calendar"));
    out += link(say("/feed.xml", "/en/feed.xml"), say("Nguồn tin", "Feed"), say("Atom, mỗi khi có kết quả mới", "Atom, whenever something is done"));
    out += link(at + ".csv", say("Dữ liệu mở, CSV", "Open data, CSV"), language_ == Language::vi ? fmt::format("{} chỉ tiêu đã công bố", s_.figures.size()) : fmt::format("{} published indicators", s_.figures.size()));
    out += link(at + ".json", say("Dữ liệu mở, JSON", "Open data, JSON"), say("Nhiệm vụ và số liệu của trang này", "This page's tasks and figures"));
    out += "</ul>";
    if (!s_.journal_head.empty())
      out += "<p class=\"note hash\">" + say("Đối chiếu: mã băm của nhật ký khi ban hành thông báo ", "To check: hash of the journal when the notice was issued ") + "<code>" + esc(s_.journal_head) + "</code></p>";
    return out + "</section>\n";
  }

  const PublicSession& s_;
  Language language_;
  Instant now_;
};

}  // namespace

std::string address(Month month, Language language) { return (language == Language::vi ? "/cong-bo/" : "/en/public/") + month.iso(); }

std::string session_page(const PublicSession& session, Language language, Instant now) {
  auto& title = session.story.title.in(language).empty() ? session.title : session.story.title;
  return markup::page({title.in(language), address(session.month, Language::vi), address(session.month, Language::en), session.body, language},
                      Writer(session, language, now).main());
}

}  // namespace giaoban::press
