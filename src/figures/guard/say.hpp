#pragma once
// The guard's findings in words.
#include "figures/guard/facts.hpp"

namespace giaoban::figures::guard {

/// "tháng 4", "4 tháng", "quý I", "tháng 3/2020".
Text period_words(const Period& period, Month now);

/// Says claims as the data have them, in the form in which the text says its own.
class Say {
 public:
  Say(std::string_view text, const Vocabulary& vocabulary, const Against& against, const Setting& setting)
      : text_(text), vocabulary_(vocabulary), against_(against), setting_(setting) {}

  std::string written(const Span& at) const { return std::string(text_.substr(at.begin, at.end - at.begin)); }
  /// "kim ngạch xuất nhập khẩu tháng 4"; the period where it is said or one was taken.
  Text subject(const Claim& claim, const std::optional<Period>& period) const;
  /// "tăng 26% so với tháng trước", "386,4 triệu USD", as `actual` gives it.
  Text data(const Claim& claim, const Reckoned& actual) const;
  /// The same for the place of the written number: its decimals, its unit.
  Text instead(const Claim& claim, const Fraction& actual) const;
  /// A value in the unit of the claim ("386,4 triệu USD").
  Text value(const Quantity& like, const Span& at, const Span& digits, const Fraction& f) const;
  Finding finding(const Claim& claim, Why why) const;

 private:
  const Indicator& indicator(const Claim& claim) const { return against_.indicators.at(claim.indicator); }
  Text base(const Reckoned& actual, bool noun) const;

  std::string_view text_;
  const Vocabulary& vocabulary_;
  const Against& against_;
  const Setting& setting_;
};

}  // namespace giaoban::figures::guard
