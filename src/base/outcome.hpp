#pragma once
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "base/text.hpp"

namespace giaoban {

/// One field at fault. `pointer` is a JSON pointer into the request ("/clauses/2/due").
struct FieldError {
  std::string pointer;
  Text message;
};
BOOST_DESCRIBE_STRUCT(FieldError, (), (pointer, message))

/// Why a request was not carried out. Bad input is a value, never an exception; nothing was written.
struct Problem {
  enum class Kind { invalid, unauthenticated, forbidden, not_found, conflict, too_large, too_many, unavailable };
  Kind kind = Kind::invalid;
  Text title;
  std::vector<FieldError> fields;
};

template <class T>
using Outcome = tl::expected<T, Problem>;

/// HTTP status of a problem (RFC 9457).
int status_of(Problem::Kind kind);
/// Stable name of a problem, used as its `type`.
const char* name_of(Problem::Kind kind);

inline tl::unexpected<Problem> refuse(Problem::Kind kind, Text title, std::vector<FieldError> fields = {}) {
  return tl::unexpected<Problem>(Problem{kind, std::move(title), std::move(fields)});
}
/// "No right": says whom to ask, never whether the thing exists.
tl::unexpected<Problem> forbidden();
tl::unexpected<Problem> not_found(Text what);
tl::unexpected<Problem> conflict(Text why);

/// Collects every field at fault before anything is written, so that one answer names them all.
class Faults {
 public:
  void add(std::string pointer, Text message) { fields_.push_back({std::move(pointer), std::move(message)}); }
  void require(bool holds, std::string pointer, Text message) {
    if (!holds) add(std::move(pointer), std::move(message));
  }
  bool any() const { return !fields_.empty(); }
  tl::unexpected<Problem> problem() const;

 private:
  std::vector<FieldError> fields_;
};

}  // namespace giaoban

/// Returns the problem of an Outcome, or goes on with its value: `TRY(session, find(tx, id));`
#define GIAOBAN_JOIN2(a, b) a##b
#define GIAOBAN_JOIN(a, b) GIAOBAN_JOIN2(a, b)
#define TRY(name, expression)                                                       \
  auto GIAOBAN_JOIN(outcome_, __LINE__) = (expression);                             \
  if (!GIAOBAN_JOIN(outcome_, __LINE__))                                            \
    return tl::unexpected<::giaoban::Problem>(std::move(GIAOBAN_JOIN(outcome_, __LINE__).error())); \
  auto& name = *GIAOBAN_JOIN(outcome_, __LINE__)
/// The same for an outcome whose value is not wanted.
#define TRY_ONLY(expression)                                     \
  if (auto outcome_only = (expression); !outcome_only)           \
  return tl::unexpected<::giaoban::Problem>(std::move(outcome_only.error()))
