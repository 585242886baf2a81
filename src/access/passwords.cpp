#include "access/passwords.hpp"

#include <sodium.h>

#include <stdexcept>

#include "access/ahead.hpp"

namespace giaoban::access {
namespace {
std::string hex(const unsigned char* bytes, size_t n) {
  std::string out(2 * n + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes, n);
  out.pop_back();
  return out;
}
}  // namespace

std::string hash_password(const std::string& password) {
  if (auto* ahead = Ahead::found(); ahead && !ahead->wanted.empty() && ahead->wanted == password) return ahead->wanted_hash;
  char out[crypto_pwhash_STRBYTES];
  if (crypto_pwhash_str(out, password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw std::runtime_error("not enough memory to hash a password");
  return out;
}

bool password_fits(const std::string& hash, const std::string& password) {
  if (auto* ahead = Ahead::found(); ahead && ahead->against == hash && ahead->password == password) return ahead->fits;
  // An account without a password costs the same time as one with: the answer's time tells nothing.
  static const std::string nobody = hash_password(random_token());
  auto& against = hash.empty() ? nobody : hash;
  return crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0 && !hash.empty();
}

std::string random_token() {
  unsigned char bytes[32];
  randombytes_buf(bytes, sizeof bytes);
  return hex(bytes, sizeof bytes);
}

std::string hash_token(std::string_view token) {
  unsigned char out[32];
  crypto_generichash(out, sizeof out, reinterpret_cast<const unsigned char*>(token.data()), token.size(), nullptr, 0);
  return hex(out, sizeof out);
}

}  // namespace giaoban::access
