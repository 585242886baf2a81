// Published figures: a ratio must lie in the interval that its rounded inputs allow. Every miss is explained, and an
// explanation that is no longer needed is a fault too.
#include <doctest/doctest.h>

#include <set>

#include "base/installation.hpp"
#include "figures/guard/reading.hpp"
#include "rules/data_file.hpp"
#include "rules/guard_words.hpp"

namespace giaoban::figures::published {

using guard::Interval;

struct Source {
  std::string id, address, published, about;
};
BOOST_DESCRIBE_STRUCT(Source, (), (id, address, published, about))
struct Value {
  std::string id, source, written;
  Language language = Language::vi;
  int32_t zeros = 0;
  std::optional<rules::GuardWord> said;
};
BOOST_DESCRIBE_STRUCT(Value, (), (id, source, written, language, zeros, said))

struct Check {
  std::string kind, now;
  std::vector<std::string> against;
  std::string published;
  Language language = Language::vi;
  std::string source;
  std::optional<Text> miss;
};
BOOST_DESCRIBE_STRUCT(Check, (), (kind, now, against, published, language, source, miss))
struct File {
  Text about;
  std::vector<Source> sources;
  std::vector<Value> values;
  std::vector<Check> checks;
};
BOOST_DESCRIBE_STRUCT(File, (), (about, sources, values, checks))

namespace {

Interval read_interval(std::string written, Language language, int zeros, rules::GuardWord said) {
  bool negative = written.starts_with("-");
  if (negative) written.erase(0, 1);
  auto number = guard::read_number(written, language);
  REQUIRE(number);
  auto i = guard::interval_of(*number, said);
  auto by = Fraction::of(power_of_ten(zeros));
  Interval out{i.low * by, i.high * by};
  if (negative) out = {Fraction::of(0) - out.high, Fraction::of(0) - out.low};
  return out;
}

Interval operator+(const Interval& a, const Interval& b) { return {a.low + b.low, a.high + b.high}; }
Interval operator-(const Interval& a, const Interval& b) { return {a.low - b.high, a.high - b.low}; }
Interval percent(const Interval& a, const Interval& b) {
  auto hundred = Fraction::of(100);
  return {a.low / b.high * hundred, a.high / b.low * hundred};
}
Interval less_hundred(const Interval& i) { return {i.low - Fraction::of(100), i.high - Fraction::of(100)}; }
bool meet(const Interval& a, const Interval& b) { return order(a.low, b.high) <= 0 && order(b.low, a.high) <= 0; }

class Table {
 public:
  explicit Table(const File& file) {
    for (auto& v : file.values) {
      CHECK(values_.emplace(v.id, read_interval(v.written, v.language, v.zeros, v.said.value_or(rules::GuardWord::neutral))).second);
    }
  }
  bool holds(const Check& c) const {
    auto now = at(c.now), first = at(c.against.front());
    if (c.kind == "sum") {
      Interval sum;
      for (auto& id : c.against) sum = sum + at(id);
      return meet(now, sum);
    }
    if (c.kind == "difference") return meet(now, first - at(c.against.at(1)));
    auto published = read_interval(c.published, c.language, 0, rules::GuardWord::neutral);
    if (c.kind == "level" || c.kind == "share") return meet(published, percent(now, first));
    if (c.kind == "change") return meet(published, less_hundred(percent(now, first)));
    // The month before, which is not printed, is the two months less this one.
    if (c.kind == "change-of-rest") return meet(published, less_hundred(percent(now, first - now)));
    REQUIRE(c.kind == "change-of-difference");
    return meet(published, less_hundred(percent(now, first - at(c.against.at(1)))));
  }

 private:
  const Interval& at(const std::string& id) const {
    CAPTURE(id);
    REQUIRE(values_.contains(id));
    return values_.at(id);
  }
  std::map<std::string, Interval> values_;
};

}  // namespace

TEST_CASE("published figures: every ratio lies in the interval that its rounded inputs allow, or its miss is explained") {
  auto file = rules::read_file<File>(installation() / "src/figures/published/national.json");
  if (!file)
    for (auto& f : file.error().fields) FAIL_CHECK(f.pointer << ": " << f.message.en);
  REQUIRE(file);
  std::set<std::string> sources;
  for (auto& s : file->sources) CHECK((sources.insert(s.id).second && s.address.starts_with("http")));
  for (auto& v : file->values) CHECK_MESSAGE(sources.contains(v.source), v.id);
  Table table(*file);
  int held = 0, missed = 0;
  for (auto& c : file->checks) {
    CAPTURE(c.now);
    CAPTURE(c.kind);
    CAPTURE(c.published);
    CHECK(sources.contains(c.source));
    bool holds = table.holds(c);
    CHECK(holds == !c.miss.has_value());
    ++(holds ? held : missed);
  }
  MESSAGE("published figures: ", file->values.size(), " values from ", file->sources.size(), " pages; ", held, " of ",
          file->checks.size(), " checks hold, ", missed, " are missed and explained");
}

}  // namespace giaoban::figures::published
