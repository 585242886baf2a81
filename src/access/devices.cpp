#include "access/devices.hpp"

#include "access/passwords.hpp"

namespace giaoban::access {

std::optional<Failures> on_device(db::Transaction& tx, const std::string& device, int64_t account, Instant now) {
  if (device.empty()) return {};
  return tx.one<Failures>("select failures, locked_until from access_device where token_hash = ? and account = ? and until > ?", device, account, now);
}

void count_on_device(db::Transaction& tx, const std::string& device, const Failures& f) {
  tx.exec("update access_device set failures = ?, locked_until = ? where token_hash = ?", f.failures, f.locked_until, device);
}

std::string remember_device(db::Transaction& tx, const std::string& before, int64_t account, Instant now) {
  auto token = random_token();
  tx.exec("delete from access_device where until < ? or (token_hash = ? and account = ?)", now, before, account);
  tx.exec("delete from access_device where account = ? and token_hash not in (select token_hash from access_device where account = ? "
          "order by until desc, token_hash desc limit ?)", account, account, devices_max - 1);
  tx.exec("insert into access_device(token_hash, account, failures, locked_until, until) values (?,?,0,null,?)", hash_token(token), account, now.plus_ms(device_ms));
  return token;
}

bool welcome_on_device(db::Transaction& tx, const std::string& device, const std::string& name, Instant now) {
  auto account = device.empty() ? std::nullopt : tx.one_value<int64_t>("select id from account where name = ?", name);
  auto known = account ? on_device(tx, device, *account, now) : std::nullopt;
  return known && !known->rests(now);
}

}  // namespace giaoban::access
