// Addresses that are watched and fetched: a known operation or nothing, and a query that names every field at fault.
#include "fuzz.hpp"
#include "live/views.hpp"

using namespace giaoban;

namespace {

struct Asked {
  int64_t session = 0;
  std::optional<Month> month;
  std::optional<bool> mine;
  std::optional<std::string> unit;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (session, month, mine, unit))

const Catalogue& catalogue() {
  static const auto one = [] {
    Catalogue c;
    c.read({.name = "session.show", .right = Right::open, .summary = {"x", "x"}}, [](Context&, const Asked&) -> Outcome<Nothing> { return Nothing{}; });
    c.change({.name = "session.open", .right = Right::open, .summary = {"x", "x"}}, [](Context&, const Asked&) -> Outcome<Nothing> { return Nothing{}; });
    return c;
  }();
  return one;
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  // As a page says it over its socket, and as it stands.
  std::string where = text;
  boost::system::error_code error;
  auto message = boost::json::parse(text, error);
  if (auto* o = error ? nullptr : message.if_object())
    if (auto* watch = o->if_contains("watch"); watch && watch->is_string()) where = std::string(watch->as_string());
  auto address = live::parse_address(catalogue(), where);
  if (!address) return 0;
  PROMISE(address->operation->name == "session.show", where);  // a change is not watched
  auto request = address->operation->request_from_query(address->query);
  if (!request) {
    fuzz::promise_words(request.error());
    return 0;
  }
  auto read = json::read<Asked>(*request);
  if (!read) fuzz::promise_words(read.error());
  return 0;
}
