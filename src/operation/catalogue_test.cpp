#include "operation/catalogue.hpp"

#include <doctest/doctest.h>

#include "db/database.hpp"
#include "support/database.hpp"

using namespace giaoban;

namespace giaoban::sample {
enum class Kind { small, large };
BOOST_DESCRIBE_ENUM(Kind, small, large)
struct Ask {
  int64_t unit;
  Month month;
  std::optional<bool> whole;
};
BOOST_DESCRIBE_STRUCT(Ask, (), (unit, month, whole))
struct Answer {
  Kind kind;
  std::vector<Decimal> values;
  Text name;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (kind, values, name))
Outcome<Answer> show(Context&, const Ask& a) { return Answer{Kind::large, {{a.unit, 1}}, {"a", "b"}}; }
}  // namespace giaoban::sample

TEST_CASE("catalogue: one declaration gives the call, the query, OpenAPI and TypeScript") {
  Catalogue catalogue;
  catalogue.read({.name = "sample.show", .right = Right::signed_in, .summary = {"Xem", "Show"}}, &sample::show);
  auto* o = catalogue.find("sample.show");
  REQUIRE(o);
  auto request = o->request_from_query({{"unit", "12"}, {"month", "2021-04"}, {"whole", "true"}});
  REQUIRE(request);
  CHECK(boost::json::serialize(*request) == R"({"unit":12,"month":"2021-04","whole":true})");
  CHECK_FALSE(o->request_from_query({{"unit", "1"}, {"unit", "2"}}));

  auto database = db::Database::open(db::test_urls()[0], 1);
  database->read([&](db::Transaction& tx) {
    Actor actor;
    Rights rights;
    Context context(tx, actor, rights, Instant{}, 0, false);
    CHECK(*o->run(context, *request) == R"({"kind":"large","values":["1.2"],"name":{"vi":"a","en":"b"}})");
    auto bad = o->run(context, *o->request_from_query({{"unit", "x"}, {"month", "2021-04"}, {"zz", "1"}}));
    REQUIRE_FALSE(bad);
    CHECK(bad.error().fields.size() == 2);
  });
  auto ts = catalogue.typescript();
  CHECK(ts.find("export interface SampleAnswer {\n  kind: SampleKind;\n  values: Decimal[];\n  name: Text;\n}") != std::string::npos);
  CHECK(ts.find("'sample.show': { change: false; request: SampleAsk; response: SampleAnswer };") != std::string::npos);
  CHECK(ts.find("whole?: boolean | null;") != std::string::npos);
  CHECK(boost::json::serialize(catalogue.openapi()).find("\"operationId\":\"sample.show\"") != std::string::npos);
}
