#include "figures/guard/binder.hpp"

namespace giaoban::figures::guard {
namespace {

/// Parentheses within parentheses beyond this are no prose.
constexpr size_t depth_max = 8;

int direction_of(std::optional<GuardWord> verb) {
  if (!verb) return 0;
  if (*verb == GuardWord::rise || *verb == GuardWord::higher) return 1;
  return *verb == GuardWord::fall || *verb == GuardWord::lower ? -1 : 0;
}

}  // namespace

void Binder::bind() {
  said_.unit = setting_.unit;
  for (size_t at = 0; at < items_.size();) item(at);
}

void Binder::item(size_t& at) {
  auto& item = items_[at];
  switch (item.kind) {
    case Item::Kind::word:
      return word(at);
    case Item::Kind::number:
      return number(at);
    case Item::Kind::indicator:
      name(item);
      break;
    case Item::Kind::unit:
      unit(item);
      break;
    case Item::Kind::period:
      period(item.period);
      break;
    case Item::Kind::unknown:
      unknown();
      break;
    case Item::Kind::comma:
      clause_ends();
      break;
    case Item::Kind::semicolon:
      clause_ends();
      said_.verb.reset();
      said_.against = {};
      break;
    case Item::Kind::stop:
      sentence_ends();
      break;
    case Item::Kind::open:
      if (outside_.size() < depth_max) outside_.push_back(said_);
      break;
    case Item::Kind::close:
      if (outside_.empty()) break;
      said_ = outside_.back();
      outside_.pop_back();
      break;
  }
  ++at;
}

/// Words that say what the next number is.
bool Binder::verb(GuardWord word) {
  switch (word) {
    case GuardWord::rise:
    case GuardWord::fall:
    case GuardWord::higher:
    case GuardWord::lower:
    case GuardWord::level:
    case GuardWord::attains:
    case GuardWord::estimated:
    case GuardWord::manyfold:
    case GuardWord::share:
    case GuardWord::contributes:
      said_.verb = word;
      said_.verb_fresh = true;
      said_.becomes = false;
      return true;
    case GuardWord::begins:
      said_.verb = word;
      [[fallthrough]];
    case GuardWord::becomes:
      said_.becomes = word == GuardWord::becomes;
      return true;
    case GuardWord::about:
    case GuardWord::more_than:
    case GuardWord::less_than:
      said_.about = word;
      return true;
    default:
      return false;
  }
}

void Binder::word(size_t& at) {
  auto word = items_[at].word;
  bool after_against = std::exchange(said_.after_against, false);
  auto base_behind_it = [&](size_t from, bool against) {
    size_t next = from;
    auto base = base_at(next, against);
    if (base) at = next - 1;
    return base;
  };
  switch (word) {
    case GuardWord::against:
    case GuardWord::month_before:
    case GuardWord::quarter_before:
    case GuardWord::same_period:
    case GuardWord::last_december:
    case GuardWord::plan:
      if (auto base = base_behind_it(at, after_against)) said_.against = *base;
      else said_.after_against = word == GuardWord::against;
      break;
    case GuardWord::this_month:
      period(Period{setting_.month, setting_.month});
      break;
    case GuardWord::so_far:
      period(Period{Month::of(setting_.month.year(), 1), setting_.month});
      break;
    case GuardWord::part_of:
    case GuardWord::made_of:
      unknown();  // what follows is a part, under a name that may not be known
      said_.clean = true;
      said_.named = false;
      break;
    case GuardWord::in_turn:
      said_.in_turn = true;
      break;
    case GuardWord::nothing:
      said_.verb.reset();
      said_.against = {};
      base_behind_it(at + 1, true);  // what there is nothing for is no base of the next number
      break;
    case GuardWord::times:
    case GuardWord::percent:
    case GuardWord::points:
      unknown();
      break;
    default:
      if (!verb(word)) said_.after_against = after_against;  // "so với của năm trước"
      break;
  }
  ++at;
}

void Binder::name(const Item& item) {
  // "thu ngân sách từ xuất nhập khẩu": of which of the two a number is said, the words alone do not tell.
  bool doubtful = !said_.clean || (said_.named && said_.indicator != item.value) || said_.after_against ||
                  said_.verb == GuardWord::contributes || said_.verb == GuardWord::share;
  said_.subject = doubtful ? Said::Subject::unknown : Said::Subject::known;
  said_.indicator = item.value;
  said_.named = true;
  said_.any_name = true;
  said_.verb.reset();
  if (said_.period_fresh) return;
  said_.period = said_.sentence_period;
  said_.period_readable = true;
}

void Binder::unit(const Item& item) { said_.unit = vocabulary_.unit_code(item.value); }

void Binder::period(const std::optional<Period>& period) {
  said_.about = GuardWord::neutral;  // "over 4 months"
  said_.period = period;
  said_.period_readable = period.has_value();
  said_.period_fresh = true;
  if (!said_.any_name) said_.sentence_period = period;
}

void Binder::unknown() {
  said_.subject = Said::Subject::unknown;
  said_.clean = false;
  said_.verb.reset();
  said_.against = {};
  said_.about = GuardWord::neutral;
  said_.after_against = false;
}

void Binder::clause_ends() {
  said_.clean = true;
  said_.named = false;
  said_.becomes = false;
  said_.after_against = false;
  said_.about = GuardWord::neutral;
}

void Binder::sentence_ends() {
  said_ = {};
  said_.unit = setting_.unit;
  outside_.clear();
}

std::optional<Binder::Against> Binder::base_at(size_t& at, bool after_against) const {
  size_t i = at;
  bool against = after_against;
  auto skip = [&] {
    for (; is(i, GuardWord::neutral) || is(i, GuardWord::against) || is(i, GuardWord::level); ++i)
      against = against || items_[i].word == GuardWord::against;
  };
  skip();
  Against out;
  if (is(i, GuardWord::month_before) || is(i, GuardWord::quarter_before)) {
    out.base = is(i, GuardWord::month_before) ? Base::month_before : Base::quarter_before, ++i;
  } else if (is(i, GuardWord::last_december)) {
    out.base = Base::december, ++i;
  } else if (is(i, GuardWord::plan)) {
    out.plan = true, ++i;
    if (i < items_.size() && items_[i].kind == Item::Kind::period) ++i;
  } else if (is(i, GuardWord::same_period)) {
    out.base = Base::same_period, ++i;
    size_t j = i;
    while (is(j, GuardWord::neutral)) ++j;
    if (is(j, GuardWord::year_before)) i = j + 1;
    else if (j < items_.size() && items_[j].kind == Item::Kind::period) out.period = items_[j].period, out.readable = items_[j].period.has_value(), i = j + 1;
  } else if (against && is(i, GuardWord::year_before)) {
    out.base = Base::same_period, ++i;
  } else if (against && i < items_.size() && items_[i].kind == Item::Kind::period && items_[i].period) {
    out.base = Base::period;
    out.period = items_[i].period;
    ++i;
  } else {
    return {};
  }
  // "so với tháng trước và cùng kỳ": two bases, of which the number has one at most.
  if (is(i, GuardWord::both)) {
    size_t j = i + 1;
    while (is(j, GuardWord::neutral) || is(j, GuardWord::against)) ++j;
    if (is(j, GuardWord::month_before) || is(j, GuardWord::same_period) || is(j, GuardWord::last_december)) out.readable = false, i = j + 1;
  }
  at = i;
  return out;
}

Binder::Against Binder::base_behind(size_t& at, std::optional<GuardWord>& verb) const {
  size_t i = at + 1;
  if (is(i, GuardWord::higher) || is(i, GuardWord::lower)) verb = items_[i].word, at = i++;
  // "bằng 70% năm 2019", "gấp 3,4 lần năm 2022": the base stands there without "so với".
  bool at_once = verb == GuardWord::level || verb == GuardWord::manyfold;
  auto found = base_at(i, at_once);
  if (!found) return {};
  at = i - 1;
  return *found;
}

void Binder::number(size_t& at) {
  auto& item = items_[at];
  auto verb = said_.verb;
  size_t last = at;
  Against against = base_behind(last, verb);
  bool behind = against.any();
  if (!behind) against = said_.against;
  // "so với 306,7 triệu USD": of when, is said behind it or not at all.
  auto found = !said_.after_against ? claim(item, against, verb) : behind ? base_value(item, against) : std::nullopt;
  if (found) out_.claims.push_back(*found);
  else if (item.number->kind != Quantity::Kind::bare) out_.unbound.push_back(item.at);
  if (!behind) said_.against = {};
  said_.after_against = false;
  said_.about = GuardWord::neutral;
  said_.becomes = false;
  said_.verb_fresh = false;
  said_.period_fresh = false;
  said_.named = false;
  if (verb == GuardWord::begins || verb == GuardWord::higher || verb == GuardWord::lower) said_.verb.reset();
  at = last + 1;
}

std::optional<Claim> Binder::base_value(const Item& item, const Against& against) const {
  auto c = claim(item, {}, GuardWord::attains);
  auto p = said_.period.value_or(Period{setting_.month, setting_.month});
  bool before = against.base == Base::month_before && p.one_month(), year = against.base == Base::same_period && !against.period;
  if (!c || c->what != Claim::What::value || c->number.kind != Quantity::Kind::measured) return {};
  if (!against.readable || (!before && !year)) return {};
  c->period = p.plus(before ? -1 : -12);
  return c;
}

std::optional<Claim> Binder::claim(const Item& item, Against against, std::optional<GuardWord> verb) const {
  auto& number = *item.number;
  if (said_.subject != Said::Subject::known || !said_.period_readable || !against.readable || said_.in_turn) return {};
  if (number.negative || verb == GuardWord::begins || verb == GuardWord::contributes || verb == GuardWord::share) return {};
  Claim c;
  c.at = item.at;
  c.digits = item.digits;
  c.indicator = said_.indicator;
  c.unit = said_.unit;
  c.period = said_.period;
  c.base = against.base;
  c.base_period = against.period;
  c.direction = direction_of(verb);
  c.number = number;
  c.holds = interval_of(number.number, said_.about);
  bool ratio = vocabulary_.unit_of(c.indicator).quantity == percent_quantity;
  switch (number.kind) {
    case Quantity::Kind::percent:
      return percent(c, against, verb) ? std::optional(c) : std::nullopt;
    case Quantity::Kind::points:
      c.what = Claim::What::points;
      if (!ratio || c.direction == 0) return {};
      if (against.base == Base::none && c.period && c.period->so_far()) c.base = Base::same_period;
      return c.base != Base::none ? std::optional(c) : std::nullopt;
    case Quantity::Kind::times:
      return times(c, against, verb) ? std::optional(c) : std::nullopt;
    case Quantity::Kind::measured:
      return measured(c, against, verb) ? std::optional(c) : std::nullopt;
    case Quantity::Kind::bare:
      break;
  }
  return {};
}

bool Binder::percent(Claim& c, const Against& against, std::optional<GuardWord> verb) const {
  bool ratio = vocabulary_.unit_of(c.indicator).quantity == percent_quantity;
  if (against.plan) {
    c.what = Claim::What::plan_share;
    if (c.direction != 0 && said_.verb_fresh) return false;  // "vượt 5% kế hoạch"
    c.direction = 0;
    return true;
  }
  if (c.direction != 0 && !said_.becomes) {
    // By habit the year so far is set against the same months, also where the sentence does not say so.
    if (c.base == Base::none && c.period && c.period->so_far()) c.base = Base::same_period;
    c.what = Claim::What::change;
    return !ratio && c.base != Base::none;
  }
  if (c.base != Base::none) {
    c.what = Claim::What::level;
    return !ratio && (verb == GuardWord::level || verb == GuardWord::attains || verb == GuardWord::estimated);
  }
  c.what = Claim::What::value;
  c.direction = 0;
  return ratio && verb.has_value();
}

bool Binder::times(Claim& c, const Against& against, std::optional<GuardWord> verb) const {
  c.what = Claim::What::times;
  bool manyfold = verb == GuardWord::manyfold || verb == GuardWord::rise || out_.language == Language::en;
  return manyfold && against.base != Base::none && verb != GuardWord::fall;
}

bool Binder::measured(Claim& c, const Against& against, std::optional<GuardWord> verb) const {
  auto& unit = vocabulary_.unit_of(c.indicator);
  if (unit.quantity == 0 || c.number.quantity != unit.quantity || against.plan) return false;
  if (c.direction != 0 && !said_.becomes) {
    c.what = Claim::What::difference;
    return c.base != Base::none;
  }
  c.what = Claim::What::value;
  c.direction = 0;
  return c.base == Base::none && verb.has_value();
}

}  // namespace giaoban::figures::guard
