#pragma once
// Carries a scenario out, step by step, on a body: the same engine, rights, rules and store as the program's.
#include <map>
#include <string>
#include <vector>

#include "access/door.hpp"
#include "scenarios/value.hpp"
#include "support/body.hpp"

namespace giaoban::scenarios {

/// Something that is not as the file says.
struct Mismatch {
  Place place;
  std::string expected, found;
};

/// What a file would have to say in place of some of its lines to be right.
struct Correction {
  std::string file;
  size_t first = 0, last = 0;
  std::vector<std::string> lines;
};

class Play {
 public:
  Play(Body& body, std::string folder) : body_(body), folder_(std::move(folder)) {}

  /// Carries the steps out until one ends otherwise than expected.
  void run(const std::string& file, const std::vector<Step>& steps);

  const std::vector<Mismatch>& mismatches() const { return mismatches_; }
  const std::vector<Correction>& corrections() const { return corrections_; }

 private:
  void step(const Given& given);
  void step(const Clock& clock);
  void step(const Call& call);
  void step(const Page& page);
  void step(const JournalEnd& end);
  void step(const JournalState& state);
  void step(const Tampering& tampering);

  bool built_in(const std::string& what);
  void expect(const Answer& answer, const Reply& reply);
  void expect(const Call& call, const Refused& refused, const Reply& reply);
  void expect_reading(const Reading& reading, const std::string& text);
  void answer_field(const Field& field, const boost::json::value& found);
  void answer_table(const Field& field, const boost::json::value& found);
  /// What holds after every call, whether the file says so or not: a change is one entry, all else none.
  void check_journal(const Call& call, const Reply& reply, int64_t before);
  /// A refusal for want of a right says the same whatever was asked.
  void check_no_hint(const Reply& reply);

  std::string account(const std::string& who);
  /// The call, from the desk where it is made: "nobody at the owner's desk". A desk keeps the device cookie it is given.
  Reply carried_out(const Call& call, const boost::json::value& request, const std::string& key);
  std::string name(const std::string& what);
  int64_t journal_head();
  Place place(size_t line) const { return {file_, line}; }
  void differs(size_t line, std::string expected, std::string found) { mismatches_.push_back({place(line), std::move(expected), std::move(found)}); }
  void correct(size_t first, size_t last, std::vector<std::string> lines) { corrections_.push_back({file_, first, last, std::move(lines)}); }
  /// The answer as the file should expect it, in place of another outcome.
  void correct_outcome(const Call& call, const Reply& reply);

  Body& body_;
  std::string folder_, file_;
  size_t line_ = 0;
  int64_t keys_ = 0;
  std::map<std::string, boost::json::value> remembered_;
  std::map<std::string, std::string> desks_;
  access::Door door_;
  std::vector<Mismatch> mismatches_;
  std::vector<Correction> corrections_;
  bool over_ = false;
};

/// Figures of the demo city as known at the end of a day; see given.cpp.
void give_figures(Body& body, Date until);
void give_indicators(Body& body);

}  // namespace giaoban::scenarios
