#include <doctest/doctest.h>

#include "rules/data_file.hpp"
#include "support/body.hpp"
#include "units/acts.hpp"

using namespace giaoban;
using namespace giaoban::units;

namespace {

std::string text_at(const boost::json::value& v) { return std::string(v.as_string()); }

/// One act on a day, with these new units and parts.
std::string act(const std::string& day, const std::string& new_units, const std::string& parts) {
  return R"({"effective":")" + day + R"(","acts":[{"number":"1/NQ","title":{"vi":"Sắp xếp","en":"Change"},"source":{"vi":"thử","en":"test"},"new_units":[)" +
         new_units + R"(],"parts":[)" + parts + "]}]}";
}
std::string ward(const std::string& code, const std::string& parent = "mong-cai") {
  return R"({"code":")" + code + R"(","name":{"vi":"UBND X","en":"X"},"short_name":{"vi":"X","en":"X"},"kind":"ward","parent":")" + parent +
         R"(","place":{"vi":"X","en":"X"},"notation":"UBND"})";
}
std::string part(const std::string& from, const std::string& to, const std::string& more = "") {
  return R"({"from":")" + from + R"(","to":")" + to + "\"" + more + "}";
}

bool has_unit(const boost::json::value& tree, const std::string& code) {
  for (auto& row : tree.at("rows").as_array())
    if (row.at("unit").at("code").as_string() == code) return true;
  return false;
}

/// The faults' pointers of a refused act.
std::string refused(Body& body, const std::string& request) {
  return fault_pointers(body.attempt("units.reorganise", request, "tong-hop"));
}

}  // namespace

TEST_CASE("units reorganise: a merger ends its wards on its day and not before; the tree of each day is kept") {
  for (auto& body : bodies()) {
    body->clock().set(Instant::local(Date::of(2021, 6, 1), 8));
    auto request = act("2021-07-01", ward("bien-gioi"), part("bac-son", "bien-gioi") + "," + part("hai-son", "bien-gioi"));
    CHECK(body->attempt("units.reorganise", request, "hai-hoa.chu-tich").status == 403);
    auto changes = body->call("units.reorganise", request, "quan-tri");
    CHECK(changes.at("changes").as_array().size() == 1);
    CHECK(changes.at("changes").at(0).at("parts").at(0).at("whole").as_bool());
    CHECK(has_unit(body->call("units.tree", R"({"on":"2021-06-30"})", "chu-tich"), "hai-son"));
    auto after = body->call("units.tree", R"({"on":"2021-07-01"})", "chu-tich");
    CHECK_FALSE(has_unit(after, "hai-son"));
    CHECK(has_unit(after, "bien-gioi"));
    CHECK(text_at(after.at("days").at(0)) == "2021-07-01");
    // today is still June
    CHECK(body->call("units.list", "{}", "chu-tich").at("units").as_array().size() == 36);
    body->clock().set(Instant::local(Date::of(2021, 7, 1), 8));
    CHECK(body->call("units.list", "{}", "chu-tich").at("units").as_array().size() == 35);
    CHECK(body->call("units.changes", "{}", "hai-hoa.thong-ke").at("changes").as_array().size() == 1);
  }
}

TEST_CASE("units reorganise: what does not add up, hangs in the air or comes back is refused, all in one answer") {
  for (auto& body : bodies()) {
    std::string weight = R"(,"basis":"area","numerator":1,"denominator":3)";
    CHECK(refused(*body, act("2021-07-01", ward("a"), part("tra-co", "a", weight))).find("/acts/0/parts") == 0);
    CHECK(refused(*body, act("2021-07-01", ward("a"), part("tra-co", "b") + "," + part("nowhere", "a"))) == "/acts/0/parts/0/to /acts/0/parts/1/from ");
    CHECK(refused(*body, act("2021-07-01", "", part("tra-co", "hai-hoa"))) == "/acts/0/parts/0/to ");     // and its own part?
    CHECK(refused(*body, act("2021-07-01", ward("tra-co"), part("tra-co", "tra-co"))).find("/acts/0/new_units/0/code") == 0);
    CHECK(refused(*body, act("2021-07-01", ward("a", "b") + "," + ward("b", "a"), part("tra-co", "a"))) == "/acts /acts ");
    CHECK(refused(*body, act("2021-07-01", "", R"({"from":"mong-cai"})")).find("/acts") == 0);               // no body left
    CHECK(refused(*body, act("2021-07-01", ward("a"), part("tra-co", "a", R"(,"numerator":2,"denominator":2)"))) == "/acts/0/parts/0/basis ");
    body->call("units.reorganise", act("2021-07-01", ward("a"), part("tra-co", "a")), "tong-hop");
    CHECK(refused(*body, act("2021-07-02", ward("c"), part("tra-co", "c"))) == "/acts/0/parts/0/from ");
    CHECK(refused(*body, act("2021-07-02", "", part("a", "tra-co"))) == "/acts/0/parts/0/to ");
    CHECK(refused(*body, act("2021-06-30", ward("c"), part("a", "c"))).find("/effective") == 0);
    body->database().read([](db::Transaction& tx) {
      CHECK(succession(tx).days().size() == 1);
      CHECK_FALSE(by_code(tx, "c"));
    });
  }
}

TEST_CASE("units reorganise: pieces with their weights, in units that go on") {
  for (auto& body : bodies()) {
    auto weight = [](int of, int all) { return fmt::format(R"(,"basis":"population","numerator":{},"denominator":{})", of, all); };
    body->call("units.reorganise",
               act("2021-07-01", ward("moi"), part("tra-co", "tra-co", weight(2, 3)) + "," + part("tra-co", "moi", weight(1, 3)) + "," + part("binh-ngoc", "moi", weight(4, 4))),
               "chanh-van-phong");
    body->database().read([](db::Transaction& tx) {
      auto s = succession(tx);
      auto id = [&](const char* code) { return by_code(tx, code)->id; };
      auto before = Date::of(2021, 6, 30), after = Date::of(2021, 7, 1);
      auto shares = s.shares(id("tra-co"), before, after).shares;
      REQUIRE(shares.size() == 2);
      CHECK(shares[0].ratio == Ratio(2, 3));
      CHECK(s.shares(id("moi"), after, before).shares[1].ratio == Ratio(1, 5));
      CHECK(by_code(tx, "tra-co")->in_force(after));
      CHECK_FALSE(by_code(tx, "binh-ngoc")->in_force(after));
    });
  }
}
