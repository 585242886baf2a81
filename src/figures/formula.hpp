#pragma once
// A figure computed from others: + - * / ( ), names of indicators, constants with a dot. Read once, then evaluated
// exactly.
//
//   dossiers_on_time / dossiers_handled * 100
//
// Divided by nothing it has no value. It has one only where every part has; which units count is the caller's matter.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "base/outcome.hpp"
#include "units/succession.hpp"

namespace giaoban::figures {

using units::Ratio;

class Formula {
 public:
  /// The fault says where and what: "ở ký tự 12: thiếu dấu đóng ngoặc".
  static tl::expected<Formula, Text> parse(std::string_view text);

  /// The indicators named, each once, in the order of their first place.
  const std::vector<std::string>& names() const { return names_; }
  using ValueOf = std::function<std::optional<Ratio>(const std::string&)>;
  /// Nothing where a part has no value or something is divided by 0.
  std::optional<Ratio> value(const ValueOf& value_of) const;

 private:
  friend class FormulaReader;
  enum class What { number, name, negate, add, subtract, multiply, divide };
  struct Step {
    What what = What::number;
    Ratio number;
    size_t name = 0;
  };
  std::vector<Step> steps_;  // postfix
  std::vector<std::string> names_;
};

/// Longest formula, and deepest brackets: what a person can still check by reading.
inline constexpr size_t formula_bytes_max = 1000;
inline constexpr int formula_depth_max = 20;

}  // namespace giaoban::figures
