#pragma once
// An operation is declared once. From the declaration come its route, the OpenAPI document, the page's
// TypeScript types and the permission matrix test.
#include <charconv>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "operation/context.hpp"
#include "operation/schema.hpp"

namespace giaoban {

struct Declaration {
  std::string name;  ///< "<room>.<verb>", the route below /api/
  Right right = Right::signed_in;
  Text summary;
  /// Request holds a secret (a password): the journal keeps that it happened, not what was sent.
  bool secret = false;
  /// The answer differs between two people in the same seat (my own account).
  bool personal = false;
  /// Called by the program itself alone (an upload that it has just kept), never from outside: it has no address.
  bool internal = false;
  /// Carries no CSRF token: only sign-in, which has no session yet.
  bool before_sign_in = false;
};

using Query = std::vector<std::pair<std::string, std::string>>;

/// A document to download: the response type of an operation declared with `Catalogue::file`.
struct File {
  std::string name;          ///< "Thông báo 96-TB-VP.pdf"
  std::string content_type;  ///< "application/pdf"
  std::string bytes;
};

struct Operation : Declaration {
  bool change = false;
  /// Served below /documents/ instead of /api/, with a query like a read's.
  std::function<Outcome<File>(Context&, const boost::json::value&)> run_file;
  std::function<Outcome<std::string>(Context&, const boost::json::value&)> run;
  /// A read's request from its query; every field at fault named.
  std::function<Outcome<boost::json::value>(const Query&)> request_from_query;
  std::function<boost::json::value(boost::json::object&)> request_schema, response_schema;
};

namespace detail {
template <class F>
struct signature;
template <class C, class R, class Q>
struct signature<Outcome<R> (C::*)(Context&, const Q&) const> {
  using request = Q;
  using response = R;
};
template <class R, class Q>
struct signature<Outcome<R> (*)(Context&, const Q&)> {
  using request = Q;
  using response = R;
};
template <class F>
struct signature : signature<decltype(&F::operator())> {};

/// A query's texts become the JSON that the request's members expect.
template <class T>
boost::json::value value_from_query(const std::string& text) {
  if constexpr (json::detail::is_optional<T>::value) {
    return value_from_query<typename T::value_type>(text);
  } else if constexpr (std::is_same_v<T, bool>) {
    if (text == "true" || text == "false") return text == "true";
  } else if constexpr (std::is_integral_v<T>) {
    int64_t v = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v);
    if (error == std::errc() && end == text.data() + text.size()) return v;
  }
  return boost::json::value(text);
}

template <class Q>
Outcome<boost::json::value> request_from_query(const Query& query) {
  boost::json::object o;
  Faults faults;
  for (auto& [key, text] : query) {
    if (o.contains(key)) faults.add("/" + key, {"Trường này được gửi hai lần.", "This field was sent twice."});
    bool known = false;
    boost::mp11::mp_for_each<boost::describe::describe_members<Q, boost::describe::mod_public>>([&](auto d) {
      if (key != d.name) return;
      known = true;
      o[key] = value_from_query<std::remove_reference_t<decltype(std::declval<Q&>().*d.pointer)>>(text);
    });
    if (!known) o[key] = text;  // named as unknown when the object is read
  }
  if (faults.any()) return faults.problem();
  return boost::json::value(o);
}
}  // namespace detail

class Catalogue {
 public:
  template <class F>
  void read(Declaration d, F f) {
    add(std::move(d), false, std::move(f));
  }
  template <class F>
  void change(Declaration d, F f) {
    add(std::move(d), true, std::move(f));
  }
  /// A read that gives a file: GET /documents/<name>?a=b
  template <class F>
  void file(Declaration d, F f) {
    using Request = typename detail::signature<F>::request;
    Operation o;
    static_cast<Declaration&>(o) = std::move(d);
    o.run_file = [f](Context& context, const boost::json::value& v) -> Outcome<File> {
      TRY(request, json::read<Request>(v));
      return f(context, request);
    };
    o.request_from_query = &detail::request_from_query<Request>;
    o.request_schema = &schema::of<Request>;
    insert(std::move(o));
  }
  const Operation* find(std::string_view name) const;
  const std::map<std::string, Operation, std::less<>>& all() const { return operations_; }
  /// The OpenAPI 3.1 document.
  boost::json::object openapi() const;
  /// TypeScript declarations for ui/src/api/types.ts.
  std::string typescript() const;

 private:
  template <class F>
  void add(Declaration d, bool change, F f) {
    using Request = typename detail::signature<F>::request;
    using Response = typename detail::signature<F>::response;
    Operation o;
    static_cast<Declaration&>(o) = std::move(d);
    o.change = change;
    o.run = [f](Context& context, const boost::json::value& v) -> Outcome<std::string> {
      TRY(request, json::read<Request>(v));
      TRY(response, f(context, request));
      return json::text_of(response);
    };
    o.request_from_query = &detail::request_from_query<Request>;
    o.request_schema = &schema::of<Request>;
    o.response_schema = &schema::of<Response>;
    insert(std::move(o));
  }
  void insert(Operation o);
  std::map<std::string, Operation, std::less<>> operations_;
};

/// A request without fields, and an answer without content.
struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

}  // namespace giaoban
