#include "access/me.hpp"
#include "access/passwords.hpp"

namespace giaoban::access {
namespace {

struct Account {
  int64_t id = 0;
  std::string name;
  SeatRef seat;
  bool locked = false, disabled = false;
};
BOOST_DESCRIBE_STRUCT(Account, (), (id, name, seat, locked, disabled))
struct Accounts {
  std::vector<Account> accounts;
  std::vector<SeatRef> seats;
};
BOOST_DESCRIBE_STRUCT(Accounts, (), (accounts, seats))
struct Row {
  int64_t id = 0;
  std::string name;
  int64_t seat = 0;
  std::optional<int64_t> locked_until;
  bool disabled = false;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, name, seat, locked_until, disabled))

struct Create {
  std::string name;
  int64_t seat = 0;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(Create, (), (name, seat, password))
struct CreateSeat {
  Office office = Office::unit_clerk;
  int64_t unit = 0;
  Text title;
  bool member = false;
};
BOOST_DESCRIBE_STRUCT(CreateSeat, (), (office, unit, title, member))
struct SetPassword {
  int64_t account = 0;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(SetPassword, (), (account, password))
struct Which {
  int64_t account = 0;
};
BOOST_DESCRIBE_STRUCT(Which, (), (account))
struct Move {
  int64_t account = 0, seat = 0;
};
BOOST_DESCRIBE_STRUCT(Move, (), (account, seat))

const Text password_short{"Mật khẩu cần ít nhất 10 ký tự.", "A password needs at least 10 characters."};

Outcome<Accounts> list(Context& context, const Nothing&) {
  Accounts out;
  auto now = context.now();
  for (auto& r : context.tx.query<Row>("select id, name, seat, locked_until, disabled from account order by name"))
    out.accounts.push_back({r.id, r.name, seat_ref(context.tx, r.seat), r.locked_until && Instant{*r.locked_until} > now, r.disabled});
  for (auto& s : seats(context.tx)) out.seats.push_back(seat_ref(context.tx, s.id));
  return out;
}

bool exists(Context& context, int64_t account) { return context.tx.one_value<int64_t>("select id from account where id = ?", account).has_value(); }

Outcome<Accounts> create(Context& context, const Create& r) {
  Faults faults;
  faults.require(!r.name.empty() && r.name.size() <= 100 && r.name.find_first_of(" \t\n") == std::string::npos, "/name",
                 {"Tên đăng nhập cần từ 1 đến 100 ký tự, không có dấu cách.", "A sign-in name has 1 to 100 characters without spaces."});
  faults.require(!context.tx.one_value<int64_t>("select id from account where name = ?", r.name), "/name",
                 {"Tên này đã có người dùng.", "This name is taken."});
  faults.require(seat(context.tx, r.seat).has_value(), "/seat", {"Hãy chọn một chức danh.", "Choose a seat."});
  faults.require(password_good(r.password), "/password", password_short);
  if (faults.any()) return faults.problem();
  context.about("account/" + std::to_string(add_account(context.tx, r.name, r.seat, r.password)));
  return list(context, {});
}

Outcome<SeatRef> create_seat(Context& context, const CreateSeat& r) {
  Faults faults;
  auto unit = units::find(context.tx, r.unit);
  faults.require(unit && unit->in_force(context.at().local_date()), "/unit", {"Hãy chọn một đơn vị.", "Choose a unit."});
  faults.require(!r.title.vi.empty() && r.title.vi.size() <= 300, "/title/vi", {"Hãy nhập tên chức danh.", "Enter the office's title."});
  if (faults.any()) return faults.problem();
  auto id = add_seat(context.tx, {0, r.office, r.unit, r.title, r.member});
  context.about("seat/" + std::to_string(id));
  return seat_ref(context.tx, id);
}

Outcome<Accounts> set_password(Context& context, const SetPassword& r, Sessions& sessions) {
  Faults faults;
  faults.require(exists(context, r.account), "/account", {"Không có tài khoản này.", "There is no such account."});
  faults.require(password_good(r.password), "/password", password_short);
  if (faults.any()) return faults.problem();
  context.tx.exec("update account set password = ?, failures = 0, locked_until = null where id = ?", hash_password(r.password), r.account);
  context.tx.exec("delete from access_session where account = ?", r.account);
  context.about("account/" + std::to_string(r.account));
  auto account = r.account;
  context.after_commit([&sessions, account] { sessions.remove_account(account); });
  return list(context, {});
}

Outcome<Accounts> unlock(Context& context, const Which& r) {
  if (!exists(context, r.account)) return not_found({"Không có tài khoản này.", "There is no such account."});
  context.tx.exec("update account set failures = 0, locked_until = null, disabled = 0 where id = ?", r.account);
  context.about("account/" + std::to_string(r.account));
  return list(context, {});
}

Outcome<Accounts> disable(Context& context, const Which& r, Sessions& sessions) {
  if (!exists(context, r.account)) return not_found({"Không có tài khoản này.", "There is no such account."});
  if (r.account == context.actor.account) return conflict({"Không thể tự khóa tài khoản của mình.", "You cannot disable your own account."});
  context.tx.exec("update account set disabled = 1 where id = ?", r.account);
  context.tx.exec("delete from access_session where account = ?", r.account);
  context.about("account/" + std::to_string(r.account));
  auto account = r.account;
  context.after_commit([&sessions, account] { sessions.remove_account(account); });
  return list(context, {});
}

Outcome<Accounts> move(Context& context, const Move& r, Sessions& sessions) {
  Faults faults;
  faults.require(exists(context, r.account), "/account", {"Không có tài khoản này.", "There is no such account."});
  faults.require(seat(context.tx, r.seat).has_value(), "/seat", {"Hãy chọn một chức danh.", "Choose a seat."});
  if (faults.any()) return faults.problem();
  context.tx.exec("update account set seat = ? where id = ?", r.seat, r.account);
  // Rights change with the seat: whoever is signed in signs in again.
  context.tx.exec("delete from access_session where account = ?", r.account);
  context.about("account/" + std::to_string(r.account));
  auto account = r.account;
  context.after_commit([&sessions, account] { sessions.remove_account(account); });
  return list(context, {});
}

}  // namespace

void declare_accounts(Catalogue& catalogue, Sessions& sessions) {
  auto right = Right::accounts_manage;
  catalogue.read({.name = "access.accounts", .right = right, .summary = {"Danh sách tài khoản", "Accounts"}}, &list);
  catalogue.change({.name = "access.create_account", .right = right, .summary = {"Tạo tài khoản", "Create an account"}, .secret = true}, &create);
  catalogue.change({.name = "access.create_seat", .right = right, .summary = {"Tạo chức danh", "Create a seat"}}, &create_seat);
  catalogue.change({.name = "access.set_password", .right = right, .summary = {"Đặt lại mật khẩu", "Set a password"}, .secret = true},
                   [&sessions](Context& c, const SetPassword& r) -> Outcome<Accounts> { return set_password(c, r, sessions); });
  catalogue.change({.name = "access.unlock", .right = right, .summary = {"Mở khóa tài khoản", "Unlock an account"}}, &unlock);
  catalogue.change({.name = "access.disable", .right = right, .summary = {"Khóa tài khoản", "Disable an account"}},
                   [&sessions](Context& c, const Which& r) -> Outcome<Accounts> { return disable(c, r, sessions); });
  catalogue.change({.name = "access.move", .right = right, .summary = {"Chuyển tài khoản sang chức danh khác", "Move an account to another seat"}},
                   [&sessions](Context& c, const Move& r) -> Outcome<Accounts> { return move(c, r, sessions); });
}

}  // namespace giaoban::access
