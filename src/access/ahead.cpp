#include "access/ahead.hpp"

#include "access/devices.hpp"
#include "access/passwords.hpp"

namespace giaoban::access {
namespace {

thread_local const Ahead::Found* found_here = nullptr;

std::string text_in(const boost::json::value& request, const char* name) {
  auto* object = request.if_object();
  auto* value = object ? object->if_contains(name) : nullptr;
  return value && value->is_string() ? std::string(value->as_string()) : std::string();
}

/// The operation says what is wrong with it; here it only must not be worth reckoning.
bool worth_reckoning(const std::string& password) { return !password.empty() && password.size() <= 1000; }

}  // namespace

bool takes_long(std::string_view operation) { return operation == "access.sign_in" || operation == "access.change_password"; }

const Ahead::Found* Ahead::found() { return found_here; }

Ahead::Ahead(db::Database& database, Door& door, const boost::json::value& request, int64_t account, const Caller& caller, Instant now) {
  found_.password = text_in(request, account ? "current" : "password");
  if (!caller.session.empty()) found_.session = hash_token(caller.session);
  if (!caller.device.empty()) found_.device = hash_token(caller.device);
  if (worth_reckoning(found_.password)) {
    bool known = false;
    if (!account && !found_.device.empty())
      database.read([&](db::Transaction& tx) { known = welcome_on_device(tx, found_.device, text_in(request, "name"), now); });
    if (!known && door.rests(caller.address, now)) {
      refusal_ = Problem{Problem::Kind::too_many, {"Từ nơi này đã nhập sai quá nhiều lần. Hãy thử lại sau 15 phút.",
                                                   "Too many wrong passwords from this place. Try again in 15 minutes."}, {}};
      return;
    }
    database.read([&](db::Transaction& tx) {
      auto hash = account ? tx.one_value<std::string>("select password from account where id = ?", account)
                          : tx.one_value<std::string>("select password from account where name = ?", text_in(request, "name"));
      found_.against = hash.value_or("");
    });
    found_.fits = password_fits(found_.against, found_.password);
    if (!found_.fits && !(account && found_.against.empty())) door.wrong(caller.address, now);
  }
  if (auto wanted = text_in(request, "wanted"); account && password_good(wanted)) {
    found_.wanted_hash = hash_password(wanted);
    found_.wanted = wanted;
  }
  found_here = &found_;
}

Ahead::~Ahead() { found_here = nullptr; }

}  // namespace giaoban::access
