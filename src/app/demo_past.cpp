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
  bj::object assessment{{"section", "assessment"},
                        {"text", text({"Thống nhất với báo cáo đánh giá kết quả tháng 3 và quý I năm 2021; các đơn vị tập trung khắc phục những việc còn chậm.",
                                       "The report on March and the first quarter of 2021 is agreed; units are to catch up on what is late."})}};
  as.call("tong-hop", "conclusions.take_down", {{"session", session}, {"clause", assessment}});
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

void give_evidence(DemoCalls& as, const std::string& account, int64_t id, std::string name, const std::string& bytes) {
  for (auto& c : name)
    if (std::string_view("/\\:\"<>|\n\t").find(c) != std::string_view::npos) c = '-';
  auto file = as.call(account, "files.keep", {{"name", name}, {"size", static_cast<int64_t>(bytes.size())}, {"hash", as.program.memory.files.keep(bytes)}});
  as.call(account, "directives.add_evidence", {{"id", id}, {"file", file.at("id")}});
}

std::map<std::string, int64_t> directives_by_text(DemoCalls& as, int64_t session) {
  std::map<std::string, int64_t> out;
  auto board = as.call("tong-hop", "directives.board", {});
  for (auto& group : board.at("groups").as_array())
    for (auto& row : group.at("rows").as_array())
      if (row.at("session").as_int64() == session) out[std::string(row.at("text").at("vi").as_string())] = row.at("id").as_int64();
  return out;
}

}  // namespace

void DemoCalls::learn_seats() {
  program.database->read([&](db::Transaction& tx) {
    for (auto& r : tx.query<SeatRow>("select a.name, a.id, t.id, t.unit, u.code, t.office, t.member from account a join seat t on t.id = a.seat join unit u on u.id = t.unit"))
      actors_[r.account] = {r.id, r.seat, r.unit, r.unit_code, r.office, r.member};
    for (auto& u : units::all(tx)) units_[u.code] = u.id;
  });
}

DemoCalls::DemoCalls(Program& program, const demo::City& city) : program(program) {
  learn_seats();
  for (auto& s : city.seats) {
    // The Office's own work is done by its synthesis officer and its head.
    if (s.office == "unit_clerk" || s.office == "office_clerk") clerks_.emplace(s.unit, s.account);
    if (s.office == "unit_head" || s.office == "head_of_office") heads_.emplace(s.unit, s.account);
  }
}

void DemoCalls::on(Date day, int hour, int minute) {
  auto at = Instant::local(day, hour, minute);
  if (at > program.memory.clock.now()) program.memory.clock.set(at);
}

std::string DemoCalls::clerk_of(const std::string& unit) const { return clerks_.at(unit); }
std::string DemoCalls::head_of(const std::string& unit) const { return heads_.at(unit); }

bj::value DemoCalls::call(const std::string& account, const std::string& operation, bj::object request) {
  auto reply = program.engine->call(operation, request, actors_.at(account));
  if (!reply.done) throw std::runtime_error("demo: " + operation + " as " + account + " was refused: " + reply.body);
  return bj::parse(reply.body);
}

void carry_out(DemoCalls& as, std::vector<DemoStep> steps, Date before) {
  std::stable_sort(steps.begin(), steps.end(), [](auto& a, auto& b) { return std::pair(a.on, a.hour) < std::pair(b.on, b.hour); });
  for (auto& step : steps) {
    if (step.on >= before) continue;
    as.on(step.on, step.hour);
    step.act();
  }
}

int64_t hold_past_session(DemoCalls& as, const demo::City& city) { return hold_session(as, city.past); }

std::vector<DemoStep> past_follow_up(DemoCalls& as, const demo::City& city, int64_t session) {
  auto by_text = directives_by_text(as, session);
  std::vector<DemoStep> steps;
  for (auto& c : city.past.conclusions) {
    auto found = by_text.find(c.text.vi);
    if (found == by_text.end()) throw std::runtime_error("demo: no directive for clause " + c.code);
    auto head = as.head_of(c.lead), clerk = as.clerk_of(c.lead);
    auto step = [&as, &steps, id = found->second](Date on, int hour, std::string account, std::string operation, bj::object more = {}) {
      more["id"] = id;
      steps.push_back({on, hour, [&as, account, operation, more] { as.call(account, operation, more); }});
    };
    step(city.past.notice.date.plus(3), 9, head, "directives.receive");
    if (c.progress)
      for (auto& p : *c.progress) step(p.on, 10, clerk, "directives.report_progress", {{"text", text(p.text)}});
    if (c.done) {
      auto name = (c.evidence ? c.evidence->vi : c.deliverable.vi) + ".txt";
      steps.push_back({c.done->on, 14, [&as, clerk, id = found->second, name, words = c.done->text.vi] { give_evidence(as, clerk, id, name, words); }});
      step(c.done->on, 15, head, "directives.submit", {{"text", text(c.done->text)}});
    }
    if (c.accepted) step(*c.accepted, 16, "chanh-van-phong", "directives.accept");
  }
  return steps;
}

}  // namespace giaoban::app
