#pragma once
// Every comparison of every unit with units below it, for a run of months at once: what heat tables, exports and
// searches for what stands out are made of. Each is the one that `evaluate` gives, like for like.
#include <array>

#include "figures/compare.hpp"

namespace giaoban::figures {

class AllComparisons {
 public:
  static constexpr std::array measures{Measure::month, Measure::month_on_month, Measure::year_on_year,
                                       Measure::year_to_date, Measure::year_to_date_on_year};

  /// `columns` and `wording` must live as long as this.
  AllComparisons(const Columns& columns, const rules::Wording& wording, Month from, Month to);
  /// From the totals as they are; of the cells only those are read that a neighbouring month has not. Different indicators may be computed by different threads at once.
  void compute(IndicatorIndex i);
  /// With the totals themselves anew from the cells, in one walk over them. `totals` must be the columns'.
  void compute_anew(Totals& totals, IndicatorIndex i);
  /// `unit` must be one whose totals are kept (`Frame::kept_place`), `month` and `measure` among those computed.
  Comparison at(const Question& question) const;
  size_t size() const { return what_.size(); }

 private:
  struct Walk;
  size_t place(IndicatorIndex i, size_t measure, Month month, size_t kept) const;
  void store(size_t place, const Comparison& comparison);
  void one_by_one(IndicatorIndex i);
  std::optional<Walk> ready(IndicatorIndex i) const;
  void go_on(IndicatorIndex i, Month month, Pairing& pairing, Walk& walk);
  void pass(IndicatorIndex i, Month month, Pairing* pairing, Walk& walk);
  void finish(IndicatorIndex i, std::optional<Walk>& walk);
  void compare_month(IndicatorIndex i, Month month, const Walk& walk);

  const Columns& columns_;
  const rules::Wording& wording_;
  Month from_;
  size_t months_, kept_;
  Pages<int64_t> shown_;  // [indicator][measure][month][kept unit]
  Pages<uint8_t> what_;   // Case; the top bit: like for like
};

}  // namespace giaoban::figures
