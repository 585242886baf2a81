#pragma once
// JSON of described structs: strict both ways. Reading names every field at fault by its pointer;
// unknown fields, missing fields, numbers out of range and texts over the limit are faults.
// std::optional = may be absent or null; everything else is required.
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/outcome.hpp"

namespace giaoban::json {

namespace detail {
template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};
template <class T>
struct is_map : std::false_type {};
template <class T>
struct is_map<std::map<std::string, T>> : std::true_type {};
template <class T>
concept Scalar = std::is_same_v<T, Month> || std::is_same_v<T, Date> || std::is_same_v<T, Instant> ||
                 std::is_same_v<T, Decimal>;
}  // namespace detail

/// Longest text a single field may hold, in bytes: a page of a report with room to spare.
inline constexpr size_t text_bytes_max = 64 * 1024;
/// Longest list in a request: the country's communes with room to spare.
inline constexpr size_t list_length_max = 10'000;

struct Path {
  const Path* up;
  std::string_view key;
  size_t index = 0;
  std::string str() const;
};

namespace detail {
Text expected_text();
Text expected_whole_number();
Text expected_truth();
Text expected_list();
Text expected_object();
Text expected_one_of(const std::string& names);
Text is_required();
Text is_unknown();
Text too_long();
Text bad_month();
Text bad_date();
Text bad_instant();
Text bad_decimal();
bool clean_utf8(std::string_view text);
}  // namespace detail

template <class T>
void read(const boost::json::value& v, T& out, const Path& path, Faults& faults);

template <class T>
void read_object(const boost::json::object& object, T& out, const Path& path, Faults& faults) {
  size_t seen = 0;
  using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
  boost::mp11::mp_for_each<Members>([&](auto d) {
    using Member = std::remove_reference_t<decltype(out.*d.pointer)>;
    Path here{&path, d.name};
    if (auto* member = object.if_contains(d.name)) {
      ++seen;
      read(*member, out.*d.pointer, here, faults);
    } else if constexpr (!detail::is_optional<Member>::value) {
      faults.add(here.str(), detail::is_required());
    }
  });
  if (seen == object.size()) return;
  for (auto& [key, value] : object) {
    bool known = false;
    boost::mp11::mp_for_each<Members>([&](auto d) { known = known || key == d.name; });
    if (!known) faults.add(Path{&path, std::string_view(key.data(), key.size())}.str(), detail::is_unknown());
  }
}

template <class T>
void read(const boost::json::value& v, T& out, const Path& path, Faults& faults) {
  if constexpr (detail::is_optional<T>::value) {
    if (v.is_null()) out.reset();
    else read(v, out.emplace(), path, faults);
  } else if constexpr (std::is_same_v<T, std::string>) {
    auto* s = v.if_string();
    if (!s || !detail::clean_utf8({s->data(), s->size()})) return faults.add(path.str(), detail::expected_text());
    if (s->size() > text_bytes_max) return faults.add(path.str(), detail::too_long());
    out.assign(s->data(), s->size());
  } else if constexpr (std::is_same_v<T, bool>) {
    if (auto* b = v.if_bool()) out = *b;
    else faults.add(path.str(), detail::expected_truth());
  } else if constexpr (std::is_integral_v<T>) {
    auto* i = v.if_int64();
    if (i && std::in_range<T>(*i)) out = static_cast<T>(*i);
    else faults.add(path.str(), detail::expected_whole_number());
  } else if constexpr (std::is_same_v<T, boost::json::value>) {
    out = v;
  } else if constexpr (detail::Scalar<T>) {
    auto* s = v.if_string();
    auto parsed = s ? T::parse({s->data(), s->size()}) : std::optional<T>{};
    if (parsed) out = *parsed;
    else if constexpr (std::is_same_v<T, Month>) faults.add(path.str(), detail::bad_month());
    else if constexpr (std::is_same_v<T, Date>) faults.add(path.str(), detail::bad_date());
    else if constexpr (std::is_same_v<T, Instant>) faults.add(path.str(), detail::bad_instant());
    else faults.add(path.str(), detail::bad_decimal());
  } else if constexpr (std::is_enum_v<T>) {
    auto* s = v.if_string();
    if (!s || !boost::describe::enum_from_string(std::string(s->data(), s->size()).c_str(), out)) {
      std::string names;
      boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
          [&](auto d) { names += (names.empty() ? "" : ", ") + std::string(d.name); });
      faults.add(path.str(), detail::expected_one_of(names));
    }
  } else if constexpr (detail::is_vector<T>::value) {
    auto* a = v.if_array();
    if (!a) return faults.add(path.str(), detail::expected_list());
    if (a->size() > list_length_max) return faults.add(path.str(), detail::too_long());
    out.resize(a->size());
    for (size_t i = 0; i < a->size(); ++i) read((*a)[i], out[i], Path{&path, {}, i}, faults);
  } else if constexpr (detail::is_map<T>::value) {
    auto* o = v.if_object();
    if (!o) return faults.add(path.str(), detail::expected_object());
    if (o->size() > list_length_max) return faults.add(path.str(), detail::too_long());
    for (auto& [key, value] : *o) read(value, out[std::string(key)], Path{&path, std::string_view(key.data(), key.size())}, faults);
  } else {
    auto* o = v.if_object();
    if (!o) return faults.add(path.str(), detail::expected_object());
    read_object(*o, out, path, faults);
  }
}

template <class T>
boost::json::value write(const T& value) {
  if constexpr (detail::is_optional<T>::value) {
    return value ? write(*value) : boost::json::value(nullptr);
  } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, bool> || std::is_integral_v<T> ||
                       std::is_same_v<T, boost::json::value>) {
    return boost::json::value(value);
  } else if constexpr (std::is_same_v<T, Decimal>) {
    return boost::json::value(value.str());
  } else if constexpr (detail::Scalar<T>) {
    return boost::json::value(value.iso());
  } else if constexpr (std::is_enum_v<T>) {
    return boost::json::value(boost::describe::enum_to_string(value, "unknown"));
  } else if constexpr (detail::is_vector<T>::value) {
    boost::json::array a;
    a.reserve(value.size());
    for (auto& item : value) a.push_back(write(item));
    return a;
  } else if constexpr (detail::is_map<T>::value) {
    boost::json::object o;
    for (auto& [key, item] : value) o.emplace(key, write(item));
    return o;
  } else {
    boost::json::object o;
    boost::mp11::mp_for_each<
        boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>>(
        [&](auto d) { o.emplace(d.name, write(value.*d.pointer)); });
    return o;
  }
}

/// Parses strict JSON: depth at most 32, no comments, no trailing commas, no duplicate keys kept silently.
Outcome<boost::json::value> parse(std::string_view text);

template <class T>
Outcome<T> read(const boost::json::value& v) {
  T out{};
  Faults faults;
  read(v, out, Path{nullptr, {}}, faults);
  if (faults.any()) return faults.problem();
  return out;
}
template <class T>
Outcome<T> read_text(std::string_view text) {
  TRY(v, parse(text));
  return read<T>(v);
}
template <class T>
std::string text_of(const T& value) {
  return boost::json::serialize(write(value));
}

/// A problem as RFC 9457 JSON.
std::string text_of_problem(const Problem& problem);

}  // namespace giaoban::json
