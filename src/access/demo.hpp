#pragma once
#include <functional>

#include "access/access.hpp"

namespace giaoban::access {

/// What `demo.advance_clock` moves: the clock of the program that serves. One hook for the program, set at its start.
void on_clock_advanced(std::function<void(Instant)> move);
/// Where a demo's clock was moved to last; nothing when it never was.
std::optional<Instant> demo_clock(db::Transaction& tx);

}  // namespace giaoban::access
