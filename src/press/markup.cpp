#include "press/markup.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace giaoban::press::markup {
namespace {

/// A value in millionths: sparks only compare.
__int128 fine(const Decimal& d) {
  __int128 v = d.units;
  for (int s = d.scale; s < 6; ++s) v *= 10;
  return v;
}

std::string tenths(int64_t n) { return fmt::format("{}.{}", n / 10, n % 10); }

}  // namespace

std::string spark(const std::vector<std::optional<Decimal>>& values) {
  constexpr int64_t width = 960, height = 200, edge_x = 20, edge_y = 30;  // tenths of a pixel
  std::optional<__int128> low, high;
  for (auto& v : values)
    if (v) {
      low = low ? std::min(*low, fine(*v)) : fine(*v);
      high = high ? std::max(*high, fine(*v)) : fine(*v);
    }
  if (!low || values.size() < 2) return {};
  __int128 range = std::max<__int128>(*high - *low, 1);
  std::string path;
  bool pen = false;
  int64_t x = 0, y = 0;
  for (size_t i = 0; i < values.size(); ++i) {
    if (!values[i]) {
      pen = false;
      continue;
    }
    x = edge_x + static_cast<int64_t>(i) * (width - 2 * edge_x) / static_cast<int64_t>(values.size() - 1);
    y = edge_y + static_cast<int64_t>((*high - fine(*values[i])) * (height - 2 * edge_y) / range);
    path += fmt::format("{}{} {}", pen ? "L" : "M", tenths(x), tenths(y));
    pen = true;
  }
  return fmt::format(R"(<svg class="spark" width="96" height="20" viewBox="0 0 96 20" aria-hidden="true"><path d="{}"/><circle cx="{}" cy="{}" r="2.25"/></svg>)",
                     path, tenths(x), tenths(y));
}

std::string meter(int64_t done, int64_t total, const std::string& label) {
  if (total <= 0) return {};
  auto percent = std::clamp<int64_t>(done * 100 / total, 0, 100);
  return fmt::format(R"(<svg class="meter" role="img" aria-label="{}" viewBox="0 0 100 6" preserveAspectRatio="none"><path class="all" d="M0 0h100v6H0z"/><path class="part" d="M0 0h{}v6H0z"/></svg>)",
                     esc(label), percent);
}

std::string mark(Progress progress) {
  const char* drawn = R"(<circle cx="8" cy="8" r="6.25"/>)";
  switch (progress) {
    case Progress::done_on_time:
    case Progress::done_late: drawn = R"(<circle cx="8" cy="8" r="6.25"/><path d="m5.2 8.2 2 2 3.6-4.2"/>)"; break;
    case Progress::due_soon: drawn = R"(<circle cx="8" cy="8" r="6.25"/><path d="M8 8V1.75A6.25 6.25 0 0 1 8 14.25Z" fill="currentColor"/>)"; break;
    case Progress::overdue: drawn = R"(<rect x="2" y="2" width="12" height="12" rx="1" fill="currentColor"/><path class="on" d="M8 4.8v3.9M8 11.2v.1"/>)"; break;
    case Progress::in_progress: break;
  }
  return std::string(R"(<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">)") + drawn + "</svg>";
}

const char* tone(Progress progress) {
  switch (progress) {
    case Progress::done_on_time: return "good";
    case Progress::done_late:  // done: the mark; late: the colour
    case Progress::due_soon: return "soon";
    case Progress::overdue: return "overdue";
    case Progress::in_progress: break;
  }
  return "quiet";
}

std::string page(const Frame& frame, const std::string& main) {
  auto language = frame.language;
  bool vi = language == Language::vi;
  auto say = [&](const char* a, const char* b) { return std::string(vi ? a : b); };
  std::string list = vi ? "/cong-bo" : "/en/public";
  std::string out = "<!doctype html>\n<html lang=\"" + say("vi", "en") + "\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n";
  out += "<title>" + esc(frame.title) + " · " + esc(frame.body.in(language)) + "</title>\n";
  out += "<link rel=\"stylesheet\" href=\"/cong-bo/trang.css\">\n<link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\">\n";
  out += "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"" + say("/feed.xml", "/en/feed.xml") + "\" title=\"" +
         say("Kết quả phiên họp", "Results of the sessions") + "\">\n";
  out += "<link rel=\"alternate\" hreflang=\"vi\" href=\"" + frame.vi + "\">\n<link rel=\"alternate\" hreflang=\"en\" href=\"" + frame.en + "\">\n</head>\n<body>\n";
  out += "<a class=\"skip\" href=\"#main\">" + say("Đến nội dung", "To the content") + "</a>\n";
  out += R"(<header class="mast"><div class="pub"><svg width="32" height="32" viewBox="0 0 24 24" aria-hidden="true"><path class="sign" d="M0 0h24v24H0z"/><path class="rail" d="M5 12h14"/><circle class="stop" cx="5.5" cy="12" r="2.5"/><circle class="stop" cx="18.5" cy="12" r="2.5"/><circle class="now" cx="12" cy="12" r="4"/></svg>)";
  out += "<p><a href=\"" + list + "\"><b>" + esc(frame.body.in(language)) + "</b></a><br><span class=\"by\">" +
         say("Phiên họp và kết quả chỉ đạo, điều hành", "Sessions and what became of their decisions") + "</span></p>";
  bool at_list = (vi ? frame.vi : frame.en) == list;
  out += "<nav aria-label=\"" + say("Trang", "Pages") + "\"><a href=\"" + list + "\"" + (at_list ? " aria-current=\"page\"" : "") + ">" + say("Các phiên họp", "Sessions") + "</a>";
  out += "<a href=\"" + (vi ? frame.en : frame.vi) + "\" hreflang=\"" + say("en", "vi") + "\" lang=\"" + say("en", "vi") + "\">" + say("English", "Tiếng Việt") + "</a></nav></div></header>\n";
  out += "<main id=\"main\" class=\"pub\">\n" + main + "</main>\n";
  out += "<footer class=\"foot\"><div class=\"pub\"><span>" + esc(frame.body.in(language)) + "</span><a href=\"" + say("/lich.ics", "/en/calendar.ics") + "\">" + say("Lịch phiên họp", "Calendar") +
         "</a><a href=\"" + say("/feed.xml", "/en/feed.xml") + "\">" + say("Nguồn tin Atom", "Atom feed") + "</a><span>" +
         say("Không nêu tên cá nhân; đơn thư và ý kiến nội bộ không công bố.", "No personal names; petitions and internal opinions are not published.") + "</span></div></footer>\n</body>\n</html>\n";
  return out;
}

}  // namespace giaoban::press::markup
