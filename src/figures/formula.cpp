#include "figures/formula.hpp"

#include <algorithm>

namespace giaoban::figures {

class FormulaReader {
 public:
  explicit FormulaReader(std::string_view text) : text_(text) {}

  tl::expected<Formula, Text> read() {
    sum(0);
    blanks();
    if (fault_.empty() && at_ < text_.size()) fail({"có ký tự không hiểu được", "something that cannot be read"});
    if (!fault_.empty()) return tl::unexpected(fault_);
    return std::move(formula_);
  }

 private:
  using What = Formula::What;

  void fail(const Text& why) {
    if (!fault_.empty()) return;
    fault_ = {fmt::format("Ở ký tự {}: {}.", at_ + 1, why.vi), fmt::format("At character {}: {}.", at_ + 1, why.en)};
  }
  void blanks() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool take(char c) {
    blanks();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void step(What what) { formula_.steps_.push_back({what, {}, 0}); }

  void sum(int depth) {
    product(depth);
    while (fault_.empty()) {
      if (take('+')) product(depth), step(What::add);
      else if (take('-')) product(depth), step(What::subtract);
      else return;
    }
  }
  void product(int depth) {
    factor(depth);
    while (fault_.empty()) {
      if (take('*')) factor(depth), step(What::multiply);
      else if (take('/')) factor(depth), step(What::divide);
      else return;
    }
  }
  void factor(int depth) {
    if (!fault_.empty()) return;
    if (depth > formula_depth_max) return fail({"quá nhiều lớp ngoặc", "too many brackets inside each other"});
    if (take('-')) return factor(depth + 1), step(What::negate);
    if (take('(')) {
      sum(depth + 1);
      if (!take(')')) fail({"thiếu dấu đóng ngoặc", "a closing bracket is missing"});
      return;
    }
    blanks();
    auto begin = at_;
    auto run = [&](auto fits) {
      while (at_ < text_.size() && fits(text_[at_])) ++at_;
      return text_.substr(begin, at_ - begin);
    };
    auto digit = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    auto letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    if (at_ < text_.size() && letter(text_[at_])) return name(std::string(run([&](char c) { return letter(c) || (c >= '0' && c <= '9'); })));
    if (at_ < text_.size() && digit(text_[at_])) return number(run(digit));
    fail({"cần một chỉ tiêu, một số hoặc dấu mở ngoặc", "an indicator, a number or an opening bracket is needed"});
  }
  void number(std::string_view digits) {
    auto value = Decimal::parse(digits);
    if (!value) return fail({"số viết chưa đúng", "this number is not written right"});
    Ratio ratio(value->units);
    for (int32_t n = 0; n < value->scale; ++n) ratio /= 10;
    formula_.steps_.push_back({What::number, ratio, 0});
  }
  void name(std::string code) {
    auto& names = formula_.names_;
    auto found = std::find(names.begin(), names.end(), code);
    auto place = static_cast<size_t>(found - names.begin());
    if (found == names.end()) names.push_back(std::move(code));
    formula_.steps_.push_back({What::name, {}, place});
  }

  std::string_view text_;
  size_t at_ = 0;
  Formula formula_;
  Text fault_;
};

tl::expected<Formula, Text> Formula::parse(std::string_view text) {
  if (text.size() > formula_bytes_max) return tl::unexpected(Text{"Công thức dài quá 1.000 ký tự.", "The formula is longer than 1,000 characters."});
  return FormulaReader(text).read();
}

std::optional<Ratio> Formula::value(const ValueOf& value_of) const {
  std::vector<Ratio> stack;
  for (auto& step : steps_) {
    if (step.what == What::number) {
      stack.push_back(step.number);
      continue;
    }
    if (step.what == What::name) {
      auto value = value_of(names_[step.name]);
      if (!value) return {};
      stack.push_back(std::move(*value));
      continue;
    }
    Ratio b = std::move(stack.back());
    if (step.what == What::negate) {
      stack.back() = -b;
      continue;
    }
    stack.pop_back();
    Ratio& a = stack.back();
    if (step.what == What::add) a += b;
    else if (step.what == What::subtract) a -= b;
    else if (step.what == What::multiply) a *= b;
    else if (b == 0) return {};
    else a /= b;
  }
  return stack.back();
}

}  // namespace giaoban::figures
