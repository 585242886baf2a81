#include "rules/expression.hpp"

#include <algorithm>
#include <cctype>

namespace giaoban::rules {
namespace {

using Wide = __int128;
/// Figures have six decimals at most, and a rule multiplies two or three of them.
constexpr int32_t scale_max = 18;
/// Deeper than any rule that a person writes; the parser goes down once a level.
constexpr int depth_max = 40;

std::optional<Wide> at_scale(const Number& n, int32_t scale) {
  Wide units = n.units;
  for (auto s = n.scale; s < scale; ++s)
    if (__builtin_mul_overflow(units, Wide{10}, &units)) return {};
  return units;
}

template <class F>
Value aligned(const Value& a, const Value& b, F f) {
  if (!a || !b) return {};
  auto scale = std::max(a->scale, b->scale);
  auto left = at_scale(*a, scale), right = at_scale(*b, scale);
  Number out{0, scale};
  if (!left || !right || f(*left, *right, &out.units)) return {};
  return out;
}

class Parser {
 public:
  explicit Parser(const std::string& text) : text_(text) {}

  Outcome<Expression> whole() {
    auto e = either();
    skip();
    if (at_ < text_.size()) fail();
    if (failed_) {
      auto rest = text_.substr(failed_at_, 20);
      return refuse(Problem::Kind::invalid, {"Không đọc được biểu thức từ chỗ “" + rest + "”.", "The expression cannot be read from “" + rest + "”."});
    }
    return e;
  }

 private:
  using Kind = Expression::Kind;
  using Level = Expression (Parser::*)();

  Expression either() { return chain({{"or", Kind::either}}, &Parser::both); }
  Expression both() { return chain({{"and", Kind::both}}, &Parser::negation); }
  Expression negation() {
    if (!word("not")) return comparison();
    if (++depth_ > depth_max) fail();
    Expression e = failed_ ? Expression{} : negation();
    --depth_;
    return {Kind::negation, "", {}, {std::move(e)}};
  }
  Expression comparison() {
    auto left = sum();
    for (auto& [sign, kind] : std::vector<std::pair<const char*, Kind>>{{"!=", Kind::unequal}, {"<=", Kind::at_most}, {">=", Kind::at_least}, {"=", Kind::equal}, {"<", Kind::less}, {">", Kind::more}})
      if (take(sign)) return {kind, "", {}, {std::move(left), sum()}};
    return left;
  }
  Expression sum() { return chain({{"+", Kind::sum}, {"-", Kind::difference}}, &Parser::product); }
  Expression product() { return chain({{"*", Kind::product}}, &Parser::unary); }
  Expression unary() {
    if (take("-")) return {Kind::negative, "", {}, {primary()}};
    return primary();
  }

  Expression chain(const std::vector<std::pair<const char*, Kind>>& signs, Level below) {
    auto left = (this->*below)();
    for (bool more = true; more && !failed_;) {
      more = false;
      for (auto& [sign, kind] : signs)
        if (std::isalpha(static_cast<unsigned char>(*sign)) ? word(sign) : take(sign)) {
          left = {kind, "", {}, {std::move(left), (this->*below)()}};
          more = true;
          break;
        }
    }
    return left;
  }

  Expression primary() {
    skip();
    if (++depth_ > depth_max) fail();
    Expression e;
    if (!failed_) e = inner();
    --depth_;
    return e;
  }
  Expression inner() {
    if (take("(")) {
      auto e = either();
      if (!take(")")) fail();
      return e;
    }
    if (at_ < text_.size() && std::isdigit(static_cast<unsigned char>(text_[at_]))) return number();
    auto name = this->name();
    if (name.empty() || name == "and" || name == "or" || name == "not") return fail();
    if (!take("(")) return {Kind::name, name, {}, {}};
    Expression call{Kind::call, name, {}, {}};
    do call.parts.push_back(either());
    while (!failed_ && take(","));
    if (!take(")")) fail();
    return call;
  }
  Expression number() {
    Expression e;
    int digits = 0;
    for (bool fraction = false; at_ < text_.size(); ++at_) {
      char c = text_[at_];
      if (c == '.' && !fraction) fraction = true;
      else if (std::isdigit(static_cast<unsigned char>(c)) && ++digits <= 18) e.number = {e.number.units * 10 + (c - '0'), e.number.scale + (fraction ? 1 : 0)};
      else break;
    }
    return e;
  }
  std::string name() {
    auto from = at_;
    auto letter = [&](char c) { return std::isalpha(static_cast<unsigned char>(c)) || c == '_' || (at_ > from && (std::isdigit(static_cast<unsigned char>(c)) || c == '.')); };
    while (at_ < text_.size() && letter(text_[at_])) ++at_;
    return text_.substr(from, at_ - from);
  }

  void skip() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool take(const std::string& sign) {
    skip();
    if (failed_ || text_.compare(at_, sign.size(), sign) != 0) return false;
    at_ += sign.size();
    return true;
  }
  bool word(const std::string& word) {
    skip();
    auto end = at_ + word.size();
    bool longer = end < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[end])) || text_[end] == '_');
    return !longer && take(word);
  }
  Expression fail() {
    if (!failed_) failed_at_ = at_;
    failed_ = true;
    return {};
  }

  const std::string& text_;
  size_t at_ = 0, failed_at_ = 0;
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<int> order(const Number& a, const Number& b) {
  auto scale = std::max(a.scale, b.scale);
  auto left = at_scale(a, scale), right = at_scale(b, scale);
  if (!left || !right) return {};
  return (*left > *right) - (*left < *right);
}
Value plus(const Value& a, const Value& b) {
  return aligned(a, b, [](Wide l, Wide r, Wide* out) { return __builtin_add_overflow(l, r, out); });
}
Value minus(const Value& a, const Value& b) {
  return aligned(a, b, [](Wide l, Wide r, Wide* out) { return __builtin_sub_overflow(l, r, out); });
}
Value times(const Value& a, const Value& b) {
  if (!a || !b || a->scale + b->scale > scale_max) return {};
  Number out{0, a->scale + b->scale};
  if (__builtin_mul_overflow(a->units, b->units, &out.units)) return {};
  return out;
}

Outcome<Expression> Expression::parse(const std::string& text) { return Parser(text).whole(); }

void Expression::give_meaning(const std::function<Meaning(const std::string&, std::optional<size_t>)>& f) {
  if (kind == Kind::name) meaning = f(text, {});
  if (kind == Kind::call) meaning = f(text, parts.size());
  for (auto& p : parts) p.give_meaning(f);
}

Value Expression::evaluate(Meanings& meanings) const {
  auto part = [&](size_t i) { return parts[i].evaluate(meanings); };
  switch (kind) {
    case Kind::number: return number;
    case Kind::name: return meaning == meaningless ? Value() : meanings.value(meaning);
    case Kind::call: {
      if (meaning == meaningless) return {};
      std::vector<Value> arguments;
      arguments.reserve(parts.size());
      for (auto& p : parts) arguments.push_back(p.evaluate(meanings));
      return meanings.call(meaning, arguments);
    }
    case Kind::negative: return minus(Number{}, part(0));
    case Kind::negation: {
      auto v = part(0);
      return v ? truth(!holds(v)) : Value{};
    }
    case Kind::both:
    case Kind::either: {
      bool deciding = kind == Kind::either;  // one true decides "or", one false decides "and"
      auto decides = [&](const Value& v) { return v && holds(v) == deciding; };
      auto a = part(0);
      if (decides(a)) return truth(deciding);
      auto b = part(1);
      if (decides(b)) return truth(deciding);
      return a && b ? truth(!deciding) : Value{};
    }
    case Kind::sum: return plus(part(0), part(1));
    case Kind::difference: return minus(part(0), part(1));
    case Kind::product: return times(part(0), part(1));
    default: break;
  }
  auto a = part(0), b = part(1);
  if (!a || !b) return {};
  auto known = order(*a, *b);
  if (!known) return {};
  int o = *known;
  return truth(kind == Kind::equal ? o == 0 : kind == Kind::unequal ? o != 0 : kind == Kind::less ? o < 0 : kind == Kind::at_most ? o <= 0 : kind == Kind::more ? o > 0 : o >= 0);
}

void Expression::each_name(const std::function<void(const std::string&, std::optional<size_t>)>& f) const {
  if (kind == Kind::name) f(text, {});
  if (kind == Kind::call) f(text, parts.size());
  for (auto& p : parts) p.each_name(f);
}

}  // namespace giaoban::rules
