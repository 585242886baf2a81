// The strict reader: what it takes it gives back the same, and what it refuses it refuses with words.
#include "base/json.hpp"

#include "fuzz.hpp"

using namespace giaoban;

namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)
struct Inner {
  Text words;
  std::optional<Decimal> value;
  Colour colour = Colour::red;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (words, value, colour))
/// A field of every kind that a request may have.
struct Outer {
  int64_t id = 0;
  int32_t small = 0;
  bool flag = false;
  std::string text;
  Month month;
  Date date;
  Instant at;
  std::optional<std::vector<Inner>> list;
  std::map<std::string, int64_t> counts;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (id, small, flag, text, month, date, at, list, counts))

/// Figures are never floating-point numbers, and the library's own reading of those is not exact to the last bit.
bool exact(const boost::json::value& v) {
  if (v.is_double()) return false;
  if (auto* list = v.if_array()) return std::all_of(list->begin(), list->end(), &exact);
  if (auto* o = v.if_object()) return std::all_of(o->begin(), o->end(), [](auto& member) { return exact(member.value()); });
  return true;
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  auto value = json::parse(text);
  if (!value) {
    fuzz::promise_words(value.error());
    boost::json::serialize(boost::json::parse(json::text_of_problem(value.error())));
    return 0;
  }
  auto again = json::parse(boost::json::serialize(*value));
  PROMISE(again && (!exact(*value) || *again == *value), text);
  auto read = json::read<Outer>(*value);
  if (!read) {
    fuzz::promise_words(read.error());
    PROMISE(!read.error().fields.empty(), "a refusal names a field");
    return 0;
  }
  auto written = json::text_of(*read);
  auto same = json::read_text<Outer>(written);
  PROMISE(same && json::text_of(*same) == written, written);
  return 0;
}
