#pragma once
#include "access/access.hpp"

namespace giaoban::access {

/// A month of work is walked in minutes; more than a year ahead is a slip of the hand.
constexpr int64_t demo_advance_ms_max = 366LL * 24 * 3600 * 1000;

/// Where a demo's clock was moved to last; nothing when it never was.
std::optional<Instant> demo_clock(db::Transaction& tx);

}  // namespace giaoban::access
