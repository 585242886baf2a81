#include <fmt/format.h>

#include <set>
#include <stdexcept>

#include "access/access.hpp"
#include "access/passwords.hpp"

namespace giaoban::access {
namespace {
const std::string columns = "id, office, unit, title_vi, title_en, member";
}

std::vector<db::Migration> migrations() {
  return {{"access.1", R"(
    create table seat (
      id {id}, office text not null, unit bigint not null references unit(id), title_vi text not null,
      title_en text not null, member bigint not null);
    create table account (
      id {id}, name text not null unique, seat bigint not null references seat(id), password text not null,
      failures bigint not null, locked_until bigint, disabled bigint not null);
    create table access_session (
      token_hash text primary key, account bigint not null references account(id), csrf text not null, until bigint not null);
  )"},
          {"access.2", "create table demo_clock (one bigint primary key, at bigint not null);"},
          {"access.3", R"(
    create table access_device (
      token_hash text primary key, account bigint not null references account(id), failures bigint not null,
      locked_until bigint, until bigint not null);
    create index access_device_account on access_device(account);
  )"}};
}

std::vector<Seat> seats(db::Transaction& tx) { return tx.query<Seat>("select " + columns + " from seat order by id"); }
std::vector<Seat> seats(db::Transaction& tx, Date on) {
  std::set<int64_t> there;
  for (auto& unit : units::in_force(tx, on)) there.insert(unit.id);
  auto all = seats(tx);
  std::erase_if(all, [&](auto& s) { return !there.contains(s.unit); });
  return all;
}
std::optional<Seat> seat(db::Transaction& tx, int64_t id) { return tx.one<Seat>("select " + columns + " from seat where id = ?", id); }
SeatRef seat_ref(db::Transaction& tx, int64_t id) {
  auto s = seat(tx, id);
  if (!s) throw std::logic_error(fmt::format("no seat {}", id));
  return {s->id, s->office, s->title, units::ref(tx, s->unit)};
}
std::vector<Seat> members(db::Transaction& tx) {
  return tx.query<Seat>("select " + columns + " from seat where member = 1 order by case office when 'chair' then 0 when 'vice_chair' then 1 else 2 end, id");
}
int64_t add_seat(db::Transaction& tx, const Seat& s) {
  return tx.insert("insert into seat(office, unit, title_vi, title_en, member) values (?,?,?,?,?) returning id", s.office, s.unit, s.title, s.member);
}
int64_t add_account(db::Transaction& tx, const std::string& name, int64_t seat, const std::string& password) {
  return tx.insert("insert into account(name, seat, password, failures, locked_until, disabled) values (?,?,?,0,null,0) returning id",
                   name, seat, password.empty() ? std::string() : hash_password(password));
}

void set_password(db::Transaction& tx, int64_t account, const std::string& password) {
  tx.exec("update account set password = ?, failures = 0, locked_until = null where id = ?", hash_password(password), account);
}

}  // namespace giaoban::access
