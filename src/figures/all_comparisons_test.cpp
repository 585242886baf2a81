#include "figures/all_comparisons.hpp"

#include <doctest/doctest.h>

#include "figures/random_figures_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;
namespace r = giaoban::figures::random;
using r::april;

namespace {

bool equal(const Comparison& a, const Comparison& b) {
  return a.measure == b.measure && a.what == b.what && a.shown == b.shown && a.state == b.state &&
         a.coverage == b.coverage && a.base_coverage == b.base_coverage && a.like_for_like == b.like_for_like && a.matched == b.matched;
}

void all_are_as_one_by_one(Columns& columns, const rules::Wording& wording, Month from, Month to, bool anew) {
  AllComparisons all(columns, wording, from, to);
  for (IndicatorIndex i = 0; i < columns.indicators().size(); ++i) anew ? all.compute_anew(columns.totals(), i) : all.compute(i);
  auto& frame = columns.totals().frame();
  for (IndicatorIndex i = 0; i < columns.indicators().size(); ++i)
    for (Month m = from; m <= to; m = m.plus(1))
      for (size_t k = 0; k < frame.kept(); ++k)
        for (auto measure : AllComparisons::measures) {
          Question q{i, frame.kept_unit(k), m, measure, newest};
          RC_ASSERT(equal(all.at(q), evaluate(columns, q, wording)));
        }
}

}  // namespace

TEST_CASE("all comparisons: each is the one that is given when it alone is asked for") {
  CHECK(rc::check("all", [] {
    auto o = r::figures(8, 200, *rc::gen::arbitrary<bool>());
    auto columns = r::columns_of(o);
    rules::Wording wording{{*rc::gen::inRange(1, 40), 1}, {*rc::gen::inRange(0, 90), 1}, *rc::gen::inRange(0, 3), rules::Zero::drop, rules::Zero::keep};
    auto from = april.plus(-*rc::gen::inRange(0, 17));
    all_are_as_one_by_one(columns, wording, from, april.plus(*rc::gen::inRange(-2, 3)), *rc::gen::arbitrary<bool>());
  }));
}

TEST_CASE("all comparisons: values of any size, scale and style") {
  CHECK(rc::check("sizes", [] {
    auto list = r::indicators();
    list[r::flow].scale = *rc::gen::inRange(0, 7);
    list[r::flow].decimals = *rc::gen::inRange(0, 7);
    list[r::flow].month_style = *rc::gen::element(Style::change, Style::level);
    Columns columns(list, {{"city", "", false}, {"a", "city", true}, {"b", "city", true}});
    auto most = *rc::gen::element<int64_t>(100, 1'000'000, 2'000'000'000'000, 999'999'999'999'999'999);
    for (int m = 0; m < 16; ++m)
      for (UnitIndex u : {1u, 2u})
        columns.apply({1, r::flow, u, april.plus(-m), *rc::gen::inRange<int64_t>(0, most)});
    rules::Wording wording{{2, 0}, {5, 2}, 1, rules::Zero::drop, rules::Zero::keep};
    all_are_as_one_by_one(columns, wording, april.plus(-15), april, *rc::gen::arbitrary<bool>());
  }));
}
