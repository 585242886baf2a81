#pragma once
// Month beside month, all kept units of an indicator at once: what the units come to that have a value in both. The
// totals are ready; where a month has nothing is listed once, and only there the other's cells are read.
#include <array>

#include "figures/kernels.hpp"

namespace giaoban::figures {

class Pairing {
 public:
  static constexpr int longest = 12;  // months back

  /// For totals of the store's own frame, of an indicator that is `narrow`. Both must live as long as this.
  Pairing(const Cells& cells, const Totals& totals, IndicatorIndex i) : cells_(cells), totals_(totals), indicator_(i) {}
  /// A row of kept units: the month beside the one so many months before it.
  void row(Month month, int back, Pair* out);

 private:
  struct Listed {
    Month month{INT32_MIN};
    Gaps gaps;
  };
  const Gaps& gaps(Month month);

  const Cells& cells_;
  const Totals& totals_;
  IndicatorIndex indicator_;
  std::array<Listed, longest + 1> listed_;  // each as long as it may be a base
  std::vector<Unmatched> unmatched_;
};

}  // namespace giaoban::figures
