#include "app/demo_files.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <fstream>
#include <set>

#include "base/installation.hpp"
#include "calendar/calendar.hpp"

using namespace giaoban;
using namespace giaoban::demo;

namespace {

const City& city() {
  static const City the_city = [] {
    auto out = load(installation() / "demo/mong-cai");
    if (!out)
      for (auto& f : out.error().fields) MESSAGE(f.pointer << ": " << f.message.en);
    return out.value();
  }();
  return the_city;
}

int count_overdue(Date day) {
  int n = 0;
  for (auto& c : city().past.conclusions) n += c.due < day && (!c.done || c.done->on > day);
  return n;
}

}  // namespace

TEST_CASE("demo files: they agree with each other and are complete in both languages") {
  auto& c = city();
  CHECK(std::count_if(c.units.begin(), c.units.end(), [](auto& u) { return u.kind == "ward"; }) == 7);
  CHECK(std::count_if(c.units.begin(), c.units.end(), [](auto& u) { return u.kind == "commune"; }) == 9);
  CHECK(std::count_if(c.seats.begin(), c.seats.end(), [](auto& s) { return s.member; }) == 16);
  std::set<std::string> accounts, headed, clerked;
  for (auto& s : c.seats) {
    CHECK(accounts.insert(s.account).second);
    if (s.office == "unit_head" || s.office == "head_of_office") headed.insert(s.unit);
    if (s.office == "unit_clerk" || s.office == "office_clerk") clerked.insert(s.unit);
  }
  CHECK(headed.size() == c.units.size() - 1);
  CHECK(clerked.size() == c.units.size() - 1);
  CHECK(c.about_figures.vi.find("minh họa") != std::string::npos);
}

TEST_CASE("demo city: the March tasks stand in every state on 28 April") {
  auto& conclusions = city().past.conclusions;
  int on_time = 0, late = 0;
  for (auto& c : conclusions)
    if (c.done) (c.done->on <= c.due ? on_time : late) += 1;
  CHECK(conclusions.size() == 11);
  CHECK(on_time == 4);
  CHECK(late == 2);
  CHECK(count_overdue(Date::of(2021, 4, 28)) == 3);
  CHECK(count_overdue(Date::of(2021, 5, 6)) == 4);
}

TEST_CASE("demo city: the April session's clauses have a lead, a working day as due date and a deliverable") {
  auto rules = rules::Rules::load(installation() / "rules");
  REQUIRE(rules);
  calendar::Calendar calendar(rules->holidays);
  auto& next = city().next;
  CHECK(next.agenda.size() == 6);
  CHECK(next.conclusion.clauses.size() == 24);
  CHECK(next.comments.size() == 9);
  CHECK(std::count_if(next.comments.begin(), next.comments.end(),
                      [](auto& m) { return m.answer == "explained"; }) == 2);
  for (auto& clause : next.conclusion.clauses) {
    CAPTURE(clause.code);
    CHECK(calendar.is_working_day(clause.due));
    CHECK(clause.due > next.session.date);
    CHECK(std::find(clause.cooperating.begin(), clause.cooperating.end(), clause.lead) ==
          clause.cooperating.end());
  }
  CHECK(calendar.is_working_day(next.session.date));
  CHECK(calendar.is_working_day(city().past.session.date));
}

TEST_CASE("demo files: whatever is done to one, reading answers, names the file, and never crashes") {
  namespace fs = std::filesystem;
  auto copy = fs::temp_directory_path() / fmt::format("giaoban-demo-{}", static_cast<const void*>(&city()));
  fs::create_directories(copy);
  fs::copy(installation() / "demo/mong-cai", copy,
           fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  // The figures are read again for each damage: an empty list keeps the test short.
  std::ofstream(copy / "figures.json") << R"({"about": {"vi": "-", "en": "-"}, "series": []})";
  std::vector<std::string> names = {"units.json", "seats.json",           "indicators.json",
                                    "plans.json", "session-2021-03.json", "april-2021.json"};
  CHECK(rc::check("damaged demo files", [&] {
    auto name = *rc::gen::elementOf(names);
    std::ifstream in(installation() / "demo/mong-cai" / name, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    auto whole = text;
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
      auto at = static_cast<size_t>(*rc::gen::inRange<int>(0, static_cast<int>(text.size())));
      if (*rc::gen::arbitrary<bool>())
        text[at] = *rc::gen::elementOf(std::string("{}[],:\"\\0-9e \n\x01\xff"));
      else
        text.erase(at, static_cast<size_t>(*rc::gen::inRange(1, 60)));
      if (text.empty()) text = " ";
    }
    std::ofstream(copy / name, std::ios::binary) << text;
    auto read = load(copy);
    std::ofstream(copy / name, std::ios::binary) << whole;
    if (read) return;
    RC_ASSERT(!read.error().fields.empty());
    for (auto& f : read.error().fields) RC_ASSERT(f.pointer.find(".json") != std::string::npos);
  }));
  fs::remove_all(copy);
}
