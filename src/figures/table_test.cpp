#include <rapidcheck.h>

#include "figures/room_test.hpp"
#include "figures/store.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {

struct Month4 {
  boost::json::value table;
  const boost::json::value& fact(const std::string& code) const {
    for (auto& f : table.at("facts").as_array())
      if (text_at(f.at("indicator").at("code")) == code) return f;
    FAIL("no fact " << code);
    throw std::logic_error(code);
  }
  /// "change 26.0"
  std::string shown(const std::string& code, const std::string& measure) const {
    auto& c = fact(code).at(measure);
    return text_at(c.at("what")) + " " + text_at(c.at("shown"));
  }
};

}  // namespace

TEST_CASE("figures table: the published ratios of April 2021 come out of the operation") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 5, 5));
    Month4 m{body->call("figures.table", R"({"month":"2021-04"})", "chu-tich")};
    CHECK(m.shown("import_export", "month_on_month") == "change 26.0");
    CHECK(m.shown("import_export", "year_to_date_on_year") == "change 4.3");
    CHECK(m.shown("retail_sales", "month_on_month") == "change 1.3");
    CHECK(m.shown("retail_sales", "year_to_date_on_year") == "level 104.9");
    CHECK(m.shown("industrial_output", "year_to_date_on_year") == "change 36.6");
    CHECK(m.shown("budget_revenue", "year_to_date_on_year") == "level 120.0");
    CHECK(m.shown("capital_disbursement", "year_to_date_on_year") == "level 232.7");
    CHECK(m.fact("import_export").at("spark").as_array().size() == 13);
    CHECK(m.table.at("communes").at("submitted").as_int64() == 16);
    CHECK(m.table.at("about").at("vi").as_string().find("minh họa") != std::string::npos);
  }
}

TEST_CASE("figures table: who is missing is said, an estimate makes the total one, and an old vintage reads as it did") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 5, 4));
    Month4 now{body->call("figures.table", R"({"month":"2021-04"})", "tong-hop")};
    auto& retail = now.fact("retail_sales");
    CHECK(retail.at("month").at("coverage").at("reported").as_int64() == 14);
    CHECK(retail.at("month").at("coverage").at("stand_in").as_int64() == 2);
    CHECK(retail.at("estimate").as_bool());
    CHECK(retail.at("missing").as_array().size() == 2);
    CHECK(now.table.at("communes").at("submitted").as_int64() == 14);
    CHECK_FALSE(now.fact("budget_revenue").at("estimate").as_bool());
    // a ward is told of itself only
    Month4 ward{body->call("figures.table", R"({"month":"2021-04"})", "hai-hoa.thong-ke")};
    CHECK(ward.fact("retail_sales").at("missing").as_array().empty());
    CHECK(body->attempt("figures.table", R"({"month":"2021-04","unit":"tra-co"})", "hai-hoa.thong-ke").status == 403);
    CHECK(body->attempt("figures.table", R"({"month":"2021-04","unit":"nowhere"})", "hai-hoa.thong-ke").status == 403);
    CHECK(body->attempt("figures.table", R"({"month":"2021-04","unit":"nowhere"})", "chu-tich").status == 404);

    auto as_of = now.table.at("as_of").as_int64();
    auto value = text_at(retail.at("month").at("shown"));
    body->call("figures.enter", R"({"unit":"hai-son","month":"2021-04","cells":[{"indicator":"retail_sales","value":"4.0"}]})",
               "hai-son.thong-ke");
    Month4 old{body->call("figures.table", fmt::format(R"({{"month":"2021-04","as_of":{}}})", as_of), "tong-hop")};
    CHECK(text_at(old.fact("retail_sales").at("month").at("shown")) == value);
    CHECK_FALSE(old.table.at("newest").as_bool());
    Month4 after{body->call("figures.table", R"({"month":"2021-04"})", "tong-hop")};
    CHECK(after.fact("retail_sales").at("month").at("coverage").at("reported").as_int64() == 15);
    // March as it was first told: an estimate, before it was revised
    Month4 march{body->call("figures.table", R"({"month":"2021-03"})", "tong-hop")};
    CHECK(text_at(march.fact("import_export").at("month").at("shown")) == "306.7");
  }
}

TEST_CASE("figures coverage: unit by unit, with the days that it is late") {
  for (auto& body : bodies()) {
    load_demo(*body, Date::of(2021, 5, 4));
    auto coverage = body->call("figures.coverage", R"({"month":"2021-04"})", "tong-hop");
    CHECK(coverage.at("units").as_array().size() == 19);
    CHECK(coverage.at("late").as_int64() == 2);
    for (auto& u : coverage.at("units").as_array()) {
      if (text_at(u.at("unit").at("code")) != "hai-son") continue;
      CHECK(u.at("late").as_bool());
      CHECK(u.at("days_late").as_int64() == 2);
      CHECK(u.at("stand_in").as_int64() == 11);
      CHECK(u.at("filled").as_int64() == 0);
    }
    auto own = body->call("figures.coverage", R"({"month":"2021-04"})", "tra-co.thong-ke");
    CHECK(own.at("units").as_array().size() == 1);
    CHECK(own.at("communes").at("submitted").as_int64() == 14);
  }
}

TEST_CASE("figures table: whatever is entered, the totals are the plain sum of the store") {
  auto all = bodies();
  for (auto& body : all) define_demo(*body);
  const std::vector<std::string> wards = {"tran-phu", "hai-hoa", "hai-son"};
  const std::vector<std::string> codes = {"retail_sales", "complaints", "fishery_output"};
  rc::check("totals", [&] {
    auto entries = *rc::gen::container<std::vector<std::tuple<int, int, int, int>>>(
        rc::gen::tuple(rc::gen::inRange(0, 3), rc::gen::inRange(0, 3), rc::gen::inRange(1, 5), rc::gen::inRange(-1, 500)));
    for (auto& body : all) {
      for (auto& [ward, code, month, value] : entries) {
        auto text = value < 0 ? "null" : fmt::format("\"{}\"", value);
        body->call("figures.enter",
                   fmt::format(R"({{"unit":"{0}","month":"2021-0{1}","cells":[{{"indicator":"{2}","value":{3},"reason":"thử"}}]}})",
                               wards[static_cast<size_t>(ward)], month, codes[static_cast<size_t>(code)], text)
                       .c_str(),
                   wards[static_cast<size_t>(ward)] + ".thong-ke");
      }
      Month4 m{body->call("figures.table", R"({"month":"2021-04"})", "chu-tich")};
      body->database().read([&](db::Transaction& tx) {
        for (auto& row : stored_indicators(tx)) {
          auto& code = row.indicator.code;
          if (std::find(codes.begin(), codes.end(), code) == codes.end()) continue;
          auto plain = [&](Month from, Month to) {
            return tx.one_value<int64_t>(
                "select coalesce(sum(f.value), 0) from figure f where f.indicator = ? and f.month >= ? and f.month <= ? and "
                "f.id = (select max(l.id) from figure l where l.indicator = f.indicator and l.unit = f.unit and l.month = f.month)",
                row.id, from, to).value();
          };
          auto told = [&](const char* measure) -> int64_t {
            auto& c = m.fact(code).at(measure);
            if (text_at(c.at("what")) != "value") return 0;
            return Decimal::parse(text_at(c.at("shown"))).value().at_scale(row.indicator.decimals).value().units;
          };
          auto at_shown = [&](int64_t units) {
            int64_t down = 1;
            for (int32_t s = row.indicator.decimals; s < row.indicator.scale; ++s) down *= 10;
            return divide_half_up(units, down);
          };
          RC_ASSERT(told("month") == at_shown(plain(Month::of(2021, 4), Month::of(2021, 4))));
          RC_ASSERT(told("year_to_date") == at_shown(plain(Month::of(2021, 1), Month::of(2021, 4))));
        }
      });
    }
  });
}
