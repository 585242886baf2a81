#include "scenarios/script.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace giaoban::scenarios {
namespace {

std::string_view trimmed(std::string_view s) {
  auto from = s.find_first_not_of(" \t"), to = s.find_last_not_of(" \t\r");
  return from == std::string_view::npos ? std::string_view() : s.substr(from, to - from + 1);
}
/// Takes `start` off the front of `s`, if it is there.
bool take(std::string_view& s, std::string_view start) {
  if (!s.starts_with(start)) return false;
  s.remove_prefix(start.size());
  return true;
}
bool take_end(std::string_view& s, std::string_view end) {
  if (!s.ends_with(end)) return false;
  s.remove_suffix(end.size());
  return true;
}
std::optional<int> number(std::string_view s) {
  int n = 0;
  auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
  if (error != std::errc() || end != s.data() + s.size()) return {};
  return n;
}

constexpr std::array<std::string_view, 7> weekdays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::string_view rest = "…";

class Reader {
 public:
  Reader(std::string file, std::string_view text) : file_(std::move(file)) {
    for (size_t from = 0; from <= text.size();) {
      auto end = std::min(text.find('\n', from), text.size());
      lines_.push_back(text.substr(from, end - from));
      from = end + 1;
    }
  }

  Script script() {
    Script out{file_, {}, {}, {}};
    if (!lines_.empty() && lines_[0].starts_with("# ")) out.title = trimmed(lines_[0].substr(2));
    if (out.title.empty()) fail(1, "the first line is the file's title: “# The floor: who speaks, and how long”");
    while (auto line = next_heading()) {
      auto s = *line;
      if (take(s, "Scenario:")) {
        auto title = std::string(trimmed(s));
        if (title.empty()) fail(at_, "a scenario has a title that says the rule");
        for (auto& other : out.scenarios)
          if (other.title == title) fail(at_, "this title is there twice");
        out.scenarios.push_back({title, at_, {}});
      } else {
        (out.scenarios.empty() ? out.background : out.scenarios.back().steps).push_back(step(s));
      }
    }
    if (out.scenarios.empty()) fail(1, "there is no scenario");
    for (auto& scenario : out.scenarios)
      if (!can_fail(scenario)) fail(scenario.line, "nothing in this scenario could fail: say what is expected (Answer:, Refused:, The public …)");
    return out;
  }

  std::vector<Step> steps() {
    std::vector<Step> out;
    while (auto line = next_heading()) out.push_back(step(*line));
    if (out.empty()) fail(1, "there is no step");
    return out;
  }

 private:
  [[noreturn]] void fail(size_t line, const std::string& why) const { throw Unreadable(fmt::format("{}:{}: {}", file_, line, why)); }

  bool blank(size_t index) const { return trimmed(lines_[index]).empty() || lines_[index].starts_with('#'); }
  bool indented(size_t index) const { return lines_[index].starts_with("  "); }

  /// The next line that begins a step; `at_` is its number.
  std::optional<std::string_view> next_heading() {
    while (here_ < lines_.size() && blank(here_)) ++here_;
    if (here_ == lines_.size()) return {};
    at_ = here_ + 1;
    if (indented(here_)) fail(at_, "an indented line belongs to a sentence above it, and there is none");
    return trimmed(lines_[here_++]);
  }
  /// The next indented line of the same block.
  std::optional<std::string_view> next_indented() {
    while (here_ < lines_.size() && lines_[here_].starts_with('#')) ++here_;
    if (here_ == lines_.size() || blank(here_) || !indented(here_)) return {};
    return trimmed(lines_[here_++]);
  }

  Step step(std::string_view s) {
    auto line = at_;
    if (take(s, "Given: ")) return {line, Given{std::string(s)}};
    if (take(s, "On ")) return {line, clock(s)};
    if (take(s, "As ")) return {line, call(s)};
    if (take(s, "The public at ")) return {line, page(s)};
    if (s == "The journal ends with:") return {line, JournalEnd{table()}};
    if (s == "The journal is whole.") return {line, JournalState{}};
    if (take(s, "The journal is broken: ")) return {line, JournalState{std::string(s)}};
    if (take(s, "Entry ") && take_end(s, " of the journal is altered behind the program’s back.") && number(s)) return {line, Tampering{*number(s)}};
    fail(line, "no sentence begins so; see scenarios/README.md");
  }

  Clock clock(std::string_view s) {
    auto day_name = s.substr(0, s.find(' '));
    bool named = std::find(weekdays.begin(), weekdays.end(), day_name) != weekdays.end();
    if (named) s.remove_prefix(day_name.size() + 1);
    // "06/05/2021 at 08:00"
    if (s.size() != 19 || s.substr(10, 4) != " at ") fail(at_, "a time is written “On Thursday 06/05/2021 at 08:00”");
    auto date = Date::parse(fmt::format("{}-{}-{}", s.substr(6, 4), s.substr(3, 2), s.substr(0, 2)));
    auto hour = number(s.substr(14, 2)), minute = number(s.substr(17, 2));
    if (!date || !hour || !minute || *hour > 23 || *minute > 59) fail(at_, "there is no such day or hour");
    if (named && weekdays[static_cast<size_t>(date->weekday())] != day_name)
      fail(at_, fmt::format("that day is a {}", weekdays[static_cast<size_t>(date->weekday())]));
    return {*date, *hour * 60 + *minute};
  }

  Call call(std::string_view s) {
    Call out;
    out.twice = take_end(s, ", sent twice");
    auto colon = s.find(": ");
    if (colon == std::string_view::npos) fail(at_, "who does what is written “As unit_head@tax: directives.submit”");
    out.who = trimmed(s.substr(0, colon));
    out.operation = trimmed(s.substr(colon + 2));
    out.request = fields();
    auto line = at_;
    auto after = next_heading();
    if (!after) fail(line, "what is expected? Done., Answer:, Refused: or File:");
    out.outcome_line = at_;
    auto o = *after;
    if (o == "Done.") out.outcome = Done{};
    else if (o == "Answer:") out.outcome = Answer{answer()};
    else if (take(o, "Refused: ")) out.outcome = refused(o);
    else if (take(o, "File: ")) out.outcome = FileGiven{std::string(o), reading()};
    else fail(line, "what is expected? Done., Answer:, Refused: or File:");
    out.outcome_end = here_;
    return out;
  }

  std::vector<Field> answer() {
    auto out = fields();
    if (out.empty()) fail(at_, "an answer of which nothing is expected could not fail; write “Done.”");
    for (auto& f : out)
      if (f.value == rest) fail(f.line, "“…” alone fits everything");
    return out;
  }

  Refused refused(std::string_view kind) {
    Refused out{std::string(kind), {}, {}};
    while (auto line = next_indented()) {
      auto colon = line->find(": ");
      if (line->starts_with('/') && colon != std::string_view::npos)
        out.fields.push_back({here_, std::string(line->substr(0, colon)), std::string(trimmed(line->substr(colon + 2))), {}});
      else if (!out.words && out.fields.empty())
        out.words = Field{here_, {}, std::string(*line), {}};
      else
        fail(here_, "a field at fault is written “/clauses/2/due: Thời hạn …”");
    }
    if (out.fields.empty() && out.kind == "invalid") fail(at_, "which fields are at fault? “/minutes: …”");
    if (!out.words && out.kind == "conflict") fail(at_, "in which words? A line with the sentence in Vietnamese");
    return out;
  }

  Reading reading() {
    Reading out;
    while (auto line = next_indented()) {
      auto s = *line;
      if (take(s, "shows: ") || take(s, "sees: ")) out.shows.push_back({here_, {}, std::string(trimmed(s)), {}});
      else if (take(s, "does not show: ") || take(s, "does not see: ")) out.hides.push_back({here_, {}, std::string(trimmed(s)), {}});
      else fail(here_, "what is read is written “shows: …” or “does not show: …”");
      if (trimmed(s).empty()) fail(here_, "shows what?");
    }
    return out;
  }

  Page page(std::string_view s) {
    Page out;
    out.there = !take_end(s, " finds nothing.");
    out.address = trimmed(s);
    if (!out.address.starts_with('/')) fail(at_, "an address begins with “/”");
    out.reading = reading();
    if (out.there && out.reading.shows.empty()) fail(at_, "what does the public see there? A page that shows nothing expected could be any page");
    return out;
  }

  std::vector<Field> fields() {
    std::vector<Field> out;
    while (auto line = next_indented()) {
      if (line->starts_with('|')) fail(here_, "a table stands below the name of its list: “items:”");
      if (line->starts_with("remember ")) {
        out.push_back({here_, std::string(*line), {}, {}});
        continue;
      }
      auto colon = line->find(": ");
      if (colon == std::string_view::npos && line->ends_with(':')) {
        Field f{here_, std::string(line->substr(0, line->size() - 1)), {}, {}};
        f.table = table();
        out.push_back(std::move(f));
      } else if (colon == std::string_view::npos) {
        fail(here_, "a field is written “name: value”");
      } else {
        out.push_back({here_, std::string(line->substr(0, colon)), std::string(trimmed(line->substr(colon + 2))), {}});
      }
    }
    return out;
  }

  static std::vector<std::string> cells(std::string_view line) {
    std::vector<std::string> out;
    line.remove_prefix(1);
    take_end(line, "|");
    for (size_t from = 0; from <= line.size();) {
      auto end = std::min(line.find('|', from), line.size());
      out.emplace_back(trimmed(line.substr(from, end - from)));
      from = end + 1;
    }
    return out;
  }

  Table table() {
    Table out;
    out.first = here_ + 1;
    while (here_ < lines_.size() && indented(here_) && trimmed(lines_[here_]).starts_with('|')) {
      auto row = cells(trimmed(lines_[here_++]));
      if (out.open) fail(here_, "“| … |” is the last row");
      if (out.columns.empty()) out.columns = row;
      else if (row.size() == 1 && row[0] == rest) out.open = true;
      else if (row.size() == out.columns.size()) out.rows.push_back(row);
      else fail(here_, fmt::format("{} cells under {} names", row.size(), out.columns.size()));
    }
    out.last = here_;
    if (out.columns.empty()) fail(here_, "a table of “| name | name |” is missing");
    if (out.rows.empty()) fail(here_, "a table has rows");
    return out;
  }

  static bool can_fail(const Scenario& scenario) {
    for (auto& step : scenario.steps) {
      if (std::holds_alternative<Page>(step.what) || std::holds_alternative<JournalEnd>(step.what) || std::holds_alternative<JournalState>(step.what)) return true;
      auto* call = std::get_if<Call>(&step.what);
      if (!call) continue;
      if (std::holds_alternative<Refused>(call->outcome)) return true;
      if (auto* file = std::get_if<FileGiven>(&call->outcome); file && !file->reading.shows.empty()) return true;
      if (auto* answer = std::get_if<Answer>(&call->outcome))
        for (auto& f : answer->fields)
          if (!f.path.starts_with("remember ")) return true;
    }
    return false;
  }

  std::string file_;
  std::vector<std::string_view> lines_;
  size_t here_ = 0, at_ = 0;
};

}  // namespace

Script read_script(const std::string& file, std::string_view text) { return Reader(file, text).script(); }
std::vector<Step> read_given(const std::string& file, std::string_view text) { return Reader(file, text).steps(); }

}  // namespace giaoban::scenarios
