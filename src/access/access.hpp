#pragma once
// Who may come in, and in which seat. People hold accounts; an account holds a seat: an office in a unit.
// Rights follow the seat.
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/database.hpp"
#include "operation/catalogue.hpp"
#include "operation/clock.hpp"
#include "units/units.hpp"

namespace giaoban::access {

struct Seat {
  int64_t id = 0;
  Office office = Office::unit_clerk;
  int64_t unit = 0;
  Text title;           ///< "Phó Chủ tịch UBND thành phố phụ trách kinh tế": offices, never persons
  bool member = false;  ///< member of the executive
};
BOOST_DESCRIBE_STRUCT(Seat, (), (id, office, unit, title, member))

/// A seat as other rooms show it.
struct SeatRef {
  int64_t id = 0;
  Office office = Office::unit_clerk;
  Text title;
  units::UnitRef unit;
};
BOOST_DESCRIBE_STRUCT(SeatRef, (), (id, office, title, unit))

std::vector<Seat> seats(db::Transaction& tx);
/// Those whose unit is in force on a day: who can be invited, asked, entered as.
std::vector<Seat> seats(db::Transaction& tx, Date on);
std::optional<Seat> seat(db::Transaction& tx, int64_t id);
SeatRef seat_ref(db::Transaction& tx, int64_t id);
/// All members of the executive, chair first.
std::vector<Seat> members(db::Transaction& tx);
int64_t add_seat(db::Transaction& tx, const Seat& seat);
/// An empty password: no sign-in by password (the demo's seats are entered with one click).
int64_t add_account(db::Transaction& tx, const std::string& name, int64_t seat, const std::string& password);

void set_password(db::Transaction& tx, int64_t account, const std::string& password);

/// Live sessions, in memory beside the store: a request's cookie is looked up without a query.
class Sessions {
 public:
  struct Session {
    Actor actor;
    std::string csrf;
    Instant until;
  };
  std::optional<Session> find(std::string_view token, Instant now) const;
  void load(db::Transaction& tx);
  /// Others wrote to these tables; none: to any.
  void follow(db::Transaction& tx, const std::set<std::string>& tables);
  void put(const std::string& token_hash, Session session);
  void remove(const std::string& token_hash);
  void remove_account(int64_t account);
  /// One CSRF token an account, the same in all its browsers.
  std::string csrf_of(int64_t account) const;
  size_t count() const;

 private:
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Session> sessions_;  // by the token's hash: the store never holds a token
};

/// A session lasts a long working day; the cookie ends with it.
inline constexpr int64_t session_ms = 12LL * 3600 * 1000;
/// Failed sign-ins in a row before an account rests, and for how long.
inline constexpr int64_t failures_max = 5;
inline constexpr int64_t lock_ms = 15LL * 60 * 1000;

std::vector<db::Migration> migrations();
/// `clock`: what `demo.advance_clock` moves.
void declare(Catalogue& catalogue, Sessions& sessions, Clock& clock);

}  // namespace giaoban::access
