#include "figures/check.hpp"

#include <doctest/doctest.h>

#include "base/installation.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {

struct Asked {
  rules::Rules rules = rules::Rules::load(installation() / "rules").value();
  Indicator indicator;
  Asked(int32_t scale) {
    indicator.scale = indicator.decimals = scale;
    indicator.unit_of_measure = {"tỷ đồng", "billion dong"};
  }
  std::optional<CellCheck> check(int64_t value, std::optional<int64_t> month, std::optional<int64_t> year) const {
    return figures::check({indicator, Month::of(2021, 4), value, month, year},
                          rules.reporting.checks.on(Date::of(2021, 4, 28)).value,
                          rules.wording.on(Date::of(2021, 4, 28)).value);
  }
};

}  // namespace

TEST_CASE("figures check: a slip of the decimal point is named and its correction offered") {
  Asked retail(1);
  auto slip = retail.check(8520, 846, 819);
  REQUIRE(slip);
  CHECK(slip->kind == CheckKind::slip);
  CHECK(slip->title.vi == "Gấp 10,1 lần tháng 3.");
  CHECK(slip->detail.vi == "Ô tính bằng tỷ đồng; 85,2 là tăng 0,7%.");
  CHECK(slip->suggestion == Decimal{852, 1});
  auto thousand = retail.check(852'000, 846, 819);
  REQUIRE(thousand);
  CHECK(thousand->suggestion == Decimal{852, 1});
  auto small = retail.check(85, 846, 819);
  REQUIRE(small);
  CHECK(small->title.vi == "Chỉ bằng 10% tháng 3.");
  CHECK(small->suggestion == Decimal{850, 1});
}

TEST_CASE("figures check: far from last month and last year asks; near to one of them does not") {
  Asked retail(1);
  auto far = retail.check(3000, 846, 819);
  REQUIRE(far);
  CHECK(far->kind == CheckKind::band);
  CHECK_FALSE(far->suggestion);
  CHECK(far->detail.vi == "Tháng 3 là 84,6, tháng 4 năm trước là 81,9.");
  CHECK_FALSE(retail.check(118, 654, 92));  // January after December, as last January
  CHECK_FALSE(retail.check(852, 846, 819));
  CHECK_FALSE(retail.check(852, {}, {}));  // nothing to compare with
  CHECK_FALSE(retail.check(852, 0, 0));
}

TEST_CASE("figures check: small counts may jump") {
  Asked complaints(0);
  CHECK_FALSE(complaints.check(7, 1, 2));
  CHECK(complaints.check(40, 2, 3));
}

TEST_CASE("figures check: 0 is not missing") {
  Asked retail(1);
  auto zero = retail.check(0, 846, 819);
  REQUIRE(zero);
  CHECK(zero->kind == CheckKind::zero);
  CHECK(zero->title.vi == "Ghi 0, trong khi tháng 3 là 84,6.");
  CHECK_FALSE(retail.check(0, 846, 0));
  CHECK_FALSE(Asked(0).check(0, 1, 2));
}
