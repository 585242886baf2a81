#include "access/ahead.hpp"
#include "access/devices.hpp"
#include "access/me.hpp"
#include "access/passwords.hpp"

namespace giaoban::access {
namespace {

struct SignIn {
  std::string name, password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (name, password))
struct ChangePassword {
  std::string current, wanted;
};
BOOST_DESCRIBE_STRUCT(ChangePassword, (), (current, wanted))
/// A refused sign-in is an answer, not a problem: it must be written down (the count of failures), and a
/// problem writes nothing.
struct SignedIn {
  bool ok = false;
  std::optional<Me> me;
  std::optional<Text> refusal;
};
BOOST_DESCRIBE_STRUCT(SignedIn, (), (ok, me, refusal))

struct AccountRow {
  int64_t id = 0;
  std::string password;
  int64_t failures = 0;
  std::optional<int64_t> locked_until;
  bool disabled = false;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (), (id, password, failures, locked_until, disabled))

struct SeatRow {
  int64_t seat = 0, unit = 0;
  std::string unit_code;
  Office office = Office::unit_clerk;
  bool member = false;
};
BOOST_DESCRIBE_STRUCT(SeatRow, (), (seat, unit, unit_code, office, member))

/// One sentence for a name that is not there, a wrong password, and an account that rests or is disabled: the words
/// tell a stranger nothing about who has an account.
const Text refused{"Tên hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa (15 phút sau 5 lần sai liên tiếp).",
                   "The name or the password is not right, or the account rests (15 minutes after 5 failures in a row)."};

Outcome<SignedIn> sign_in(Context& context, const SignIn& request, Sessions& sessions) {
  Faults faults;
  faults.require(!request.name.empty() && request.name.size() <= 100, "/name", {"Hãy nhập tên đăng nhập.", "Enter your sign-in name."});
  faults.require(!request.password.empty() && request.password.size() <= 1000, "/password", {"Hãy nhập mật khẩu.", "Enter your password."});
  if (faults.any()) return faults.problem();
  auto& tx = context.tx;
  auto account = tx.one<AccountRow>("select id, password, failures, locked_until, disabled from account where name = ?", request.name);
  bool fits = password_fits(account ? account->password : "", request.password);
  if (!account || account->disabled) return SignedIn{false, {}, refused};
  context.about("account/" + std::to_string(account->id));
  auto* ahead = Ahead::found();
  auto device = ahead ? ahead->device : std::string();
  auto here = on_device(tx, device, account->id, context.at());
  auto count = here.value_or(Failures{account->failures, account->locked_until});
  if (count.rests(context.at())) return SignedIn{false, {}, refused};
  fits ? void(count = {}) : count.add(context.at());
  if (here) count_on_device(tx, device, count);
  else tx.exec("update account set failures = ?, locked_until = ? where id = ?", count.failures, count.locked_until, account->id);
  if (!fits) return SignedIn{false, {}, refused};
  context.device_token = remember_device(tx, device, account->id, context.at());
  return SignedIn{true, open_session(context, sessions, account->id), {}};
}

Outcome<Nothing> sign_out(Context& context, const Nothing&, Sessions& sessions) {
  context.tx.exec("delete from access_session where account = ?", context.actor.account);
  context.session_token = "";
  context.about("account/" + std::to_string(context.actor.account));
  auto account = context.actor.account;
  context.after_commit([&sessions, account] { sessions.remove_account(account); });
  return Nothing{};
}

Outcome<Nothing> change_password(Context& context, const ChangePassword& request, Sessions& sessions) {
  auto account = context.actor.account;
  auto row = context.tx.one<AccountRow>("select id, password, failures, locked_until, disabled from account where id = ?", account);
  Faults faults;
  faults.require(row && (row->password.empty() || password_fits(row->password, request.current)), "/current", {"Mật khẩu hiện nay không đúng.", "The current password is not right."});
  faults.require(password_good(request.wanted), "/wanted", {"Mật khẩu mới cần ít nhất 10 ký tự.", "The new password needs at least 10 characters."});
  if (faults.any()) return faults.problem();
  context.tx.exec("update account set password = ?, failures = 0, locked_until = null where id = ?", hash_password(request.wanted), account);
  // Whoever else is in under the old password is out; the one who changed it goes on.
  auto* here = Ahead::found();
  auto ended = context.tx.query<std::string>("select token_hash from access_session where account = ? and token_hash <> ?", account, here ? here->session : "");
  for (auto& hash : ended) context.tx.exec("delete from access_session where token_hash = ?", hash);
  context.after_commit([&sessions, ended] {
    for (auto& hash : ended) sessions.remove(hash);
  });
  context.about("account/" + std::to_string(account));
  return Nothing{};
}

}  // namespace

Me me(Context& context, const std::string& csrf) {
  auto body = units::body(context);
  Me out;
  out.body = {body.id, body.code, body.short_name};
  out.body_name = body.name;
  out.demo = context.demo;
  out.now = context.at();
  out.today = context.today();
  context.tx.note_read("access_session");  // the CSRF token comes from memory
  if (!context.actor.signed_in()) return out;
  out.signed_in = true;
  out.account = context.tx.one_value<std::string>("select name from account where id = ?", context.actor.account).value_or("");
  out.seat = seat_ref(context.tx, context.actor.seat);
  out.member = context.actor.member;
  out.rights = context.rights.of(context.actor.office);
  out.csrf_token = csrf;
  return out;
}

Me open_session(Context& context, Sessions& sessions, int64_t account) {
  auto row = context.tx.one<SeatRow>("select t.id, t.unit, u.code, t.office, t.member from account a join seat t on t.id = a.seat "
                                 "join unit u on u.id = t.unit where a.id = ?", account).value();
  auto known = sessions.csrf_of(account);
  auto token = random_token(), csrf = known.empty() ? random_token() : known, hash = hash_token(token);
  auto until = context.at().plus_ms(session_ms);
  context.tx.exec("delete from access_session where until < ?", context.at());
  context.tx.exec("delete from access_session where account = ? and token_hash not in (select token_hash from access_session where account = ? "
                  "order by until desc, token_hash desc limit ?)", account, account, sessions_max - 1);
  context.tx.exec("insert into access_session(token_hash, account, csrf, until) values (?,?,?,?)", hash, account, csrf, until);
  context.session_token = token;
  Actor actor{account, row.seat, row.unit, row.unit_code, row.office, row.member};
  context.after_commit([&sessions, hash, session = Sessions::Session{actor, csrf, until}] { sessions.put(hash, session); });
  Context as_signed_in(context.tx, actor, context.rights, context.at(), context.seq, context.demo);
  return me(as_signed_in, csrf);
}

void declare_sign_in(Catalogue& catalogue, Sessions& sessions) {
  catalogue.change({.name = "access.sign_in", .right = Right::open, .summary = {"Đăng nhập bằng mật khẩu", "Sign in with a password"}, .secret = true, .before_sign_in = true},
                   [&sessions](Context& c, const SignIn& r) -> Outcome<SignedIn> { return sign_in(c, r, sessions); });
  catalogue.change({.name = "access.sign_out", .right = Right::signed_in, .summary = {"Đăng xuất", "Sign out"}},
                   [&sessions](Context& c, const Nothing& r) -> Outcome<Nothing> { return sign_out(c, r, sessions); });
  catalogue.change({.name = "access.change_password", .right = Right::signed_in, .summary = {"Đổi mật khẩu", "Change the password"}, .secret = true},
                   [&sessions](Context& c, const ChangePassword& r) -> Outcome<Nothing> { return change_password(c, r, sessions); });
  catalogue.read({.name = "access.me", .right = Right::open, .summary = {"Tôi là ai", "Who I am"}, .personal = true},
                 [&sessions](Context& c, const Nothing&) -> Outcome<Me> { return me(c, sessions.csrf_of(c.actor.account)); });
}

void declare(Catalogue& catalogue, Sessions& sessions, Clock& clock) {
  declare_sign_in(catalogue, sessions);
  declare_accounts(catalogue, sessions);
  declare_demo(catalogue, sessions, clock);
  declare_history(catalogue);
}

}  // namespace giaoban::access
