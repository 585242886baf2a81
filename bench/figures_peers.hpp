#pragma once
// The figures engine's peers: the same country in DuckDB, PostgreSQL and SQLite, and their times for the same work.
#include <optional>
#include <string>

#include "country.hpp"

namespace giaoban::bench {

/// Milliseconds; nothing where the peer is not on this machine or that was not asked.
struct PeerTimes {
  std::optional<double> all;           ///< totals of provinces and country in all months, and ratios to other months
  std::optional<double> like_for_like;  ///< the same, each ratio over the communes that have both months alone
  std::optional<double> totals;        ///< of one month alone
  std::optional<double> all_processor{};  ///< `all` in the processor's time, where it can be asked
  __int128 sum = 0;                    ///< of everything, to show that it holds the same
};

/// In memory and in its own file, on so many threads; of each question the faster. `matched`: how many of the
/// indicators are compared like for like, which takes it very long.
PeerTimes duckdb(const Nation& country, int matched, unsigned threads);
PeerTimes postgresql(const Nation& country);
PeerTimes sqlite(const Nation& country);

}  // namespace giaoban::bench
