#include "figures/guard/binder.hpp"
#include "figures/guard/reading.hpp"

namespace giaoban::figures::guard {
namespace {

/// One in the place of the last digit that is not zero: "hơn 1.200" is said of 1.201 and of 1.290.
Fraction coarse_step(const WrittenNumber& number) {
  int64_t units = number.value.units;
  Wide step = 1;
  while (units != 0 && units % 10 == 0) units /= 10, step *= 10;
  return Fraction::of(step, power_of_ten(number.value.scale));
}

Parts::Part part_of(const Item& item, GuardWord said) {
  return {item.at, *item.number, interval_of(item.number->number, said), item.number->kind == Quantity::Kind::percent};
}

bool same_measure(const Quantity& a, const Quantity& b) {
  return a.kind == b.kind && (a.kind != Quantity::Kind::measured || a.quantity == b.quantity);
}

/// Wholes and their parts, sentence by sentence, whatever they are of.
class PartsFinder {
 public:
  std::vector<Parts> find(const std::vector<Item>& items) {
    for (auto& item : items) {
      if (item.kind == Item::Kind::stop) end(), values_ = 0;
      else if (item.kind == Item::Kind::semicolon) semicolon();
      else if (item.kind == Item::Kind::comma) compared_ = false;
      else if (item.kind == Item::Kind::open) ++depth_;
      else if (item.kind == Item::Kind::close) depth_ = depth_ ? depth_ - 1 : 0;
      else if (depth_) continue;
      else if (item.kind == Item::Kind::period) end();  // "…; lũy kế 4 tháng đạt": no part of the month
      else if (item.kind == Item::Kind::word) word(item.word);
      else if (item.kind == Item::Kind::number) number(item);
    }
    end();
    return std::move(out_);
  }

 private:
  void word(GuardWord word) {
    switch (word) {
      case GuardWord::part_of:
      case GuardWord::made_of:
        if (!last_) return;
        if (open_) out_.push_back(*open_);
        open_ = Parts{*last_, {}, word == GuardWord::made_of};
        // "thu nội địa a, trong đó thu đất b, thu hải quan c": c is no part of a.
        one_part_ = values_ > 1;
        compared_ = share_ = false;
        break;
      case GuardWord::so_far:
      case GuardWord::this_month:
        end();
        break;
      case GuardWord::about:
      case GuardWord::more_than:
      case GuardWord::less_than:
        said_ = word;
        return;
      case GuardWord::rise:
      case GuardWord::fall:
      case GuardWord::against:
      case GuardWord::begins:
      case GuardWord::level:
      case GuardWord::plan:
        compared_ = true;  // the number behind is no part
        break;
      case GuardWord::attains:
      case GuardWord::estimated:
        compared_ = false;
        break;
      case GuardWord::share:
        share_ = true;
        break;
      default:
        break;
    }
    said_ = GuardWord::neutral;
  }

  void number(const Item& item) {
    auto kind = item.number->kind;
    bool value = kind == Quantity::Kind::measured && item.number->quantity != 0 && !compared_;
    values_ += value;
    bool full = open_ && one_part_ && value && !open_->parts.empty();
    if (full) end();
    bool part = open_ && (value ? same_measure(open_->whole.number, *item.number) : kind == Quantity::Kind::percent && share_);
    if (part) open_->parts.push_back(part_of(item, said_));
    if (value) last_ = part_of(item, said_);
    compared_ = share_ = false;
    said_ = GuardWord::neutral;
  }

  /// A list goes on behind it, or something else begins: whether all parts were named can no longer be told.
  void semicolon() {
    if (open_) open_->all = false;
    end();
  }

  void end() {
    if (open_) out_.push_back(*open_);
    open_.reset();
    last_.reset();
    compared_ = share_ = false;
  }

  std::vector<Parts> out_;
  std::optional<Parts> open_;
  std::optional<Parts::Part> last_;
  GuardWord said_ = GuardWord::neutral;
  bool compared_ = false, share_ = false, one_part_ = false;
  int depth_ = 0, values_ = 0;  // values of the sentence so far
};

/// "tăng từ a lên b", side by side.
std::vector<Step> steps_in(const std::vector<Item>& items) {
  std::vector<Step> out;
  auto word = [&](size_t i, GuardWord w) { return i < items.size() && items[i].kind == Item::Kind::word && items[i].word == w; };
  auto number = [&](size_t i) { return i < items.size() && items[i].kind == Item::Kind::number; };
  for (size_t i = 0; i < items.size(); ++i) {
    bool rise = word(i, GuardWord::rise);
    if ((!rise && !word(i, GuardWord::fall)) || !word(i + 1, GuardWord::begins) || !number(i + 2)) continue;
    if (!word(i + 3, GuardWord::becomes) || !number(i + 4)) continue;
    auto from = *items[i + 2].number, to = *items[i + 4].number;
    if (from.kind == Quantity::Kind::bare) from.kind = to.kind, from.zeros = to.zeros, from.quantity = to.quantity;
    if (!same_measure(from, to)) continue;
    out.push_back({{items[i].at.begin, items[i + 4].at.end}, rise ? 1 : -1, from, to,
                   interval_of(from.number, GuardWord::neutral), interval_of(to.number, GuardWord::neutral)});
  }
  return out;
}

}  // namespace

Interval interval_of(const WrittenNumber& number, GuardWord said) {
  auto value = Fraction::of(number.value);
  auto half = Fraction::of(1, 2 * power_of_ten(number.value.scale));
  auto step = coarse_step(number);
  auto tenth = value * Fraction::of(1, 10);
  auto wide = order(step, tenth) > 0 ? step : tenth;
  switch (said) {
    case GuardWord::about:
      return {value - wide, value + wide};
    case GuardWord::more_than:
      return {value - half, value + wide};
    case GuardWord::less_than:
      return {value - wide, value + half};
    default:
      return {value - half, value + half};
  }
}

Reading read(std::string_view text, const Vocabulary& vocabulary, const Setting& setting) {
  Reading out;
  out.language = setting.language.value_or(language_of(text));
  auto said = items(text, vocabulary, out.language, setting.month);
  Binder(said, vocabulary, setting, out).bind();
  out.parts = PartsFinder().find(said);
  out.steps = steps_in(said);
  return out;
}

}  // namespace giaoban::figures::guard
