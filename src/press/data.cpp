// Open data: the published figures as CSV (RFC 4180, a dot as decimal sign), the page's content as JSON.
#include "press/room.hpp"

namespace giaoban::press {
namespace {

std::string field(const std::string& s) {
  // A leading sign that a spreadsheet would take for a formula is kept from being one.
  std::string safe = !s.empty() && (s[0] == '=' || s[0] == '+' || s[0] == '@') ? "'" + s : s;
  if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
  std::string out = "\"";
  for (char c : safe) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace

std::string csv(const PublicSession& session, const figures::MonthFacts& facts) {
  std::string out = "month,indicator,name_vi,name_en,unit_vi,unit_en,measure,case,value,state,reported,expected,vintage\r\n";
  for (auto& published : session.figures) {
    auto* fact = facts.find(published.code);
    if (!fact) continue;
    for (auto* c : {&fact->month, &fact->month_on_month, &fact->year_on_year, &fact->year_to_date, &fact->year_to_date_on_year, &fact->plan_share}) {
      if (!c->has_number()) continue;
      auto name = [](auto value) { return std::string(boost::describe::enum_to_string(value, "")); };
      std::string row;
      for (auto& s : {session.month.iso(), published.code, published.name.vi, published.name.en, published.unit.vi, published.unit.en, name(c->measure), name(c->what)}) row += field(s) + ",";
      // A value with a minus sign stays a number.
      row += c->shown.str() + "," + name(c->state) + "," + std::to_string(c->coverage.reported) + "," + std::to_string(c->coverage.expected) + "," + std::to_string(facts.as_of);
      out += row + "\r\n";
    }
  }
  return out;
}

std::string data(const PublicSession& session) { return json::text_of(session) + "\n"; }

}  // namespace giaoban::press
