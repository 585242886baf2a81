// Public addresses. Each answer is made from PublicSession and nothing else.
#include "conclusions/conclusions.hpp"
#include "pictures/pictures.hpp"
#include "press/room.hpp"
#include "session/session.hpp"

namespace giaoban::press {
namespace {

const char* const html_type = "text/html; charset=utf-8";

std::vector<PublicSession> all(Context& context, const figures::Tools& tools) {
  std::vector<PublicSession> out;
  for (auto month : published_months(context.tx))
    if (auto s = published(context, tools, month)) out.push_back(std::move(*s));
  return out;
}

/// Sessions that have been invited to, from two years back to the next.
std::vector<Meeting> meetings(Context& context) {
  std::vector<Meeting> out;
  auto now = context.today().in_month();
  for (auto month = now.plus(-24); month <= now.plus(3); month = month.plus(1)) {
    auto s = session::current(context.tx, month);
    if (!s || s->state() == session::State::planned) continue;
    out.push_back({s->id, s->title(), s->place, s->starts_at(), s->ends_at(), s->invited_at.value_or(s->planned_at), {}});
  }
  return out;
}

/// The picture alone: where and with what it was taken stays inside. Made each time, so that no way past it is kept.
std::optional<PublicPage> picture_of(Context& context, const figures::Tools& tools, const Story& story) {
  auto file = story.picture ? files::find(context.tx, *story.picture) : std::nullopt;
  auto bytes = file ? tools.files.read(file->hash) : std::nullopt;
  if (!bytes) return {};
  auto picture = pictures::bare(*bytes);
  if (!picture) return {};
  return PublicPage{pictures::media_type(picture->format), std::move(picture->bytes)};
}

std::optional<PublicPage> of_month(Context& context, const figures::Tools& tools, Month month, std::string_view kind, Language language) {
  auto s = published(context, tools, month);
  if (!s) return {};
  if (kind.empty()) return PublicPage{html_type, session_page(*s, language, context.now())};
  if (kind == ".json") {
    s->story.picture.reset();  // a number of ours, of no use outside
    return PublicPage{"application/json", data(*s)};
  }
  if (kind == ".csv") {
    auto facts = figures::month_facts(context.tx, tools, month, s->vintage > 0 ? s->vintage : figures::newest);
    return PublicPage{"text/csv; charset=utf-8", csv(*s, facts)};
  }
  if (auto now = session::current(context.tx, month); now && !s->notice.empty())
    if (auto notice = conclusions::issued_document(context, tools, now->id, kind)) return PublicPage{notice->content_type, std::move(notice->bytes)};
  if (kind == ".jpg") return picture_of(context, tools, s->story);
  return {};
}

}  // namespace

std::optional<PublicPage> public_page(Context& context, const figures::Tools& tools, std::string_view path) {
  auto body = [&] { return units::body(context).name; };
  for (auto language : {Language::vi, Language::en}) {
    bool vi = language == Language::vi;
    std::string_view list = vi ? "/cong-bo" : "/en/public";
    if (path == list || (path.starts_with(list) && path.substr(list.size()) == "/")) return PublicPage{html_type, list_page(body(), all(context, tools), language)};
    if (path == (vi ? "/feed.xml" : "/en/feed.xml")) return PublicPage{"application/atom+xml; charset=utf-8", feed(body(), all(context, tools), language)};
    if (path == (vi ? "/lich.ics" : "/en/calendar.ics")) return PublicPage{"text/calendar; charset=utf-8", calendar(body(), meetings(context), language)};
    if (!path.starts_with(list) || path.size() <= list.size() || path[list.size()] != '/') continue;
    auto rest = path.substr(list.size() + 1);
    if (rest == "trang.css") return PublicPage{"text/css; charset=utf-8", style()};
    constexpr size_t month_length = 7;  // "2021-04"
    if (rest.size() < month_length) return {};
    if (auto month = Month::parse(rest.substr(0, month_length))) return of_month(context, tools, *month, rest.substr(month_length), language);
  }
  return {};
}

Outcome<File> page(Context& context, const figures::Tools& tools, const AskPage& request) {
  auto found = public_page(context, tools, request.path);
  if (!found) return not_found({"Không có trang này.", "There is no such page."});
  auto slash = request.path.rfind('/');
  return File{slash == std::string::npos ? request.path : request.path.substr(slash + 1), found->content_type, found->body};
}

}  // namespace giaoban::press
