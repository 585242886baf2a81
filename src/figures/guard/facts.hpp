#pragma once
// What the data say where a text claims something. For the guard's checks.
#include "figures/guard/guard.hpp"

namespace giaoban::figures::guard {

/// One way to take a claim: its period, and what the data give for it.
struct Reckoned {
  Period period;
  Base base = Base::none;
  std::optional<Period> base_period;
  Fraction actual;  // in the claim's own unit (percent, points, times, the unit written), with its sign
};

class Facts {
 public:
  Facts(const Columns& columns, const Vocabulary& vocabulary, const Setting& setting, Sequence as_of)
      : columns_(columns), vocabulary_(vocabulary), setting_(setting), as_of_(as_of) {}

  /// Every meaning of the claim that the data know; the likeliest first.
  std::vector<Reckoned> of(const Claim& claim) const;
  /// The same claim, taken of another period or against another base.
  std::vector<Reckoned> elsewhere(const Claim& claim) const;

  /// The same data as they were before each of the last changes to what the claim is of, the latest first.
  std::vector<Facts> before_revisions(const Claim& claim) const;

  /// A value over a period, in the indicator's own unit without its scale.
  std::optional<Fraction> value(const Claim& claim, const Period& period) const;

 private:
  std::optional<UnitIndex> unit(const Claim& claim) const;
  /// Every month of the period has a value: a sum over fewer is not what a text means by it.
  bool whole(const Claim& claim, const Period& period) const;
  std::optional<Period> base_of(const Period& period, Base base, const std::optional<Period>& said) const;
  std::optional<Fraction> in_unit(const Claim& claim, const std::optional<Fraction>& now, const std::optional<Fraction>& base) const;
  void add(std::vector<Reckoned>& out, const Claim& claim, const Period& period, Base base, const std::optional<Period>& said) const;
  std::optional<Fraction> share_of_plan(const Claim& claim, const Period& period) const;
  /// The exact ratio of a standard measure, as `exact` gives it.
  std::optional<Fraction> as_compared(const Claim& claim, const Period& period, Base base) const;

  const Columns& columns_;
  const Vocabulary& vocabulary_;
  const Setting& setting_;
  Sequence as_of_;
};

/// The period of a claim that says none: the month, or the year to it.
std::vector<Period> periods_of(const Claim& claim, Month month, Kind kind);
/// The number as written lies in what the data say, give or take its rounding.
bool holds(const Claim& claim, const Fraction& actual);

}  // namespace giaoban::figures::guard
