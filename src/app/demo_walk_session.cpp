// The session: planned, invited, confirmed, opened with its quorum, led item by item, closed; another office
// watches and sees each change.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/demo_walk.hpp"

namespace giaoban::app {
namespace bj = boost::json;
namespace {

/// A delegate in his own commune, who watches all of it from there.
const char* const far_away = "hai-son";

bool contains(const std::optional<std::vector<std::string>>& all, const std::string& one) {
  return all && std::find(all->begin(), all->end(), one) != all->end();
}

bj::object this_session(Walk& w) { return {{"session", w.session}}; }
bj::value show(Walk& w, const std::string& who = "tong-hop") { return w.read(who, "session.show", this_session(w)); }

std::string minute_after(const std::string& from, int64_t minutes, int& hour) {
  int64_t at = std::stoi(from.substr(0, 2)) * 60 + std::stoi(from.substr(3, 2)) + minutes;
  hour = static_cast<int>(at / 60);
  return fmt::format("{:02}:{:02}", at / 60, at % 60);
}

bj::object content_of(Walk& w, const demo::ClauseLine& c, const bj::value& session) {
  bj::array partners, figures;
  for (auto& p : c.cooperating) partners.push_back(w.unit(p));
  if (c.figures)
    for (auto& f : *c.figures) figures.push_back(bj::string(f));
  bj::object content{{"section", "tasks"}, {"topic", words(w.city.next.conclusion.sections.at(static_cast<size_t>(c.section)))},
                     {"text", words(c.text)}, {"lead", w.unit(c.lead)}, {"partners", partners}, {"with_wards", c.with_communes},
                     {"due", c.due.iso()}, {"deliverable", words(c.deliverable)}, {"figures", figures}};
  if (c.agenda_item) content["item"] = at(list(session, "/items").at(static_cast<size_t>(*c.agenda_item - 1)), "/id");
  return content;
}

/// The floor: asked for from afar, given, extended, ended; seen by the watcher each time.
void walk_floor(Walk& w, Watcher& watcher) {
  auto speaker = w.head_of("border-gate"), other = w.head_of("tax");
  auto asked = this_session(w);
  asked["note"] = "Giờ thông quan (" + w.canary("PHATBIEU") + ")";
  w.change_twice(speaker, "session.ask_floor", asked);
  watcher.sees("the floor asked for", [](auto& v) { return list(v, "/queue").size() == 1; });
  w.change(other, "session.ask_floor", this_session(w));
  auto two = watcher.sees("a second in the queue", [](auto& v) { return list(v, "/queue").size() == 2; });
  w.refused(403, other, "session.give_floor", this_session(w));
  w.change(w.city.next.session.chair, "session.give_floor", this_session(w));
  watcher.sees("the floor given to who asked first", [&](auto& v) { return !is_null(v, "/speaking") && num(v, "/speaking/seat") == w.seat(speaker); });
  auto longer = this_session(w);
  longer["seconds"] = 60;
  w.change(w.city.next.session.chair, "session.extend_floor", longer);
  w.change(w.city.next.session.chair, "session.end_floor", this_session(w));
  watcher.sees("the floor taken back", [](auto& v) { return is_null(v, "/speaking"); });
  w.change(other, "session.withdraw_floor", {{"turn", at(list(two, "/queue")[1], "/id")}});
  watcher.sees("the second withdrawn", [](auto& v) { return list(v, "/queue").empty() && list(v, "/spoken").size() == 1; });
}

/// Two at one clause: the second is told that it has changed.
void walk_two_hands(Walk& w, int64_t clause, bj::object content) {
  bj::object revise{{"id", clause}, {"version", 1}, {"clause", content}};
  w.change("pho-chu-tich-kinh-te", "conclusions.revise", revise);
  auto refusal = w.refused(409, "tong-hop", "conclusions.revise", revise);
  w.that(str(refusal, "/title/vi").find("đã sửa khoản này") != std::string::npos, "the second hand hears who changed the clause", shown(refusal));
}

/// The notice's order: topics as in the seed, whatever the order in which the session came to them.
void put_in_order(Walk& w) {
  auto view = w.read("tong-hop", "conclusions.show", this_session(w));
  for (auto& c : w.city.next.conclusion.clauses) {
    for (auto& there : list(view, "/clauses")) {
      if (str(there, "/text/vi") != c.text.vi) continue;
      view = w.change("tong-hop", "conclusions.move", {{"id", at(there, "/id")}, {"version", at(there, "/version")}, {"section", "tasks"}});
      break;
    }
  }
  for (auto& c : w.city.next.conclusion.clauses) {
    auto& all = list(view, "/clauses");
    auto mine = std::find_if(all.begin(), all.end(), [&](auto& there) { return str(there, "/text/vi") == c.text.vi; });
    w.that(mine != all.end(), "clause " + c.code + " is taken down");
    w.equal("its mark", c.code, str(*mine, "/mark"));
    w.equal<int64_t>(c.code + " lacks nothing", 0, static_cast<int64_t>(list(*mine, "/gaps").size()));
  }
}

}  // namespace

void walk_plan(Walk& w) {
  w.step("28/4 planning");
  auto& s = w.city.next.session;
  bj::array items;
  for (auto& a : w.city.next.agenda)
    items.push_back(bj::object{{"title", words(a.title)}, {"presenter", w.unit(a.presenter)}, {"minutes", a.minutes}, {"kind", a.number == 1 ? "report" : a.kind.value_or("discussion")},
                               {"note", words(a.papers && !a.papers->empty() ? a.papers->front() : Text{})}});
  auto planned = w.change_twice("tong-hop", "session.plan",
                                {{"month", s.month.iso()}, {"date", s.date.iso()}, {"from", s.from}, {"to", s.to}, {"place", words(s.place)},
                                 {"requirements", words(s.requirements.value_or(Text{}))}, {"chair", w.seat(s.chair)}, {"items", items}});
  w.session = num(planned, "/session");
  auto view = show(w);
  w.equal<int64_t>("the agenda holds the six items and the overdue work", static_cast<int64_t>(w.city.next.agenda.size()) + 1, static_cast<int64_t>(list(view, "/items").size()));
  auto& last = list(view, "/items").back();
  w.equal<std::string>("overdue work is on the agenda by itself", "overdue_work", str(last, "/kind"));
  w.held(fmt::format("{} items; March's overdue work came onto the agenda by itself: {}", list(view, "/items").size(), str(last, "/note/en")));

  w.step("28/4 invitation");
  w.refused(403, w.head_of("justice"), "session.invite", this_session(w));
  w.change_twice("chanh-van-phong", "session.invite", this_session(w));
  view = show(w);
  int32_t next = 0;
  for (auto& r : w.city.past.registers)
    if (r.type == "GM") next = r.last + 1;
  w.equal("its number is the register's next", fmt::format("{}/GM-UBND", next), str(view, "/invitation/number"));
  w.equal("it is in time", false, at(view, "/invitation/late").as_bool());
  for (auto* format : {"docx", "pdf"}) w.keep(std::string("invitation.") + format, w.document("tong-hop", "session.invitation", {{"session", w.session}, {"format", format}}));
  w.held(fmt::format("number {}, three working days before {}; invitation.docx, invitation.pdf", str(view, "/invitation/number"), s.date.iso()));
}

void walk_confirm(Walk& w) {
  w.step("05/5 attendance");
  w.clock(Date::of(2021, 5, 5), 16);
  std::set<std::string> wards;
  for (auto& u : w.city.units)
    if (u.kind == "ward" || u.kind == "commune") wards.insert(u.code);
  auto view = show(w);
  int64_t hall = 0, online = 0, others = 0;
  auto& s = w.city.next.session;
  for (auto& a : list(view, "/attendees")) {
    auto unit = str(a, "/seat/unit/code");
    bj::object answer{{"session", w.session}, {"presence", "hall"}};
    if (wards.contains(unit)) answer["presence"] = "online";
    if (contains(s.absent_with_leave, unit)) answer["presence"] = "absent", answer["note"] = "Dự họp tại tỉnh (" + w.canary("VANG") + ")";
    if (contains(s.substitutes, unit)) answer["presence"] = "substitute", answer["note"] = "Phó Trưởng phòng dự thay";
    w.change(w.account_of(num(a, "/seat/id")), "session.confirm", answer);
    auto presence = str(answer, "/presence");
    (presence == "hall" ? hall : presence == "online" ? online : others) += 1;
  }
  w.refused(422, w.head_of("justice"), "session.confirm", {{"session", w.session}, {"presence", "absent"}});
  w.held(fmt::format("{} delegates answered for themselves: {} hall, {} online, {} absent or with a substitute", hall + online + others, hall, online, others));
}

void walk_session(Walk& w) {
  auto& s = w.city.next.session;
  auto chair = s.chair, delegate = w.head_of(far_away);
  w.step("06/5 opening");
  w.clock(s.date, 7, 40);
  auto no = w.refused(409, chair, "session.open", this_session(w));
  w.that(str(no, "/title/vi").find("Chưa đủ thành viên") != std::string::npos, "without quorum it is not opened", shown(no));
  auto view = show(w);
  for (auto& a : list(view, "/attendees"))
    if (str(a, "/presence") != "absent") w.change(w.account_of(num(a, "/seat/id")), "session.check_in", this_session(w));
  view = show(w);
  w.that(at(view, "/quorum/reached").as_bool(), "the quorum is reached", shown(at(view, "/quorum")));
  for (auto& site : list(view, "/sites"))
    w.that(num(site, "/present") > 0, "every site is connected", shown(site));
  auto watcher = w.watch(delegate, "session.show", this_session(w));
  auto clauses = w.watch("chat-luong", "conclusions.show", this_session(w));
  watcher.sees("the invited session", [](auto& v) { return str(v, "/state") == "invited"; });
  w.refused(403, "chanh-van-phong", "session.open", this_session(w));
  w.clock(s.date, 8);
  w.change_twice(chair, "session.open", this_session(w));
  watcher.sees("the session opened", [](auto& v) { return str(v, "/state") == "open"; });
  w.held(fmt::format("refused without quorum; {} of {} members present ({} needed), {} sites; opened by the chair", num(view, "/quorum/present"),
                     num(view, "/quorum/members"), num(view, "/quorum/needed"), list(view, "/sites").size()));

  w.step("06/5 session");
  auto& conclusion = w.city.next.conclusion;
  int64_t minutes = 0;
  size_t taken = 0;
  for (auto& item : list(view, "/items")) {
    int hour = 0;
    auto clock = minute_after(s.from, minutes + 1, hour);
    w.clock(s.date, hour, std::stoi(clock.substr(3)));
    w.change(chair, "session.go_to_item", {{"session", w.session}, {"item", at(item, "/id")}});
    watcher.sees("item " + str(item, "/number") + " taken up", [&](auto& v) { return !is_null(v, "/current") && num(v, "/current") == num(item, "/id"); });
    if (num(item, "/number") == 1) walk_floor(w, watcher);
    for (auto& c : conclusion.clauses) {
      if (c.agenda_item != num(item, "/number")) continue;
      auto content = content_of(w, c, view);
      auto answer = w.change("tong-hop", "conclusions.take_down", {{"session", w.session}, {"clause", content}});
      ++taken;
      clauses.sees("clause " + c.code, [&](auto& v) { return list(v, "/clauses").size() == taken; });
      if (taken == 1) walk_two_hands(w, num(answer, "/id"), content);
    }
    minutes += num(item, "/minutes");
  }
  w.equal("every clause was taken down in its item", conclusion.clauses.size(), taken);
  w.held(fmt::format("{} items led one by one; floor asked, given, extended, ended; {} clauses taken down; a delegate in {} and the quality officer saw each change arrive",
                     list(view, "/items").size(), taken, far_away));

  w.step("06/5 closing");
  for (auto& text : conclusion.assessment) {
    bj::array figures;
    if (&text == &conclusion.assessment.front())
      for (auto& h : conclusion.headline_figures) figures.push_back(bj::string(h.indicator));
    w.change("tong-hop", "conclusions.take_down", {{"session", w.session}, {"clause", bj::object{{"section", "assessment"}, {"text", words(text)}, {"figures", figures}}}});
  }
  put_in_order(w);
  w.refused(409, "chanh-van-phong", "conclusions.issue", this_session(w));  // not while the session runs
  w.change(chair, "session.close", this_session(w));
  watcher.sees("the session closed", [](auto& v) { return str(v, "/state") == "closed"; });
  w.refused(409, chair, "session.go_to_item", {{"session", w.session}, {"item", at(list(view, "/items").front(), "/id")}});
  w.change("tong-hop", "session.number_minutes", this_session(w));
  auto withheld = w.read(w.clerk_of(far_away), "conclusions.show", this_session(w));
  w.that(at(withheld, "/withheld").as_bool() && list(withheld, "/clauses").empty(), "a clerk sees no clause before the notice", shown(withheld));
  w.held(fmt::format("closed by the chair; minutes {}; the clauses stand in the notice's order, II.1.a to {}", str(show(w), "/minutes_number"), conclusion.clauses.back().code));
}

}  // namespace giaoban::app
