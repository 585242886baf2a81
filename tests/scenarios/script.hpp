#pragma once
// A scenario file as its reader sees it: sentences and lines, no values yet. scenarios/README.md says how one is
// written; anything that is not written so is refused with its line.
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"

namespace giaoban::scenarios {

/// A sentence that cannot be read, or a scenario that could not fail: "session/quorum.test:12: …".
struct Unreadable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Where something stands, for messages and for rewriting.
struct Place {
  std::string file;
  size_t line = 0;
  std::string str() const { return file + ":" + std::to_string(line); }
};

/// "| unit.code | progress |" with its rows; a last row of "| … |": there may be others.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  bool open = false;
  size_t first = 0, last = 0;  ///< lines
};

/// "  path: value", or "  path:" with a table below it.
struct Field {
  size_t line = 0;
  std::string path, value;
  std::optional<Table> table;
};

struct Given {
  std::string what;
};
struct Clock {
  Date day;
  int minutes = 0;
};

struct Done {};
/// Fields of the answer that must match; "remember PATH as NAME" keeps one for later steps.
struct Answer {
  std::vector<Field> fields;
};
/// Kind, the sentence in Vietnamese (if it is given) and every field at fault.
struct Refused {
  std::string kind;
  std::optional<Field> words;
  std::vector<Field> fields;
};
/// What a person can read in a page or a document.
struct Reading {
  std::vector<Field> shows, hides;
};
struct FileGiven {
  std::string name;
  Reading reading;
};

struct Call {
  std::string who, operation;
  bool twice = false;  ///< sent twice under one Idempotency-Key
  std::vector<Field> request;
  std::variant<Done, Answer, Refused, FileGiven> outcome;
  size_t outcome_line = 0, outcome_end = 0;  ///< lines of what is expected
};
struct Page {
  std::string address;
  bool there = true;
  Reading reading;
};
struct JournalEnd {
  Table table;
};
struct JournalState {
  std::optional<std::string> broken;  ///< the sentence that names the fault; none = it is whole
};
struct Tampering {
  int64_t entry = 0;
};

struct Step {
  size_t line = 0;
  std::variant<Given, Clock, Call, Page, JournalEnd, JournalState, Tampering> what;
};

struct Scenario {
  std::string title;
  size_t line = 0;
  std::vector<Step> steps;
};

struct Script {
  std::string file;
  std::string title;
  std::vector<Step> background;  ///< before the first scenario: carried out before each
  std::vector<Scenario> scenarios;
};

/// `file` is how the file is called in messages.
Script read_script(const std::string& file, std::string_view text);
/// A file of scenarios/given/: steps alone, which prepare and prove nothing.
std::vector<Step> read_given(const std::string& file, std::string_view text);

}  // namespace giaoban::scenarios
