#pragma once
// Does a figure look like what the unit gave before? A check never refuses: it asks, and the unit answers by
// correcting the figure or by keeping it with a reason.
#include "figures/indicator.hpp"
#include "rules/rules.hpp"

namespace giaoban::figures {

enum class CheckKind {
  slip,  // about 10, 100, 1000 … times what it was: `suggestion` is the figure without the slip
  band,  // far from last month and from last year
  zero,  // 0, where there was something in both: none happened, or no figure yet?
};
BOOST_DESCRIBE_ENUM(CheckKind, slip, band, zero)

struct CellCheck {
  CheckKind kind = CheckKind::band;
  Text title, detail;  ///< what is seen; what it may mean
  std::optional<Decimal> suggestion;
};
BOOST_DESCRIBE_STRUCT(CellCheck, (), (kind, title, detail, suggestion))

struct CheckInput {
  const Indicator& indicator;
  Month month;
  int64_t value = 0;
  std::optional<int64_t> last_month, last_year;
};
std::optional<CellCheck> check(const CheckInput& input, const rules::EntryChecks& bands, const rules::Wording& wording);

}  // namespace giaoban::figures
