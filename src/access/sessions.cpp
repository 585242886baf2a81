#include "access/me.hpp"
#include "access/passwords.hpp"

namespace giaoban::access {
namespace {

struct SessionRow {
  std::string token_hash, csrf;
  int64_t account = 0, until = 0, seat = 0, unit = 0;
  std::string unit_code;
  Office office = Office::unit_clerk;
  bool member = false;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (token_hash, csrf, account, until, seat, unit, unit_code, office, member))

}  // namespace

void Sessions::load(db::Transaction& tx) {
  auto rows = tx.query<SessionRow>(
      "select s.token_hash, s.csrf, a.id, s.until, t.id, t.unit, u.code, t.office, t.member from access_session s "
      "join account a on a.id = s.account join seat t on t.id = a.seat join unit u on u.id = t.unit where a.disabled = 0");
  std::lock_guard lock(mutex_);
  sessions_.clear();
  for (auto& r : rows)
    sessions_[r.token_hash] = {{r.account, r.seat, r.unit, r.unit_code, r.office, r.member}, r.csrf, Instant{r.until}};
}

void Sessions::follow(db::Transaction& tx, const std::set<std::string>& tables) {
  auto written = [&](const char* table) { return tables.contains(table); };
  if (tables.empty() || written("access_session") || written("account") || written("seat") || written("unit")) load(tx);
}

std::optional<Sessions::Session> Sessions::find(std::string_view token, Instant now) const {
  if (token.size() != 64) return {};
  auto hash = hash_token(token);
  std::lock_guard lock(mutex_);
  auto it = sessions_.find(hash);
  if (it == sessions_.end() || it->second.until < now) return {};
  return it->second;
}

void Sessions::put(const std::string& token_hash, Session session) {
  std::lock_guard lock(mutex_);
  auto account = session.actor.account;
  auto signed_in_at = session.until.plus_ms(-session_ms);
  sessions_[token_hash] = std::move(session);
  // What has ended goes, and of the account's sign-ins the oldest beyond the limit, as in the store.
  std::erase_if(sessions_, [&](auto& s) { return s.second.until < signed_in_at; });
  std::vector<std::pair<Instant, std::string>> own;
  for (auto& [hash, s] : sessions_)
    if (s.actor.account == account && hash != token_hash) own.emplace_back(s.until, hash);
  if (own.size() < static_cast<size_t>(sessions_max)) return;
  std::sort(own.begin(), own.end());
  own.resize(own.size() - (sessions_max - 1));
  for (auto& [until, hash] : own) sessions_.erase(hash);
}
void Sessions::remove(const std::string& token_hash) {
  std::lock_guard lock(mutex_);
  sessions_.erase(token_hash);
}
void Sessions::remove_account(int64_t account) {
  std::lock_guard lock(mutex_);
  std::erase_if(sessions_, [&](auto& s) { return s.second.actor.account == account; });
}
std::string Sessions::csrf_of(int64_t account) const {
  std::lock_guard lock(mutex_);
  for (auto& [hash, session] : sessions_)
    if (session.actor.account == account) return session.csrf;
  return {};
}
size_t Sessions::count() const {
  std::lock_guard lock(mutex_);
  return sessions_.size();
}

}  // namespace giaoban::access
