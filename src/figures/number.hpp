#pragma once
#include "base/decimal.hpp"
#include "base/text.hpp"
#include "rules/rules.hpp"

namespace giaoban::figures {

/// A number as people read it: "1.214,8" in Vietnamese, "1,214.8" in English; a true minus sign.
/// `zero` says whether "26,0" keeps its last zeros.
std::string written(Decimal number, Language language, rules::Zero zero = rules::Zero::keep);
inline Text written(Decimal number, rules::Zero zero = rules::Zero::keep) {
  return {written(number, Language::vi, zero), written(number, Language::en, zero)};
}

}  // namespace giaoban::figures
