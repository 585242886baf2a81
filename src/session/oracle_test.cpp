// Random sessions against a plain oracle: the states, the roll, the agenda and the floor queue.
#include <optional>
#include <random>
#include <set>

#include "session/story_test.hpp"

using namespace giaoban;
using namespace giaoban::session::story;

namespace {

/// What should be the case, kept in the simplest way.
struct Oracle {
  session::State state = session::State::planned;
  std::optional<size_t> item;
  std::set<size_t> here;            // indexes into `people`
  std::vector<size_t> queue;        // who waits, in order
  std::optional<size_t> speaking;
  int64_t limit_s = 0;
  bool open() const { return state == session::State::open; }
  bool waits(size_t who) const { return std::find(queue.begin(), queue.end(), who) != queue.end(); }
};

struct Play {
  Body& body;
  std::mt19937 dice;
  int64_t id;
  std::vector<std::string> people = members();  // 16 members, then two communes
  std::vector<int64_t> items;
  Oracle is;
  std::string told;

  Play(Body& b, unsigned seed, Month month) : body(b), dice(seed), id(planned(b, month.iso(), last_day(month).plus(5).iso())) {
    people.insert(people.end(), {"hai-dong.chu-tich", "ka-long.chu-tich"});
    auto view = shown(body, id);
    for (auto& i : view.at("items").as_array()) items.push_back(i.at("id").as_int64());
  }

  size_t roll(size_t below) { return std::uniform_int_distribution<size_t>(0, below - 1)(dice); }

  void expect(bool may, const std::string& operation, const std::string& request, const std::string& who) {
    told += fmt::format("{} {} {} -> {}\n", operation, request, who, may);
    auto reply = body.attempt(operation, request, who);
    INFO(told, reply.body);
    REQUIRE(reply.status == (may ? 200 : 409));
  }
  std::string with(const char* field, int64_t value) const { return fmt::format(R"({{"session":{},"{}":{}}})", id, field, value); }

  void stop() { is.speaking.reset(); }
  void start(size_t who, int64_t seconds) {
    std::erase(is.queue, who);
    is.speaking = who;
    is.limit_s = seconds;
  }

  void invite() {
    bool may = is.state == session::State::planned;
    expect(may, "session.invite", this_session(id), office);
    if (may) is.state = session::State::invited;
  }
  void open() {
    auto there = is.here;
    there.insert(0);  // the chair, who opens
    auto count = std::count_if(there.begin(), there.end(), [](size_t p) { return p < 16; });
    bool may = is.state == session::State::invited && count >= 11;
    expect(may, "session.open", this_session(id), chair);
    if (may) is.state = session::State::open, is.here = there;
  }
  void close() {
    bool may = is.open();
    expect(may, "session.close", this_session(id), chair);
    if (may) is.state = session::State::closed, is.queue.clear(), is.item.reset(), stop();
  }
  void go() {
    auto to = roll(items.size());
    bool may = is.open() && is.item != to;
    expect(may, "session.go_to_item", with("item", items[to]), chair);
    if (may) is.item = to, stop();
  }
  void check_in() {
    auto who = roll(people.size());
    bool may = is.state == session::State::invited || is.open();
    expect(may, "session.check_in", this_session(id), people[who]);
    if (may) is.here.insert(who);
  }
  void call_roll() {  // so that most sessions come to be opened
    if (is.state != session::State::invited) return;
    giaoban::session::story::call_roll(body, id, 11);
    for (size_t who = 0; who < 11; ++who) is.here.insert(who);
  }
  void take_back() {
    auto who = roll(people.size());
    bool may = (is.state == session::State::invited || is.open()) && is.speaking != who;
    expect(may, "session.check_in", fmt::format(R"({{"session":{},"seats":[{}],"here":false}})", id, seat(body, people[who])), office);
    if (may) is.here.erase(who), std::erase(is.queue, who);
  }
  void ask() {
    auto who = roll(people.size());
    bool may = is.open() && is.here.contains(who) && !is.waits(who) && is.speaking != who;
    expect(may, "session.ask_floor", this_session(id), people[who]);
    if (may) is.queue.push_back(who);
  }
  void move_or_withdraw() {
    if (is.queue.empty()) return;
    auto from = roll(is.queue.size()), to = roll(is.queue.size());
    auto turn = shown(body, id).at("queue").at(from).at("id").as_int64();
    auto who = is.queue[from];
    std::erase(is.queue, who);
    if (roll(2)) {
      expect(true, "session.withdraw_floor", fmt::format(R"({{"turn":{}}})", turn), people[who]);
      expect(false, "session.withdraw_floor", fmt::format(R"({{"turn":{}}})", turn), chair);
    } else {
      expect(true, "session.move_floor", fmt::format(R"({{"turn":{},"to":{}}})", turn, to + 1), chair);
      is.queue.insert(is.queue.begin() + static_cast<long>(to), who);
    }
  }
  void give() {
    if (roll(2)) {
      bool may = is.open() && !is.queue.empty();
      expect(may, "session.give_floor", with("seconds", 90), chair);
      if (may) start(is.queue.front(), 90);
    } else {
      auto who = roll(people.size());
      bool may = is.open() && is.here.contains(who) && is.speaking != who;
      expect(may, "session.give_floor", with("seat", seat(body, people[who])), chair);
      if (may) start(who, 180);
    }
  }
  void extend() {
    bool may = is.open() && is.speaking;
    expect(may, "session.extend_floor", with("seconds", 60), chair);
    if (may) is.limit_s += 60;
  }
  void end() {
    bool may = is.open() && is.speaking;
    expect(may, "session.end_floor", this_session(id), chair);
    if (may) stop();
  }

  void step() {
    switch (roll(16)) {
      case 0: return invite();
      case 1: return open();
      case 2: return roll(6) ? ask() : close();
      case 3: return go();
      case 4: return take_back();
      case 5: case 6: case 7: return check_in();
      case 8: case 9: case 10: return ask();
      case 11: return move_or_withdraw();
      case 12: case 13: return give();
      case 14: return extend();
      default: return end();
    }
  }

  void compare() {
    auto v = shown(body, id, chair);
    INFO(told);
    CHECK(text(v.at("state")) == boost::describe::enum_to_string(is.state, ""));
    std::vector<std::string> queue, expected;
    for (auto& t : v.at("queue").as_array()) queue.push_back(std::to_string(t.at("seat").as_int64()));
    for (auto who : is.queue) expected.push_back(std::to_string(seat(body, people[who])));
    CHECK(queue == expected);
    REQUIRE(v.at("speaking").is_null() == !is.speaking);
    if (is.speaking) {
      CHECK(v.at("speaking").at("seat").as_int64() == seat(body, people[*is.speaking]));
      CHECK(v.at("speaking").at("limit_s").as_int64() == is.limit_s);
    }
    REQUIRE(v.at("current").is_null() == !is.item);
    if (is.item) CHECK(v.at("current").as_int64() == items[*is.item]);
    int64_t now = 0, here = 0;
    for (auto& i : v.at("items").as_array()) now += text(i.at("state")) == "now";
    CHECK(now == (is.item ? 1 : 0));
    for (auto& a : v.at("attendees").as_array()) here += a.at("here").as_bool();
    CHECK(here == static_cast<int64_t>(is.here.size()));
  }
};

}  // namespace

TEST_CASE("session: random sessions go as a plain oracle says") {
  for (auto& body : bodies()) {
    for (unsigned seed = 1; seed <= 12; ++seed) {
      Play play(*body, seed, Month::of(2021, 4).plus(static_cast<int>(seed)));
      CAPTURE(seed);
      for (int i = 0; i < 60; ++i) {
        if (i == 4) play.invite();
        if (i == 12) play.call_roll();
        if (i == 22) play.open();
        play.step();
        if (i % 3 == 0) play.compare();
      }
      play.compare();
    }
  }
}
