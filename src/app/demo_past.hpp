#pragma once
#include <functional>
#include <map>

#include "app/demo_files.hpp"
#include "app/program.hpp"
#include "numbering/numbering.hpp"

namespace giaoban::app {

/// Calls operations as the demo's accounts, on the demo's days. Throws when one is refused: the demo's data and
/// the program would not fit each other.
class DemoCalls {
 public:
  DemoCalls(Program& program, const demo::City& city);
  /// Moves the clock on; a moment already past leaves it where it is.
  void on(Date day, int hour, int minute = 0);
  boost::json::value call(const std::string& account, const std::string& operation, boost::json::object request);
  std::string clerk_of(const std::string& unit) const;
  std::string head_of(const std::string& unit) const;
  int64_t unit(const std::string& code) const { return units_.at(code); }
  /// After seats were added: who can be called as.
  void learn_seats();
  int64_t seat(const std::string& account) const { return actors_.at(account).seat; }
  Program& program;

 private:
  std::map<std::string, Actor> actors_;
  std::map<std::string, int64_t> units_;
  std::map<std::string, std::string> clerks_, heads_;
};

/// Something that somebody did on a day. The demo's steps are done in the order of their time, whoever does them.
struct DemoStep {
  Date on;
  int hour = 0;
  std::function<void()> act;
};
void carry_out(DemoCalls& as, std::vector<DemoStep> steps, Date before);

/// The session before: planned, held, concluded, its notice issued.
int64_t hold_past_session(DemoCalls& as, const demo::City& city);
/// What became of each of its tasks since.
std::vector<DemoStep> past_follow_up(DemoCalls& as, const demo::City& city, int64_t session);

}  // namespace giaoban::app
