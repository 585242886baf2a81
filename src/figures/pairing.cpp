#include "figures/pairing.hpp"

#include <algorithm>

namespace giaoban::figures {

const Gaps& Pairing::gaps(Month month) {
  auto& listed = listed_[static_cast<size_t>(month.index) % listed_.size()];
  if (listed.month != month) {
    list_gaps(cells_.block(indicator_, month).present, totals_.segments(cells_.roster_number(indicator_)), listed.gaps);
    listed.month = month;
  }
  return listed.gaps;
}

void Pairing::row(Month month, int back, Pair* out) {
  auto before = month.plus(-back);
  auto *now = totals_.month(indicator_, month), *base = totals_.month(indicator_, before);
  auto& frame = totals_.frame();
  if (!now || !base) {
    std::fill_n(out, frame.kept(), Pair{});
    return;
  }
  unmatched_.assign(frame.kept(), {});
  add_unmatched(cells_.block(indicator_, month), gaps(month), cells_.block(indicator_, before), gaps(before),
                totals_.segments(cells_.roster_number(indicator_)), unmatched_.data());
  for (size_t k = frame.kept(); k-- > 0;) {
    auto& sum = unmatched_[k];
    if (k) unmatched_[frame.kept_above(k)] += sum;
    out[k] = {static_cast<int64_t>(now[k].amount) - sum.now, static_cast<int64_t>(base[k].amount) - sum.base, now[k].present - sum.units};
  }
}

}  // namespace giaoban::figures
