// Who did what, when: the journal as the quality officer and the administrator read it, latest first. What was asked
// is not shown: a request may hold words that were not meant for them; the subject leads to where they stand.
#include <charconv>
#include <set>

#include "access/me.hpp"
#include "journal/journal.hpp"

namespace giaoban::access {
namespace {

constexpr int64_t page_entries = 100;  // what is read at a time

struct AskHistory {
  std::optional<std::string> room;  ///< "session": what its operations did
  std::optional<std::string> subject;  ///< "directive/17"
  std::optional<int64_t> before;  ///< older than this entry
};
BOOST_DESCRIBE_STRUCT(AskHistory, (), (room, subject, before))
struct Done {
  int64_t seq = 0;
  Instant at;
  std::string account;  ///< empty: nobody signed in, or the program itself
  std::optional<SeatRef> seat;  ///< that the account holds today
  std::string operation;
  Text what;
  std::string subject;
  std::optional<Text> subject_name;  ///< of an account: the office that it holds
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(Done, (), (seq, at, account, seat, operation, what, subject, subject_name, hash))
struct History {
  std::vector<Done> entries;
  std::vector<std::string> rooms;
  int64_t head = 0;
  bool more = false;
};
BOOST_DESCRIBE_STRUCT(History, (), (entries, rooms, head, more))
struct Holder {
  int64_t id = 0;
  std::string name;
  int64_t seat = 0;
};
BOOST_DESCRIBE_STRUCT(Holder, (), (id, name, seat))

std::vector<std::string> rooms_of(const Catalogue& catalogue) {
  std::set<std::string> rooms;
  for (auto& [name, operation] : catalogue.all())
    if (operation.change) rooms.insert(name.substr(0, name.find('.')));
  return {rooms.begin(), rooms.end()};
}

/// Which account "account/6" is.
std::optional<int64_t> account_of(const std::string& subject) {
  constexpr std::string_view kind = "account/";
  if (!subject.starts_with(kind)) return {};
  int64_t id = 0;
  auto [end, fault] = std::from_chars(subject.data() + kind.size(), subject.data() + subject.size(), id);
  return fault == std::errc() && end == subject.data() + subject.size() ? std::optional(id) : std::nullopt;
}

Outcome<History> history(const Catalogue& catalogue, Context& context, const AskHistory& asked) {
  History out;
  out.rooms = rooms_of(catalogue);
  Faults faults;
  faults.require(!asked.room || std::find(out.rooms.begin(), out.rooms.end(), *asked.room) != out.rooms.end(), "/room",
                 {"Không có mục này.", "There is no such room."});
  if (faults.any()) return faults.problem();
  std::map<int64_t, Holder> holders;
  for (auto& h : context.tx.query<Holder>("select id, name, seat from account order by id")) holders.emplace(h.id, h);
  auto entries = journal::latest(context.tx, asked.before.value_or(INT64_MAX), asked.room.value_or(""), asked.subject.value_or(""), page_entries + 1);
  out.more = entries.size() > page_entries;
  if (out.more) entries.pop_back();
  for (auto& e : entries) {
    Done d{e.seq, e.at, {}, {}, e.operation, same(e.operation), e.subject, {}, e.hash};
    if (auto holder = holders.find(e.account); holder != holders.end()) {
      d.account = holder->second.name;
      d.seat = seat_ref(context.tx, holder->second.seat);
    }
    if (auto account = account_of(e.subject))
      if (auto holder = holders.find(*account); holder != holders.end()) d.subject_name = seat_ref(context.tx, holder->second.seat).title;
    if (auto* o = catalogue.find(e.operation)) d.what = o->summary;
    out.entries.push_back(std::move(d));
  }
  out.head = journal::head(context.tx);
  return out;
}

}  // namespace

void declare_history(Catalogue& catalogue) {
  catalogue.read({.name = "access.history", .right = Right::journal_see, .summary = {"Nhật ký: ai làm gì, lúc nào", "The journal: who did what, when"}},
                 [&catalogue](Context& context, const AskHistory& asked) { return history(catalogue, context, asked); });
}

}  // namespace giaoban::access
