#include "app/demo_past.hpp"

#include <stdexcept>

namespace giaoban::app {
namespace bj = boost::json;
namespace {

struct SeatRow {
  std::string account;
  int64_t id = 0, seat = 0, unit = 0;
  std::string unit_code;
  Office office = Office::unit_clerk;
  bool member = false;
};
BOOST_DESCRIBE_STRUCT(SeatRow, (), (account, id, seat, unit, unit_code, office, member))

bj::object text(const Text& t) { return {{"vi", t.vi}, {"en", t.en}}; }

/// Minutes of "08:15".
int minutes(const std::string& clock) { return std::stoi(clock.substr(0, 2)) * 60 + std::stoi(clock.substr(3, 2)); }

int64_t hold_session(DemoCalls& as, const demo::PastSession& past) {
  auto& s = past.session;
  bj::array items;
  for (auto& item : past.agenda)
    items.push_back(bj::object{{"title", text(item.title)}, {"presenter", as.unit(item.presenter)}, {"minutes", item.minutes}, {"kind", item.number == 1 ? "report" : "discussion"}});
  as.on(s.date.plus(-8), 9);
  auto planned = as.call("tong-hop", "session.plan", {{"month", s.month.iso()}, {"date", s.date.iso()}, {"from", s.from}, {"to", s.to}, {"place", text(s.place)}, {"items", items}});
  int64_t session = planned.at("session").as_int64();
  bj::object this_session{{"session", session}};
  as.on(s.date.plus(-7), 10);
  as.call("chanh-van-phong", "session.invite", this_session);
  as.on(s.date, 0, minutes(s.from) - 10);
  bj::array seats;
  auto view = as.call("tong-hop", "session.show", this_session);
  for (auto& a : view.at("attendees").as_array()) seats.push_back(a.at("seat").at("id"));
  as.call("tong-hop", "session.check_in", {{"session", session}, {"seats", seats}, {"here", true}});
  as.on(s.date, 0, minutes(s.from));
  as.call(s.chair, "session.open", this_session);
  int at = minutes(s.from);
  for (auto& item : view.at("items").as_array()) {
    as.on(s.date, 0, at);
    as.call(s.chair, "session.go_to_item", {{"session", session}, {"item", item.at("id")}});
    at += static_cast<int>(item.at("minutes").as_int64());
  }
  for (auto& c : past.conclusions) {
    bj::array partners, figures;
    for (auto& p : c.cooperating) partners.push_back(as.unit(p));
    if (c.figures)
      for (auto& f : *c.figures) figures.push_back(bj::string(f));
    bj::object clause{{"section", "tasks"}, {"topic", text(past.sections.at(static_cast<size_t>(c.section)))}, {"text", text(c.text)},
                      {"lead", as.unit(c.lead)}, {"partners", partners}, {"with_wards", c.with_communes}, {"due", c.due.iso()}, {"deliverable", text(c.deliverable)}, {"figures", figures}};
    if (c.agenda_item) clause["item"] = view.at("items").at(static_cast<size_t>(*c.agenda_item - 1)).at("id");
    as.call("tong-hop", "conclusions.take_down", {{"session", session}, {"clause", clause}});
  }
  as.on(s.date, 0, minutes(s.to));
  as.call(s.chair, "session.close", this_session);
  as.on(past.notice.date, 16);
  as.program.database->write([&](db::Transaction& tx) {
    numbering::begin_after(tx, past.notice.type, "VP", past.notice.date.year(), past.notice.number - 1);
    return true;
  });
  as.call("chanh-van-phong", "conclusions.issue", this_session);
  return session;
}

/// Something that a unit or the Office did about a task, on its day.
struct Step {
  Date on;
  int hour;
  std::string account, operation;
  bj::object request;
};

void follow_up(DemoCalls& as, const demo::PastSession& past, int64_t session) {
  auto board = as.call("tong-hop", "directives.board", {});
  std::map<std::string, int64_t> by_text;
  for (auto& group : board.at("groups").as_array())
    for (auto& row : group.at("rows").as_array())
      if (row.at("session").as_int64() == session) by_text[std::string(row.at("text").at("vi").as_string())] = row.at("id").as_int64();
  std::vector<Step> steps;
  for (auto& c : past.conclusions) {
    auto found = by_text.find(c.text.vi);
    if (found == by_text.end()) throw std::runtime_error("demo: no directive for clause " + c.code);
    auto id = found->second;
    auto head = as.head_of(c.lead), clerk = as.clerk_of(c.lead);
    steps.push_back({past.notice.date.plus(3), 9, head, "directives.receive", {{"id", id}}});
    if (c.progress)
      for (auto& p : *c.progress) steps.push_back({p.on, 10, clerk, "directives.report_progress", {{"id", id}, {"text", text(p.text)}}});
    if (c.done) {
      // Evidence is a file with what the task was to bring.
      steps.push_back({c.done->on, 14, clerk, "evidence", {{"id", id}, {"name", (c.evidence ? c.evidence->vi : c.deliverable.vi) + ".txt"}, {"text", c.done->text.vi}}});
      steps.push_back({c.done->on, 15, head, "directives.submit", {{"id", id}, {"text", text(c.done->text)}}});
    }
    if (c.accepted) steps.push_back({*c.accepted, 16, "chanh-van-phong", "directives.accept", {{"id", id}}});
  }
  std::stable_sort(steps.begin(), steps.end(), [](auto& a, auto& b) { return std::pair(a.on, a.hour) < std::pair(b.on, b.hour); });
  for (auto& step : steps) {
    if (step.on >= Date::of(2021, 4, 28)) continue;
    as.on(step.on, step.hour);
    if (step.operation != "evidence") {
      as.call(step.account, step.operation, step.request);
      continue;
    }
    std::string bytes(step.request.at("text").as_string());
    std::string name(step.request.at("name").as_string());
    for (auto& c : name)
      if (std::string_view("/\\:\"<>|\n\t").find(c) != std::string_view::npos) c = '-';
    auto file = as.call(step.account, "files.keep", {{"name", name}, {"size", static_cast<int64_t>(bytes.size())}, {"hash", as.program.folder.keep_file(bytes)}});
    as.call(step.account, "directives.add_evidence", {{"id", step.request.at("id")}, {"file", file.at("id")}});
  }
}

}  // namespace

DemoCalls::DemoCalls(Program& program, const demo::City& city) : program(program) {
  program.database->read([&](db::Transaction& tx) {
    for (auto& r : tx.query<SeatRow>("select a.name, a.id, t.id, t.unit, u.code, t.office, t.member from account a join seat t on t.id = a.seat join unit u on u.id = t.unit"))
      actors_[r.account] = {r.id, r.seat, r.unit, r.unit_code, r.office, r.member};
    for (auto& u : units::all(tx)) units_[u.code] = u.id;
  });
  for (auto& s : city.seats) {
    // The Office's own work is done by its synthesis officer and its head.
    if (s.office == "unit_clerk" || s.office == "office_clerk") clerks_.emplace(s.unit, s.account);
    if (s.office == "unit_head" || s.office == "head_of_office") heads_.emplace(s.unit, s.account);
  }
}

void DemoCalls::on(Date day, int hour, int minute) {
  auto at = Instant::local(day, hour, minute);
  if (at > program.clock.now()) program.clock.set(at);
}

std::string DemoCalls::clerk_of(const std::string& unit) const { return clerks_.at(unit); }
std::string DemoCalls::head_of(const std::string& unit) const { return heads_.at(unit); }

bj::value DemoCalls::call(const std::string& account, const std::string& operation, bj::object request) {
  auto reply = program.engine->call(operation, request, actors_.at(account));
  if (!reply.done) throw std::runtime_error("demo: " + operation + " as " + account + " was refused: " + reply.body);
  return bj::parse(reply.body);
}

void load_past_session(DemoCalls& as, const demo::City& city) { follow_up(as, city.past, hold_session(as, city.past)); }

}  // namespace giaoban::app
