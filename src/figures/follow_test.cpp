// Columns that follow what another process wrote are those that a new start would read.
#include "figures/room_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {

/// Every known total of four months, as text.
std::string totals_of(const LiveColumns& live) {
  return live.read([](const Columns& columns) {
    std::string out;
    for (IndicatorIndex i = 0; i < columns.indicators().size(); ++i)
      for (UnitIndex u = 0; u < columns.unit_count(); ++u)
        for (auto month = Month::of(2021, 1); month <= Month::of(2021, 4); month = month.plus(1)) {
          auto total = columns.total(i, u, month);
          if (total.known)
            out += fmt::format("{} {} {} {}/{} {}\n", columns.indicator(i).code, columns.unit(u).code, month.iso(), static_cast<int64_t>(total.amount.numerator),
                               static_cast<int64_t>(total.amount.denominator), columns.plan(i, u, 2021).value_or(-1));
        }
    return out;
  });
}

}  // namespace

TEST_CASE("figures follow: new figures, a changed indicator, changed units, or who knows what") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 4, 10));
    LiveColumns follower;
    auto follow = [&](const std::set<std::string>& tables) {
      body->database().read([&](db::Transaction& tx) { follower.follow(tx, tables); });
    };
    auto as_a_new_start = [&] {
      LiveColumns fresh;
      body->database().read([&](db::Transaction& tx) { fresh.load(tx); });
      return totals_of(fresh);
    };
    auto changes = [&](const std::string& operation, const std::string& request, const char* who, const std::set<std::string>& tables) {
      auto before = totals_of(follower);
      body->call(operation, request, who);
      follow({"session", "file"});
      CHECK(totals_of(follower) == before);  // none of its tables
      follow(tables);
      CHECK(totals_of(follower) == as_a_new_start());
      CHECK(totals_of(follower) != before);
    };
    follow({});
    CHECK(totals_of(follower) == as_a_new_start());
    CHECK(totals_of(follower) == totals_of(body->memory().columns));
    auto revised = [](const char* value) {
      return fmt::format(R"({{"lines":[{{"indicator":"retail_sales","unit":"hai-hoa","month":"2021-03","value":"{}","state":"revised","known":"2021-04-10"}}],"forms":"none"}})", value);
    };
    changes("figures.import", revised("77.7"), "tong-hop", {"figure"});
    changes("figures.import", revised("78.8"), "tong-hop", {});
    follow({});
    CHECK(totals_of(follower) == as_a_new_start());  // again: nothing twice
    body->database().write([](db::Transaction& tx) {
      tx.exec("update unit set code = 'hai-hoa-moi' where code = 'hai-hoa'");
      return true;
    });
    follow({"unit"});
    CHECK(totals_of(follower) == as_a_new_start());
    CHECK(totals_of(follower).find("hai-hoa-moi") != std::string::npos);
  }
}
