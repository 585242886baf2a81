#pragma once
// The April loop, walked over HTTP: each office in turn, through the same door as a browser. `giaoban demo`.
#include <boost/json.hpp>
#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/demo_files.hpp"
#include "net/client.hpp"

namespace giaoban::app {

inline const Month walked_month = Month::of(2021, 4);
inline const boost::json::object of_april{{"month", "2021-04"}};

/// What did not hold: what was looked at, what was expected, what was found.
struct NotHeld : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A page somewhere else that watches one address.
class Watcher {
 public:
  Watcher(net::Watch socket, const std::string& address);
  /// The first state, from now on, that fits; NotHeld when none comes.
  boost::json::value sees(const std::string& what, const std::function<bool(const boost::json::value&)>& fits);

 private:
  net::Watch socket_;
  std::string address_;
};

class Walk {
 public:
  Walk(const demo::City& city, std::filesystem::path out, std::string host, unsigned short port);

  const demo::City& city;

  // ---- who acts: an account of seats.json, or "" for someone who has not signed in
  std::string clerk_of(const std::string& unit) const;
  std::string head_of(const std::string& unit) const;
  std::string account_of(int64_t seat) const;
  int64_t seat(const std::string& account) const;
  int64_t unit(const std::string& code) const;

  // ---- what is asked; a refusal is NotHeld
  boost::json::value read(const std::string& who, const std::string& operation, const boost::json::object& query = {});
  boost::json::value change(const std::string& who, const std::string& operation, const boost::json::object& request);
  /// The same request sent twice under one key, as after a dropped line: one change, one answer.
  boost::json::value change_twice(const std::string& who, const std::string& operation, const boost::json::object& request);
  /// Expects a refusal and gives it.
  boost::json::value refused(int status, const std::string& who, const std::string& operation, const boost::json::object& request);
  std::string document(const std::string& who, const std::string& operation, const boost::json::object& query);
  int64_t upload(const std::string& who, const std::string& name, const std::string& bytes);
  net::Answer get(const std::string& who, const std::string& target);
  Watcher watch(const std::string& who, const std::string& operation, const boost::json::object& query);
  /// Moves the demo's clock on, when it is not there yet.
  void clock(Date day, int hour, int minute = 0);

  // ---- what is checked
  void step(std::string name) { step_ = std::move(name); }
  const std::string& step() const { return step_; }
  void that(bool holds, const std::string& what, const std::string& found = {});
  template <class T>
  void equal(const std::string& what, const T& expected, const T& found);
  /// Prints what the step has shown.
  void held(const std::string& what);
  int steps_held() const { return held_; }
  /// A word that nobody outside may ever read; all of them are looked for in every public byte.
  std::string canary(const std::string& where);
  const std::vector<std::string>& canaries() const { return canaries_; }
  /// Keeps a document in the folder; it must be of its kind.
  void keep(const std::string& name, const std::string& bytes);
  std::filesystem::path kept(const std::string& name) const { return out_ / name; }

  int64_t session = 0;  ///< the April session
  /// What the walk through the figures remembers from one day to the next.
  Date figures_until = Date::of(2021, 4, 27);
  bool slipped = false, returned = false;

 private:
  net::Client& client(const std::string& who);
  net::Answer post(const std::string& who, const std::string& operation, const boost::json::object& request, const std::string& key);
  boost::json::value expect(const net::Answer& answer, int status, const std::string& what);

  std::filesystem::path out_;
  std::string host_, step_;
  unsigned short port_;
  std::map<std::string, net::Client> clients_;
  std::map<std::string, int64_t> seats_, units_;
  std::vector<std::string> canaries_;
  Instant clock_;
  int64_t key_ = 0;
  int held_ = 0;
};

// ---- JSON at hand
const boost::json::value& at(const boost::json::value& v, std::string_view pointer);
std::string str(const boost::json::value& v, std::string_view pointer);
int64_t num(const boost::json::value& v, std::string_view pointer);
const boost::json::array& list(const boost::json::value& v, std::string_view pointer);
bool is_null(const boost::json::value& v, std::string_view pointer);
boost::json::object words(const Text& text);
std::string shown(const boost::json::value& v);
inline std::string shown(const std::string& v) { return v; }
inline std::string shown(bool v) { return v ? "yes" : "no"; }
inline std::string shown(size_t v) { return std::to_string(v); }
inline std::string shown(int64_t v) { return std::to_string(v); }

template <class T>
void Walk::equal(const std::string& what, const T& expected, const T& found) {
  if (expected != found) throw NotHeld(what + "\n  expected: " + shown(expected) + "\n  got:      " + shown(found));
}

// ---- the month, in its order
void walk_offices(Walk& w);
void walk_figures_until(Walk& w, Date day);
void walk_figures_approved(Walk& w);
void walk_ratios(Walk& w);
void walk_report_draft(Walk& w);
void walk_report_final(Walk& w);
void walk_plan(Walk& w);
void walk_confirm(Walk& w);
void walk_session(Walk& w);
void walk_notice(Walk& w);
void walk_directives(Walk& w);
void walk_overdue(Walk& w);
void walk_press(Walk& w);
void walk_public(Walk& w);

}  // namespace giaoban::app
