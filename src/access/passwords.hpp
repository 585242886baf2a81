#pragma once
#include <string>
#include <string_view>

namespace giaoban::access {

/// argon2id at libsodium's interactive limits (64 MiB, 2 passes): some 60 ms on an office server.
std::string hash_password(const std::string& password);
/// Long enough to be worth hashing, short enough to be typed.
inline bool password_good(const std::string& p) { return p.size() >= 10 && p.size() <= 1000; }
bool password_fits(const std::string& hash, const std::string& password);
/// 32 random bytes in hex: a session's token, a CSRF token.
std::string random_token();
/// What the store keeps of a token: a leaked back-up lets nobody in.
std::string hash_token(std::string_view token);

}  // namespace giaoban::access
