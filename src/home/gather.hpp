#pragma once
// Internal to the room: what the other rooms say of the month, gathered once.
#include "conclusions/conclusions.hpp"
#include "home/home.hpp"
#include "report/report.hpp"

namespace giaoban::home {

struct Gathered {
  Month month;
  Date today;
  Instant now;
  std::vector<figures::FormStatus> forms;  // of every unit that reports
  figures::FormCount communes;
  bool complete = false;                   // every form is sent
  report::Standing report;
  std::optional<session::Facts> session;
  int32_t clauses = 0;
  std::optional<conclusions::Notice> notice;
  directives::Summary work;
  std::vector<directives::Row> of_session;  // directives that this month's session set
  bool published = false;
  bool sees_all = false;
  int64_t unit = 0;  // the reader's
};

/// A form that its unit has sent and that was not returned.
inline bool sent(const figures::FormStatus& s) {
  return s.state == figures::FormState::submitted || s.state == figures::FormState::approved;
}

/// The six stops, in the loop's order.
std::vector<Step> steps(const Gathered& g, const figures::Tools& tools);
/// At most three things to do, for this reader.
std::vector<Next> next_things(Context& context, const Gathered& g, const figures::Tools& tools);
Text title_of(const Gathered& g, const std::vector<Step>& steps);
Text lead_of(const Gathered& g);

}  // namespace giaoban::home
