#include "scenarios/play.hpp"

#include <fmt/format.h>

#include "access/access.hpp"
#include "access/ahead.hpp"
#include "journal/journal.hpp"

namespace giaoban::scenarios {
namespace bj = boost::json;
namespace {

std::string joined(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (auto& cell : cells) out += " " + cell + " |";
  return out;
}

/// Rows with their cells in line.
std::vector<std::string> table_lines(const std::vector<std::string>& columns, std::vector<std::vector<std::string>> rows, bool open) {
  rows.insert(rows.begin(), columns);
  std::vector<size_t> width(columns.size(), 0);
  auto signs = [](const std::string& s) { return static_cast<size_t>(std::count_if(s.begin(), s.end(), [](char c) { return (c & 0xC0) != 0x80; })); };
  for (auto& row : rows)
    for (size_t c = 0; c < row.size(); ++c) width[c] = std::max(width[c], signs(row[c]));
  std::vector<std::string> out;
  for (auto& row : rows) {
    for (size_t c = 0; c < row.size(); ++c) row[c].append(width[c] - signs(row[c]), ' ');
    out.push_back("    " + joined(row));
  }
  if (open) out.push_back("    | … |");
  return out;
}

bj::value value_at(const bj::value& root, const std::string& path) {
  auto found = find(root, path);
  return found.size() == 1 ? *found[0] : bj::value(bj::string(found.empty() ? "(nothing)" : fmt::format("({} values)", found.size())));
}

}  // namespace

void Play::run(const std::string& file, const std::vector<Step>& steps) {
  auto outer = std::exchange(file_, file);
  for (auto& s : steps) {
    if (over_) break;
    line_ = s.line;
    std::visit([&](auto& what) { step(what); }, s.what);
  }
  file_ = outer;
}

std::string Play::account(const std::string& who) {
  if (who == "nobody" || who.starts_with("nobody at ")) return "";
  auto at = who.find('@');
  if (at == std::string::npos) return who;
  std::optional<std::string> found;
  body_.database().read([&](db::Transaction& tx) {
    found = tx.one_value<std::string>("select a.name from account a join seat t on t.id = a.seat join unit u on u.id = t.unit "
                                      "where t.office = ? and u.code = ? order by a.id limit 1", who.substr(0, at), who.substr(at + 1));
  });
  if (!found) throw Unreadable(place(line_).str() + ": nobody is " + who);
  return *found;
}

std::string Play::name(const std::string& what) {
  if (auto known = remembered_.find(what); known != remembered_.end())
    return known->second.is_string() ? std::string(known->second.as_string()) : bj::serialize(known->second);
  auto space = what.find(' ');
  auto kind = what.substr(0, space), rest = space == std::string::npos ? "" : what.substr(space + 1);
  if (kind == "unit") return std::to_string(body_.unit(rest));
  if (kind == "seat") return std::to_string(body_.actor(account(rest)).seat);
  if (kind == "seats") {  // <seats of 11 members>
    std::string out;
    auto left = std::atoi(rest.c_str() + std::string_view("of ").size());
    body_.database().read([&](db::Transaction& tx) {
      for (auto& seat : access::members(tx))
        if (left-- > 0) out += (out.empty() ? "" : ",") + std::to_string(seat.id);
    });
    return "[" + out + "]";
  }
  throw Unreadable(fmt::format("{}: nothing is called <{}>; is “remember … as {}” missing?", place(line_).str(), what, what));
}

int64_t Play::journal_head() {
  int64_t head = 0;
  body_.database().read([&](db::Transaction& tx) { head = journal::head(tx); });
  return head;
}

void Play::step(const Clock& clock) { body_.clock().set(Instant::local(clock.day, 0, clock.minutes)); }

Reply Play::carried_out(const Call& call, const bj::value& request, const std::string& key) {
  auto actor = body_.actor(account(call.who));
  if (!call.who.starts_with("nobody at ")) return body_.engine().call(call.operation, request, actor, key);
  auto& cookie = desks_[call.who];
  access::Ahead ahead(body_.database(), door_, request, 0, {"", {}, cookie}, body_.clock().now());
  auto reply = body_.engine().call(call.operation, request, actor, key);
  if (reply.device_token) cookie = *reply.device_token;
  return reply;
}

void Play::step(const Call& call) {
  auto* operation = body_.engine().catalogue().find(call.operation);
  if (!operation) throw Unreadable(fmt::format("{}: there is no operation {}", place(line_).str(), call.operation));
  auto request = request_of(call.request, [&](auto& what) { return name(what); });
  auto before = journal_head();
  auto key = call.twice ? fmt::format("{}-{}", file_, ++keys_) : std::string();
  auto reply = carried_out(call, request, key);
  if (call.twice) {
    auto again = carried_out(call, request, key);
    if (again.body != reply.body) differs(line_, "sent twice, answered alike", again.body);
  }
  check_journal(call, reply, before);
  if (auto* refused = std::get_if<Refused>(&call.outcome)) return expect(call, *refused, reply);
  if (!reply.done) {
    differs(call.outcome_line, "done", reply.body);
    correct_outcome(call, reply);
    over_ = true;
    return;
  }
  if (auto* answer = std::get_if<Answer>(&call.outcome)) expect(*answer, reply);
  if (auto* file = std::get_if<FileGiven>(&call.outcome)) {
    if (!reads_as(file->name, reply.file_name)) {
      differs(call.outcome_line, file->name, reply.file_name);
      correct(call.outcome_line, call.outcome_line, {"File: " + reply.file_name});
    }
    expect_reading(file->reading, readable(reply.body));
  }
}

void Play::expect(const Answer& answer, const Reply& reply) {
  auto found = bj::parse(reply.body);
  for (auto& field : answer.fields) {
    if (field.path.starts_with("remember ")) {
      auto as = field.path.rfind(" as ");
      if (as == std::string::npos) throw Unreadable(place(field.line).str() + ": “remember PATH as NAME”");
      auto path = field.path.substr(9, as - 9);
      auto values = find(found, path);
      if (values.size() != 1) throw Unreadable(fmt::format("{}: {} stands {} times in the answer: {}", place(field.line).str(), path, values.size(), reply.body));
      remembered_[field.path.substr(as + 4)] = *values[0];
    } else if (field.table) {
      answer_table(field, found);
    } else {
      answer_field(field, found);
    }
  }
}

void Play::answer_field(const Field& field, const bj::value& found) {
  auto expected = value_of(field.value, [&](auto& what) { return name(what); });
  constexpr std::string_view counting = "number of ";
  bool count = field.path.starts_with(counting);
  auto path = count ? field.path.substr(counting.size()) : field.path;
  auto values = find(found, path);
  bj::value is;
  if (count) {
    if (values.empty()) is = 0;
    else is = values.size() == 1 && values[0]->is_array() ? values[0]->as_array().size() : values.size();
    is = is.to_number<int64_t>();
  } else {
    is = value_at(found, path);
  }
  if ((count || values.size() == 1) && fits(expected, is)) return;
  differs(field.line, field.path + ": " + written(expected), written(is));
  correct(field.line, field.line, {"  " + field.path + ": " + written(is)});
}

void Play::answer_table(const Field& field, const bj::value& found) {
  auto& table = *field.table;
  auto elements = find(found, field.path);
  if (elements.size() == 1 && elements[0]->is_array()) {
    auto* list = &elements[0]->as_array();
    elements.clear();
    for (auto& e : *list) elements.push_back(&e);
  }
  auto row_fits = [&](const std::vector<std::string>& row, const bj::value& element) {
    for (size_t c = 0; c < row.size(); ++c) {
      auto at = find(element, table.columns[c]);
      if (row[c].empty() ? !(at.empty() || at[0]->is_null()) : at.size() != 1 || !fits(value_of(row[c], [&](auto& what) { return name(what); }), *at[0])) return false;
    }
    return true;
  };
  bool all = table.open || elements.size() == table.rows.size();
  size_t from = 0;
  for (auto& row : table.rows) {  // in their order; others may stand between if the table is open
    while (all && from < elements.size() && !row_fits(row, *elements[from]) && table.open) ++from;
    all = all && from < elements.size() && row_fits(row, *elements[from++]);
  }
  if (all) return;
  std::vector<std::vector<std::string>> rows;
  for (auto* element : elements) {
    std::vector<std::string> cells;
    for (auto& column : table.columns) {
      auto v = value_at(*element, column);
      cells.push_back(v.is_null() ? "" : written(v));
    }
    rows.push_back(cells);
  }
  auto lines = table_lines(table.columns, rows, table.open);
  std::string is;
  for (auto& line : lines) is += "\n" + line;
  differs(field.line, field.path + " as the table says", is);
  correct(table.first, table.last, lines);
}

void Play::expect(const Call& call, const Refused& refused, const Reply& reply) {
  if (reply.done) {
    differs(call.outcome_line, "refused: " + refused.kind, "done: " + reply.body);
    correct(call.outcome_line, call.outcome_end, {"Done."});
    over_ = true;
    return;
  }
  auto problem = bj::parse(reply.body);
  auto kind = std::string(problem.at("type").as_string());
  kind = kind.substr(kind.rfind('/') + 1);
  auto words = std::string(problem.at("title").at("vi").as_string());
  bool right = kind == refused.kind && (!refused.words || reads_as(refused.words->value, words));
  auto& fields = problem.at("fields").as_array();
  right = right && fields.size() == refused.fields.size();
  for (size_t i = 0; right && i < fields.size(); ++i)
    right = reads_as(value_of(refused.fields[i].path, [&](auto& what) { return name(what); }).as_string(), fields[i].at("pointer").as_string()) &&
            reads_as(refused.fields[i].value, fields[i].at("message").at("vi").as_string());
  for (auto& f : fields)
    if (f.at("message").at("en").as_string().empty()) differs(call.outcome_line, "words in English too", bj::serialize(f));
  if (problem.at("title").at("en").as_string().empty()) differs(call.outcome_line, "words in English too", reply.body);
  check_no_hint(reply);
  if (right) return;
  differs(call.outcome_line, "refused as written", reply.body);
  correct_outcome(call, reply);
}

void Play::correct_outcome(const Call& call, const Reply& reply) {
  auto problem = bj::parse(reply.body);
  auto kind = std::string(problem.at("type").as_string());
  kind = kind.substr(kind.rfind('/') + 1);
  std::vector<std::string> lines{"Refused: " + kind};
  if (kind == "conflict" || kind == "not_found") lines.push_back("  " + std::string(problem.at("title").at("vi").as_string()));
  for (auto& f : problem.at("fields").as_array())
    lines.push_back(fmt::format("  {}: {}", std::string(f.at("pointer").as_string()), std::string(f.at("message").at("vi").as_string())));
  correct(call.outcome_line, call.outcome_end, lines);
}

void Play::check_no_hint(const Reply& reply) {
  if (reply.status != status_of(Problem::Kind::forbidden)) return;
  auto bare = json::text_of_problem(forbidden().value());
  if (reply.body != bare) differs(line_, "a refusal without a hint: " + bare, reply.body);
}

void Play::check_journal(const Call& call, const Reply& reply, int64_t before) {
  bool change = body_.engine().catalogue().find(call.operation)->change && reply.done;
  auto entries = journal_head() - before;
  if (entries != (change ? 1 : 0)) differs(line_, fmt::format("{} in the journal", change ? "one entry" : "no entry"), fmt::format("{} entries", entries));
}

void Play::expect_reading(const Reading& reading, const std::string& text) {
  for (auto& f : reading.shows)
    if (!contains(text, f.value)) differs(f.line, "shows: " + f.value, text.substr(0, 3000));
  for (auto& f : reading.hides)
    if (contains(text, f.value)) differs(f.line, "does not show: " + f.value, "it does");
}

void Play::step(const Page& page) {
  auto reply = body_.engine().call("press.page", bj::object{{"path", page.address}}, Actor{});
  if (reply.done != page.there) return differs(line_, page.there ? "a page at " + page.address : "nothing at " + page.address, reply.done ? "a page" : reply.body);
  if (page.there) expect_reading(page.reading, readable(reply.body));
}

void Play::step(const JournalEnd& end) {
  bj::array entries;
  auto count = static_cast<int64_t>(end.table.rows.size());
  body_.database().read([&](db::Transaction& tx) {
    for (auto& e : tx.query<journal::Entry>("select seq, at, account, office, unit, operation, subject, detail, hash from journal where seq > ? order by seq", journal::head(tx) - count))
      entries.push_back(bj::object{{"entry", e.seq}, {"operation", e.operation}, {"by", e.account ? e.office + "@" + e.unit : "nobody"}, {"about", e.subject}, {"detail", e.detail}});
  });
  Field field{line_, "journal", {}, end.table};
  answer_table(field, bj::object{{"journal", entries}});
}

void Play::step(const JournalState& state) {
  std::optional<journal::Fault> fault;
  body_.database().read([&](db::Transaction& tx) { fault = journal::verify(tx); });
  auto found = fault ? fault->what.vi : "whole";
  auto expected = state.broken ? std::string(value_of(*state.broken, [&](auto& what) { return name(what); }).as_string()) : "whole";
  if (!reads_as(expected, found)) differs(line_, expected, found);
}

void Play::step(const Tampering& tampering) {
  body_.database().write([&](db::Transaction& tx) {
    tx.exec("update journal set detail = ? where seq = ?", std::string("{\"altered\":true}"), tampering.entry);
    return true;
  });
}

}  // namespace giaoban::scenarios
