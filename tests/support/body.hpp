#pragma once
#include <memory>
#include <string>
#include <vector>

#include "app/rooms.hpp"
#include "operation/engine.hpp"

namespace giaoban {

/// A body to test with: the demo's units and seats in an empty store, every room declared, the clock where the
/// test sets it (28/4/2021 08:00 at first). Calls go through the engine, as each seat in turn.
class Body {
 public:
  explicit Body(const std::string& url);
  ~Body();

  /// `who`: an account of demo/mong-cai/seats.json ("chu-tich"), or "" for nobody. Returns the answer's JSON;
  /// fails the test when it is refused.
  boost::json::value call(const std::string& operation, const std::string& request, const std::string& who);
  /// The same where a refusal is what is expected.
  Reply attempt(const std::string& operation, const std::string& request, const std::string& who);
  Actor actor(const std::string& account);
  int64_t unit(const std::string& code);
  db::Database& database();
  Engine& engine();
  Clock& clock();
  app::Memory& memory();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The pointers of a refusal's faults, in their order, each followed by a space; fails the test when it is no refusal of fields.
std::string fault_pointers(const Reply& reply);

/// One body a test database: `for (auto& body : bodies()) …`
std::vector<std::unique_ptr<Body>> bodies();

}  // namespace giaoban
