#pragma once
// The only way from a room to the store. A room writes SQL that SQLite and PostgreSQL both understand, with
// `?` for parameters, and gets plain structs back. SOCI stays behind this header.
//
//   auto rows = tx.query<Row>("select id, name_vi, name_en from unit where parent = ?", parent);
//
// A row is a struct described with BOOST_DESCRIBE_STRUCT; its members are filled in order. Text takes two
// columns (vi, en). Integers are always moved as 64 bits: SOCI's rows and `int` silently corrupt large numbers.
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"

namespace giaoban::db {

enum class Dialect { sqlite, postgresql };

/// A value on its way to or from the store.
struct Value {
  enum class Type { null_integer, null_text, integer, text } type = Type::null_text;
  int64_t integer = 0;
  std::string text;
};

namespace detail {

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};

template <class T>
constexpr bool is_integer_column = std::is_integral_v<T> || std::is_same_v<T, Month> || std::is_same_v<T, Instant>;
template <class T>
constexpr bool is_column =
    is_integer_column<T> || std::is_same_v<T, std::string> || std::is_same_v<T, Date> || std::is_enum_v<T>;

template <class T>
Value to_value(const T& v) {
  if constexpr (is_optional<T>::value) {
    using U = typename T::value_type;
    if (!v) return {is_integer_column<U> ? Value::Type::null_integer : Value::Type::null_text, 0, {}};
    return to_value(*v);
  } else if constexpr (std::is_same_v<T, Month>) {
    return {Value::Type::integer, v.index, {}};
  } else if constexpr (std::is_same_v<T, Instant>) {
    return {Value::Type::integer, v.ms, {}};
  } else if constexpr (std::is_same_v<T, Date>) {
    return {Value::Type::text, 0, v.iso()};
  } else if constexpr (std::is_integral_v<T>) {
    return {Value::Type::integer, static_cast<int64_t>(v), {}};
  } else if constexpr (std::is_enum_v<T>) {
    return {Value::Type::text, 0, boost::describe::enum_to_string(v, "unknown")};
  } else {
    return {Value::Type::text, 0, std::string(v)};
  }
}

[[noreturn]] void unexpected_null(const char* member);
[[noreturn]] void unreadable(const char* member, const std::string& text);

template <class T>
void from_value(const Value& v, T& out, const char* name) {
  bool null = v.type == Value::Type::null_integer || v.type == Value::Type::null_text;
  if constexpr (is_optional<T>::value) {
    if (null) out.reset();
    else from_value(v, out.emplace(), name);
  } else {
    if (null) unexpected_null(name);
    if constexpr (std::is_same_v<T, Month>) out.index = static_cast<int32_t>(v.integer);
    else if constexpr (std::is_same_v<T, Instant>) out.ms = v.integer;
    else if constexpr (std::is_same_v<T, bool>) out = v.integer != 0;
    else if constexpr (std::is_integral_v<T>) out = static_cast<T>(v.integer);
    else if constexpr (std::is_same_v<T, Date>) {
      auto d = Date::parse(v.text);
      if (!d) unreadable(name, v.text);
      out = *d;
    } else if constexpr (std::is_enum_v<T>) {
      if (!boost::describe::enum_from_string(v.text.c_str(), out)) unreadable(name, v.text);
    } else {
      out = v.text;
    }
  }
}

template <class T>
constexpr bool wants_integer() {
  if constexpr (is_optional<T>::value) return is_integer_column<typename T::value_type>;
  else return is_integer_column<T>;
}

/// One letter per column: 'i' integer, 't' text.
template <class Row>
void shape(std::string& out) {
  if constexpr (is_optional<Row>::value) {
    shape<typename Row::value_type>(out);
  } else if constexpr (std::is_same_v<Row, Text>) {
    out += "tt";
  } else if constexpr (is_column<Row>) {
    out += wants_integer<Row>() ? 'i' : 't';
  } else {
    boost::mp11::mp_for_each<boost::describe::describe_members<Row, boost::describe::mod_public>>(
        [&](auto d) { shape<std::remove_reference_t<decltype(std::declval<Row&>().*d.pointer)>>(out); });
  }
}

template <class Row>
void fill(const std::vector<Value>& values, size_t& at, Row& row, const char* name) {
  if constexpr (std::is_same_v<Row, Text>) {
    from_value(values[at++], row.vi, name);
    from_value(values[at++], row.en, name);
  } else if constexpr (is_optional<Row>::value || is_column<Row>) {
    from_value(values[at++], row, name);
  } else {
    boost::mp11::mp_for_each<boost::describe::describe_members<Row, boost::describe::mod_public>>(
        [&](auto d) { fill(values, at, row.*d.pointer, d.name); });
  }
}

inline void add_value(std::vector<Value>& out, const Text& text) {
  out.push_back({Value::Type::text, 0, text.vi});
  out.push_back({Value::Type::text, 0, text.en});
}
template <class T>
void add_value(std::vector<Value>& out, const T& v) {
  if constexpr (std::is_convertible_v<T, std::string_view>) out.push_back({Value::Type::text, 0, std::string(std::string_view(v))});
  else out.push_back(to_value(v));
}

}  // namespace detail

class Connection;

/// A transaction: all or nothing. Also notes which tables were read and written, from which the live views
/// learn what they depend on (so that no room can forget to say it).
class Transaction {
 public:
  explicit Transaction(Connection& connection, bool may_write) : connection_(connection), may_write_(may_write) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  /// Runs a statement without rows.
  template <class... A>
  void exec(std::string_view sql, const A&... args) {
    run(sql, "", values(args...), {});
  }
  /// Runs "insert … returning id".
  template <class... A>
  int64_t insert(std::string_view sql, const A&... args) {
    return one_value<int64_t>(sql, args...).value();
  }
  template <class Row, class... A>
  std::vector<Row> query(std::string_view sql, const A&... args) {
    std::string shape;
    detail::shape<Row>(shape);
    std::vector<Row> out;
    run(sql, shape, values(args...), [&](const std::vector<Value>& row) {
      size_t at = 0;
      detail::fill(row, at, out.emplace_back(), "column");
    });
    return out;
  }
  /// The first row, if there is one.
  template <class Row, class... A>
  std::optional<Row> one(std::string_view sql, const A&... args) {
    auto rows = query<Row>(sql, args...);
    if (rows.empty()) return {};
    return std::move(rows.front());
  }
  /// The same for a single column: `tx.one_value<int64_t>("select count(*) from …")`.
  template <class T, class... A>
  std::optional<T> one_value(std::string_view sql, const A&... args) {
    return one<T>(sql, args...);
  }

  Dialect dialect() const;
  const std::set<std::string>& tables_read() const { return read_; }
  const std::set<std::string>& tables_written() const { return written_; }
  /// For what is read from memory but comes from a table (the columns of figures), and for time ("day", "minute").
  void note_read(const std::string& table) { read_.insert(table); }
  void note_written(const std::string& table) { written_.insert(table); }
  /// Number of the journal entry that this change is, which other processes are told; 0 = it is none.
  int64_t entry() const { return entry_; }
  void note_entry(int64_t number) { entry_ = number; }

 private:
  template <class... A>
  static std::vector<Value> values(const A&... args) {
    std::vector<Value> out;
    out.reserve(sizeof...(args));
    (detail::add_value(out, args), ...);
    return out;
  }
  /// `each` gets one row after the other, all in the same place.
  using EachRow = std::function<void(const std::vector<Value>&)>;
  void run(std::string_view sql, const std::string& shape, std::vector<Value> args, const EachRow& each);

  Connection& connection_;
  bool may_write_;
  std::set<std::string> read_, written_;
  int64_t entry_ = 0;
};

}  // namespace giaoban::db
